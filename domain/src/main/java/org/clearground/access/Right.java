// SPDX-License-Identifier: Apache-2.0
package org.clearground.access;

/** One thing that may be done with one kind of record. */
public record Right(Resource resource, Action action) {

    /**
     * Whether it concerns no body and no district, so that being kept to one narrows nothing: the country's own places and
     * organisations, what is published by us or by others, and a check by a code, which is of the paper in hand, whoever made it.
     */
    public boolean isOfNobody() {
        return action == Action.CHECK
                || resource == Resource.REFERENCE
                || resource == Resource.PUBLICATION
                || resource == Resource.STATEMENT;
    }

    @Override
    public String toString() {
        return resource + " " + action;
    }
}
