// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.clearground.names.Names;
import org.jspecify.annotations.Nullable;

/**
 * A form: the one place that says what a report may state. It drives reading, checking, pages and templates.
 *
 * @param version changes with every change of the form; a report keeps the version it was read by
 * @param questions asked once a report
 * @param repeats groups asked any number of times, such as finds
 */
public record FormDefinition(String id, String version, Names titles, List<Question> questions, List<Repeat> repeats) {

    public FormDefinition {
        questions = List.copyOf(questions);
        repeats = List.copyOf(repeats);
        var names = new HashSet<String>();
        for (var question : questions) {
            if (!names.add(question.name())) {
                throw new IllegalArgumentException("form " + id + " asks \"" + question.name() + "\" twice");
            }
        }
        for (var repeat : repeats) {
            if (!names.add(repeat.name())) {
                throw new IllegalArgumentException("form " + id + " has \"" + repeat.name() + "\" twice");
            }
        }
    }

    public Optional<Repeat> findRepeat(String name) {
        return repeats.stream().filter(repeat -> repeat.name().equals(name)).findFirst();
    }

    /**
     * A group of questions that is answered once for each thing reported.
     *
     * @param labels what the things are called
     * @param hints what a person who answers should know; null if there is nothing to say
     */
    public record Repeat(String name, Names labels, @Nullable Names hints, List<Question> questions) {

        public Repeat {
            questions = List.copyOf(questions);
        }
    }
}
