// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.store;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Ids of acts in one cell, between spaces so that one can be looked for as text. */
final class Ids {

    private Ids() {}

    static String write(List<Long> ids) {
        return ids.isEmpty() ? "" : ids.stream().map(String::valueOf).collect(Collectors.joining(" ", " ", " "));
    }

    static List<Long> read(String cell) {
        return cell.isBlank()
                ? List.of()
                : Arrays.stream(cell.strip().split(" ")).map(Long::valueOf).toList();
    }
}
