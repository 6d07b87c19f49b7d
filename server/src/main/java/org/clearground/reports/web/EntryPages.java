// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.web;

import java.util.List;
import org.clearground.reports.store.Drafts;
import org.clearground.web.FormToken;
import org.clearground.web.Frame;
import org.jspecify.annotations.Nullable;

/** What the templates of entering reports show. For them only. */
public final class EntryPages {

    private EntryPages() {}

    /** A form that can be filled. */
    public record FormChoice(String title, String link) {}

    /** A report begun and not yet sent. */
    public record DraftLine(String form, Drafts.Draft draft, String link, String changed) {}

    /** Where one begins. */
    public record StartPage(List<FormChoice> forms, List<DraftLine> drafts, Frame frame) {}

    /** How a question is answered. */
    public enum Kind {
        TEXT,
        NUMBER,
        DATE,
        /** One of a few codes. */
        CHOICE,
        /** One of many, found by typing. */
        SEARCH,
        /** A name that may be proposed once the district is known. */
        SETTLEMENT,
        POINT,
        SHAPE,
        /** Answered already, by who asks. */
        FIXED
    }

    /** A code and what it is called. */
    public record Option(String code, String name) {}

    /** What is to be said of an answer. */
    public record Note(boolean blocks, String sentence, String remedy, String code) {}

    /**
     * An outline as it was read.
     *
     * @param picture as SVG
     * @param area with its unit; null for an outline whose faults leave it none
     * @param points latitude and longitude, the first of them
     */
    public record Drawn(String picture, @Nullable String area, List<String> points, int vertices) {}

    /**
     * A question with what was typed.
     *
     * @param name of the field, unique on the page
     * @param list id of the names that a {@link Kind#SEARCH} proposes; null for the others
     * @param read what a check read of it, in the reader's words; null before
     */
    public record Field(
            String name,
            Kind kind,
            String label,
            @Nullable String hint,
            boolean required,
            String typed,
            List<Option> options,
            @Nullable String list,
            @Nullable String read,
            @Nullable Drawn drawn,
            List<Note> notes) {

        public boolean blocked() {
            return notes.stream().anyMatch(Note::blocks);
        }

        /** Ids of what is said of the field, for readers who do not see where it stands. */
        public @Nullable String describedBy() {
            var ids = (hint == null ? "" : "hint:" + name) + (notes.isEmpty() ? "" : " note:" + name);
            return ids.isBlank() ? null : ids.strip();
        }
    }

    /** A row of things repeated. */
    public record Row(int index, int number, List<Field> fields) {}

    /**
     * Things that are repeated.
     *
     * @param blank a row to begin another with, whose number a script puts in
     */
    public record Section(String name, String title, @Nullable String hint, List<Row> rows, Row blank, boolean full) {}

    /** Names that a field proposes. */
    public record NameList(String id, List<Option> options) {}

    /**
     * A form with what was typed into it.
     *
     * @param action where it is sent
     * @param draft null as long as it is kept nowhere
     * @param changed when the draft was last kept, in words; null without one
     * @param person name of who types; null where they signed in
     * @param problem why what was sent was not taken; null if nothing is wrong
     * @param summary what a check found, in a sentence; null before one
     * @param notes what a check found of no single field
     * @param seen what was checked, told by its digest; empty before
     */
    public record FormPage(
            FormToken token,
            String action,
            @Nullable String draft,
            @Nullable String changed,
            @Nullable Field person,
            List<Field> fields,
            List<Section> sections,
            List<NameList> lists,
            @Nullable String problem,
            @Nullable String summary,
            boolean blocked,
            boolean mayBeSentAsIs,
            List<Note> notes,
            String seen,
            Frame frame) {

        /** Fields of which something is to be said, in their order. */
        public List<Field> noted() {
            return java.util.stream.Stream.concat(
                            person == null ? java.util.stream.Stream.of() : java.util.stream.Stream.of(person),
                            java.util.stream.Stream.concat(
                                    fields.stream(),
                                    sections.stream()
                                            .flatMap(section -> section.rows().stream())
                                            .flatMap(row -> row.fields().stream())))
                    .filter(field -> !field.notes().isEmpty())
                    .toList();
        }
    }

    /** Where an outline is taken from a file. */
    public record OutlinePage(
            FormToken token,
            String action,
            String field,
            String label,
            String back,
            @Nullable String problem,
            Frame frame) {}
}
