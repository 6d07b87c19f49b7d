// SPDX-License-Identifier: Apache-2.0
package org.clearground.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostFilterTest {

    @TempDir
    private static Path directory = Path.of(".");

    private static ExampleSite site;

    @BeforeAll
    static void serve() {
        site = new ExampleSite(directory);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:80", "localhost.evil.example", "10.0.0.1", "", "127.0.0.1.evil"})
    void asksAForeignHostNameToGoAway(String host) throws IOException {
        assertThat(said("GET", host)).startsWith("HTTP/1.1 421");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8080", "127.0.0.1:1", "[::1]:8080"})
    void answersUnderItsOwnNames(String host) throws IOException {
        assertThat(said("GET", host)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "PATCH"})
    void canOnlyBeRead(String method) throws IOException {
        assertThat(said(method, "localhost")).startsWith("HTTP/1.1 405").contains("Allow: GET, HEAD, POST");
    }

    @Test
    void takesNothingThatDoesNotComeFromAFormOfItsOwn() throws IOException {
        assertThat(said("POST", "localhost")).startsWith("HTTP/1.1 403");
    }

    @Test
    void allowsNothingButItsOwnStyle() {
        for (var address :
                new String[] {"/", "/api/reports", "/assets/clearground.css", "/nothing/here", "/bulletins/x"}) {
            var headers = site.get(address).headers();

            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(address)
                    .startsWith("default-src 'none'; script-src 'self';");
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(headers.firstValue("Server")).isEmpty();
        }
        assertThat(site.get("/").headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    private static String said(String method, String host) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), site.port())) {
            socket.getOutputStream()
                    .write((method + " / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
