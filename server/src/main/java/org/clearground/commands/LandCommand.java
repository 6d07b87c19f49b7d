// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.land.LandActKind;
import org.clearground.land.LandBalance;
import org.clearground.land.print.AskedPlace;
import org.clearground.land.print.BalanceText;
import org.clearground.land.print.CertificateJson;
import org.clearground.land.print.CertificatePage;
import org.clearground.land.print.HistoryText;
import org.clearground.land.print.LandJson;
import org.clearground.land.store.Certificate;
import org.clearground.land.store.Certificates;
import org.clearground.land.store.LandBalances;
import org.clearground.land.store.LandHistories;
import org.clearground.packs.Words;
import org.clearground.places.store.PlaceRegister;
import org.clearground.reports.ReportId;
import org.clearground.reports.forms.CountryWords;
import org.clearground.storage.Transaction;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;
import org.clearground.web.Frame;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "land",
        mixinStandardHelpOptions = true,
        description = "The area ledger: balances, histories, cases.",
        subcommands = {
            LandCommand.Balance.class,
            LandCommand.Declared.class,
            LandCommand.History.class,
            LandCommand.Cases.class,
            LandCommand.CertificateCommand.class,
            LandCommand.CompletionCommand.class,
            LandCommand.Verify.class,
            LandCommand.Decide.class,
            LandAlertsCommand.class,
            LandAlertsCommand.Reopen.class,
            LandAlertsCommand.Close.class,
            LandParcelsCommand.class,
            LandSampleCommand.class
        })
final class LandCommand implements Runnable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_CASES = 10_000;

    /** Some 20 km: reports may speak of ground at the border and beyond. */
    private static final double BEYOND_DEGREES = 0.2;

    @picocli.CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "say what of the land");
    }

    /** A table may also be wanted for a spreadsheet. */
    enum TableFormat {
        text,
        json,
        csv
    }

    /** The store, the reader's language, and the moment of the register. */
    static final class Reading {
        @Mixin
        private DataOption data = new DataOption();

        @Option(names = "--lang", defaultValue = "en", description = "Language, as the pack has them: en, az, ru.")
        private String language = "en";

        @Option(names = "--known-at", paramLabel = "T", description = "As known at a moment, 2024-05-06T08:00:00Z.")
        private @Nullable String knownAt;

        @Option(names = "--format", defaultValue = "text", description = "text or json; tables also csv.")
        private TableFormat format = TableFormat.text;

        Application open() {
            return data.open();
        }

        TableFormat format() {
            return format;
        }

        Instant knownAt(Application application) {
            return knownAt == null ? application.clock().instant() : Days.moment(knownAt);
        }

        Words words(Transaction transaction) {
            return new CountryWords().in(transaction, language);
        }

        void print(Map<String, ? extends @Nullable Object> document) {
            System.out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document));
        }

        ProblemException noTable() {
            return new ProblemException(
                    ProblemCode.WRONG_CALL, "this is no table; choose --format text or --format json");
        }
    }

    /** First and last day. */
    static final class PeriodOptions {
        @Option(names = "--from", required = true, paramLabel = "D", description = "First day, 2024-01-01.")
        private String from = "";

        @Option(names = "--to", required = true, paramLabel = "D", description = "Last day, 2024-12-31.")
        private String to = "";

        ReportingPeriod period() {
            return Days.period(from, to);
        }
    }

    @Command(
            name = "balance",
            mixinStandardHelpOptions = true,
            description = "Opening + found + added + reopened − cancelled − reduced − cleared = closing.")
    static final class Balance implements Callable<Integer> {
        @Mixin
        private Reading reading = new Reading();

        @Mixin
        private PeriodOptions period = new PeriodOptions();

        @Option(names = "--by", paramLabel = "DIM", description = "district, organisation, purpose or method.")
        private @Nullable String by;

        @Override
        public Integer call() {
            var asked = period.period();
            var dimension = dimension();
            try (var application = reading.data.open()) {
                var knownAt = reading.knownAt(application);
                application.store().<Boolean>read(transaction -> {
                    var balance = new LandBalances(transaction).balance(asked, knownAt, dimension);
                    var words = reading.words(transaction);
                    switch (reading.format) {
                        case text -> System.out.print(BalanceText.print(balance, words));
                        case csv -> System.out.print(BalanceText.csv(balance, words));
                        case json -> reading.print(new LandJson(words).balance(balance));
                    }
                    System.out.flush();
                    return true;
                });
            }
            return ExitCodes.DONE;
        }

        private LandBalance.Dimension dimension() {
            try {
                return by == null
                        ? LandBalance.Dimension.NONE
                        : LandBalance.Dimension.valueOf(by.strip().toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException unknown) {
                throw new ProblemException(
                        ProblemCode.WRONG_CALL,
                        "cannot break down by \"" + by + "\"; by district, organisation, purpose or method",
                        unknown);
            }
        }
    }

    @Command(
            name = "declared",
            mixinStandardHelpOptions = true,
            description = "What operators say they cleared, what their outlines cover, what was counted before.")
    static final class Declared implements Callable<Integer> {
        @Mixin
        private Reading reading = new Reading();

        @Mixin
        private PeriodOptions period = new PeriodOptions();

        @Option(
                names = "--by",
                paramLabel = "DIM",
                description = "organisation: clearance work of each body; act: all reports of ground by what they do.")
        private String by = "organisation";

        @Override
        public Integer call() {
            var asked = period.period();
            if (!by.equals("organisation") && !by.equals("act")) {
                throw new ProblemException(
                        ProblemCode.WRONG_CALL, "cannot break down by \"" + by + "\"; by organisation or act");
            }
            try (var application = reading.data.open()) {
                var knownAt = reading.knownAt(application);
                application.store().<Boolean>read(transaction -> {
                    var balances = new LandBalances(transaction);
                    var lines = by.equals("act")
                            ? balances.declaredByAct(asked, knownAt)
                            : balances.declared(asked, knownAt);
                    var words = reading.words(transaction);
                    boolean sample = balances.declaredBySample(asked, knownAt);
                    switch (reading.format) {
                        case text -> System.out.print(new HistoryText(words).declared(lines, sample));
                        case csv -> System.out.print(HistoryText.csv(lines));
                        case json -> reading.print(new LandJson(words).declared(asked, lines, sample));
                    }
                    System.out.flush();
                    return true;
                });
            }
            return ExitCodes.DONE;
        }
    }

    @Command(
            name = "history",
            mixinStandardHelpOptions = true,
            description = "Everything on record about a place: \"39.2 47.1\" (latitude longitude), POINT or POLYGON.")
    static final class History implements Callable<Integer> {
        @Mixin
        private Reading reading = new Reading();

        @Parameters(paramLabel = "PLACE", description = "A position, or well-known text with the longitude first.")
        private String place = "";

        @Option(names = "--valid-on", paramLabel = "D", description = "As valid on a day; today if not said.")
        private @Nullable String validOn;

        @Override
        public Integer call() {
            var where = AskedPlace.read(place);
            try (var application = reading.data.open()) {
                var knownAt = reading.knownAt(application);
                application.store().<Boolean>read(transaction -> {
                    requireInCountry(where, transaction);
                    var words = reading.words(transaction);
                    var day = validOn == null
                            ? knownAt.atZone(words.pack().zone()).toLocalDate()
                            : Days.day(validOn);
                    var asOf = new AsOf(day, knownAt);
                    var history = new LandHistories(transaction).history(where, asOf);
                    switch (reading.format) {
                        case text -> System.out.print(new HistoryText(words).history(history, asOf));
                        case json -> reading.print(new LandJson(words).history(history, asOf));
                        case csv -> throw reading.noTable();
                    }
                    System.out.flush();
                    return true;
                });
            }
            return ExitCodes.DONE;
        }

        /** Far from every district nothing is on record, which must not be taken for an answer about ground. */
        private void requireInCountry(Geometry where, Transaction transaction) {
            var country = new Envelope();
            PlaceRegister.gazetteer(transaction)
                    .listDistricts()
                    .forEach(district ->
                            country.expandToInclude(district.shape().polygons().getEnvelopeInternal()));
            country.expandBy(BEYOND_DEGREES);
            var box = where.getEnvelopeInternal();
            if (!country.isNull() && !country.intersects(box)) {
                var swapped = new Envelope(box.getMinY(), box.getMaxY(), box.getMinX(), box.getMaxX());
                throw new ProblemException(
                        ProblemCode.WRONG_CALL,
                        "latitude " + box.getMinY() + ", longitude " + box.getMinX()
                                + " lies far outside this country; "
                                + (country.intersects(swapped)
                                        ? "latitude and longitude are exchanged"
                                        : "check the digits")
                                + ": write \"39.2 47.1\" (latitude longitude) or POLYGON ((47.1 39.2, …))");
            }
        }
    }

    @Command(
            name = "cases",
            mixinStandardHelpOptions = true,
            description = "Where two bodies claim the same ground. It counts once, for the claim approved first.")
    static final class Cases implements Callable<Integer> {
        @Mixin
        private Reading reading = new Reading();

        @Option(names = "--settled", description = "Those in which nothing is open any more.")
        private boolean settled;

        @Option(names = "--own", description = "Also where a body's claims meet its own.")
        private boolean own;

        @Override
        public Integer call() {
            try (var application = reading.data.open()) {
                return application.store().<Integer>read(transaction -> {
                    var cases = new LandHistories(transaction).cases(settled, own, MOST_CASES);
                    var words = reading.words(transaction);
                    switch (reading.format) {
                        case text -> System.out.print(new HistoryText(words).cases(cases));
                        case json -> {
                            var json = new LandJson(words);
                            reading.print(Map.of(
                                    "cases",
                                    cases.stream().map(json::reconciliationCase).toList()));
                        }
                        case csv -> throw reading.noTable();
                    }
                    System.out.flush();
                    return settled || cases.isEmpty() ? ExitCodes.DONE : ExitCodes.NEEDS_A_PERSON;
                });
            }
        }
    }

    /** A paper of a report, as a page that stands alone. */
    static final class PaperOptions {
        @Mixin
        private DataOption data = new DataOption();

        @Parameters(paramLabel = "REPORT", description = "The report's id, or its number; of several the last.")
        private String report = "";

        @Option(names = "--lang", defaultValue = "en", description = "Language, as the pack has them: en, az, ru.")
        private String language = "en";

        @Option(names = "--format", defaultValue = "html", description = "html or json.")
        private PaperFormat format = PaperFormat.html;

        @Option(names = "--out", paramLabel = "FILE", description = "Where to; the terminal if not said.")
        private @Nullable Path out;

        int print(LandActKind kind, String what) {
            try (var application = data.open()) {
                var text = application.store().<String>read(transaction -> {
                    var words = new CountryWords().in(transaction, language);
                    var certificates = new Certificates(transaction);
                    var certificate = find(certificates, kind)
                            .orElseThrow(() -> new ProblemException(
                                    ProblemCode.NOT_FOUND, "there is no approved " + what + " \"" + report + "\""));
                    var since =
                            certificates.since(certificate, application.clock().instant());
                    return format == PaperFormat.json
                            ? JSON.writerWithDefaultPrettyPrinter()
                                            .writeValueAsString(CertificateJson.of(certificate, since, words))
                                    + "\n"
                            : CertificatePage.html(
                                    transaction,
                                    certificate,
                                    since,
                                    Frame.alone(
                                            words,
                                            CertificatePage.title(certificate, words),
                                            certificate.claim().sample() ? words.say("page.sample.reports") : null));
                });
                if (out == null) {
                    System.out.print(text);
                    System.out.flush();
                } else {
                    Files.writeString(out, text);
                    System.out.println("Written to " + out + ".");
                }
            } catch (IOException unwritable) {
                throw new ProblemException(
                        ProblemCode.WRONG_CALL, "cannot write " + out + "; choose another --out", unwritable);
            }
            return ExitCodes.DONE;
        }

        private Optional<Certificate> find(Certificates certificates, LandActKind kind) {
            try {
                return certificates.find(ReportId.of(report), kind);
            } catch (IllegalArgumentException number) {
                return certificates.find(report, kind);
            }
        }
    }

    /** How a paper is printed. */
    enum PaperFormat {
        html,
        json
    }

    @Command(
            name = "certificate",
            mixinStandardHelpOptions = true,
            description = "The certificate of a handover, as HTML that prints on A4.")
    static final class CertificateCommand implements Callable<Integer> {
        @Mixin
        private PaperOptions paper = new PaperOptions();

        @Override
        public Integer call() {
            return paper.print(LandActKind.HANDED_OVER, "handover");
        }
    }

    @Command(
            name = "completion",
            mixinStandardHelpOptions = true,
            description = "A completion report, as HTML that prints on A4.")
    static final class CompletionCommand implements Callable<Integer> {
        @Mixin
        private PaperOptions paper = new PaperOptions();

        @Override
        public Integer call() {
            return paper.print(LandActKind.CLEARANCE_COMPLETED, "completion report");
        }
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Whether a certificate with this code follows from the ledger, and whether it still holds.")
    static final class Verify implements Callable<Integer> {
        @Mixin
        private DataOption data = new DataOption();

        @Parameters(paramLabel = "CODE", description = "Seven groups of four digits, as printed on the paper.")
        private String code = "";

        @Option(names = "--lang", defaultValue = "en", description = "Language, as the pack has them: en, az, ru.")
        private String language = "en";

        @Override
        public Integer call() {
            var digits = Certificates.digits(code)
                    .orElseThrow(
                            () -> new ProblemException(
                                    ProblemCode.WRONG_CALL,
                                    "this is no code of a certificate; one has seven groups of four digits, 0 to 9 and a to f"));
            try (var application = data.open()) {
                return application.store().<Integer>read(transaction -> {
                    var words = new CountryWords().in(transaction, language);
                    var certificates = new Certificates(transaction);
                    var found = certificates.findByDigits(digits).orElse(null);
                    if (found == null) {
                        System.out.println(words.say("land.verify.unknown"));
                        return ExitCodes.NEEDS_A_PERSON;
                    }
                    var since = certificates.since(found, application.clock().instant());
                    var page = new CertificatePage(found, since, null, Frame.alone(words, "", null));
                    System.out.println(words.say("land.verify.found") + " " + CertificatePage.title(found, words));
                    page.facts().forEach(row -> System.out.println("  " + row.label() + ": " + row.text()));
                    System.out.println("  " + words.say("land.paper.content") + ": " + found.sha256());
                    var warning = page.warning();
                    System.out.println(warning == null ? words.say("land.verify.holds") : warning);
                    return warning == null ? ExitCodes.DONE : ExitCodes.NEEDS_A_PERSON;
                });
            }
        }
    }

    @Command(
            name = "decide",
            mixinStandardHelpOptions = true,
            description = "Decides between two claims to the same ground; their numbers stand in: land cases.")
    static final class Decide implements Callable<Integer> {
        @Mixin
        private DataOption data = new DataOption();

        @Parameters(index = "0", paramLabel = "CLAIM", description = "The claim that is set aside.")
        private long claim;

        @Option(names = "--in-favour-of", required = true, paramLabel = "CLAIM", description = "The claim that counts.")
        private long inFavourOf;

        @Option(names = "--reason", required = true, description = "Why; both bodies and the auditor will read it.")
        private String reason = "";

        @Option(names = "--by", paramLabel = "PERSON", description = "Who decides; the machine's user if not said.")
        private @Nullable String by;

        @Override
        public Integer call() {
            try (var application = data.open()) {
                application
                        .claimDecisions()
                        .decide(claim, inFavourOf, reason, by == null ? DataOption.actor() : by.strip());
            }
            System.out.println("Decided: where both speak of the same ground, claim " + inFavourOf + " counts.");
            return ExitCodes.DONE;
        }
    }
}
