// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.util.List;
import org.clearground.reports.ReportRegister;
import org.clearground.storage.Transaction;

/** Opens, in one transaction, every register that approved reports are written into. */
public interface ReportRegisters {

    /**
     * Opens them.
     *
     * @param much whether many rows are to come
     */
    List<ReportRegister> open(Transaction transaction, boolean much);
}
