// SPDX-License-Identifier: Apache-2.0
package org.clearground.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * A spreadsheet workbook, its sheets read row by row.
 *
 * <p>Before any sheet is opened, every part of the archive is unpacked once into nothing: an archive that grows beyond
 * {@value #MOST_UNPACKED_BYTES} bytes, or a part that declares a document type (the door for XML entities), is refused.
 */
public final class XlsxWorkbook implements AutoCloseable {

    static final long MOST_UNPACKED_BYTES = 1L << 30;
    private static final int MOST_PARTS = 2_000;
    private static final int MOST_COLUMNS = 1_000;

    /** 31 December 9999, the last day that spreadsheets know. */
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

    private final ReceivedFile file;
    private final ReadableWorkbook workbook;

    private XlsxWorkbook(ReceivedFile file, ReadableWorkbook workbook) {
        this.file = file;
        this.workbook = workbook;
    }

    public static XlsxWorkbook open(ReceivedFile file) {
        requireHarmless(file);
        try {
            return new XlsxWorkbook(file, new ReadableWorkbook(file.path().toFile(), new ReadingOptions(true, false)));
        } catch (IOException | RuntimeException unreadable) {
            throw unusable(file, "is no workbook that can be read; save it again as XLSX");
        }
    }

    private static void requireHarmless(ReceivedFile file) {
        long unpacked = 0;
        int parts = 0;
        try (var archive = new ZipFile(file.path().toFile())) {
            for (var entries = archive.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                if (++parts > MOST_PARTS) {
                    throw unusable(file, "has more than " + MOST_PARTS + " parts; save it again as XLSX");
                }
                if (entry.getName().toLowerCase(Locale.ROOT).contains("vbaproject")) {
                    throw unusable(file, "contains macros; save it as XLSX without macros");
                }
                unpacked += unpack(file, archive, entry, unpacked);
            }
        } catch (ZipException damaged) {
            throw unusable(file, "is damaged (" + damaged.getMessage() + "); save it again as XLSX");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static long unpack(ReceivedFile file, ZipFile archive, ZipEntry entry, long before) throws IOException {
        long unpacked = 0;
        try (InputStream in = archive.getInputStream(entry)) {
            var buffer = new byte[1 << 16];
            var documentType = new Heading("<!DOCTYPE");
            var entity = new Heading("<!ENTITY");
            for (int length = in.readNBytes(buffer, 0, buffer.length);
                    length > 0;
                    length = in.readNBytes(buffer, 0, buffer.length)) {
                if (documentType.occursIn(buffer, length) || entity.occursIn(buffer, length)) {
                    throw unusable(
                            file,
                            "declares a document type in " + entry.getName()
                                    + ", which is not accepted; save it again as XLSX");
                }
                unpacked += length;
                if (before + unpacked > MOST_UNPACKED_BYTES) {
                    throw new ProblemException(
                            ProblemCode.SUBMISSION_TOO_LARGE,
                            file.name() + " unpacks to more than " + (MOST_UNPACKED_BYTES >> 20)
                                    + " MiB; split it, or export it as CSV");
                }
            }
        }
        return unpacked;
    }

    /**
     * Looks for a declaration in a part piece by piece, in any encoding that writes ASCII as itself or with zeros
     * between. Remarks of any length may stand before it, so the first piece does not tell.
     */
    private static final class Heading {
        private final byte[] sought;
        private int matched;

        /** @param sought has its first letter only once */
        Heading(String sought) {
            this.sought = sought.getBytes(StandardCharsets.US_ASCII);
        }

        boolean occursIn(byte[] buffer, int length) {
            for (int i = 0; i < length && matched < sought.length; i++) {
                if (buffer[i] == sought[matched]) {
                    matched++;
                } else if (buffer[i] != 0) {
                    matched = buffer[i] == sought[0] ? 1 : 0;
                }
            }
            return matched == sought.length;
        }
    }

    public List<String> sheetNames() {
        return workbook.getSheets().map(Sheet::getName).toList();
    }

    /** A sheet by its name, case apart; empty if there is none. */
    public Optional<String> findSheet(String name) {
        return sheetNames().stream().filter(name::equalsIgnoreCase).findFirst();
    }

    /** Reads every row of a sheet, the heading first. */
    public void read(String sheetName, Consumer<TableRow> rows) {
        var sheet = workbook.findSheet(sheetName).orElseThrow();
        try (var stream = sheet.openStream()) {
            stream.forEach(row -> rows.accept(texts(row)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (ExcelReaderException damaged) {
            throw unusable(file, "is damaged in sheet " + sheetName + "; save it again as XLSX");
        }
    }

    private TableRow texts(Row row) {
        if (row.getCellCount() > MOST_COLUMNS) {
            throw unusable(file, "has more than " + MOST_COLUMNS + " columns; remove those that no form asks for");
        }
        var cells = new ArrayList<String>(row.getCellCount());
        var formulas = new ArrayList<TableRow.Formula>();
        for (int i = 0; i < row.getCellCount(); i++) {
            var cell = row.getOptionalCell(i).orElse(null);
            cells.add(cell == null ? "" : text(cell, workbook.isDate1904()));
            if (cell != null && cell.getFormula() != null) {
                formulas.add(new TableRow.Formula(i, cell.getFormula()));
            }
        }
        return new TableRow(row.getRowNum(), cells, formulas);
    }

    private static String text(Cell cell, boolean since1904) {
        if (cell.getType() == CellType.EMPTY || cell.getRawValue() == null) {
            return "";
        }
        boolean numeric = cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA;
        if (numeric && isNumber(cell.getRawValue())) {
            var value = new BigDecimal(cell.getRawValue());
            return isDate(cell.getDataFormatId(), cell.getDataFormatString())
                            && value.abs().compareTo(LAST_DAY) <= 0
                    ? day(value, since1904)
                    : value.stripTrailingZeros().toPlainString();
        }
        if (cell.getType() == CellType.ERROR) {
            return cell.getRawValue();
        }
        return cell.getType() == CellType.STRING ? cell.asString() : cell.getRawValue();
    }

    /** A spreadsheet's numbers have at most 309 digits; one that says more is left as it is written. */
    private static boolean isNumber(String raw) {
        try {
            var number = new BigDecimal(raw);
            return Math.abs((long) number.scale()) < 1_000 && number.precision() < 1_000;
        } catch (NumberFormatException text) {
            return false;
        }
    }

    /** Serial days since 30 December 1899 or 1 January 1904, as the workbook counts; a time behind the point is left out. */
    private static String day(BigDecimal serial, boolean since1904) {
        var zero = since1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
        return zero.plusDays(serial.longValue()).toString();
    }

    private static boolean isDate(@Nullable Integer id, @Nullable String format) {
        if (id != null && (id >= 14 && id <= 22 || id >= 45 && id <= 47)) {
            return true;
        }
        return format != null
                && format.toLowerCase(Locale.ROOT)
                        .replaceAll("\\[[^]]*]|\"[^\"]*\"", "")
                        .matches(".*[dy].*");
    }

    private static ProblemException unusable(ReceivedFile file, String sentence) {
        return new ProblemException(ProblemCode.UNREADABLE_SUBMISSION, file.name() + " " + sentence);
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException closing) {
            throw new UncheckedIOException(closing);
        }
    }
}
