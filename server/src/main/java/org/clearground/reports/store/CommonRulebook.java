// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.time.LocalDate;
import org.clearground.packs.Pack;
import org.clearground.places.Gazetteer;
import org.clearground.reports.CommonRules;
import org.clearground.reports.FormRules;
import org.clearground.reports.NationalParameters;

/**
 * The rules of each form, with those that every report is checked by behind them.
 *
 * @param own what each form brings
 */
public record CommonRulebook(Rulebook own) implements Rulebook {

    @Override
    public FormRules of(Pack pack, String form, Gazetteer places, NationalParameters parameters, LocalDate today) {
        return new CommonRules(form, own.of(pack, form, places, parameters, today), places, parameters);
    }
}
