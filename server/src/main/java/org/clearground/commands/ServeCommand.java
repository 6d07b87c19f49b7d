// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.clearground.accounts.store.Accounts;
import org.clearground.administration.store.PackCheck;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.web.BackgroundTiles;
import org.clearground.web.Serving;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "serve", description = "Serves the site and its JSON.")
final class ServeCommand implements Callable<Integer> {

    private static final Pattern NAME = Pattern.compile("(?=.{1,253}$)[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63})*");

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--port", defaultValue = "8080", description = "8080 if not said.")
    private int port;

    @Option(
            names = "--address",
            defaultValue = "127.0.0.1",
            description = "An address of this machine; 127.0.0.1 if not said. Any but loopback needs accounts, a"
                    + " --name, and a certificate or a proxy.")
    private String address = "127.0.0.1";

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "A name under which others reach the site; may be said again.")
    private List<String> names = List.of();

    @Option(
            names = "--tls-certificate",
            paramLabel = "FILE",
            description = "Speak HTTPS: the certificate with its chain, as PEM.")
    private @Nullable Path certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "Its private key, as PEM.")
    private @Nullable Path key;

    @Option(
            names = "--behind-proxy",
            description = "A proxy in front speaks HTTPS for the site; needs accounts and a --name.")
    private boolean behindProxy;

    @Option(
            names = "--tiles",
            description = "Pictures behind maps, from another host: https://…/{z}/{x}/{y}.png. Browsers then tell that"
                    + " host where their readers look.")
    private @Nullable String tiles;

    @Option(names = "--tiles-credit", description = "What the maker of these pictures wants to be said.")
    private @Nullable String tilesCredit;

    @Mixin
    private IssuerOption issuer = new IssuerOption();

    @Override
    public Integer call() {
        if (port < 1 || port > 65_535) {
            throw wrong("there is no port " + port + "; choose one from 1 to 65535 with --port");
        }
        if (tiles == null && tilesCredit != null) {
            throw wrong("--tiles-credit needs --tiles");
        }
        var outside = issuer.read(System.getenv());
        var background = tiles == null ? BackgroundTiles.NONE : BackgroundTiles.of(tiles, tilesCredit);
        try (var application = data.open()) {
            PackCheck.requireForPages(application.country().pack());
            boolean accounts = application.store().read(Accounts::any);
            var serving = new Serving(address, port, new TreeSet<>(names), tls(), behindProxy, background);
            requireFit(serving, isLoopback(address), accounts);
            if (outside != null) {
                application.signInAt(outside);
            }
            serve(application, serving, () -> {
                if (!accounts) {
                    inviteAdministrator(application);
                }
            });
        }
        return ExitCodes.DONE;
    }

    private Serving.@Nullable Tls tls() {
        if (certificate == null && key == null) {
            return null;
        }
        if (certificate == null || key == null) {
            throw wrong("HTTPS needs both --tls-certificate and --tls-key");
        }
        for (var file : List.of(certificate, key)) {
            if (!Files.isReadable(file)) {
                throw wrong("there is no file " + file + " that can be read");
            }
        }
        return new Serving.Tls(certificate.toAbsolutePath(), key.toAbsolutePath());
    }

    /** Passwords and records never go over a network in plain HTTP, and never to whoever asks. */
    private static void requireFit(Serving serving, boolean loopback, boolean accounts) {
        if (loopback && !serving.behindProxy() && serving.names().isEmpty()) {
            return;
        }
        if (!accounts) {
            throw wrong("nobody has an account, so everybody could read everything; give one first: clearground users"
                    + " add NAME --role administrator");
        }
        if (!loopback && !serving.encrypted()) {
            throw wrong("the address " + serving.address() + " is reached by others; say --tls-certificate and"
                    + " --tls-key, or --behind-proxy where a proxy speaks HTTPS");
        }
        if (serving.names().isEmpty()) {
            throw wrong("say with --name under which name others reach the site; it answers under no other");
        }
        for (var name : serving.names()) {
            if (!NAME.matcher(name).matches()) {
                throw wrong("\"" + name + "\" is no name of a site; write it without port and slashes:"
                        + " --name mine-action.example.org");
            }
        }
    }

    /** As long as nobody has an account: how to begin. */
    private void inviteAdministrator(Application application) {
        var secret = application.store().write(transaction -> new Accounts(transaction, application.clock())
                .giveLink(null, DataOption.actor()));
        System.err.println("Nobody has an account: whoever sits at this machine reads everything. To make the first"
                + " administrator, open within " + Accounts.LINK_HOLDS.toHours() + " hours, once: "
                + (certificate == null ? "http" : "https") + "://localhost:" + port + "/sign-in/link/" + secret);
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw new ProblemException(ProblemCode.WRONG_CALL, "there is no address \"" + address + "\"", unknown);
        }
    }

    private static ProblemException wrong(String sentence) {
        return new ProblemException(ProblemCode.WRONG_CALL, sentence);
    }

    /**
     * Serves until the programme is ended.
     *
     * @param started what is to be said once it is
     */
    static void serve(Application application, Serving serving, Runnable started) {
        var ended = new CountDownLatch(1);
        var main = Thread.currentThread();
        var site = application.serve(serving);
        try {
            if ("onRefresh".equals(System.getProperty("spring.context.exit"))) {
                return;
            }
            started.run();
            System.err.println("Serving " + site.home() + " until Ctrl-C.");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                ended.countDown();
                joinFor(main);
            }));
            ended.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            site.close();
        }
    }

    /** Lets the main thread close the server and the store before the machine goes. */
    private static void joinFor(Thread main) {
        try {
            main.join(java.time.Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
