// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.clearground.bulletins.site.PublicSite;
import org.clearground.bulletins.site.PublicSite.SiteFile;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.Digest;
import org.clearground.packs.Words;
import org.clearground.storage.KeptOfTables;
import org.clearground.storage.Store;
import org.clearground.web.Address;
import org.clearground.web.PageWords;
import org.clearground.web.Replies;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The public site as the node serves it: the files that {@code clearground site} writes, byte for byte. */
@RestController
final class PublicController {

    private static final String FOLDER = "/public/";

    private static final int EMPTY = 1_000;

    private final Store store;
    private final PageWords words;

    /** Anybody may ask for these files again and again; they change when an edition is signed or another pack adopted. */
    private final KeptOfTables<Optional<SiteFile>> files = new KeptOfTables<>(
            16L << 20,
            file -> EMPTY + file.map(SiteFile::bytes).orElse(0),
            "edition",
            "pack",
            "organisation",
            "districts",
            "node");

    PublicController(Store store, PageWords words) {
        this.store = store;
        this.words = words;
    }

    /** Where its first page is in a language. */
    static String index(Words spoken) {
        return FOLDER
                + (spoken.language().equals(spoken.languages().get(0)) ? "" : "index." + spoken.language() + ".html");
    }

    @GetMapping("/public/{*key}")
    ResponseEntity<byte[]> file(@PathVariable("key") String key, HttpServletRequest request) {
        if (key.isEmpty()) {
            return Replies.elsewhere(new Address(FOLDER, Map.of())); // its links are relative to the folder
        }
        var path = key.substring(1);
        var name = path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
        var file = store.read(transaction ->
                        files.get(transaction, name, () -> new PublicSite(transaction, words).file(name)))
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND, "nothing is published at this address; see " + FOLDER));
        var content = file.content();
        var tag = "W/\"" + Digest.of(content).abbreviated() + "\""; // weak: it may go out compressed
        boolean same = tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH));
        var answer = ResponseEntity.status(same ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(tag)
                .cacheControl(CacheControl.noCache());
        return same
                ? answer.build()
                : answer.header(HttpHeaders.CONTENT_TYPE, file.mediaType())
                        .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                        .body(content);
    }
}
