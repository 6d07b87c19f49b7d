// SPDX-License-Identifier: Apache-2.0
package org.clearground.accreditation.web;

import java.util.List;
import org.clearground.accreditation.Accreditations.Standing;
import org.clearground.accreditation.print.AccreditationText;
import org.clearground.time.AsOf;
import org.clearground.web.Frame;
import org.jspecify.annotations.Nullable;

/**
 * Which bodies are accredited for which work. For its template only.
 *
 * @param organisation code of the one that is asked about; null for all
 */
public record AccreditationPage(List<Standing> standings, AsOf asOf, @Nullable String organisation, Frame frame) {

    public AccreditationPage {
        standings = List.copyOf(standings);
    }

    public String standing() {
        return AccreditationText.asOf(frame.words(), asOf);
    }

    public List<String> headings() {
        return AccreditationText.COLUMNS.stream().map(frame::say).toList();
    }

    public List<List<String>> rows() {
        return standings.stream()
                .map(standing -> AccreditationText.cells(frame.words(), standing))
                .toList();
    }
}
