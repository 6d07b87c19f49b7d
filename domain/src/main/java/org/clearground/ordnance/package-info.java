/** Explosive ordnance: categories, roll-ups, finds. */
@NullMarked
package org.clearground.ordnance;

import org.jspecify.annotations.NullMarked;
