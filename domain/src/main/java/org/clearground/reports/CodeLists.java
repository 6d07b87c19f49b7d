// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

import java.util.List;
import java.util.Optional;

/** The code lists of the pack, by which coded answers are read. */
public interface CodeLists {

    /** The code that a text means: the code itself, a label in any language, or an alias. */
    Optional<String> findCode(String list, String text);

    /** Codes whose names are spelt most alike, shown to the reader as code and name; nearest first. */
    List<String> nearest(String list, String text, int most);
}
