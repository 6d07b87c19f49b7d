// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.time.LocalDate;
import org.clearground.packs.Pack;
import org.clearground.places.Gazetteer;
import org.clearground.reports.FormRules;
import org.clearground.reports.NationalParameters;

/** Which rules the reports of a form are checked by. */
public interface Rulebook {

    /**
     * The rules of a form; where it has none of its own, those that every form obeys.
     *
     * @param today on the country's calendar
     */
    FormRules of(Pack pack, String form, Gazetteer places, NationalParameters parameters, LocalDate today);
}
