// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.util.List;
import org.clearground.reports.FieldReport;
import org.clearground.storage.Transaction;

/** Who must sign a report before it is accepted. */
public interface Signatories {

    /** The offices that sign, each by another person; empty where anybody who may decide is enough. */
    List<String> offices(Transaction transaction, String form, FieldReport report);
}
