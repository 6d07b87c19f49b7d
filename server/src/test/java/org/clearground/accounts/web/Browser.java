// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser with one cookie, which follows nothing by itself. */
final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    String cookie = "";
    String cookieAsSet = "";

    Browser(int port) {
        this.port = port;
    }

    HttpResponse<String> get(String address) {
        return send(request(address));
    }

    HttpResponse<String> post(String address, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends a form with the token of the page that it stands on. */
    HttpResponse<String> fill(String page, String address, Map<String, String> form) {
        var filled = new java.util.HashMap<>(form);
        filled.put("_csrf", token(get(page).body()));
        return post(address, filled);
    }

    static String token(String page) {
        var found = TOKEN.matcher(page);
        if (!found.find()) {
            throw new AssertionError("no form stands on the page: " + page);
        }
        return found.group(1);
    }

    HttpResponse<String> signIn(String name, String password) {
        return fill("/sign-in", "/sign-in", Map.of("name", name, "password", password));
    }

    private HttpRequest.Builder request(String address) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            response.headers().firstValue("Set-Cookie").ifPresent(set -> {
                cookieAsSet = set;
                cookie = set.substring(0, set.indexOf(';'));
            });
            return response;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
