// SPDX-License-Identifier: Apache-2.0
package org.clearground.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** What the figures were measured on, because a figure without its machine says nothing. */
final class Machine {

    private Machine() {}

    static String describe() throws IOException, SQLException {
        var text = new StringBuilder("# Measurements\n\n");
        line(text, "commit", commit());
        line(text, "day", LocalDate.now(ZoneOffset.UTC).toString());
        line(text, "processor", processor() + ", " + Runtime.getRuntime().availableProcessors() + " cores");
        line(text, "memory", memory());
        line(text, "system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        line(text, "JDK", System.getProperty("java.vendor.version", "") + " " + System.getProperty("java.vm.version"));
        line(text, "SQLite", sqlite());
        line(text, "GDAL", Commands.firstLine("ogr2ogr", "--version"));
        line(
                text,
                "load average before",
                String.format(
                        Locale.ROOT,
                        "%.1f",
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        return text.toString();
    }

    private static void line(StringBuilder text, String what, String value) {
        text.append("- ").append(what).append(": ").append(value.strip()).append('\n');
    }

    private static String commit() {
        var commit = Commands.firstLine("git", "rev-parse", "--short", "HEAD");
        return Commands.firstLine("git", "status", "--porcelain", "--untracked-files=no")
                        .isEmpty()
                ? commit
                : commit + " and changes";
    }

    private static String processor() throws IOException {
        return fromFile("/proc/cpuinfo", "model name");
    }

    private static String memory() throws IOException {
        var kibibytes = fromFile("/proc/meminfo", "MemTotal").replaceAll("\\D", "");
        return kibibytes.isEmpty() ? "unknown" : Math.round(Long.parseLong(kibibytes) / 1048576.0) + " GiB";
    }

    private static String fromFile(String file, String key) throws IOException {
        var path = Path.of(file);
        if (!Files.exists(path)) {
            return "unknown";
        }
        return Files.readAllLines(path, StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    private static String sqlite() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                var statement = connection.createStatement();
                var row = statement.executeQuery("select sqlite_version()")) {
            return row.next() ? row.getString(1) : "unknown";
        }
    }
}
