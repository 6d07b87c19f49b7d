// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clearground.ledger.Digest;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;
import org.jspecify.annotations.Nullable;

/**
 * A bulletin that is frozen to be published: a list of documents, each named by its digest, with one digest over the list.
 *
 * <p>The documents are made once, when it is prepared, and never again. It is published when a second person signs it. What
 * is learned later goes into the next edition of the same period; none is ever changed or taken back.
 *
 * @param id as people, addresses and folders name it: {@code 2024-W18-1}, {@code 2024-05-1}; what it was called when it was
 *     made, for good
 * @param number 1, 2, 3… among the editions of the period
 * @param standing whether more is expected of the period
 * @param asOf under which its figures were read
 * @param cutOff the last entry of the ledger that it could know
 * @param sample whether anything behind it is invented
 * @param documents in the order in which they are listed, each name once
 * @param digest SHA-256 of the list itself
 * @param prepared who had it made
 * @param signed who published it; null as long as it waits
 */
public record Edition(
        String id,
        ReportingPeriod period,
        int number,
        Standing standing,
        AsOf asOf,
        CutOff cutOff,
        boolean sample,
        List<Document> documents,
        Digest digest,
        Signature prepared,
        @Nullable Signature signed) {

    private static final Pattern DOCUMENT = Pattern.compile("[a-z0-9][a-z0-9-]*(\\.[a-z0-9-]+)+");

    public Edition {
        documents = List.copyOf(documents);
        if (number < 1) {
            throw new IllegalArgumentException("editions of a period are counted from 1");
        }
        var names = new HashSet<String>();
        for (var document : documents) {
            if (!names.add(document.name())) {
                throw new IllegalArgumentException("two documents of an edition are named " + document.name());
            }
        }
        if (signed != null && signed.isBySamePersonAs(prepared)) {
            throw new IllegalArgumentException("nobody signs an edition that they prepared");
        }
    }

    /** Whether more is expected of a period when an edition of it is made. A published word: added, never renamed. */
    public enum Standing {
        /** Reports of the period may still wait or come. */
        PROVISIONAL,
        /** Nothing waited, and the authority expects no more. What comes all the same goes into a further final edition. */
        FINAL;

        /** As documents have it: {@code final}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What a document says; editions that were made before they said it are provisional. */
        public static Standing of(@Nullable String word) {
            return FINAL.word().equals(word) ? FINAL : PROVISIONAL;
        }
    }

    /** The place in a ledger behind which nothing was known: with the hash, whoever has the chain can find it again. */
    public record CutOff(long entry, Digest hash) {}

    /**
     * One document.
     *
     * @param name as of a file: small letters a to z, digits, hyphens, with an ending
     * @param mediaType as browsers are told it
     * @param bytes how many it has
     */
    public record Document(String name, String mediaType, long bytes, Digest digest) {

        public Document {
            if (!DOCUMENT.matcher(name).matches()) {
                throw new IllegalArgumentException("no name of a document: " + name);
            }
        }
    }

    /** That somebody did something, and when. */
    public record Signature(String person, java.time.Instant at) {

        /** Whether the names are the same but for capitals and spaces. */
        public boolean isBySamePersonAs(Signature other) {
            return plain(person).equals(plain(other.person));
        }

        private static String plain(String name) {
            return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What the next edition of a period is called: {@code 2024-W18-1}, {@code 2024-05-1}, {@code 2024-Q2-1}, {@code 2024-1},
     * {@code 2024-01-03-to-2024-01-12-2}.
     */
    public static String id(ReportingPeriod period, int number) {
        return period.name() + "-" + number;
    }

    public boolean isPublished() {
        return signed != null;
    }

    public Optional<Document> find(String name) {
        return documents.stream()
                .filter(document -> document.name().equals(name))
                .findFirst();
    }
}
