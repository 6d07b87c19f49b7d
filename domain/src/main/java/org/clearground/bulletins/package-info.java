/** What is published: figures with their definition, and the bulletin made of them. */
@NullMarked
package org.clearground.bulletins;

import org.jspecify.annotations.NullMarked;
