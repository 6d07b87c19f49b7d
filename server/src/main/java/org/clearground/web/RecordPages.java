// SPDX-License-Identifier: Apache-2.0
package org.clearground.web;

import java.util.Set;
import org.clearground.access.Sight;
import org.clearground.storage.Transaction;

/**
 * Records of one kind of which each has a page. The feature whose records they are hands it to the site as a bean;
 * {@link Doors} asks it which of them may be linked to.
 *
 * @param beginning of the addresses of their pages: {@code /reports/}; behind it stands the key of a record alone
 */
public record RecordPages(String beginning, Asking asking) {

    /** One question for many records. */
    @FunctionalInterface
    public interface Asking {

        /** Those of the records that somebody sees who does not see all; keys that are of no record are of none. */
        Set<String> seen(Transaction transaction, Sight sight, Set<String> keys);
    }
}
