// SPDX-License-Identifier: Apache-2.0
package org.clearground.web;

import org.clearground.packs.Words;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/** In which words pages speak. */
public interface PageWords {

    /**
     * The words of a language.
     *
     * @param language the country's first if null
     * @throws org.clearground.errors.ProblemException if nobody speaks it here
     */
    Words in(Transaction transaction, @Nullable String language);
}
