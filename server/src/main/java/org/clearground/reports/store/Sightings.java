// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What was seen in which report, by number, so that what was seen twice can be found among millions in little memory: 16
 * bytes each.
 */
final class Sightings {

    private long[] keys = new long[1_024];
    private int[] marks = new int[1_024];
    private int[] reports = new int[1_024];
    private int count;

    /**
     * Notes a sighting.
     *
     * @param key what two that are alike share
     * @param mark what two that are the same share
     * @param report by its place among those that were read
     */
    void add(long key, int mark, int report) {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, count * 2);
            marks = Arrays.copyOf(marks, count * 2);
            reports = Arrays.copyOf(reports, count * 2);
        }
        keys[count] = key;
        marks[count] = mark;
        reports[count] = report;
        count++;
    }

    /** Sightings of one key, two or more. */
    record Group(List<Integer> reports, int differentMarks) {}

    /** All groups of two and more sightings. */
    List<Group> groups() {
        var sorted = Arrays.copyOf(keys, count);
        Arrays.sort(sorted);
        var twice = new java.util.HashMap<Long, List<Integer>>();
        for (int i = 1; i < count; i++) {
            if (sorted[i] == sorted[i - 1]) {
                twice.putIfAbsent(sorted[i], new ArrayList<>());
            }
        }
        for (int i = 0; i < count; i++) {
            var places = twice.get(keys[i]);
            if (places != null) {
                places.add(i);
            }
        }
        var groups = new ArrayList<Group>();
        for (var places : twice.values()) {
            groups.add(new Group(
                    places.stream().map(place -> reports[place]).distinct().toList(),
                    (int) places.stream().map(place -> marks[place]).distinct().count()));
        }
        groups.sort(java.util.Comparator.comparing(group -> group.reports().get(0)));
        return groups;
    }
}
