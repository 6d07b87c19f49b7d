// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearground.acceptance.Clearground.DONE;
import static org.clearground.acceptance.Clearground.WRONG_CALL;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site beyond this machine: only with accounts, under its name, in HTTPS. */
class ServingTest {

    private static final String NAME = "mine-action.example.org";

    @TempDir
    private Path desk = Path.of(".");

    private Path data = desk;

    @BeforeEach
    void makeAStore() {
        data = desk.resolve("store");
        Clearground.run("init", "--data", data, "--pack", "aze").with(DONE);
    }

    private Clearground.Ended serve(Object... options) {
        var call = new java.util.ArrayList<Object>(java.util.List.of("serve", "--data", data));
        call.addAll(java.util.List.of(options));
        return Clearground.run(call.toArray());
    }

    @Test
    void withoutAccountsNobodyElseIsServed() {
        serve("--address", "0.0.0.0").refusing(WRONG_CALL, "nobody has an account");
        serve("--behind-proxy", "--name", NAME).refusing(WRONG_CALL, "nobody has an account");
        serve("--name", NAME).refusing(WRONG_CALL, "nobody has an account");
    }

    @Test
    void withAccountsHttpsAndANameAreAskedFor() throws IOException {
        Clearground.run("users", "add", "aysel", "--role", "administrator", "--data", data)
                .with(DONE);

        serve("--address", "0.0.0.0", "--name", NAME).refusing(WRONG_CALL, "--tls-certificate", "--behind-proxy");
        serve("--behind-proxy").refusing(WRONG_CALL, "--name");
        serve("--behind-proxy", "--name", "https://x/").refusing(WRONG_CALL, "no name of a site");
        serve("--tls-certificate", desk.resolve("none.pem")).refusing(WRONG_CALL, "--tls-key");
        serve("--tls-certificate", desk.resolve("none.pem"), "--tls-key", desk.resolve("none.pem"))
                .refusing(WRONG_CALL, "none.pem");
        var nonsense = Files.writeString(desk.resolve("nonsense.pem"), "no certificate\n");
        serve("--tls-certificate", nonsense, "--tls-key", nonsense).refusing(WRONG_CALL, "PEM", "nonsense.pem");
    }

    @Test
    void overHttpsCookiesAreSecureAndNoOtherNameIsAnswered() throws Exception {
        Clearground.run("users", "add", "aysel", "--role", "administrator", "--data", data)
                .with(DONE);
        var certificate = desk.resolve("certificate.pem");
        var key = desk.resolve("key.pem");
        Programmes.require("openssl", "openssl", "version");
        Programmes.run(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "rsa:2048",
                        "-nodes",
                        "-days",
                        "2",
                        "-keyout",
                        key.toString(),
                        "-out",
                        certificate.toString(),
                        "-subj",
                        "/CN=localhost",
                        "-addext",
                        "subjectAltName=DNS:localhost")
                .with(0);

        try (var site = ServedSite.of(
                data, "https://localhost", "--tls-certificate", certificate, "--tls-key", key, "--name", NAME)) {
            var client =
                    HttpClient.newBuilder().sslContext(trusting(certificate)).build();
            var signIn = client.send(
                    HttpRequest.newBuilder(URI.create(site.origin() + "/sign-in"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(signIn.statusCode()).isEqualTo(200);
            assertThat(signIn.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThat(signIn.headers().firstValue("Set-Cookie"))
                    .hasValueSatisfying(cookie -> assertThat(cookie).contains("Secure", "HttpOnly", "SameSite=Lax"));

            int port = URI.create(site.origin()).getPort();
            assertThat(said(trusting(certificate), port, NAME)).startsWith("HTTP/1.1 200");
            assertThat(said(trusting(certificate), port, NAME.toUpperCase(java.util.Locale.ROOT) + ":443"))
                    .startsWith("HTTP/1.1 200");
            assertThat(said(trusting(certificate), port, "evil.example")).startsWith("HTTP/1.1 421");
            assertThat(said(trusting(certificate), port, NAME + ".evil.example"))
                    .startsWith("HTTP/1.1 421");
            try (var plain = new Socket("localhost", port)) {
                assertThat(asked(plain, NAME)).doesNotContain("HTTP/1.1 200");
            }
        }
    }

    private static String said(SSLContext tls, int port, String host) throws IOException {
        try (var socket = tls.getSocketFactory().createSocket("localhost", port)) {
            return asked(socket, host);
        }
    }

    private static String asked(Socket socket, String host) throws IOException {
        socket.setSoTimeout(10_000);
        socket.getOutputStream()
                .write(("GET /sign-in HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static SSLContext trusting(Path certificate) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (var in = Files.newInputStream(certificate)) {
            store.setCertificateEntry(
                    "site", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
