// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clearground.access.Action;
import org.clearground.access.Resource;
import org.clearground.access.Right;
import org.clearground.access.Rights;
import org.clearground.access.Role;
import org.clearground.access.Scope;
import org.junit.jupiter.api.Test;

/** The document of rights is written from the table that the guard asks. With {@code -Drights.write=true} it is written anew. */
class RightsDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/operators/rights.md");

    @Test
    void theDocumentSaysWhatTheTableSays() throws IOException {
        if (Boolean.getBoolean("rights.write")) {
            Files.writeString(DOCUMENT, document());
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(document());
    }

    private static String document() {
        var text = new StringBuilder(
                """
                <!-- SPDX-License-Identifier: Apache-2.0 -->
                # Rights

                Made from the code that asks for them; do not write here. What has no entry is denied. These rights hold as soon as there is an [account](accounts.md).

                ## Roles

                | Role | What for | Kept to |
                |---|---|---|
                """);
        for (var role : Role.values()) {
            text.append("| ").append(role == Role.PUBLIC ? "–" : "`" + role.code() + "`");
            text.append(" | ").append(role.purpose()).append(" | ");
            text.append(
                            role.isOfOneOrganisation()
                                    ? "its own body"
                                    : role.canBeKeptToDistricts() ? "districts, where its account names some" : "–")
                    .append(" |\n");
        }
        text.append(
                """

                ## What each role may do

                `all`: all records. `own`: those of its own body; another body's record answers like one that does not exist.

                | Resource | Action |""");
        for (var role : Role.values()) {
            text.append(' ')
                    .append(role == Role.PUBLIC ? "nobody signed in" : role.code())
                    .append(" |");
        }
        text.append("\n|---|---|").append("---|".repeat(Role.values().length)).append('\n');
        for (var line : Rights.table()) {
            text.append("| ").append(line.right().resource().meaning()).append(" | ");
            text.append(line.right().action()).append(" |");
            for (var role : Role.values()) {
                text.append(' ')
                        .append(Rights.scope(role, line.right())
                                .map(RightsDocumentTest::written)
                                .orElse("–"))
                        .append(" |");
            }
            text.append('\n');
        }
        text.append("\nNo page or JSON asks for these yet; they are done by commands: ")
                .append(Rights.table().stream()
                        .map(Rights.Line::right)
                        .filter(right -> !isAsked(right))
                        .map(right -> right.resource() + " " + right.action())
                        .collect(Collectors.joining(", ")))
                .append(
                        ".\n\n## What each address asks for\n\n| Address | Resource | Action | Keeps to |\n|---|---|---|---|\n");
        Endpoints.READING.forEach((pattern, need) -> endpoint(text, "", pattern, need));
        Endpoints.SENDING.forEach((pattern, need) -> endpoint(text, "POST ", pattern, need));
        text.append("\n## What the key of a device opens\n\nAs far as the role of its account may, and nothing else: ")
                .append(Stream.concat(
                                Endpoints.SENDING_BY_KEY.stream().map(pattern -> "`POST " + pattern + "`"),
                                Endpoints.READING_BY_KEY.stream().map(pattern -> "`" + pattern + "`"))
                        .collect(Collectors.joining(", ")))
                .append(".\n");
        return text.append(
                        "\nAn address that cannot keep to a body or to districts does not answer an account that is kept to them.\n")
                .toString();
    }

    private static void endpoint(StringBuilder text, String method, String pattern, Endpoints.Need need) {
        text.append("| `").append(method).append(pattern).append("` | ");
        if (need instanceof Endpoints.ARight asked) {
            text.append(asked.right().resource())
                    .append(" | ")
                    .append(asked.right().action());
            text.append(" | ")
                    .append(
                            asked.keepsTo().isEmpty()
                                    ? "–"
                                    : asked.keepsTo().stream()
                                            .map(RightsDocumentTest::written)
                                            .collect(Collectors.joining(", ")));
        } else {
            text.append(
                    need instanceof Endpoints.AnAccount
                            ? "an account | – | –"
                            : need instanceof Endpoints.OfRegister
                                    ? "that of the register | VIEW | as the register can"
                                    : "nothing | – | –");
        }
        text.append(" |\n");
    }

    /** What addresses ask for, registers included. */
    private static Stream<Endpoints.Need> needs() {
        return Stream.of(
                        Endpoints.READING.values().stream(),
                        Endpoints.SENDING.values().stream(),
                        Stream.of(Resource.FIND, Resource.WORKED_GROUND, Resource.REFERENCE)
                                .map(resource ->
                                        new Endpoints.ARight(new Right(resource, Action.VIEW), java.util.Set.of())))
                .flatMap(some -> some);
    }

    private static boolean isAsked(Right right) {
        return needs().anyMatch(need ->
                need instanceof Endpoints.ARight asked && asked.right().equals(right));
    }

    private static String written(Scope scope) {
        return switch (scope) {
            case ALL -> "all";
            case OWN_ORGANISATION -> "own";
            case NAMED_DISTRICTS -> "districts";
        };
    }

    @Test
    void everyResourceIsAskedForSomewhere() {
        assertThat(Arrays.stream(Resource.values())).allSatisfy(resource -> assertThat(needs())
                .anySatisfy(need -> assertThat(need instanceof Endpoints.ARight asked
                                && asked.right().resource() == resource)
                        .as("%s", resource)
                        .isTrue()));
    }
}
