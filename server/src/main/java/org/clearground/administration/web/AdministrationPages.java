// SPDX-License-Identifier: Apache-2.0
package org.clearground.administration.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.clearground.administration.store.Upkeep;
import org.clearground.web.FormToken;
import org.clearground.web.Frame;
import org.jspecify.annotations.Nullable;

/** What the templates of administration show. For them only. */
public final class AdministrationPages {

    private AdministrationPages() {}

    /**
     * How the store stands.
     *
     * @param directory its last name only
     * @param lastEntry null where there is no entry
     */
    public record StoreState(
            String directory, String schema, long bytes, String node, long entries, @Nullable Instant lastEntry) {}

    /**
     * The pack in force.
     *
     * @param digest over the paths and digests of all its files
     */
    public record PackState(
            String name,
            String version,
            String digest,
            int files,
            List<String> languages,
            int forms,
            int codeLists,
            int sentences,
            int districts,
            long settlements,
            int organisations) {}

    /**
     * A verification that is on its way.
     *
     * @param failed why it ended without an answer; null while it runs
     */
    public record Running(
            Instant since, String actor, long done, long of, boolean registers, @Nullable String failed) {}

    /**
     * How the node stands.
     *
     * @param verified the last verification; null if there was none
     * @param backedUp the last backup; null if there was none
     * @param backupOld whether it is too old
     * @param token null for who may look but not act
     */
    public record StatePage(
            StoreState store,
            PackState pack,
            Upkeep.@Nullable Done verified,
            @Nullable Running running,
            Upkeep.@Nullable Done backedUp,
            boolean backupOld,
            @Nullable FormToken token,
            Frame frame) {}

    /**
     * A pack that is or was in force.
     *
     * @param until null for the one in force now
     * @param seq of the entry that put it in force, by which its pages are addressed
     */
    public record Version(String name, String version, Instant from, @Nullable Instant until, String actor, long seq) {}

    /**
     * What surrounds the three pages of a pack.
     *
     * @param version whose content is shown
     * @param all the newest first
     */
    public record PackHead(Version version, List<Version> all, List<String> languages) {}

    /**
     * A row of texts.
     *
     * @param texts by language; without those that are missing
     */
    public record Texts(String key, Map<String, String> texts) {}

    /**
     * Sentences.
     *
     * @param asked what is searched for; empty for all
     * @param missing how many keys of the whole pack lack a language
     * @param onlyMissing whether only these are shown
     * @param found how many are found, of which one page is shown
     */
    public record TextsPage(
            PackHead head,
            List<Texts> rows,
            String asked,
            int missing,
            boolean onlyMissing,
            int found,
            @Nullable String previous,
            @Nullable String next,
            Frame frame) {}

    /**
     * A list of codes.
     *
     * @param form to which it belongs; null for one of the whole pack
     * @param rows code and labels by language
     */
    public record CodeList(String name, @Nullable String form, List<Texts> rows) {

        /** As it stands in an address. */
        public String key() {
            return form == null ? name : form + "/" + name;
        }
    }

    /** Code lists, and one of them with its codes; null where none is chosen. */
    public record CodesPage(PackHead head, List<CodeList> lists, @Nullable CodeList chosen, Frame frame) {}

    /**
     * A form.
     *
     * @param fields how many it asks for
     */
    public record FormLine(String id, Map<String, String> titles, String version, int fields) {}

    /**
     * A field as it is written in a form.
     *
     * @param inRepeat whether it is asked for again and again
     */
    public record Field(
            String name,
            String type,
            Map<String, String> labels,
            Map<String, String> hints,
            boolean required,
            String constraint,
            boolean inRepeat) {}

    /** Forms, and one of them with its fields; null where none is chosen. */
    public record FormsPage(
            PackHead head, List<FormLine> forms, @Nullable FormLine chosen, List<Field> fields, Frame frame) {}
}
