// SPDX-License-Identifier: Apache-2.0
package org.clearground.access;

/** One thing that may be done with one kind of record. */
public record Right(Resource resource, Action action) {

    @Override
    public String toString() {
        return resource + " " + action;
    }
}
