// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.clearground.accounts.OutsideIssuer;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The issuer outside at which people may sign in. Its secret never stands on the command line. */
final class IssuerOption {

    /** The secret, where no file holds it. */
    static final String SECRET = "CLEARGROUND_OIDC_SECRET";

    @Option(
            names = "--oidc-issuer",
            paramLabel = "URL",
            description = "Let people sign in at this issuer (OpenID Connect) as well, as it calls itself.")
    private @Nullable String issuer;

    @Option(names = "--oidc-client", paramLabel = "ID", description = "By which the issuer knows this site.")
    private @Nullable String client;

    @Option(
            names = "--oidc-secret-file",
            paramLabel = "FILE",
            description = "Its first line is the secret that the issuer shares with this site; else the variable "
                    + SECRET + " of the environment.")
    private @Nullable Path secretFile;

    @Option(
            names = "--oidc-name",
            paramLabel = "TEXT",
            description = "What people call the issuer; its host if not said.")
    private @Nullable String name;

    /** The issuer that the options name; null where they name none. */
    @Nullable
    OutsideIssuer read(Map<String, String> environment) {
        if (issuer == null) {
            if (client != null || secretFile != null || name != null) {
                throw wrong("the other options of an issuer need --oidc-issuer");
            }
            return null;
        }
        if (client == null) {
            throw wrong("say with --oidc-client as what the issuer knows this site");
        }
        var secret = secretFile == null ? environment.getOrDefault(SECRET, "") : firstLine(secretFile);
        if (secret.isBlank()) {
            throw wrong("the secret shared with the issuer is missing; write it into a file that only you can read and"
                    + " say --oidc-secret-file FILE");
        }
        var address = OutsideIssuer.address(issuer);
        var host = address == null ? null : address.getHost();
        return new OutsideIssuer(
                issuer, client, secret.strip(), name == null ? host == null ? "–" : host : name.strip());
    }

    private static String firstLine(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().orElse("");
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "there is no file " + file + " that can be read", unreadable);
        }
    }

    private static ProblemException wrong(String sentence) {
        return new ProblemException(ProblemCode.WRONG_CALL, sentence);
    }
}
