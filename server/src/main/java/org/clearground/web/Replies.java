// SPDX-License-Identifier: Apache-2.0
package org.clearground.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** How pages and JSON leave: rendered whole, in UTF-8, kept by nobody on the way. */
public final class Replies {

    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private Replies() {}

    /**
     * A template with its values, in which no link leads whoever reads to a closed door.
     *
     * @param transaction in which it is looked up which records they see
     */
    public static String render(Transaction transaction, String template, Map<String, Object> values) {
        var text = written(template, values);
        var doors = Doors.here();
        while (doors != null && doors.waits() && doors.ask(transaction)) {
            text = written(template, values);
        }
        return text;
    }

    /**
     * A template that links to no record of its own.
     *
     * @throws IllegalStateException if it does, and nobody could ask whether its page answers
     */
    public static String render(String template, Map<String, Object> values) {
        var text = written(template, values);
        var doors = Doors.here();
        if (doors != null && doors.waits()) {
            throw new IllegalStateException(
                    template + " links to records, and no transaction to ask for them is given");
        }
        return text;
    }

    private static String written(String template, Map<String, Object> values) {
        var out = new StringOutput();
        TEMPLATES.render(template, values, out);
        return out.toString();
    }

    /** A page that links to no record of its own. */
    public static ResponseEntity<byte[]> page(String template, Map<String, Object> values) {
        return reply(HttpStatus.OK, HTML, render(template, values));
    }

    /** A page that links to records. */
    public static ResponseEntity<byte[]> page(Transaction transaction, String template, Map<String, Object> values) {
        return reply(HttpStatus.OK, HTML, render(transaction, template, values));
    }

    /** A page that was rendered already. */
    public static ResponseEntity<byte[]> html(String rendered) {
        return reply(HttpStatus.OK, HTML, rendered);
    }

    public static ResponseEntity<byte[]> json(Map<String, @Nullable Object> map) {
        return reply(HttpStatus.OK, MediaType.APPLICATION_JSON, written(map));
    }

    /** JSON that names addresses of records: null where they do not answer whoever asks. */
    public static ResponseEntity<byte[]> json(Transaction transaction, Map<String, @Nullable Object> map) {
        var doors = Doors.here();
        return json(doors == null ? map : doors.open(transaction, map));
    }

    /** Something that is on record now and was not before. */
    public static ResponseEntity<byte[]> created(String address, Map<String, @Nullable Object> map) {
        var reply = reply(HttpStatus.CREATED, MediaType.APPLICATION_JSON, written(map));
        return ResponseEntity.status(reply.getStatusCode())
                .headers(reply.getHeaders())
                .header(HttpHeaders.LOCATION, address)
                .body(reply.getBody());
    }

    /** Features for a map (RFC 7946). */
    public static ResponseEntity<byte[]> geoJson(Map<String, @Nullable Object> collection) {
        return reply(
                HttpStatus.OK, new MediaType("application", "geo+json"), JSON.writeValueAsString(collection) + "\n");
    }

    /** Elsewhere on this site, for now. */
    public static ResponseEntity<byte[]> elsewhere(Address address) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(address.toString()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** The page that shows what became of a form that was sent. */
    public static ResponseEntity<byte[]> seeOther(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** A form that was not taken, shown again with all that was typed. */
    public static ResponseEntity<byte[]> again(String template, Map<String, Object> values) {
        return reply(HttpStatus.BAD_REQUEST, HTML, render(template, values));
    }

    static ResponseEntity<byte[]> problemPage(HttpStatus status, Map<String, Object> values) {
        return reply(status, HTML, render("problem.jte", values));
    }

    static ResponseEntity<byte[]> problemJson(HttpStatus status, Map<String, @Nullable Object> map) {
        return reply(status, MediaType.APPLICATION_PROBLEM_JSON, written(map));
    }

    static ResponseEntity<byte[]> problemText(HttpStatus status, String sentence) {
        return reply(status, new MediaType("text", "plain", StandardCharsets.UTF_8), sentence + "\n");
    }

    private static String written(Map<String, @Nullable Object> map) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(map) + "\n";
    }

    private static ResponseEntity<byte[]> reply(HttpStatus status, MediaType type, String text) {
        return ResponseEntity.status(status)
                .contentType(type)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
