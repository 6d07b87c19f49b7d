// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.land.LandActKind;
import org.clearground.land.print.CertificateJson;
import org.clearground.land.print.CertificatePage;
import org.clearground.land.store.Certificate;
import org.clearground.land.store.Certificates;
import org.clearground.reports.ReportId;
import org.clearground.reports.forms.CountryWords;
import org.clearground.web.Frame;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Completion reports and handover certificates, and the check of a paper by its code. */
final class LandPaperCommands {

    private LandPaperCommands() {}

    private static final JsonMapper JSON = JsonMapper.builder().build();

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
}
