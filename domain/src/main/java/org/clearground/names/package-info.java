/** Names in several languages and spellings, and how one is found again. */
@NullMarked
package org.clearground.names;

import org.jspecify.annotations.NullMarked;
