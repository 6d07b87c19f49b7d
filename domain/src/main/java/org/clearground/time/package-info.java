/** The two clocks of every fact: the day on the ground, and the moment the register learned it. */
@NullMarked
package org.clearground.time;

import org.jspecify.annotations.NullMarked;
