// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.clearground.access.Sight;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.ledger.CanonicalJson;
import org.clearground.ledger.CanonicalText;
import org.clearground.reports.ReadReport;
import org.clearground.reports.ReportId;
import org.clearground.reports.intake.FileHeadings;
import org.clearground.reports.intake.SentRows;
import org.clearground.storage.StorageProblem;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * What would become of a waiting file. It is looked through once, as {@link FileCheck} does; what was found is kept beside
 * it, a line for each report, so that any page of it is shown without reading the file again.
 */
public final class FilePreview {

    private static final int MOST_ABOUT_FILE = 100;

    /** However many ask at once: looking through a file takes a processor and some memory. */
    private static final Semaphore AT_ONCE = new Semaphore(2);

    private final Store store;
    private final WaitingUploads uploads;
    private final Intake intake;
    private final Clock clock;

    public FilePreview(Store store, WaitingUploads uploads, Intake intake, Clock clock) {
        this.store = store;
        this.uploads = uploads;
        this.intake = intake;
        this.clock = clock;
    }

    /** What a report would be to the store. */
    public enum Kind {
        /** Not here yet. */
        NEW,
        /** Another report of this number stands and says something else. */
        CHANGED,
        /** A report that says the same stands. */
        SAME,
        /** Something must be resolved before it can be approved. */
        ERROR
    }

    /**
     * A report of the file.
     *
     * @param earlier the report of the store that it repeats or changes, where that is known; null if none
     * @param cells its rows as they were sent, a text for each heading; kept only where something was found
     */
    public record Line(Kind kind, ReadReport read, @Nullable ReportId earlier, List<List<String>> cells) {

        public int ordinal() {
            return read.report().ordinal();
        }
    }

    /**
     * The file as a whole.
     *
     * @param importedBefore when it was taken in already, in the same way; null if it is new
     * @param aboutFile the first findings that are about no single report
     * @param headings under which the rows of its reports stand
     */
    public record Summary(
            long reports,
            Map<Kind, Long> counts,
            @Nullable Instant importedBefore,
            List<Finding> aboutFile,
            List<String> headings,
            Instant lookedAt) {

        public long count(Kind kind) {
            return counts.getOrDefault(kind, 0L);
        }
    }

    /**
     * Looks the file through, unless that was done with this mapping.
     *
     * @param sight of whoever will read it: findings do not tell of reports outside
     * @throws org.clearground.errors.ProblemException if the file cannot be read by its form
     */
    public Summary look(WaitingUpload upload, Sight sight) {
        var looked = upload.looked();
        return looked == null ? lookAnew(upload, sight) : summary(looked, upload);
    }

    /** Looks the file through beside the store as it is now. */
    public Summary lookAnew(WaitingUpload upload, Sight sight) {
        AT_ONCE.acquireUninterruptibly();
        try {
            var country = intake.country().get();
            var file = upload.file();
            var form = country.form(upload.form()).definition();
            var rows = new SentRows(form, FileHeadings.of(file, form, upload.mapping()));
            var request = new FileCheck.Request(file, upload.form(), upload.organisation(), upload.mapping());
            var target = uploads.look(upload.id());
            var draft = Files.createTempFile(target.getParent(), upload.id(), ".draft");
            try {
                var run = new Run(sight, upload, rows);
                Summary summary;
                try (var out = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
                    summary = store.read(
                            transaction -> run.look(transaction, intake.checks().apply(country), request, out));
                }
                Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
                uploads.setLooked(upload, run.written(summary));
                return summary;
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            AT_ONCE.release();
        }
    }

    /** One look through a file. */
    private final class Run {
        private final Sight seen;
        private final WaitingUpload upload;
        private final SentRows rows;
        private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
        private final List<Finding> aboutFile = new ArrayList<>();
        private long reports;

        Run(Sight seen, WaitingUpload upload, SentRows rows) {
            this.seen = seen;
            this.upload = upload;
            this.rows = rows;
        }

        Summary look(Transaction transaction, FileCheck check, FileCheck.Request request, Writer out) {
            var sight = new ReportSight(transaction, seen);
            var before = EarlierImports.find(
                    transaction,
                    request.file(),
                    intake.country().get().form(request.form()).definition(),
                    request.mapping());
            check.read(
                    transaction,
                    request,
                    checked -> {
                        try {
                            out.write(line(transaction, sight, checked, before.isPresent()));
                        } catch (IOException full) {
                            throw new UncheckedIOException(full);
                        }
                    },
                    finding -> {
                        if (aboutFile.size() < MOST_ABOUT_FILE) {
                            aboutFile.add(sight.told(finding));
                        }
                    });
            return new Summary(reports, counts, before.orElse(null), aboutFile, rows.headings(), clock.instant());
        }

        private String line(Transaction transaction, ReportSight sight, FileCheck.Checked checked, boolean imported) {
            var found = checked.read().findings().stream().map(sight::told).toList();
            var read = new ReadReport(checked.read().report(), found);
            var earlier = earlier(transaction, upload, read);
            var kind = imported ? Kind.SAME : kind(read, earlier.isPresent());
            counts.merge(kind, 1L, Long::sum);
            reports++;
            var out = new StringBuilder();
            out.append(kind).append('\t').append(read.report().ordinal()).append('\t');
            out.append(earlier.map(ReportId::toString).orElse("-")).append('\t');
            out.append(ReadingDocument.line(read).json());
            out.setLength(out.length() - 1);
            out.append('\t');
            append(out, found.isEmpty() ? List.of() : rows.of(checked.written()));
            return out.append('\n').toString();
        }

        String written(Summary summary) {
            var map = new TreeMap<String, Object>();
            map.put("reports", summary.reports());
            for (var kind : Kind.values()) {
                map.put(kind.name(), summary.count(kind));
            }
            var before = summary.importedBefore();
            map.put("importedBefore", before == null ? 0L : before.toEpochMilli());
            map.put("aboutFile", new String(ReadingDocument.aboutTheFile(summary.aboutFile()), StandardCharsets.UTF_8));
            map.put("headings", summary.headings());
            map.put("lookedAt", summary.lookedAt().toEpochMilli());
            return CanonicalJson.of(map);
        }
    }

    private static Kind kind(ReadReport read, boolean earlier) {
        if (read.findings().stream().anyMatch(finding -> finding.code() == FindingCode.DUPLICATE_REPORT)) {
            return Kind.SAME;
        }
        return read.blocked() ? Kind.ERROR : earlier ? Kind.CHANGED : Kind.NEW;
    }

    /** The report of the store that one repeats or changes: as findings name it, else the last that waits under its number. */
    private static Optional<ReportId> earlier(Transaction transaction, WaitingUpload upload, ReadReport read) {
        for (var finding : read.findings()) {
            if (finding.code() == FindingCode.DUPLICATE_REPORT || finding.code() == FindingCode.CORRECTS_REPORT) {
                var id = finding.figures().getOrDefault("report", "");
                return id.length() == 36 ? Optional.of(ReportId.of(id)) : Optional.empty();
            }
        }
        try {
            return EarlierReports.waitingUnderNumber(
                    transaction, upload.form(), read.report().answers(), upload.digest());
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    private static Summary summary(String looked, WaitingUpload upload) {
        var map = CanonicalJson.read(looked);
        var counts = new EnumMap<Kind, Long>(Kind.class);
        for (var kind : Kind.values()) {
            counts.put(kind, whole(map.get(kind.name())));
        }
        var about = new ArrayList<Finding>();
        readDocument(String.valueOf(map.get("aboutFile")), upload, read -> {}, about::addAll);
        long before = whole(map.get("importedBefore"));
        return new Summary(
                whole(map.get("reports")),
                counts,
                before == 0 ? null : Instant.ofEpochMilli(before),
                about,
                map.get("headings") instanceof List<?> list
                        ? list.stream().map(String::valueOf).toList()
                        : List.of(),
                Instant.ofEpochMilli(whole(map.get("lookedAt"))));
    }

    private static long whole(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    private static void readDocument(
            String line, WaitingUpload upload, Consumer<ReadReport> reports, Consumer<List<Finding>> aboutFile) {
        ReadingDocument.read(
                new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)),
                upload.digest(),
                upload.form(),
                reports,
                aboutFile);
    }

    /** Which lines are meant. */
    public interface Choice {
        boolean takes(Kind kind, int ordinal);
    }

    /** Told of lines; done when it says so. */
    public interface Reader {
        boolean read(Line line) throws IOException;
    }

    /**
     * Reads lines of a file that was looked through, in their order.
     *
     * @param skipped how many of those chosen are passed over
     * @param reader says whether it wants another
     */
    public void read(WaitingUpload upload, Choice choice, long skipped, Reader reader) {
        try (BufferedReader lines = Files.newBufferedReader(uploads.look(upload.id()), StandardCharsets.UTF_8)) {
            long left = skipped;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                int first = line.indexOf('\t');
                int second = line.indexOf('\t', first + 1);
                var kind = Kind.valueOf(line.substring(0, first));
                if (choice.takes(kind, Integer.parseInt(line.substring(first + 1, second))) && left-- <= 0) {
                    int third = line.indexOf('\t', second + 1);
                    if (!reader.read(line(kind, line, second, third, upload))) {
                        return;
                    }
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Line line(Kind kind, String line, int second, int third, WaitingUpload upload) {
        int fourth = line.lastIndexOf('\t');
        var earlier = line.substring(second + 1, third);
        var read = new ArrayList<ReadReport>(1);
        readDocument(line.substring(third + 1, fourth), upload, read::add, about -> {});
        return new Line(
                kind,
                read.get(0),
                earlier.equals("-") ? null : ReportId.of(earlier),
                cells(line.substring(fourth + 1)));
    }

    /** Rows of texts as JSON, straight into the line: there may be very many. */
    private static void append(StringBuilder out, List<List<String>> rows) {
        out.append('[');
        for (int i = 0; i < rows.size(); i++) {
            out.append(i == 0 ? "[" : ",[");
            for (int j = 0; j < rows.get(i).size(); j++) {
                if (j > 0) {
                    out.append(',');
                }
                CanonicalText.append(out, rows.get(i).get(j));
            }
            out.append(']');
        }
        out.append(']');
    }

    /** Rows of texts from JSON. */
    static List<List<String>> cells(String json) {
        var rows = new ArrayList<List<String>>();
        for (var row : CanonicalJson.readList(json)) {
            if (row instanceof List<?> texts) {
                rows.add(texts.stream().map(String::valueOf).toList());
            }
        }
        return rows;
    }

    /** One report of a file that was looked through; empty if it has none at that place. */
    public Optional<Line> find(WaitingUpload upload, int ordinal) {
        var found = new ArrayList<Line>(1);
        read(upload, (kind, each) -> each == ordinal, 0, line -> {
            found.add(line);
            return false;
        });
        return found.stream().findFirst();
    }
}
