// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.clearground.access.Sight;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.imports.ReceivedFile;
import org.clearground.ledger.CanonicalJson;
import org.clearground.reports.ReadReport;
import org.clearground.storage.Store;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a waiting file as somebody corrected them on a page. The file itself stays as it came: the corrected rows are a
 * file of their own, under the same headings.
 */
public final class CorrectedRows {

    private final Store store;
    private final WaitingUploads uploads;
    private final Intake intake;

    public CorrectedRows(Store store, WaitingUploads uploads, Intake intake) {
        this.store = store;
        this.uploads = uploads;
        this.intake = intake;
    }

    /**
     * A report with its rows corrected.
     *
     * @param read as it is read now, with what is still found
     */
    public record Corrected(List<List<String>> cells, ReadReport read) {}

    /** All that were corrected in a file, by their place in it. */
    public SortedMap<Integer, Corrected> of(WaitingUpload upload) {
        var corrected = new TreeMap<Integer, Corrected>();
        store.read(transaction -> {
            transaction
                    .sql()
                    .sql("select ordinal, cells, reading from waiting_correction where upload = ? order by ordinal")
                    .param(upload.id())
                    .query(row -> {
                        var cells = FilePreview.cells(row.getString(2));
                        var read = new ArrayList<ReadReport>(1);
                        ReadingDocument.read(
                                new ByteArrayInputStream(row.getString(3).getBytes(StandardCharsets.UTF_8)),
                                upload.digest(),
                                upload.form(),
                                read::add,
                                about -> {});
                        corrected.put(row.getInt(1), new Corrected(cells, read.get(0)));
                    });
            return corrected.size();
        });
        return corrected;
    }

    /**
     * Reads and checks the rows of a report as corrected, and keeps them.
     *
     * @param headings under which the cells stand
     * @throws ProblemException if they are no longer the rows of one report
     */
    public Corrected correct(
            WaitingUpload upload, Sight sight, List<String> headings, int ordinal, List<List<String>> cells) {
        var file = uploads.rows(upload.id() + "-" + ordinal);
        try {
            write(file, headings, cells);
            var read = new ArrayList<ReadReport>(1);
            var country = intake.country().get();
            store.read(transaction -> {
                var seen = new ReportSight(transaction, sight);
                intake.checks()
                        .apply(country)
                        .read(
                                transaction,
                                new FileCheck.Request(
                                        ReceivedFile.inspect(file, name(upload)),
                                        upload.form(),
                                        upload.organisation(),
                                        upload.mapping().ofRows()),
                                checked -> read.add(new ReadReport(
                                        checked.read().report(),
                                        checked.read().findings().stream()
                                                .map(seen::told)
                                                .toList())),
                                finding -> {});
                return read.size();
            });
            if (read.size() != 1) {
                throw new ProblemException(
                        ProblemCode.WRONG_CALL,
                        "these rows are " + read.size() + " reports now, not one; keep one organisation and one number"
                                + " in all of them");
            }
            keep(upload, ordinal, cells, read.get(0));
            return new Corrected(cells, read.get(0));
        } finally {
            delete(file);
        }
    }

    private void keep(WaitingUpload upload, int ordinal, List<List<String>> cells, ReadReport read) {
        store.<Boolean>write(transaction -> {
            forget(transaction, upload, ordinal);
            transaction
                    .sql()
                    .sql("insert into waiting_correction (upload, ordinal, cells, reading) values (?, ?, ?, ?)")
                    .params(
                            upload.id(),
                            ordinal,
                            CanonicalJson.of(cells),
                            ReadingDocument.line(read).json())
                    .update();
            return true;
        });
    }

    /** Goes back to the rows as they were sent. */
    public void forget(WaitingUpload upload, int ordinal) {
        store.<Boolean>write(transaction -> {
            forget(transaction, upload, ordinal);
            return true;
        });
    }

    private static void forget(org.clearground.storage.Transaction transaction, WaitingUpload upload, int ordinal) {
        transaction
                .sql()
                .sql("delete from waiting_correction where upload = ? and ordinal = ?")
                .params(upload.id(), ordinal)
                .update();
    }

    /** All corrected rows of a file as a file of their own; null where none was corrected. */
    @Nullable
    ReceivedFile file(WaitingUpload upload, List<String> headings) {
        var rows = new ArrayList<List<String>>();
        of(upload).values().forEach(corrected -> rows.addAll(corrected.cells()));
        if (rows.isEmpty()) {
            return null;
        }
        var path = uploads.rows(upload.id());
        write(path, headings, rows);
        return ReceivedFile.inspect(path, name(upload));
    }

    private static String name(WaitingUpload upload) {
        var name = upload.fileName();
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name) + "-corrected.csv";
    }

    private static void write(Path path, List<String> headings, List<List<String>> rows) {
        try (var csv = CsvWriter.builder().build(path, StandardCharsets.UTF_8)) {
            csv.writeRecord(headings);
            rows.forEach(csv::writeRecord);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
