// SPDX-License-Identifier: Apache-2.0
package org.clearground.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** Somebody who looks at the site over HTTP, with the cookies of a browser, and times every answer. */
final class Reader {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client;
    private final String site;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Reader(HttpClient client, int port) {
        this.client = client;
        this.site = "http://localhost:" + port;
    }

    /** What came, and how long it took to its last byte. */
    record Answer(String address, int status, double milliseconds, String body, String tag) {}

    /**
     * Signs in.
     *
     * @throws IllegalStateException if the site does not let them in
     */
    Reader signIn(String name, String password) throws IOException, InterruptedException {
        var token = TOKEN.matcher(get("/sign-in").body());
        if (!token.find()) {
            throw new IllegalStateException("no form stands on the page to sign in");
        }
        var form = "name=" + written(name) + "&password=" + written(password) + "&_csrf=" + written(token.group(1));
        var answer = client.send(
                request("/sign-in", "")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        keep(answer);
        if (get("/account").status() != 200) {
            throw new IllegalStateException(name + " was not let in: " + answer.statusCode());
        }
        return this;
    }

    private static String written(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    Answer get(String address) throws IOException, InterruptedException {
        return get(address, "");
    }

    /** What is at an address, if it is not what the tag says. */
    Answer get(String address, String tag) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        var answer = client.send(request(address, tag).build(), BodyHandlers.ofByteArray());
        keep(answer);
        return answer(address, begin, answer);
    }

    /** All at once, as a browser asks for the tiles of a map. */
    List<Answer> together(List<String> addresses) {
        var asked = new ArrayList<CompletableFuture<Answer>>();
        for (var address : addresses) {
            long begin = System.nanoTime();
            asked.add(client.sendAsync(request(address, "").build(), BodyHandlers.ofByteArray())
                    .thenApply(answer -> answer(address, begin, answer)));
        }
        return asked.stream().map(CompletableFuture::join).toList();
    }

    private static Answer answer(String address, long begin, HttpResponse<byte[]> answer) {
        double milliseconds = (System.nanoTime() - begin) / 1e6; // what the reader makes of it is the reader's time
        return new Answer(
                address,
                answer.statusCode(),
                milliseconds,
                new String(answer.body(), StandardCharsets.UTF_8),
                answer.headers().firstValue("ETag").orElse(""));
    }

    private HttpRequest.Builder request(String address, String tag) {
        var request = HttpRequest.newBuilder(URI.create(site + address)).timeout(PATIENCE);
        if (!cookies.isEmpty()) {
            request.header("Cookie", String.join("; ", cookies.values()));
        }
        return tag.isEmpty() ? request : request.header("If-None-Match", tag);
    }

    private void keep(HttpResponse<?> answer) {
        answer.headers().allValues("Set-Cookie").forEach(set -> {
            var pair = set.substring(0, set.indexOf(';'));
            cookies.put(pair.substring(0, pair.indexOf('=')), pair);
        });
    }
}
