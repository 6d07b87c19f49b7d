// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Editions signed with a key, as a stranger checks them: with this programme and no store, and with OpenSSL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealedEditionTest {

    private @Nullable Path place;

    @BeforeAll
    void publish(@TempDir Path directory) throws IOException {
        place = directory;
        Clearground.run("demo", "--no-serve", "--data", data()).with(0);
        edition("key", "create").with(0).saying("BEGIN PUBLIC KEY");
        edition("prepare", "2024-W16", "--as", "Leyla").with(0);
        edition("sign", "2024-W16-1", "--as", "Murad").with(0).saying("signed with the key ");
        Clearground.run("site", "--to", on("site"), "--data", data()).with(0);
        Files.copy(sealed("edition-key.pem"), on("authority.pem"));
    }

    private Path on(String name) {
        return Objects.requireNonNull(place).resolve(name);
    }

    private Path data() {
        return on("demo");
    }

    private Path sealed() {
        return on("site").resolve("editions/2024-W16-1");
    }

    private Path sealed(String name) {
        return sealed().resolve(name);
    }

    private Clearground.Ended edition(String what, String which, Object... more) {
        var call = new java.util.ArrayList<Object>(java.util.List.of("edition", what, which, "--data", data()));
        call.addAll(java.util.List.of(more));
        return Clearground.run(call.toArray());
    }

    private Clearground.Ended verify(Path folder, Object... more) {
        var call = new java.util.ArrayList<Object>(java.util.List.of("edition", "verify", folder));
        call.addAll(java.util.List.of(more));
        return Clearground.run(call.toArray());
    }

    private Path copy(String to) throws IOException {
        var folder = Files.createDirectory(on(to));
        try (var files = Files.list(sealed())) {
            for (var file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        return folder;
    }

    @Test
    void openSslVerifiesWhatThePublicPageSays() throws IOException {
        Programmes.require("OpenSSL", "openssl", "version");
        var folder = sealed().toString();
        Programmes.run(
                        "openssl",
                        "pkeyutl",
                        "-verify",
                        "-pubin",
                        "-inkey",
                        folder + "/edition-key.pem",
                        "-rawin",
                        "-in",
                        folder + "/edition.json",
                        "-sigfile",
                        folder + "/edition.sig")
                .with(0)
                .saying("Signature Verified Successfully");

        var page = Files.readString(on("site").resolve("verify.html"));
        var fingerprint = edition("key", "show")
                .with(0)
                .out()
                .lines()
                .findFirst()
                .orElseThrow()
                .replaceAll(".* |\\.$", "");
        assertThat(fingerprint).matches("[0-9a-f]{64}");
        assertThat(page)
                .contains(fingerprint)
                .contains("openssl pkeyutl -verify")
                .contains("2024-W16-1");
    }

    @Test
    void aFolderIsVerifiedByTheKeyAlone() {
        verify(sealed(), "--key", on("authority.pem"))
                .with(0)
                .saying("documents are as it lists them")
                .saying("It is signed with the key in ");
        verify(sealed(), "--data", data()).with(0).saying("the newest of its period");
    }

    @Test
    void whatWasChangedIsSeen() throws IOException {
        var document = copy("document");
        Files.writeString(document.resolve("figures.csv"), Files.readString(document.resolve("figures.csv")) + "\n");
        verify(document, "--key", on("authority.pem")).with(1).saying("figures.csv is not what the edition lists");

        var list = copy("list");
        Files.writeString(
                list.resolve("edition.json"),
                Files.readString(list.resolve("edition.json")).replace("\"number\":1", "\"number\":2"));
        verify(list, "--key", on("authority.pem")).with(1).saying("is NOT one of this list");

        var bare = copy("bare");
        Files.delete(bare.resolve("edition.sig"));
        verify(bare, "--key", on("authority.pem")).with(1).saying("not signed with a key");

        var cut = copy("cut");
        Files.write(cut.resolve("edition.sig"), new byte[63]);
        verify(cut, "--key", on("authority.pem")).with(1).saying("is NOT one of this list");
    }

    @Test
    void anothersKeyAndNoKeyAreSaid() throws IOException {
        Clearground.run("init", "--data", on("other"), "--pack", "aze").with(0);
        Clearground.run("edition", "key", "create", "--data", on("other")).with(0);
        verify(sealed(), "--key", on("other").resolve("keys/edition-key.pem"))
                .with(1)
                .saying("NOT with the one in");
        var text = Files.writeString(on("text.pem"), "no key");
        verify(sealed(), "--key", text).refusing(2, "there is no Ed25519 public key in PEM in");
        verify(on("site").resolve("editions/2024-W18-1"), "--key", on("authority.pem"))
                .with(1)
                .saying("not signed with a key");
        verify(on("site").resolve("editions/2024-W18-1")).with(0);
    }

    @Test
    void aKeyThatOthersMayReadOrThatIsNoneSignsNothing() throws IOException {
        var store = on("careless");
        Clearground.run("demo", "--no-serve", "--data", store).with(0);
        Clearground.run("edition", "key", "create", "--data", store).with(0);
        Clearground.run("edition", "key", "create", "--data", store).refusing(2, "there is a key already");
        Clearground.run("edition", "prepare", "2024-W16", "--as", "Leyla", "--data", store)
                .with(0);
        var key = store.resolve("keys/edition-signing.pem");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");

        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        Clearground.run("edition", "sign", "2024-W16-1", "--as", "Murad", "--data", store)
                .refusing(2, "may be read by others on this machine; close it: chmod 600; nothing was published");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(key, "nothing");
        Clearground.run("edition", "sign", "2024-W16-1", "--as", "Murad", "--data", store)
                .refusing(2, "cannot be read as an Ed25519 key; nothing was published");
        assertThat(Clearground.run("edition", "list", "--data", store).out()).contains("waits for a signature");

        Clearground.run("edition", "key", "retire", "--data", store).with(0);
        Clearground.run("edition", "sign", "2024-W16-1", "--as", "Murad", "--data", store)
                .with(0)
                .saying("not signed with a key");
        Clearground.run("edition", "key", "show", "--data", store).refusing(2, "published without a key");
        Clearground.run("verify", "--data", store).with(0);
    }

    @Test
    void theRegisterOfSignaturesIsMadeAgainFromTheLedger() {
        Clearground.run("rebuild", "--data", data()).with(0);
        Clearground.run("verify", "--data", data()).with(0);
        edition("sign", "2024-W16-1", "--as", "Murad").refusing(2, "published already");
        Clearground.run("site", "--to", on("again"), "--data", data()).with(0);
        assertThat(on("again").resolve("editions/2024-W16-1/edition.sig"))
                .hasSameBinaryContentAs(sealed("edition.sig"));
        assertThat(on("again").resolve("editions/2024-W16-1/bulletin.en.pdf"))
                .hasSameBinaryContentAs(sealed("bulletin.en.pdf"));
    }
}
