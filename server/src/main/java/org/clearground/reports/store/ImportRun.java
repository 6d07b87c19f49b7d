// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.clearground.access.Sight;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.imports.ReceivedFile;
import org.clearground.ledger.Contents;
import org.clearground.ledger.Digest;
import org.clearground.ledger.EntryKind;
import org.clearground.ledger.LedgerEntry;
import org.clearground.ordnance.BulletinGroup;
import org.clearground.ordnance.OrdnanceCategory;
import org.clearground.reports.AcceptedReport;
import org.clearground.reports.ActivityResult;
import org.clearground.reports.FormDefinition;
import org.clearground.reports.FormReader;
import org.clearground.reports.ProgressReport;
import org.clearground.reports.ReadReport;
import org.clearground.reports.RefusedReportException;
import org.clearground.reports.ReportRegister;
import org.clearground.reports.forms.PackParameters;
import org.clearground.reports.intake.WrittenReports;
import org.clearground.storage.StorageProblem;
import org.clearground.storage.Transaction;

/** One file on its way in, inside one transaction. */
final class ImportRun {

    private static final int FINDINGS_SHOWN = 1_000;
    private static final long MUCH_BYTES = 4L << 20;

    private final ReportImport.Means means;
    private final Transaction transaction;
    private final ImportRequest request;
    private final Country country;
    private final ReceivedFile file;
    private final Country.Form known;
    private final FormDefinition form;
    private final LongConsumer progress;
    private final Instant moment;
    private final List<Finding> shown = new ArrayList<>();
    private final Map<FindingCode, Long> counts = new EnumMap<>(FindingCode.class);
    private final Map<BulletinGroup, Long> finds = new EnumMap<>(BulletinGroup.class);
    private final Map<String, ActivityResult> results;
    private final Ordinals approved = new Ordinals();
    private final Predicate<List<String>> approving;
    private long read;
    private long blocked;
    private long cleared;

    ImportRun(
            ReportImport.Means means,
            Transaction transaction,
            ImportRequest request,
            Country country,
            ReceivedFile file,
            LongConsumer progress) {
        this.means = means;
        this.transaction = transaction;
        this.request = request;
        this.country = country;
        this.file = file;
        this.known = country.form(request.form());
        this.form = known.definition();
        this.progress = progress;
        this.moment = means.ledger().moment(transaction);
        this.results = PackParameters.activityResults(country.pack());
        this.approving = approving();
    }

    /** Of reports of which offices this person approves what they send in themselves; of none if they were not asked to. */
    private Predicate<List<String>> approving() {
        if (!request.approve()) {
            return offices -> false;
        }
        var warrant = means.warrants().find(transaction, request.actor());
        if (warrant.isEmpty()) {
            return offices -> offices.size() < 2;
        }
        if (!warrant.get().ownToo() || !(warrant.get().decides() instanceof Sight.All)) {
            throw new ProblemException(
                    ProblemCode.NOT_PERMITTED,
                    request.actor() + " may not approve what they send in themselves; import without --approve, and let"
                            + " somebody else decide: clearground reports approve");
        }
        var own = warrant.get().office();
        return offices -> offices.isEmpty() || offices.equals(List.of(String.valueOf(own)));
    }

    ImportResult take() {
        var submission = keep();
        ReportRows.insertSubmission(
                transaction,
                means.ledger()
                        .append(
                                transaction,
                                moment,
                                request.actor(),
                                request.organisation(),
                                EntryKind.RECEIVED,
                                submission.hex(),
                                received(submission)));
        ReportRows.supersedeEarlierReadings(transaction, submission, form.id());
        long readingId = ReportRows.nextId(transaction, "reading");
        var reading = readAndWrite(new ReportRows.Origin(readingId, submission, form.id(), moment));
        ReportRows.insertReading(transaction, readingId, appendRead(submission, reading));
        if (approved.count() > 0) {
            means.ledger()
                    .append(
                            transaction,
                            moment,
                            request.actor(),
                            request.organisation(),
                            EntryKind.APPROVED,
                            submission.hex(),
                            Map.of("reading", reading.hex(), "reports", approved.asList()));
        }
        return new ImportResult(
                file.name(),
                submission,
                null,
                request.dryRun(),
                read,
                approved.count(),
                blocked,
                shown,
                counts,
                finds,
                cleared);
    }

    private Map<String, Object> received(Digest submission) {
        var body = new TreeMap<String, Object>();
        body.put("bytes", file.bytes());
        body.put("contents", List.of(submission.hex()));
        body.put("fileName", file.name());
        body.put("mediaType", file.kind().mediaType());
        var corrects = request.corrects();
        if (corrects != null) {
            body.put("corrects", corrects.hex());
        }
        return body;
    }

    private Digest keep() {
        try (var in = Files.newInputStream(file.path())) {
            var kept = Contents.keep(transaction, in);
            if (!kept.equals(file.digest())) {
                throw new ProblemException(
                        ProblemCode.UNREADABLE_SUBMISSION,
                        file.name() + " changed while it was being read; import it again when it is complete");
            }
            return kept;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private LedgerEntry appendRead(Digest submission, Digest reading) {
        var body = new TreeMap<String, Object>();
        body.put("contents", List.of(reading.hex()));
        body.put("form", form.id());
        body.put("formVersion", form.version());
        body.put("mapping", request.mapping().asMap());
        body.put("mappingFingerprint", request.mapping().fingerprint());
        body.put("reading", reading.hex());
        body.put("reports", read);
        return means.ledger()
                .append(
                        transaction,
                        moment,
                        request.actor(),
                        request.organisation(),
                        EntryKind.READ,
                        submission.hex(),
                        body);
    }

    /** One thread reads and checks, this one writes. */
    private Digest readAndWrite(ReportRows.Origin origin) {
        boolean much = file.bytes() > MUCH_BYTES;
        var open = means.registers().open(transaction, much);
        var reader = new FormReader(form, known.lists(), request.mapping().decimalMark());
        var today = means.clock().instant().atZone(country.pack().zone()).toLocalDate();
        var rules = means.rulebook().of(country.pack(), form.id(), country.places(), known.parameters(), today);
        var aboutTheFile = new ArrayList<Finding>();
        long nextId = ReportRows.nextId(transaction, "report");
        var comparison = new Comparison(transaction, form.id(), known, open, moment, null);
        var places = new ReportPlaces(transaction, much);
        try (var document = new Contents.Writer(transaction);
                var ahead = new ReadAhead<CheckedReport>(sink -> {
                    var ordinal = new int[1];
                    WrittenReports.of(file, form, request.mapping())
                            .read(
                                    written -> sink.accept(CheckedReport.of(
                                            written,
                                            reader,
                                            rules,
                                            form.id(),
                                            origin.submission(),
                                            ++ordinal[0],
                                            request.organisation())),
                                    aboutTheFile::add);
                })) {
            for (var next = ahead.next(); next.isPresent(); next = ahead.next()) {
                places.insert(nextId, next.get().read().report());
                take(document, open, comparison, origin, nextId++, next.get());
                progress.accept(read);
            }
            for (var finding : aboutTheFile) {
                ReportRows.insertFinding(transaction, origin.reading(), null, finding);
                note(finding);
            }
            document.writeRecord(ReadingDocument.aboutTheFile(aboutTheFile));
            comparison.complete();
            places.complete();
            open.forEach(ReportRegister::complete);
            return document.finish();
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    private void take(
            Contents.Writer document,
            List<ReportRegister> open,
            Comparison comparison,
            ReportRows.Origin origin,
            long id,
            CheckedReport checked)
            throws SQLException {
        var report = comparison.compare(checked, id);
        boolean asChecked =
                report.findings().size() == checked.read().findings().size();
        var line = asChecked ? checked.line() : ReadingDocument.line(report);
        int part = document.writeRecord(line.bytes());
        ReportRows.insertReport(transaction, id, origin, report, line.fingerprint(), part);
        var offices = means.signatories().offices(transaction, form.id(), report.report());
        Offices.insert(transaction, id, offices);
        comparison.note(checked, id);
        report.findings().forEach(this::note);
        read++;
        if (report.blocked()) {
            blocked++;
        } else if (approving.test(offices) && permitted(open, report, id)) {
            Approval.approve(transaction, open, form.id(), id, report, moment, request.actor(), false);
            approved.add(report.report().ordinal());
            count(report);
        }
    }

    /** What a rule does not permit as things stand now waits for a decision; its findings say why. */
    private boolean permitted(List<ReportRegister> open, ReadReport report, long id) {
        var candidate = new AcceptedReport(report.report(), form.id(), id, null, moment);
        try {
            open.forEach(register -> register.requirePermitted(candidate));
            return true;
        } catch (RefusedReportException refused) {
            return false;
        }
    }

    private void note(Finding finding) {
        counts.merge(finding.code(), 1L, Long::sum);
        if (shown.size() < FINDINGS_SHOWN) {
            shown.add(finding);
        }
    }

    private void count(ReadReport approvedReport) {
        var answers = approvedReport.report().answers();
        for (var find : approvedReport.report().repeat("finds")) {
            var category = find.code("category");
            var quantity = find.whole("quantity");
            if (category != null && quantity != null) {
                finds.merge(OrdnanceCategory.valueOf(category).bulletinGroup(), quantity, Long::sum);
            }
        }
        var declared = ProgressReport.declaredArea(answers);
        var type = answers.code("activity_type");
        if (declared != null
                && type != null
                && results.getOrDefault(type, ActivityResult.NONE) == ActivityResult.CLEARED) {
            cleared += declared.area().value();
        }
    }
}
