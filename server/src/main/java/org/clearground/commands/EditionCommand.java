// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.clearground.bulletins.Edition;
import org.clearground.bulletins.print.EditionFolder;
import org.clearground.bulletins.print.EditionList;
import org.clearground.bulletins.print.EditionSeal;
import org.clearground.bulletins.store.EditionQueries;
import org.clearground.bulletins.store.Editions;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.Digest;
import org.clearground.ledger.Ledger;
import org.clearground.time.ReportingPeriod;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "edition",
        description =
                "Freezes bulletins to be published: prepare, sign, list, show, verify. One person prepares, another signs.")
final class EditionCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The store's directory; to verify a folder, none is needed.")
    private @Nullable Path directory;

    @Parameters(index = "0", paramLabel = "WHAT", description = "prepare, sign, list, show, verify or key.")
    private String what = "list";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "WHICH",
            description =
                    "prepare: a week, month, quarter or year, 2024-W18, 2024-05, 2024-Q2, 2024; sign and show: an edition, 2024-W18-1;"
                            + " verify: a folder, a file or a SHA-256; key: create, show or retire.")
    private @Nullable String which;

    @Option(names = "--from", paramLabel = "D", description = "First day of another period, 2024-04-29.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "D", description = "Its last day.")
    private @Nullable String to;

    @Option(
            names = "--as",
            paramLabel = "NAME",
            description = "Who prepares or signs; the account, where people have some.")
    private @Nullable String person;

    @Option(
            names = "--final",
            description = "prepare: no more is expected of the period; refused as long as a report of it waits.")
    private boolean finalEdition;

    @Option(
            names = "--sha256",
            paramLabel = "SHA256",
            description = "sign: only if the edition is the one with this digest, as show prints it.")
    private @Nullable String seen;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "verify: the authority's public key, as it handed it out; the folder must be signed with it.")
    private @Nullable Path key;

    @Option(names = "--lang", defaultValue = "en", description = "show: in this language of the pack.")
    private String language = "en";

    @Override
    public Integer call() throws IOException {
        switch (what) {
            case "prepare" -> prepare();
            case "sign" -> sign();
            case "list" -> list();
            case "show" -> show();
            case "verify" -> {
                return verify();
            }
            case "key" -> key();
            default ->
                throw wrong("\"" + what
                        + "\" is nothing to do with editions; say prepare, sign, list, show, verify or key");
        }
        return ExitCodes.DONE;
    }

    private void prepare() {
        var period = period();
        var name = name();
        try (var application = open()) {
            var edition = application
                    .editions()
                    .prepare(period, finalEdition ? Edition.Standing.FINAL : Edition.Standing.PROVISIONAL, name);
            System.out.println("Prepared " + edition.standing().word() + " edition " + edition.id() + " with "
                    + edition.documents().size() + " documents, " + edition.digest() + ".");
            System.out.println("It is public when another person signs it: clearground edition sign " + edition.id()
                    + " --as NAME --data " + directory);
        }
    }

    private void sign() {
        var name = name();
        var digest = seen == null ? null : digest(seen);
        try (var application = open()) {
            var edition = application.editions().sign(id(), digest, name);
            var seal = application.store().read(transaction -> new EditionQueries(transaction).seal(edition));
            System.out.println("Published edition " + edition.id() + ", " + edition.digest() + ", "
                    + seal.map(signed -> "signed with the key " + signed.fingerprint() + ".")
                            .orElse("not signed with a key; see: clearground edition key create"));
        }
    }

    /** The authority's key, beside the store. */
    private void key() {
        try (var application = open()) {
            var keys = application.editionKey();
            switch (which == null ? "show" : which) {
                case "create" ->
                    tellKey(
                            "Made the key",
                            keys.create(),
                            "Editions that are signed from now on are signed with it. Keep"
                                    + " a copy of " + directory
                                    + "/keys apart from the backups: who has it can publish in the"
                                    + " authority's name. Hand its fingerprint out by another way than the site.");
                case "show" ->
                    tellKey(
                            "The key is",
                            keys.find()
                                    .orElseThrow(
                                            () -> new ProblemException(
                                                    ProblemCode.NOT_FOUND,
                                                    "editions are published without a key; see: clearground edition key create")),
                            "");
                case "retire" ->
                    tellKey(
                            "Put aside the key",
                            keys.retire(),
                            "It signs nothing any more; what it signed stays as it is.");
                default -> throw wrong("say edition key create, show or retire");
            }
        }
    }

    private static void tellKey(String what, byte[] key, String means) {
        System.out.println(what + " " + EditionSeal.fingerprint(key) + ".");
        System.out.print(new String(EditionSeal.pem(key), StandardCharsets.US_ASCII));
        if (!means.isEmpty()) {
            System.out.println(means);
        }
    }

    private void list() {
        try (var application = open()) {
            application
                    .store()
                    .read(transaction -> new EditionQueries(transaction).list())
                    .forEach(edition -> System.out.println(edition.id() + "  " + edition.period() + "  "
                            + edition.digest().abbreviated() + "  prepared by "
                            + edition.prepared().person() + "  "
                            + edition.standing().word() + "  " + state(edition)
                            + (edition.sample() ? "  SAMPLE DATA" : "")));
        }
    }

    private static String state(Edition edition) {
        var signed = edition.signed();
        return signed == null
                ? "waits for a signature"
                : "published " + Ledger.written(signed.at()) + ", signed by " + signed.person();
    }

    private void show() {
        try (var application = open()) {
            String shown = application.store().read(transaction -> {
                var edition = Editions.find(transaction, id());
                var out = new StringBuilder();
                edition.documents().forEach(document -> out.append(document.digest())
                        .append("  ")
                        .append(document.name())
                        .append('\n'));
                var text = edition.find("bulletin." + language + ".txt")
                        .orElseThrow(() -> wrong("edition " + edition.id() + " does not speak \"" + language + "\""));
                return "Edition " + edition.id() + ", " + edition.standing().word() + ", " + state(edition)
                        + ", prepared by "
                        + edition.prepared().person() + " "
                        + Ledger.written(edition.prepared().at()) + "\n\n"
                        + new String(new EditionQueries(transaction).content(text), StandardCharsets.UTF_8) + "\n"
                        + out + "\nSHA-256 of the list of these documents, which is the edition's: "
                        + edition.digest() + "\n";
            });
            System.out.print(shown);
            System.out.flush();
        }
    }

    private Application open() {
        if (directory == null) {
            throw wrong("say with --data which store");
        }
        return Application.open(directory);
    }

    /** A folder on its own, and against the store where one is named; a file or a digest against the store. */
    private int verify() throws IOException {
        if (which == null) {
            throw wrong("say what to verify: a folder with " + EditionList.NAME + ", a file, or a SHA-256");
        }
        var path = Path.of(which);
        if (Files.isDirectory(path)) {
            var theirs = key == null ? null : publicKey(key);
            var folder = EditionFolder.read(path);
            folder.wrong().forEach(System.out::println);
            System.out.println(
                    "Edition " + folder.edition().id() + ", " + folder.edition().digest() + ": "
                            + (folder.wrong().isEmpty()
                                    ? "all " + folder.edition().documents().size() + " documents are as it lists them."
                                    : "NOT as it was made."));
            boolean signed = tellSeal(folder, path, theirs);
            if (directory == null) {
                if (key == null) {
                    System.out.println("Compare this SHA-256 with the one that the authority publishes: the documents"
                            + " themselves do not prove who made them.");
                }
                return signed && folder.wrong().isEmpty() ? ExitCodes.DONE : ExitCodes.NEEDS_A_PERSON;
            }
            boolean published = tell(folder.edition().digest());
            return signed && published && folder.wrong().isEmpty() ? ExitCodes.DONE : ExitCodes.NEEDS_A_PERSON;
        }
        if (key != null) {
            throw wrong("--key verifies a folder of an edition; name the folder");
        }
        var digest = Files.isRegularFile(path) ? Digest.of(Files.readAllBytes(path)) : digest(which);
        return tell(digest) ? ExitCodes.DONE : ExitCodes.NEEDS_A_PERSON;
    }

    /**
     * Says by which key a folder is signed. A folder without a signature is refused only where a key is asked for.
     *
     * @return whether nothing speaks against it
     */
    private boolean tellSeal(EditionFolder folder, Path path, byte @Nullable [] theirs) throws IOException {
        var seal = folder.seal();
        if (seal == null) {
            System.out.println("It is not signed with a key: " + EditionSeal.NAME + " or " + EditionSeal.KEY_NAME
                    + " is missing or cannot be read.");
            return theirs == null;
        }
        if (!seal.holds(Files.readAllBytes(path.resolve(EditionList.NAME)))) {
            System.out.println(
                    "The signature in " + EditionSeal.NAME + " is NOT one of this list with the key beside it.");
            return false;
        }
        if (theirs == null) {
            System.out.println("It is signed with the key " + seal.fingerprint()
                    + "; whether this is the authority's, --key FILE or its fingerprint tells.");
            return true;
        }
        boolean isTheirs = EditionSeal.fingerprint(theirs).equals(seal.fingerprint());
        System.out.println(
                isTheirs
                        ? "It is signed with the key in " + key + ", " + seal.fingerprint() + "."
                        : "It is signed with the key " + seal.fingerprint() + ", NOT with the one in " + key + ".");
        return isTheirs;
    }

    private static byte[] publicKey(Path file) throws IOException {
        try {
            return EditionSeal.key(Files.readAllBytes(file));
        } catch (IllegalArgumentException | NoSuchFileException none) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "there is no Ed25519 public key in PEM in " + file, none);
        }
    }

    /** Says of which public edition a digest is; what waits for a signature is not spoken of. */
    private boolean tell(Digest digest) {
        try (var application = open()) {
            var published = application.store().read(transaction -> new EditionQueries(transaction).published());
            for (var edition : published) {
                var document = edition.documents().stream()
                        .filter(each -> each.digest().equals(digest))
                        .findFirst();
                if (edition.digest().equals(digest) || document.isPresent()) {
                    var newest = published.stream()
                            .filter(each -> each.period().equals(edition.period()))
                            .findFirst()
                            .orElse(edition);
                    System.out.println(document.map(Edition.Document::name).orElse(EditionList.NAME) + " of edition "
                            + edition.id()
                            + (newest.equals(edition)
                                    ? ", the newest of its period."
                                    : ", which edition " + newest.id() + " replaced."));
                    return true;
                }
            }
        }
        System.out.println("No edition of this authority has this digest.");
        return false;
    }

    private ReportingPeriod period() {
        try {
            if (which != null && from == null && to == null) {
                return ReportingPeriod.named(which);
            }
        } catch (IllegalArgumentException unreadable) {
            throw new ProblemException(ProblemCode.WRONG_CALL, String.valueOf(unreadable.getMessage()), unreadable);
        }
        if (which == null && from != null && to != null) {
            return Days.period(from, to);
        }
        throw wrong(
                "say of which period: edition prepare 2024-W18, 2024-05, 2024-Q2 or 2024, or edition prepare --from D --to D");
    }

    private String id() {
        if (which == null) {
            throw wrong("name the edition, such as 2024-W18-1; see: clearground edition list");
        }
        return which;
    }

    private String name() {
        if (person == null || person.isBlank()) {
            throw wrong("say with --as who does this: one person prepares an edition and another signs it");
        }
        return person.strip();
    }

    private static Digest digest(String text) {
        try {
            return new Digest(text);
        } catch (IllegalArgumentException unreadable) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "\"" + text + "\" is no SHA-256 and no file; edition show prints that of the edition",
                    unreadable);
        }
    }

    private static ProblemException wrong(String sentence) {
        return new ProblemException(ProblemCode.WRONG_CALL, sentence);
    }
}
