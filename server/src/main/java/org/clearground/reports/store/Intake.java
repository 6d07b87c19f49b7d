// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What commands and pages take reports in by: the same means, wired once.
 *
 * @param country as its pack is in force now
 * @param checks for a country, as of now
 */
public record Intake(
        ReportImport imports,
        ReportDecisions decisions,
        Supplier<Country> country,
        Function<Country, FileCheck> checks) {}
