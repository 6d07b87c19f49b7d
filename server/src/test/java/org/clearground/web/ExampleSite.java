// SPDX-License-Identifier: Apache-2.0
package org.clearground.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.clearground.access.Account;
import org.clearground.access.Role;
import org.clearground.accounts.OutsideIssuer;
import org.clearground.accounts.store.Accounts;
import org.clearground.accounts.web.Browser;
import org.clearground.commands.Application;
import org.clearground.imports.ReceivedFile;
import org.clearground.reports.intake.Mapping;
import org.clearground.reports.store.ImportRequest;
import org.clearground.reports.store.ImportResult;
import org.clearground.statements.store.StatementImport;
import org.jspecify.annotations.Nullable;

/** The site of a store of its own, read as a browser reads it. Every figure is invented. */
public final class ExampleSite implements AutoCloseable {

    /** The first columns of every row; a test adds what it speaks of. */
    public static final String HEADING = "report_no,organisation,team,activity_type,period_from,period_to,district,"
            + "declared_area_ha,category,model,quantity,found_on,sample\n";

    /** Of all accounts that are given here. */
    public static final String PASSWORD = "seven quiet herons";

    private static final Pattern HREF = Pattern.compile("href=\"([^\"]*)\"");

    private final Path directory;
    private final Application application;
    private final Site site;
    private final HttpClient browser = HttpClient.newHttpClient();
    private final Map<String, Browser> browsers = new HashMap<>();

    public ExampleSite(Path directory) {
        this(directory, null);
    }

    /** @param issuer at which people may sign in; null for none */
    public ExampleSite(Path directory, @Nullable OutsideIssuer issuer) {
        this.directory = directory;
        this.application = Application.create(directory.resolve("store"), "aze", "test");
        if (issuer != null) {
            application.signInAt(issuer);
        }
        this.site = application.serve(Serving.onLoopback(0));
    }

    public Application application() {
        return application;
    }

    public int port() {
        return site.port();
    }

    public void account(String name, Role role) {
        account(name, role, null);
    }

    /** Gives an account, kept to a body or to districts if any are said. */
    public void account(String name, Role role, @Nullable String organisation, String... districts) {
        application.store().<Boolean>write(transaction -> {
            var accounts = new Accounts(transaction, application.clock());
            accounts.add(new Account(name, role, organisation, new TreeSet<>(Arrays.asList(districts)), false), "test");
            accounts.setPassword(name, PASSWORD, "test");
            return true;
        });
    }

    /** The browser in which an account signed in; the same whenever it is asked for. */
    public Browser browser(String name) {
        return browsers.computeIfAbsent(name, this::signedIn);
    }

    /** Another browser, in which an account has just signed in. */
    public Browser signedIn(String name) {
        var another = new Browser(port());
        int status = another.signIn(name, PASSWORD).statusCode();
        if (status != 303) {
            throw new AssertionError(name + " signs in and is answered " + status);
        }
        return another;
    }

    public ImportResult send(String fileName, String text, boolean approve) {
        try {
            var file = Files.writeString(directory.resolve(fileName), text);
            return application
                    .reportImport()
                    .run(
                            new ImportRequest(file, "progress", null, Mapping.NONE, false, approve, "test"),
                            application.country(),
                            count -> {});
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Takes a table of what others published in. */
    public StatementImport.Result publish(String fileName, String text, boolean corrections, boolean dryRun) {
        try {
            var file = Files.writeString(directory.resolve(fileName), text);
            return application
                    .statementImport()
                    .run(new StatementImport.Request(ReceivedFile.inspect(file), corrections, dryRun, "test"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** One report of one find, in the week 2024-W18, by a team of its own: it repeats no other. */
    public static String row(String number, String hectares, String category, int quantity, boolean sample) {
        return number + ",MES,T-" + number + ",manual_clearance,2024-04-30,2024-04-30,AZ-AGM," + hectares + ","
                + category
                + ",,"
                + quantity + ",2024-04-30," + sample + "\n";
    }

    public HttpResponse<String> get(String address) {
        return get(address, BodyHandlers.ofString());
    }

    public <T> HttpResponse<T> get(String address, HttpResponse.BodyHandler<T> handler) {
        try {
            return browser.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + site.port() + address))
                            .build(),
                    handler);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** A page that must be there. */
    public String page(String address) {
        var response = get(address);
        if (response.statusCode() != 200) {
            throw new AssertionError(address + " answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    /** The addresses of a page's links that begin in some way, in its order. */
    public static List<String> links(String page, String beginning) {
        var links = new ArrayList<String>();
        var matcher = HREF.matcher(page);
        while (matcher.find()) {
            var link = matcher.group(1).replace("&amp;", "&");
            if (link.startsWith(beginning)) {
                links.add(link);
            }
        }
        return links;
    }

    @Override
    public void close() {
        site.close();
        application.close();
    }
}
