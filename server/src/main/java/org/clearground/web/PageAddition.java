// SPDX-License-Identifier: Apache-2.0
package org.clearground.web;

import java.util.Optional;
import org.clearground.storage.Transaction;

/** What one feature adds to the page of another, which need not know it. */
public interface PageAddition {

    /** The template of the page that it is added to. */
    String to();

    /**
     * HTML ready to be shown; empty where there is nothing to add.
     *
     * @param subject what the page is about, by its id
     */
    Optional<String> html(Transaction transaction, String subject, Frame frame);
}
