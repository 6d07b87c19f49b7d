// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.clearground.accounts.store.Accounts;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.web.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "serve", description = "Serves the site and its JSON on this machine.")
final class ServeCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--port", defaultValue = "8080", description = "8080 if not said.")
    private int port;

    @Option(names = "--address", defaultValue = "127.0.0.1", description = "An address of this machine's loopback.")
    private String address = "127.0.0.1";

    @Override
    public Integer call() {
        requireLoopback(address);
        if (port < 1 || port > 65_535) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "there is no port " + port + "; choose one from 1 to 65535 with --port");
        }
        try (var application = data.open()) {
            inviteAdministrator(application);
            serve(application, address, port);
        }
        return ExitCodes.DONE;
    }

    /** As long as nobody has an account: how to begin. */
    private void inviteAdministrator(Application application) {
        if (application.store().read(Accounts::any)) {
            return;
        }
        var secret = application.store().write(transaction -> new Accounts(transaction, application.clock())
                .giveLink(null, DataOption.actor()));
        System.err.println("Nobody has an account: whoever sits at this machine reads everything. To make the first"
                + " administrator, open within " + Accounts.LINK_HOLDS.toHours() + " hours, once: http://localhost:"
                + port + "/sign-in/link/" + secret);
    }

    /** The server speaks plain HTTP, and passwords are sent to it. */
    private static void requireLoopback(String address) {
        try {
            if (InetAddress.getByName(address).isLoopbackAddress()) {
                return;
            }
        } catch (UnknownHostException unknown) {
            throw new ProblemException(ProblemCode.WRONG_CALL, "there is no address \"" + address + "\"", unknown);
        }
        throw new ProblemException(
                ProblemCode.WRONG_CALL,
                "only this machine may be served, because the server speaks plain HTTP: use --address 127.0.0.1, not "
                        + address);
    }

    /** Serves until the programme is ended. */
    static void serve(Application application, String address, int port) {
        var ended = new CountDownLatch(1);
        var main = Thread.currentThread();
        var site = Site.start(application.store(), application.clock(), address, port, application.deeds());
        try {
            if ("onRefresh".equals(System.getProperty("spring.context.exit"))) {
                return;
            }
            System.err.println("Serving http://localhost:" + site.port() + "/ until Ctrl-C.");
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
