// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;

/** Where the area ledger keeps its pieces and acts. What is read here is what stands now. */
public interface LandBooks {

    /** Standing pieces whose boxes meet a box, by key, lowest first. */
    List<Piece> piecesMeeting(Envelope box);

    /** Standing pieces that an act covers, by key, lowest first. */
    List<Piece> piecesOf(long act);

    /**
     * An act that was entered, also one that was withdrawn since.
     *
     * @throws IllegalArgumentException if there is none of this id
     */
    LandAct act(long id);

    /** Claims that were set aside for others. */
    Set<Timeline.SetAside> setAside();
}
