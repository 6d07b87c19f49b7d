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

/** A browser with its cookies, which follows nothing by itself. */
public final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private final Map<String, String> others = new java.util.TreeMap<>();
    String cookie = "";
    String cookieAsSet = "";

    public Browser(int port) {
        this.port = port;
    }

    public HttpResponse<String> get(String address) {
        return send(request(address));
    }

    public HttpResponse<String> post(String address, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends a file with the fields of the form that it stands in. */
    public HttpResponse<String> upload(String address, Map<String, String> form, String fileName, byte[] content) {
        var boundary = "----heron7";
        var body = new java.io.ByteArrayOutputStream();
        form.forEach((name, value) -> body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(address)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** Sends a form with the token of the page that it stands on. */
    public HttpResponse<String> fill(String page, String address, Map<String, String> form) {
        var filled = new java.util.HashMap<>(form);
        filled.put("_csrf", token(get(page).body()));
        return post(address, filled);
    }

    public static String token(String page) {
        var found = TOKEN.matcher(page);
        if (!found.find()) {
            throw new AssertionError("no form stands on the page: " + page);
        }
        return found.group(1);
    }

    public HttpResponse<String> signIn(String name, String password) {
        return fill("/sign-in", "/sign-in", Map.of("name", name, "password", password));
    }

    private HttpRequest.Builder request(String address) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address));
        var sent = java.util.stream.Stream.concat(java.util.stream.Stream.of(cookie), others.values().stream())
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("; "));
        return sent.isEmpty() ? request : request.header("Cookie", sent);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(set -> {
                var pair = set.substring(0, set.indexOf(';'));
                if (pair.startsWith("clearground=")) {
                    cookieAsSet = set;
                    cookie = pair;
                } else {
                    others.put(pair.substring(0, pair.indexOf('=')), pair);
                }
            });
            return response;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
