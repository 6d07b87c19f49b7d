// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation.web;

import java.util.List;
import org.clearground.web.Frame;

/** From where whoever works with published statements sets out. For the template only. */
public record StatementDesk(List<Place> places, Frame frame) {

    /** A place to go, with how much is to be seen there; an empty count where nothing is counted. */
    public record Place(String name, String about, String count, String link) {}
}
