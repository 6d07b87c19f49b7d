// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.clearground.access.Account;
import org.clearground.accounts.store.AccountDescription;
import org.clearground.accounts.store.Accounts;
import org.clearground.accounts.store.DeviceKeys;
import org.clearground.accounts.store.Elsewhere;
import org.clearground.accounts.store.Passkeys;
import org.clearground.accounts.store.SecondSteps;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "users",
        description = "Accounts of this node: lists, adds, changes and disables them."
                + " Passwords are never written on the command line.")
final class UsersCommand implements Callable<Integer> {

    private static final int EVENTS = 1_000;

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(
            index = "0",
            paramLabel = "WHAT",
            description =
                    "list, add, role, disable, enable, link, password, sessions, no-second-step, keys, revoke-key,"
                            + " passkeys, revoke-passkey, identity, no-identity, own, not-own or events.")
    private String what = "list";

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "By which they sign in.")
    private @Nullable String name;

    @Option(names = "--role", paramLabel = "ROLE", description = "What they are here for; docs/operators/rights.md.")
    private @Nullable String role;

    @Option(names = "--org", paramLabel = "CODE", description = "The body, for the role operator-officer.")
    private @Nullable String organisation;

    @Option(names = "--district", paramLabel = "CODE", description = "Kept to this district; may be said again.")
    private List<String> districts = List.of();

    @Option(names = "--issuer", paramLabel = "URL", description = "At which they sign in too, as serve names it.")
    private @Nullable String issuer;

    @Option(names = "--subject", paramLabel = "TEXT", description = "Who they are there, as its tokens say it.")
    private @Nullable String subject;

    @Option(names = "--key", paramLabel = "ID", description = "Of the key of a device, or of a passkey.")
    private @Nullable String key;

    @Option(
            names = "--site",
            paramLabel = "URL",
            defaultValue = "http://localhost:8080",
            description = "Where the site is, for links; http://localhost:8080 if not said.")
    private String site = "http://localhost:8080";

    /** Something done to the accounts. */
    private interface Doing {
        void with(Accounts accounts, Transaction transaction);
    }

    @Override
    public Integer call() {
        try (var application = data.open()) {
            switch (what) {
                case "list" -> list(application);
                case "events" -> events(application);
                case "add" -> {
                    write(application, (accounts, transaction) -> {
                        accounts.add(described(transaction), DataOption.actor());
                        tellLink(accounts.giveLink(name(), DataOption.actor()));
                    });
                }
                case "role" ->
                    write(application, (accounts, transaction) -> {
                        accounts.get(name());
                        accounts.change(described(transaction), DataOption.actor());
                        System.out.println("The account " + name() + " is changed.");
                    });
                case "disable", "enable" ->
                    write(application, (accounts, transaction) -> {
                        accounts.disable(name(), what.equals("disable"), DataOption.actor());
                        System.out.println("The account " + name() + " is " + what + "d.");
                    });
                case "sessions" ->
                    write(application, (accounts, transaction) -> {
                        accounts.endSessions(name(), DataOption.actor());
                        System.out.println("The sessions of " + name() + " have ended.");
                    });
                case "no-second-step" ->
                    write(application, (accounts, transaction) -> {
                        accounts.get(name());
                        new SecondSteps(transaction, application.clock()).takeAway(name(), DataOption.actor());
                        System.out.println(name() + " signs in with the password alone.");
                    });
                case "keys" -> keys(application);
                case "revoke-key" ->
                    write(application, (accounts, transaction) -> {
                        accounts.get(name());
                        new DeviceKeys(transaction, application.clock()).revoke(name(), key(), DataOption.actor());
                        System.out.println("The key " + key() + " of " + name() + " holds no more.");
                    });
                case "passkeys" -> passkeys(application);
                case "revoke-passkey" ->
                    write(application, (accounts, transaction) -> {
                        accounts.get(name());
                        new Passkeys(transaction, application.clock()).revoke(name(), key(), DataOption.actor());
                        System.out.println("The passkey " + key() + " of " + name()
                                + " lets nobody in any more; the sessions of the account have ended.");
                    });
                case "identity" ->
                    write(application, (accounts, transaction) -> {
                        if (issuer == null || subject == null) {
                            throw wrong(
                                    "say who it is, and where: clearground users identity NAME --issuer URL --subject TEXT");
                        }
                        new Elsewhere(transaction, application.clock())
                                .link(name(), issuer, subject, DataOption.actor());
                        System.out.println(name() + " may sign in at " + issuer + " as well.");
                    });
                case "no-identity" ->
                    write(application, (accounts, transaction) -> {
                        new Elsewhere(transaction, application.clock()).unlink(name(), DataOption.actor());
                        System.out.println(name() + " signs in here alone; sessions have ended.");
                    });
                case "own", "not-own" ->
                    write(application, (accounts, transaction) -> {
                        accounts.letDecideOwn(name(), what.equals("own"), DataOption.actor());
                        System.out.println(name() + (what.equals("own") ? " may" : " may not")
                                + " decide on reports that they sent in themselves.");
                    });
                case "link" ->
                    write(
                            application,
                            (accounts, transaction) -> tellLink(accounts.giveLink(name(), DataOption.actor())));
                case "password" -> {
                    application.store().read(transaction -> accounts(application, transaction)
                            .get(name()));
                    var typed = typedPassword();
                    write(application, (accounts, transaction) -> {
                        accounts.setPassword(name(), typed, DataOption.actor());
                        System.out.println("The password of " + name() + " is set; its sessions have ended.");
                    });
                }
                default ->
                    throw wrong("\"" + what
                            + "\" is nothing to do; say list, add, role, disable, enable, link, password, sessions,"
                            + " no-second-step, keys, revoke-key, passkeys, revoke-passkey, identity, no-identity, own,"
                            + " not-own or events");
            }
        }
        return ExitCodes.DONE;
    }

    private static Accounts accounts(Application application, Transaction transaction) {
        return new Accounts(transaction, application.clock());
    }

    private static void write(Application application, Doing doing) {
        application.store().<Boolean>write(transaction -> {
            doing.with(accounts(application, transaction), transaction);
            return true;
        });
    }

    private static void list(Application application) {
        var all = application.store().read(transaction -> accounts(application, transaction)
                .list());
        if (all.isEmpty()) {
            System.out.println("There are no accounts: whoever has this machine reads everything.");
        }
        for (var kept : all) {
            var account = kept.account();
            System.out.println(account.name() + "  " + account.role().code() + "  "
                    + (account.organisation() == null ? "–" : account.organisation()) + "  "
                    + (account.districts().isEmpty() ? "–" : String.join(",", account.districts())) + "  "
                    + (account.disabled() ? "disabled" : kept.hasPassword() ? "may sign in" : "has no password yet")
                    + (kept.decidesOwn() ? "  decides on own reports" : ""));
        }
    }

    /** Of one account, or of all. */
    private void keys(Application application) {
        var now = application.clock().instant();
        application
                .store()
                .read(transaction -> {
                    var keys = new DeviceKeys(transaction, application.clock());
                    return name == null
                            ? keys.list()
                            : keys.list(accounts(application, transaction)
                                    .get(name)
                                    .account()
                                    .name());
                })
                .forEach(key -> System.out.println(key.account() + "  " + key.id() + "  "
                        + (key.revokedAt() != null ? "revoked" : key.holds(now) ? "holds" : "at its end") + "  until "
                        + key.endsAt() + "  used " + (key.usedAt() == null ? "–" : key.usedAt()) + "  "
                        + key.device()));
    }

    /** Of one account, or of all. */
    private void passkeys(Application application) {
        application
                .store()
                .read(transaction -> {
                    if (name != null) {
                        accounts(application, transaction).get(name);
                    }
                    return new Passkeys(transaction, application.clock()).list();
                })
                .stream()
                .filter(key -> name == null || key.account().equals(name))
                .forEach(key -> System.out.println(key.account() + "  " + key.id() + "  "
                        + (key.holds() ? "holds" : "ended") + "  at " + key.host() + "  made " + key.madeAt()
                        + "  used "
                        + (key.usedAt() == null ? "–" : key.usedAt()) + "  " + key.name()));
    }

    private static void events(Application application) {
        application
                .store()
                .read(transaction -> accounts(application, transaction).events(EVENTS))
                .forEach(event -> System.out.println(event.at() + "  " + event.kind() + "  "
                        + (event.account().isEmpty() ? "–" : event.account()) + "  by " + event.actor()
                        + (event.detail().isEmpty() ? "" : "  " + event.detail())));
    }

    private String name() {
        if (name == null) {
            throw wrong("say whose account: clearground users " + what + " NAME");
        }
        return name;
    }

    private String key() {
        if (key == null) {
            var listed = what.equals("revoke-passkey") ? "passkeys" : "keys";
            throw wrong("say which: clearground users " + what + " NAME --key ID; see: clearground users " + listed
                    + " NAME");
        }
        return key;
    }

    /** The account that the options describe. */
    private Account described(Transaction transaction) {
        return new AccountDescription(name(), role, organisation, districts).read(transaction);
    }

    private void tellLink(String secret) {
        System.out.println("Hand this link to " + name() + "; it sets the password, once, within "
                + Accounts.LINK_HOLDS.toHours() + " hours:");
        System.out.println(site.replaceFirst("/+$", "") + "/sign-in/link/" + secret);
    }

    /** From the terminal, unseen and twice; else the first line of standard input. */
    private static String typedPassword() {
        var console = terminal();
        if (console == null) {
            try {
                var line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
                return line == null ? "" : line;
            } catch (IOException unreadable) {
                throw new ProblemException(
                        ProblemCode.WRONG_CALL, "the password cannot be read from standard input", unreadable);
            }
        }
        var first = console.readPassword("Password: ");
        var second = console.readPassword("Once more: ");
        if (first == null || second == null || !Arrays.equals(first, second)) {
            throw wrong("the two are not the same; nothing was changed");
        }
        return new String(first);
    }

    /** Null where nobody sits before it: from Java 22 on there may be a console without a terminal. */
    @SuppressWarnings("SystemConsoleNull")
    private static @Nullable Console terminal() {
        var console = System.console();
        try {
            return console == null
                            || Boolean.FALSE.equals(
                                    Console.class.getMethod("isTerminal").invoke(console))
                    ? null
                    : console;
        } catch (ReflectiveOperationException older) {
            return console;
        }
    }

    private static ProblemException wrong(String sentence) {
        return new ProblemException(ProblemCode.WRONG_CALL, sentence);
    }
}
