// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.errors.SourcePlace;
import org.clearground.imports.ReceivedFile;
import org.clearground.ledger.Contents;
import org.clearground.ledger.Digest;
import org.clearground.ledger.EntryKind;
import org.clearground.ledger.Ledger;
import org.clearground.ordnance.BulletinGroup;
import org.clearground.ordnance.OrdnanceCategory;
import org.clearground.organisations.Organisation;
import org.clearground.packs.Pack;
import org.clearground.places.District;
import org.clearground.places.Gazetteer;
import org.clearground.reports.AcceptedReport;
import org.clearground.reports.ActivityResult;
import org.clearground.reports.CodeLists;
import org.clearground.reports.FormDefinition;
import org.clearground.reports.FormReader;
import org.clearground.reports.NationalParameters;
import org.clearground.reports.ProgressReport;
import org.clearground.reports.ReadReport;
import org.clearground.reports.ReportRegister;
import org.clearground.reports.forms.PackCodeLists;
import org.clearground.reports.forms.PackForms;
import org.clearground.reports.forms.PackParameters;
import org.clearground.reports.intake.WrittenReports;
import org.clearground.storage.StorageProblem;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;

/**
 * Takes a file of reports in, wholly or not at all: keeps its bytes, reads it by a form, checks it by the rules, and, if
 * asked, approves what no finding blocks.
 */
public final class ReportImport {

    private static final int FINDINGS_SHOWN = 1_000;
    private static final long MUCH_BYTES = 4L << 20;

    private final Store store;
    private final Ledger ledger;
    private final ReportRegisters registers;
    private final Rulebook rulebook;
    private final Signatories signatories;
    private final Clock clock;

    public ReportImport(
            Store store,
            Ledger ledger,
            ReportRegisters registers,
            Rulebook rulebook,
            Signatories signatories,
            Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.registers = registers;
        this.rulebook = rulebook;
        this.signatories = signatories;
        this.clock = clock;
    }

    /** What the country says that a report is read and checked by. What is made of it is made once. */
    public static final class Country {
        private final Pack pack;
        private final Gazetteer places;
        private final Map<String, Organisation> organisations;
        private final Map<String, Form> forms = new ConcurrentHashMap<>();

        public Country(Pack pack, Gazetteer places, Map<String, Organisation> organisations) {
            this.pack = pack;
            this.places = places;
            this.organisations = Map.copyOf(organisations);
        }

        record Form(FormDefinition definition, CodeLists lists, NationalParameters parameters) {}

        public Pack pack() {
            return pack;
        }

        public Gazetteer places() {
            return places;
        }

        NationalParameters parameters() {
            return PackParameters.national(pack);
        }

        List<FormDefinition> forms() {
            return PackForms.ids(pack).stream().map(id -> form(id).definition()).toList();
        }

        /** Every code of a list, in whichever form its choices stand. */
        Set<String> codes(String list) {
            return switch (list) {
                case "organisations" -> organisations.keySet();
                case "districts" ->
                    places.listDistricts().stream().map(District::code).collect(Collectors.toSet());
                default -> PackCodeLists.codes(pack, list);
            };
        }

        Form form(String id) {
            return forms.computeIfAbsent(id, any -> {
                var definition = PackForms.form(pack, id);
                return new Form(
                        definition,
                        new PackCodeLists(pack, definition, places, organisations),
                        PackParameters.national(pack));
            });
        }
    }

    /** Undoes a dry run. It never leaves this class. */
    private static final class DryRunEnds extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient ImportResult result;

        DryRunEnds(ImportResult result) {
            super(null, null, false, false);
            this.result = result;
        }
    }

    /**
     * Takes a file in.
     *
     * @param progress told how many reports were written so far
     * @throws ProblemException if the file cannot be read at all, or the store not written; then nothing is kept
     */
    public ImportResult run(ImportRequest request, Country country, LongConsumer progress) {
        var file = ReceivedFile.inspect(request.file());
        var form = country.form(request.form());
        if (request.organisation() != null && !country.organisations.containsKey(request.organisation())) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "there is no organisation \"" + request.organisation() + "\"; the pack has "
                            + new TreeSet<>(country.organisations.keySet()));
        }
        try {
            return store.write(transaction -> {
                var before = importedBefore(transaction, file, form.definition(), request);
                if (before.isPresent()) {
                    return unchanged(file, request, before.get());
                }
                var result = new Run(transaction, request, country, file, form, progress).take();
                if (request.dryRun()) {
                    throw new DryRunEnds(result);
                }
                return result;
            });
        } catch (DryRunEnds undone) {
            return undone.result;
        }
    }

    private static Optional<Instant> importedBefore(
            Transaction transaction, ReceivedFile file, FormDefinition form, ImportRequest request) {
        var earlier = new TreeMap<String, Instant>();
        try {
            var select = transaction.prepared(
                    "select form_version, mapping, read_at_ms from reading where submission = ?" + " and form = ?");
            select.setString(1, file.digest().hex());
            select.setString(2, form.id());
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    earlier.put(row.getString(1) + "/" + row.getString(2), Instant.ofEpochMilli(row.getLong(3)));
                }
            }
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        var same = Optional.ofNullable(
                earlier.get(form.version() + "/" + request.mapping().fingerprint()));
        long decided = same.isPresent() ? 0 : decided(transaction, file, form);
        if (decided > 0) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    file.name() + " was imported before in another reading, and " + decided
                            + " of its reports are decided; send a corrected file with the same report numbers instead");
        }
        return same;
    }

    private static long decided(Transaction transaction, ReceivedFile file, FormDefinition form) {
        return transaction
                .sql()
                .sql("select count(*) from report where reading in"
                        + " (select id from reading where submission = ? and form = ?)"
                        + " and status not in ('PENDING', 'REREAD', 'RETURNED')")
                .params(file.digest().hex(), form.id())
                .query(Long.class)
                .single();
    }

    private static ImportResult unchanged(ReceivedFile file, ImportRequest request, Instant before) {
        return new ImportResult(
                file.name(), file.digest(), before, request.dryRun(), 0, 0, 0, List.of(), Map.of(), Map.of(), 0);
    }

    /** One file on its way in, inside one transaction. */
    private final class Run {
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
        private long read;
        private long blocked;
        private long cleared;

        Run(
                Transaction transaction,
                ImportRequest request,
                Country country,
                ReceivedFile file,
                Country.Form known,
                LongConsumer progress) {
            this.transaction = transaction;
            this.request = request;
            this.country = country;
            this.file = file;
            this.known = known;
            this.form = known.definition();
            this.progress = progress;
            this.moment = ledger.moment(transaction);
            this.results = PackParameters.activityResults(country.pack);
        }

        ImportResult take() {
            var submission = keep();
            ReportRows.insertSubmission(
                    transaction,
                    ledger.append(
                            transaction,
                            moment,
                            request.actor(),
                            request.organisation(),
                            EntryKind.RECEIVED,
                            submission.hex(),
                            Map.of(
                                    "bytes", file.bytes(),
                                    "contents", List.of(submission.hex()),
                                    "fileName", file.name(),
                                    "mediaType", file.kind().mediaType())));
            ReportRows.supersedeEarlierReadings(transaction, submission, form.id());
            long readingId = ReportRows.nextId(transaction, "reading");
            var reading = readAndWrite(new ReportRows.Origin(readingId, submission, form.id(), moment));
            ReportRows.insertReading(transaction, readingId, appendRead(submission, reading));
            if (approved.count() > 0) {
                ledger.append(
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

        private org.clearground.ledger.LedgerEntry appendRead(Digest submission, Digest reading) {
            var body = new TreeMap<String, Object>();
            body.put("contents", List.of(reading.hex()));
            body.put("form", form.id());
            body.put("formVersion", form.version());
            body.put("mapping", request.mapping().asMap());
            body.put("mappingFingerprint", request.mapping().fingerprint());
            body.put("reading", reading.hex());
            body.put("reports", read);
            return ledger.append(
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
            var open = registers.open(transaction, much);
            var reader = new FormReader(form, known.lists(), request.mapping().decimalMark());
            var today = clock.instant().atZone(country.pack.zone()).toLocalDate();
            var rules = rulebook.of(country.pack, form.id(), country.places, known.parameters(), today);
            var aboutTheFile = new ArrayList<Finding>();
            long nextId = ReportRows.nextId(transaction, "report");
            try (var document = new Contents.Writer(transaction);
                    var ahead = new ReadAhead<Checked>(sink -> {
                        var ordinal = new int[1];
                        WrittenReports.of(file, form, request.mapping())
                                .read(
                                        written -> {
                                            var read = rules.check(
                                                    reader.read(origin.submission(), ++ordinal[0], written),
                                                    written,
                                                    request.organisation());
                                            sink.accept(new Checked(
                                                    read,
                                                    ReadingDocument.line(read),
                                                    written.main().at("report_no")));
                                        },
                                        aboutTheFile::add);
                    })) {
                for (var next = ahead.next(); next.isPresent(); next = ahead.next()) {
                    take(document, open, origin, nextId++, next.get());
                    progress.accept(read);
                }
                for (var finding : aboutTheFile) {
                    ReportRows.insertFinding(transaction, origin.reading(), null, finding);
                    note(finding);
                }
                document.writeRecord(ReadingDocument.aboutTheFile(aboutTheFile));
                open.forEach(ReportRegister::complete);
                return document.finish();
            } catch (SQLException failed) {
                throw StorageProblem.of(failed);
            }
        }

        private void take(
                Contents.Writer document, List<ReportRegister> open, ReportRows.Origin origin, long id, Checked checked)
                throws SQLException {
            var report = foreseen(open, id, withStoreFindings(checked), checked.place());
            boolean asChecked =
                    report.findings().size() == checked.read().findings().size();
            var line = asChecked ? checked.line() : ReadingDocument.line(report);
            int part = document.writeRecord(line.bytes());
            ReportRows.insertReport(transaction, id, origin, report, line.fingerprint(), part);
            report.findings().forEach(this::note);
            read++;
            if (report.blocked()) {
                blocked++;
            } else if (request.approve()
                    && signatories.offices(form.id(), report.report()).size() < 2
                    && permitted(open, id, report)) {
                Approval.approve(transaction, open, form.id(), id, report, moment, request.actor(), false);
                approved.add(report.report().ordinal());
                count(report);
            }
        }

        /** What a rule does not permit as things stand now waits for a decision; its findings say why. */
        private boolean permitted(List<ReportRegister> open, long id, ReadReport report) {
            var candidate = new AcceptedReport(report.report(), form.id(), id, null, moment);
            try {
                open.forEach(register -> register.requirePermitted(candidate));
                return true;
            } catch (ProblemException refused) {
                return false;
            }
        }

        /** Whether the store knows this report already, or one of its number. */
        private ReadReport withStoreFindings(Checked checked) throws SQLException {
            var read = checked.read();
            var duplicate = EarlierReports.sameContent(
                    transaction, form.id(), checked.line().fingerprint());
            if (duplicate.isPresent()) {
                return with(read, EarlierReports.duplicate(checked.place(), duplicate.get()));
            }
            var number = read.report().answers().text("report_no");
            var earlier = EarlierReports.sameNumber(
                    transaction, form.id(), read.report().answers());
            return earlier.isPresent() && number != null
                    ? with(read, EarlierReports.correction(checked.place(), number, earlier.get()))
                    : read;
        }

        /** What the registers would say to a report that nothing blocks so far. */
        private ReadReport foreseen(List<ReportRegister> open, long id, ReadReport read, SourcePlace place)
                throws SQLException {
            if (read.blocked()) {
                return read;
            }
            boolean corrects =
                    read.findings().stream().anyMatch(finding -> finding.code() == FindingCode.CORRECTS_REPORT);
            var corrected = corrects
                    ? EarlierReports.sameNumber(
                            transaction, form.id(), read.report().answers())
                    : Optional.<EarlierReports.Earlier>empty();
            var candidate = new AcceptedReport(
                    read.report(),
                    form.id(),
                    id,
                    corrected.map(EarlierReports.Earlier::id).orElse(null),
                    moment);
            var findings = new ArrayList<>(read.findings());
            for (var register : open) {
                findings.addAll(register.foresee(candidate, place));
            }
            return findings.size() == read.findings().size() ? read : new ReadReport(read.report(), findings);
        }

        private static ReadReport with(ReadReport read, Finding finding) {
            var findings = new ArrayList<>(read.findings());
            findings.add(finding);
            return new ReadReport(read.report(), findings);
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

    /** A report ready to be written. */
    private record Checked(ReadReport read, ReadingDocument.Line line, SourcePlace place) {}
}
