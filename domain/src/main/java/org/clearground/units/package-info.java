/** Quantities with their unit in the type: areas, depths, counts. */
@NullMarked
package org.clearground.units;

import org.jspecify.annotations.NullMarked;
