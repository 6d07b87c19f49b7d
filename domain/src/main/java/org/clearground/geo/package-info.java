/** Positions and shapes on WGS 84, as written and as computed. */
@NullMarked
package org.clearground.geo;

import org.jspecify.annotations.NullMarked;
