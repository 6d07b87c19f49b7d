// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

import org.jspecify.annotations.Nullable;

/** What the answers to one form must mean together. Rules add findings; none changes the report. */
public interface FormRules {

    /**
     * @param sender the organisation that sent the file, when the call names one; null otherwise
     */
    ReadReport check(ReadReport read, WrittenReport written, @Nullable String sender);
}
