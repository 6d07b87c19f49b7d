// SPDX-License-Identifier: Apache-2.0
package org.clearground.web;

import java.util.List;

/**
 * A page that stands in the head of every other, for those whom it answers.
 *
 * @param words key of the sentence that names it
 */
public record Way(String address, String words) {

    /** In the order of a day: what waits, what is on record, what is published, who is here. */
    static final List<Way> ALL = List.of(
            new Way("/bulletins", "page.bulletin"),
            new Way("/editions", "edition.title"),
            new Way("/tables", "table.title"),
            new Way("/land", "page.land"),
            new Way("/enter", "enter.title"),
            new Way("/review", "review.title"),
            new Way("/reports", "page.reports"),
            new Way("/data-quality", "quality.title"),
            new Way("/import", "import.title"),
            new Way("/registers", "register.title"),
            new Way("/statements", "register.statements"),
            new Way("/map", "map.title"),
            new Way("/organisations/accreditations", "accreditation.title"),
            new Way("/accounts", "access.accounts"),
            new Way("/administration", "administration.title"),
            new Way("/accounts/events", "access.events"));
}
