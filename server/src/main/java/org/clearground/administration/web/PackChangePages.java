// SPDX-License-Identifier: Apache-2.0
package org.clearground.administration.web;

import java.util.List;
import java.util.Map;
import org.clearground.administration.web.PackDifference.FileChange;
import org.clearground.administration.web.PackDifference.TextChange;
import org.clearground.packs.Pack;
import org.clearground.web.FormToken;
import org.clearground.web.Frame;
import org.jspecify.annotations.Nullable;

/** What the templates show on which the pack is changed. For them only. */
public final class PackChangePages {

    private PackChangePages() {}

    /** Where a changed pack is sent. */
    public record StartPage(FormToken token, Frame frame) {}

    /**
     * What a waiting pack would change.
     *
     * @param before name and version in force
     * @param after name and version that would be
     * @param texts some of them
     * @param moreTexts how many are not shown
     * @param codes some of them
     * @param moreCodes how many are not shown
     * @param refused why it cannot come into force; null where it can
     * @param seen the pack in force beside which this was worked out
     * @param named whether whoever reads has an account, and acts under its name
     */
    public record ChangePage(
            String id,
            String before,
            String after,
            List<TextChange> texts,
            int moreTexts,
            List<TextChange> codes,
            int moreCodes,
            List<FileChange> files,
            @Nullable String refused,
            String seen,
            boolean named,
            FormToken token,
            Frame frame) {
        public ChangePage {
            texts = List.copyOf(texts);
            codes = List.copyOf(codes);
            files = List.copyOf(files);
        }
    }

    /**
     * One sentence or one code, to be written anew.
     *
     * @param action where it is sent
     * @param key of the sentence, or the code; empty for a code that is added
     * @param list of the code; null for a sentence
     * @param texts by language, as they are written in the pack
     */
    public record EditPage(
            String action,
            String key,
            @Nullable String list,
            List<String> languages,
            Map<String, String> texts,
            int longest,
            FormToken token,
            Frame frame) {

        public String field(String language) {
            return PackChangeController.field(language);
        }
    }

    /**
     * An organisation as the pack writes it.
     *
     * @param names by language; without those that are missing
     * @param aliases other names, one a line
     */
    public record OrganisationLine(String code, String kind, Map<String, String> names, String aliases) {

        static OrganisationLine of(Pack pack, Map<String, String> row) {
            return new OrganisationLine(
                    row.getOrDefault("code", ""),
                    row.getOrDefault("kind", ""),
                    PackContents.labels(pack, row, "name_"),
                    row.getOrDefault("aliases", "").replace('|', '\n'));
        }
    }

    /**
     * All of them, and one to be written anew.
     *
     * @param chosen with an empty code for one that is added
     * @param kinds that the pack has so far
     */
    public record OrganisationsPage(
            List<OrganisationLine> lines,
            OrganisationLine chosen,
            List<String> kinds,
            List<String> languages,
            FormToken token,
            Frame frame) {
        public OrganisationsPage {
            lines = List.copyOf(lines);
            kinds = List.copyOf(kinds);
        }

        public int longest() {
            return PackOrganisationController.LONGEST;
        }

        public int longestAliases() {
            return PackOrganisationController.LONGEST_ALIASES;
        }

        /** The name that a language's field has. */
        public String field(String language) {
            return PackChangeController.field(language);
        }
    }
}
