/** Districts and settlements, from the country pack. */
@NullMarked
package org.clearground.places;

import org.jspecify.annotations.NullMarked;
