// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A programme in the field with a key, and no cookies but those that it is told to bring. */
record Device(int port, String authorization, String cookie) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    static Device with(int port, String key) {
        return new Device(port, "Bearer " + key, "");
    }

    HttpResponse<String> get(String address) {
        return ask(request(address).build());
    }

    HttpResponse<String> post(String address) {
        return ask(request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("reason=x&code=1&device=x&name=x&password=x"))
                .build());
    }

    HttpResponse<String> send(String fileName, String text, Map<String, String> fields) {
        var boundary = "----crane9";
        var body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: text/csv\r\n\r\n" + text + "\r\n--" + boundary + "--\r\n")
                .getBytes(StandardCharsets.UTF_8));
        return ask(request("/api/reports")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    private HttpRequest.Builder request(String address) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private static HttpResponse<String> ask(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
