// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clearground.errors.Finding;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.packs.Words;
import org.clearground.reports.intake.SentRows;
import org.clearground.reports.store.CorrectedRows;
import org.clearground.reports.store.FilePreview;
import org.clearground.reports.store.FilePreview.Kind;
import org.clearground.reports.store.WaitingUpload;
import org.clearground.reports.store.WaitingUploads;
import org.clearground.reports.web.ImportPages.Cell;
import org.clearground.reports.web.ImportPages.FixPage;
import org.clearground.storage.Store;
import org.clearground.web.FormToken;
import org.clearground.web.Frame;
import org.clearground.web.PageWords;
import org.clearground.web.Query;
import org.clearground.web.Replies;
import org.clearground.web.Visitor;
import org.dhatim.fastexcel.Workbook;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rows of a waiting file with which something is wrong: corrected on a page, or taken away to be corrected. */
@RestController
final class FixController {

    /** A form with more fields is too long to be read by anybody; the server takes no more than a thousand. */
    private static final int MOST_CELLS = 900;

    private static final int WIDE = 60;
    private static final int LONGEST_CELL = 32_767;
    private static final int FLUSHED_ROWS = 1_000;

    private final Store store;
    private final PageWords words;
    private final WaitingUploads uploads;
    private final FilePreview preview;
    private final CorrectedRows corrections;

    FixController(
            Store store, PageWords words, WaitingUploads uploads, FilePreview preview, CorrectedRows corrections) {
        this.store = store;
        this.words = words;
        this.uploads = uploads;
        this.preview = preview;
        this.corrections = corrections;
    }

    private FilePreview.Line line(WaitingUpload upload, String ordinal) {
        try {
            return preview.find(upload, Integer.parseInt(ordinal))
                    .filter(line -> !line.cells().isEmpty())
                    .orElseThrow(() -> new ProblemException(
                            ProblemCode.NOT_FOUND, "nothing is to be corrected there; look at the preview again"));
        } catch (NumberFormatException noNumber) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "\"" + ordinal + "\" is no number of a report", noNumber);
        }
    }

    @GetMapping("/import/{id}/fix/{ordinal}")
    ResponseEntity<byte[]> page(
            @PathVariable("id") String id, @PathVariable("ordinal") String ordinal, HttpServletRequest request) {
        var query = new Query(request);
        var upload = ImportController.find(uploads, id, request);
        var headings = preview.look(upload, query.sight()).headings();
        var line = line(upload, ordinal);
        requireFew(line.cells());
        var correction = corrections.of(upload).get(line.ordinal());
        var findings =
                correction == null ? line.read().findings() : correction.read().findings();
        var cells = correction == null ? line.cells() : correction.cells();
        // corrected rows are a table of their own, below its headings
        int first = correction == null ? line.read().report().firstRow() : 2;
        return store.read(transaction -> {
            var spoken = words.in(transaction, query.language());
            var frame = new Frame(spoken, spoken.say("import.fix") + " " + upload.fileName(), null, query.here(), null);
            return Replies.page(
                    "importfix.jte",
                    Map.of(
                            "page",
                            new FixPage(
                                    FormToken.of(request),
                                    upload,
                                    line.ordinal(),
                                    line,
                                    correction != null,
                                    findings,
                                    rows(headings, cells, findings, first),
                                    frame)));
        });
    }

    private static void requireFew(List<List<String>> rows) {
        if (rows.stream().mapToInt(List::size).sum() > MOST_CELLS) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "this report has too many cells for a page; download the rows with findings and correct them there");
        }
    }

    private static List<List<Cell>> rows(
            List<String> headings, List<List<String>> cells, List<Finding> findings, int first) {
        var rows = new ArrayList<List<Cell>>();
        for (int i = 0; i < cells.size(); i++) {
            var row = new ArrayList<Cell>();
            for (int j = 0; j < headings.size(); j++) {
                var heading = headings.get(j);
                int at = first + i;
                boolean only = cells.size() == 1;
                var text = cells.get(i).get(j);
                row.add(new Cell(
                        "r" + i + "c" + j,
                        heading,
                        text,
                        text.length() > WIDE || text.indexOf('\n') >= 0,
                        findings.stream()
                                .filter(finding -> isAt(finding, heading, at, only))
                                .toList()));
            }
            rows.add(row);
        }
        return rows;
    }

    private static boolean isAt(Finding finding, String heading, int row, boolean only) {
        var place = finding.place();
        var column = place.column();
        return column != null
                && (heading.equals(column) || heading.endsWith("/" + column))
                && (only || place.sheet() != null || Objects.equals(place.row(), row));
    }

    @PostMapping("/import/{id}/fix/{ordinal}")
    ResponseEntity<byte[]> correct(
            @PathVariable("id") String id, @PathVariable("ordinal") String ordinal, HttpServletRequest request) {
        var upload = ImportController.find(uploads, id, request);
        var sight = Visitor.of(request).sight();
        var headings = preview.look(upload, sight).headings();
        var line = line(upload, ordinal);
        requireFew(line.cells());
        if ("forget".equals(request.getParameter("step"))) {
            corrections.forget(upload, line.ordinal());
        } else {
            var before = corrections.of(upload).get(line.ordinal());
            var rows = before == null ? line.cells() : before.cells();
            corrections.correct(upload, sight, headings, line.ordinal(), sent(rows, request));
        }
        return ImportController.seeOther("/import/" + id + "/fix/" + line.ordinal(), request);
    }

    /** The cells of a form, in the rows that it was made of. */
    private static List<List<String>> sent(List<List<String>> rows, HttpServletRequest request) {
        var cells = new ArrayList<List<String>>();
        for (int i = 0; i < rows.size(); i++) {
            var row = new ArrayList<String>();
            for (int j = 0; j < rows.get(i).size(); j++) {
                var text = request.getParameter("r" + i + "c" + j);
                if (text == null) {
                    throw new ProblemException(
                            ProblemCode.WRONG_CALL, "a cell is missing from the form; load its page again");
                }
                row.add(text.replace("\r\n", "\n"));
            }
            cells.add(row);
        }
        return cells;
    }

    /** Something that takes rows one after the other. */
    private interface Rows {
        void add(List<String> cells) throws IOException;
    }

    @GetMapping("/import/{id}/bad.csv")
    void csv(@PathVariable("id") String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var upload = ImportController.find(uploads, id, request);
        var query = new Query(request);
        begin(response, upload, ".csv", "text/csv;charset=UTF-8");
        var out = response.getOutputStream();
        out.write("\uFEFF".getBytes(StandardCharsets.UTF_8));
        var csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
        write(upload, query, csv::writeRecord);
        csv.flush();
    }

    @GetMapping("/import/{id}/bad.xlsx")
    void xlsx(@PathVariable("id") String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var upload = ImportController.find(uploads, id, request);
        var query = new Query(request);
        var tooLong = store.read(
                transaction -> words.in(transaction, query.language()).say("import.cell.toolong"));
        begin(response, upload, ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        try (var workbook = new Workbook(response.getOutputStream(), "Clearground", "1.0")) {
            var sheet = workbook.newWorksheet(upload.form());
            sheet.freezePane(0, 1);
            var row = new int[1];
            write(upload, query, cells -> {
                for (int i = 0; i < cells.size(); i++) {
                    var text = cells.get(i);
                    if (!text.isEmpty()) {
                        sheet.value(row[0], i, text.length() > LONGEST_CELL ? tooLong : text);
                    }
                }
                if (++row[0] % FLUSHED_ROWS == 0) {
                    sheet.flush();
                }
            });
            sheet.finish();
        }
    }

    private static void begin(HttpServletResponse response, WaitingUpload upload, String ending, String type) {
        var name = upload.fileName();
        int dot = name.lastIndexOf('.');
        response.setContentType(type);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(
                                (dot > 0 ? name.substring(0, dot) : name) + "-findings" + ending,
                                StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }

    /** Every row that a finding blocks and nobody corrected, as it was sent, with what was found behind it. */
    private void write(WaitingUpload upload, Query query, Rows rows) throws IOException {
        var summary = preview.look(upload, query.sight());
        var corrected = corrections.of(upload).keySet();
        Words spoken = store.read(transaction -> words.in(transaction, query.language()));
        var heading = new ArrayList<>(summary.headings());
        heading.add(SentRows.FINDINGS);
        rows.add(heading.stream().map(SentRows::marked).toList());
        preview.read(upload, (kind, ordinal) -> kind == Kind.ERROR && !corrected.contains(ordinal), 0, line -> {
            var told = told(line, spoken);
            for (var cells : line.cells()) {
                var row = new ArrayList<String>();
                cells.forEach(text -> row.add(SentRows.marked(text)));
                row.add(SentRows.marked(told));
                told = "";
                rows.add(row);
            }
            return true;
        });
    }

    private static String told(FilePreview.Line line, Words spoken) {
        var texts = new ArrayList<String>();
        for (var finding : line.read().findings()) {
            var column = finding.place().column();
            texts.add((column == null ? "" : column + ": ") + spoken.sentence(finding) + " " + spoken.remedy(finding));
        }
        return String.join("\n", texts);
    }
}
