// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clearground.access.Action;
import org.clearground.access.Resource;
import org.clearground.access.Right;
import org.clearground.bulletins.Bulletin;
import org.clearground.bulletins.Correction;
import org.clearground.bulletins.Edition;
import org.clearground.bulletins.Series;
import org.clearground.bulletins.print.DistrictMap;
import org.clearground.bulletins.print.EditionDocuments;
import org.clearground.bulletins.print.EditionList;
import org.clearground.bulletins.print.ReadBack;
import org.clearground.bulletins.print.Wording;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.CanonicalJson;
import org.clearground.ledger.Contents;
import org.clearground.ledger.Digest;
import org.clearground.ledger.EntryKind;
import org.clearground.ledger.Ledger;
import org.clearground.ledger.LedgerEntry;
import org.clearground.ledger.Projection;
import org.clearground.reports.ProgressReport;
import org.clearground.statements.intake.PackExtractor;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;
import org.clearground.web.PageWords;
import org.jspecify.annotations.Nullable;

/**
 * Freezes bulletins as editions and publishes them. One person prepares, another signs; both are entries of the ledger,
 * and so are, by their digests, the documents.
 */
public final class Editions implements Projection {

    public static final Right PREPARE = new Right(Resource.EDITION, Action.SUBMIT);
    public static final Right SIGN = new Right(Resource.EDITION, Action.SIGN);

    private static final int LONGEST_NAME = 200;

    private final Store store;
    private final Ledger ledger;
    private final PageWords words;
    private final EditionWarrants warrants;
    private final EditionKey key;

    public Editions(Store store, Ledger ledger, PageWords words, EditionWarrants warrants, EditionKey key) {
        this.store = store;
        this.ledger = ledger;
        this.words = words;
        this.warrants = warrants;
        this.key = key;
    }

    /**
     * Makes the documents of the next edition of a period, as known now. An edition of the period that still waits for a
     * signature is replaced by it.
     *
     * @param standing final only where no report of the period waits; of a period that has a final edition, every later
     *     one is final, too
     * @throws ProblemException if the period is not over, no approved report speaks of it, the standing cannot be, or it
     *     is not theirs to do
     */
    public Edition prepare(ReportingPeriod period, Edition.Standing standing, String person) {
        requireName(person);
        return store.write(transaction -> {
            warrants.require(transaction, person, PREPARE);
            var moment = ledger.moment(transaction);
            var spoken = words.in(transaction, null);
            var today = moment.atZone(spoken.pack().zone()).toLocalDate();
            if (!period.to().isBefore(today)) {
                throw wrong("the period " + period + " is not over in the country, where it is " + today
                        + "; an edition speaks of whole periods that are over");
            }
            requireStanding(transaction, period, standing);
            var figures = new SqlFigures(transaction);
            var bulletin = Bulletin.of(
                    period, new AsOf(period.to(), moment), EnumSet.copyOf(EditionDocuments.TABLES), figures);
            var corrections = new EditionCorrections(transaction).of(period, moment);
            if (corrections.stream().anyMatch(Correction::sample)) {
                bulletin = bulletin.withInvented();
            }
            if (bulletin.contributors().reports() == 0) {
                throw wrong("no approved report speaks of " + period
                        + "; approve its reports first, or name another period");
            }
            var head = ledger.head(transaction)
                    .orElseThrow(() -> new IllegalStateException("reports are approved, but no entry says so"));
            var cutOff = new Edition.CutOff(head.seq(), head.hash());
            int number = new EditionQueries(transaction).nextNumber(period);
            var languages = spoken.languages().stream()
                    .map(language -> new Wording(words.in(transaction, language)))
                    .toList();
            var readBack = new ReadBack(PackExtractor.of(spoken.pack()));
            for (var wording : languages) {
                readBack.require(bulletin, wording);
            }
            var documents = new ArrayList<Edition.Document>();
            var made = new EditionDocuments(
                            bulletin,
                            Series.leadingTo(period, bulletin.asOf(), figures),
                            DistrictMap.of(transaction),
                            number,
                            standing,
                            cutOff,
                            languages,
                            corrections)
                    .make();
            for (var each : made) {
                documents.add(new Edition.Document(
                        each.name(), each.mediaType(), each.content().length, keep(transaction, each.content())));
            }
            var list =
                    EditionList.write(period, number, standing, bulletin.asOf(), cutOff, bulletin.sample(), documents);
            var digest = keep(transaction, list);
            var contents = new TreeSet<String>();
            contents.add(digest.hex());
            documents.forEach(document -> contents.add(document.digest().hex()));
            var body = new TreeMap<String, Object>();
            body.put("edition", Edition.id(period, number));
            body.put("contents", List.copyOf(contents));
            apply(
                    transaction,
                    ledger.append(transaction, moment, person, null, EntryKind.EDITION_PREPARED, digest.hex(), body));
            return find(transaction, Edition.id(period, number));
        });
    }

    private static void requireStanding(Transaction transaction, ReportingPeriod period, Edition.Standing standing) {
        switch (standing) {
            case FINAL -> {
                long waiting = waiting(transaction, period);
                if (waiting > 0) {
                    throw wrong("reports that wait for review and speak of " + period + ", or have no last day: "
                            + waiting + "; review them first, or prepare a provisional edition");
                }
            }
            case PROVISIONAL ->
                new EditionQueries(transaction).newestFinal(period).ifPresent(edition -> {
                    throw wrong("edition " + edition.id() + " of this period is final;"
                            + " what follows it can only be final, too, and says what it corrects");
                });
        }
    }

    /**
     * Reports are counted on their last day, as everywhere. One whose last day cannot be read may speak of any period, and
     * so of this one; other forms have no last day and feed no figure.
     */
    private static long waiting(Transaction transaction, ReportingPeriod period) {
        return transaction
                .sql()
                .sql("select count(*) from report where status = 'PENDING' and (period_to between :from and :to"
                        + " or period_to is null and form = :form)")
                .param("from", period.from().toString())
                .param("to", period.to().toString())
                .param("form", ProgressReport.FORM)
                .query((row, number) -> row.getLong(1))
                .single();
    }

    private static Digest keep(Transaction transaction, byte[] content) {
        try {
            return Contents.keep(transaction, new ByteArrayInputStream(content));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Publishes an edition in a second person's name, signed with the authority's key where there is one.
     *
     * @param seen digest of what they looked at; null where they do not say
     * @throws ProblemException if there is none that waits, it is another than the one seen, or they prepared it
     */
    public Edition sign(String id, @Nullable Digest seen, String person) {
        requireName(person);
        return store.write(transaction -> {
            warrants.require(transaction, person, SIGN);
            var edition = find(transaction, id);
            if (edition.isPublished()) {
                throw wrong("edition " + id + " is published already; nothing was changed");
            }
            if (seen != null && !seen.equals(edition.digest())) {
                throw new ProblemException(
                        ProblemCode.CHANGED_MEANWHILE,
                        "edition " + id + " was prepared anew meanwhile; look at it again and sign what you see");
            }
            var moment = ledger.moment(transaction);
            if (new Edition.Signature(person, moment).isBySamePersonAs(edition.prepared())) {
                throw new ProblemException(
                        ProblemCode.NOT_PERMITTED,
                        edition.prepared().person() + " prepared edition " + id
                                + " and cannot sign it; another person must");
            }
            var body = new TreeMap<String, Object>();
            body.put("edition", id);
            key.seal(Contents.read(transaction, edition.digest())).ifPresent(seal -> {
                body.put("key", Base64.getEncoder().encodeToString(seal.key()));
                body.put("signature", Base64.getEncoder().encodeToString(seal.signature()));
            });
            apply(
                    transaction,
                    ledger.append(
                            transaction,
                            moment,
                            person,
                            null,
                            EntryKind.EDITION_PUBLISHED,
                            edition.digest().hex(),
                            body));
            return find(transaction, id);
        });
    }

    /**
     * An edition by its id.
     *
     * @throws ProblemException if there is none
     */
    public static Edition find(Transaction transaction, String id) {
        return new EditionQueries(transaction)
                .find(id)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND, "there is no edition \"" + id + "\"; see: clearground edition list"));
    }

    private static void requireName(String person) {
        if (person.isBlank() || person.length() > LONGEST_NAME || person.chars().anyMatch(Character::isISOControl)) {
            throw wrong(
                    "say who does this, on one line of at most " + LONGEST_NAME + " characters: the ledger keeps it");
        }
    }

    private static ProblemException wrong(String sentence) {
        return new ProblemException(ProblemCode.WRONG_CALL, sentence);
    }

    @Override
    public List<String> tables() {
        return List.of("edition");
    }

    @Override
    public void drop(Transaction transaction) {
        transaction.sql().sql("delete from edition").update();
    }

    @Override
    public void apply(Transaction transaction, LedgerEntry entry) {
        if (entry.kind() == EntryKind.EDITION_PREPARED) {
            prepared(transaction, entry);
        } else if (entry.kind() == EntryKind.EDITION_PUBLISHED) {
            var body = CanonicalJson.read(entry.body());
            transaction
                    .sql()
                    .sql("update edition set signed_by = :person, signed_at_ms = :at, signing_key = :key,"
                            + " signature = :signature where sha256 = :sha256 and signed_at_ms is null")
                    .param("person", entry.actor())
                    .param("at", entry.recordedAt().toEpochMilli())
                    .param("key", body.get("key"))
                    .param("signature", body.get("signature"))
                    .param("sha256", entry.subject())
                    .update();
        }
    }

    private static void prepared(Transaction transaction, LedgerEntry entry) {
        var edition = EditionList.read(
                Contents.read(transaction, new Digest(entry.subject())),
                new Edition.Signature(entry.actor(), entry.recordedAt()),
                null);
        transaction
                .sql()
                .sql("delete from edition where edition_id = ? and signed_at_ms is null")
                .param(edition.id())
                .update();
        transaction
                .sql()
                .sql(
                        "insert into edition (sha256, edition_id, period_from, period_to, number, prepared_by, prepared_at_ms)"
                                + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        entry.subject(),
                        edition.id(),
                        edition.period().from().toString(),
                        edition.period().to().toString(),
                        edition.number(),
                        entry.actor(),
                        entry.recordedAt().toEpochMilli())
                .update();
    }
}
