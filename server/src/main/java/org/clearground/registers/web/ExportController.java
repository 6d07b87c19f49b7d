// SPDX-License-Identifier: Apache-2.0
package org.clearground.registers.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.Ledger;
import org.clearground.packs.Words;
import org.clearground.registers.Register;
import org.clearground.registers.Selection;
import org.clearground.registers.print.CsvExport;
import org.clearground.registers.print.RegisterJson;
import org.clearground.registers.print.XlsxExport;
import org.clearground.registers.store.RegisterRows;
import org.clearground.storage.Store;
import org.clearground.web.PageWords;
import org.clearground.web.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a list shows, all of it, as a file.
 *
 * <p>It is written to the disk of the server first: so memory is bounded, an answer that breaks off in the middle cannot
 * pass for a whole one, and a reader with a slow line does not hold the state of the store that it reads.
 */
@RestController
final class ExportController {

    private final Store store;
    private final PageWords words;
    private final Clock clock;
    private final List<Register> registers;

    ExportController(Store store, PageWords words, Clock clock, List<Register> registers) {
        this.store = store;
        this.words = words;
        this.clock = clock;
        this.registers = List.copyOf(registers);
    }

    /** What goes into the file. */
    private interface Writing {
        void write(Register register, Selection selection, RegisterRows rows, Words spoken, OutputStream out)
                throws IOException;
    }

    @GetMapping("/api/registers/{name}.csv")
    void csv(@PathVariable("name") String name, HttpServletRequest request, HttpServletResponse response) {
        var mark = mark(new Query(request));
        send(
                name,
                "csv",
                "text/csv;charset=UTF-8",
                request,
                response,
                (register, selection, rows, spoken, out) ->
                        CsvExport.write(register, selection, rows, spoken, mark, out));
    }

    /** Whether spreadsheets are told that the text is UTF-8, as some must be. */
    private static boolean mark(Query query) {
        var bom = query.text("bom");
        if (bom == null || bom.equals("no")) {
            return false;
        }
        if (bom.equals("yes")) {
            return true;
        }
        throw new ProblemException(ProblemCode.WRONG_CALL, "\"bom\" is \"" + bom + "\"; it may be yes or no");
    }

    @GetMapping("/api/registers/{name}.xlsx")
    void xlsx(@PathVariable("name") String name, HttpServletRequest request, HttpServletResponse response) {
        send(
                name,
                "xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                request,
                response,
                (register, selection, rows, spoken, out) -> {
                    var about = new ArrayList<String>();
                    about.add(spoken.say("register." + name));
                    about.add(spoken.say("register." + name + ".about"));
                    about.add(new Query(request).here().toString());
                    about.add(RegisterPages.asOf(spoken, selection.asOf()));
                    about.add(spoken.say("page.sample.reports"));
                    about.add(spoken.say("bulletin.caution"));
                    XlsxExport.write(register, selection, rows, spoken, about, out);
                });
    }

    @GetMapping("/api/registers/{name}.geojson")
    void geoJson(@PathVariable("name") String name, HttpServletRequest request, HttpServletResponse response) {
        if (RegisterController.find(registers, name).shape() == null) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "the register \"" + name + "\" has no places on the ground; take it as CSV or XLSX");
        }
        send(name, "geojson", "application/geo+json", request, response, (register, selection, rows, spoken, out) -> {
            var about = new LinkedHashMap<String, @Nullable Object>();
            about.put("register", name);
            about.put("validOn", selection.asOf().validOn().toString());
            about.put("knownAt", Ledger.written(selection.asOf().knownAt()));
            about.put("caution", spoken.say("bulletin.caution"));
            new RegisterJson(register, spoken).writeFeatures(selection, rows, about, out);
        });
    }

    private void send(
            String name,
            String ending,
            String mediaType,
            HttpServletRequest request,
            HttpServletResponse response,
            Writing writing) {
        var register = RegisterController.find(registers, name);
        var query = new Query(request);
        try {
            var file = Files.createTempFile(
                    Files.createDirectories(store.directory().resolve("web")), "export", "." + ending);
            try {
                var day = store.read(transaction -> {
                    var spoken = words.in(transaction, query.language());
                    var selection = new RegisterCall(register, query, clock, transaction, spoken).selection("bom");
                    try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
                        writing.write(
                                register,
                                selection,
                                new RegisterRows(transaction, register, query.sight()),
                                spoken,
                                out);
                    } catch (IOException full) {
                        throw new UncheckedIOException(full);
                    }
                    return selection.asOf().validOn();
                });
                response.setContentType(mediaType);
                response.setContentLengthLong(Files.size(file));
                response.setHeader(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name + "-" + day + "." + ending + "\"");
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                if (!request.getMethod().equals("HEAD")) {
                    Files.copy(file, response.getOutputStream());
                }
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
