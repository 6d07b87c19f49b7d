// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;

/** Where worked ground is kept. What is read here is what stands now. */
public interface WorkBooks {

    /** Standing pieces of worked ground whose boxes meet a box, by key, lowest first. Each names one act. */
    List<Piece> piecesMeeting(Envelope box);

    /** Work on record whose outlines' boxes meet a box, whether it counts or not, in the order of its acts. */
    List<Work> workMeeting(Envelope box);

    /**
     * The act of work that was entered, also of what was withdrawn since.
     *
     * @throws IllegalArgumentException if there is none of this id
     */
    LandAct act(long id);

    /**
     * Work that was entered, also what was withdrawn since.
     *
     * @throws IllegalArgumentException if there is none of this id
     */
    Work work(long act);

    /** Claims that were set aside for others. */
    Set<Timeline.SetAside> setAside();
}
