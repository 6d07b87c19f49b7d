// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at a browser who sends files: one cookie, and the token of the page that each form stands on. */
final class Sender {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String BOUNDARY = "----a-line-that-stands-in-no-file";

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private String cookie = "";

    Sender(int port) {
        this.port = port;
    }

    HttpResponse<String> get(String address) {
        return send(request(address));
    }

    byte[] bytes(String address) {
        try {
            return client.send(request(address).build(), BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    HttpResponse<String> post(String address, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    String token(String page) {
        var found = TOKEN.matcher(get(page).body());
        if (!found.find()) {
            throw new AssertionError("no form stands on " + page);
        }
        return found.group(1);
    }

    /** Sends a form with the token of the page that it stands on. */
    HttpResponse<String> fill(String page, String address, Map<String, String> form) {
        var filled = new LinkedHashMap<>(form);
        filled.put("_csrf", token(page));
        return post(address, filled);
    }

    void signIn(String name, String password) {
        var response = fill("/sign-in", "/sign-in", Map.of("name", name, "password", password));
        if (response.statusCode() != 303) {
            throw new AssertionError(name + " could not sign in: " + response.statusCode());
        }
    }

    /** Sends a file as the form of {@code /import} does. */
    HttpResponse<String> upload(String fileName, byte[] content, Map<String, String> fields) {
        var with = new LinkedHashMap<>(fields);
        with.put("_csrf", token("/import"));
        return multipart(fileName, content, with);
    }

    HttpResponse<String> multipart(String fileName, byte[] content, Map<String, String> fields) {
        var body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> write(
                body,
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value
                        + "\r\n"));
        write(
                body,
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + fileName.replace("\"", "%22")
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        body.writeBytes(content);
        write(body, "\r\n--" + BOUNDARY + "--\r\n");
        return send(request("/import")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String address) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            response.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
            return response;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
