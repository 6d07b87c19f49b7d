/** What is kept for ever: content by its digest, entries in chains. */
@NullMarked
package org.clearground.ledger;

import org.jspecify.annotations.NullMarked;
