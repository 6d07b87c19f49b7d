// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.clearground.ledger.Contents;
import org.clearground.ledger.Digest;
import org.clearground.reports.ReadReport;
import org.clearground.reports.ReportId;
import org.clearground.reports.store.ReportDecisions.Decider;
import org.clearground.reports.store.ReportDecisions.Decision;
import org.clearground.storage.Transaction;
import org.clearground.web.ExampleSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file so large that its reading lies in several parts. */
class ChosenReportsTest {

    private static final int REPORTS = 2_600;

    @TempDir
    private static Path directory = Path.of(".");

    @SuppressWarnings("NullAway.Init")
    private static ExampleSite site;

    @BeforeAll
    static void send() {
        site = new ExampleSite(directory);
        var text = new StringBuilder(
                "report_no,organisation,team,activity_type,period_from,period_to,district,declared_area_ha\n");
        for (int i = 1; i <= REPORTS; i++) {
            text.append("C-")
                    .append(i)
                    .append(",MES,")
                    .append(("team " + i + " ").repeat(90))
                    .append(",manual_clearance,2024-04-29,2024-05-02,AZ-AGM,1\n");
        }
        site.send("large.csv", text.toString(), false);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    /** One reading with what its reports are found by. */
    private record Kept(Digest digest, ReportRows.Origin origin) {

        static Kept of(Transaction transaction) {
            return transaction
                    .sql()
                    .sql("select id, sha256, submission, form, read_at_ms from reading")
                    .query((row, number) -> new Kept(
                            new Digest(row.getString(2)),
                            new ReportRows.Origin(
                                    row.getLong(1),
                                    new Digest(row.getString(3)),
                                    row.getString(4),
                                    Instant.ofEpochMilli(row.getLong(5)))))
                    .single();
        }

        List<ReadReport> all(Transaction transaction) {
            var all = new ArrayList<ReadReport>();
            ReadingDocument.read(
                    Contents.open(transaction, digest).orElseThrow(),
                    origin.submission(),
                    origin.form(),
                    all::add,
                    findings -> {});
            return all;
        }

        List<ReadReport> chosen(Transaction transaction, Ordinals chosen) {
            var some = new ArrayList<ReadReport>();
            ChosenReports.forEach(transaction, digest, origin, chosen, some::add);
            return some;
        }
    }

    /** The first and last of each part, and some between. */
    private static SortedSet<Long> edges() {
        return site.application()
                .store()
                .read(transaction -> new TreeSet<>(transaction
                        .sql()
                        .sql(
                                "select min(ordinal) from report group by part union select max(ordinal) from report group by part")
                        .query((row, number) -> row.getLong(1))
                        .list()));
    }

    static LongStream seeds() {
        return LongStream.range(0, 4);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void someAreReadAsAllAreRead(long seed) {
        var random = new Random(seed);
        var chosen = edges();
        assertThat(chosen).as("several parts").hasSizeGreaterThan(4);
        for (int i = 0; i < 20; i++) {
            chosen.add(1L + random.nextInt(REPORTS));
        }
        chosen.removeIf(ordinal -> random.nextInt(4) == 0);
        var ordinals = new Ordinals();
        chosen.forEach(ordinals::add);

        site.application().store().<Boolean>read(transaction -> {
            var kept = Kept.of(transaction);
            assertThat(kept.chosen(transaction, ordinals))
                    .isEqualTo(kept.all(transaction).stream()
                            .filter(read -> chosen.contains((long) read.report().ordinal()))
                            .toList());
            return true;
        });
    }

    @Test
    void allAndNoneAreChoicesToo() {
        var ordinals = new Ordinals();
        site.application().store().<Boolean>read(transaction -> {
            var kept = Kept.of(transaction);
            assertThat(kept.chosen(transaction, ordinals)).isEmpty();
            for (int ordinal = 1; ordinal <= REPORTS; ordinal++) {
                ordinals.add(ordinal);
            }
            assertThat(kept.chosen(transaction, ordinals)).isEqualTo(kept.all(transaction));
            return true;
        });
    }

    @Test
    void whatIsNotInTheReadingIsNotPassedOver() {
        var beyond = new Ordinals();
        beyond.add(REPORTS + 1);

        site.application().store().<Boolean>read(transaction -> {
            var kept = Kept.of(transaction);
            assertThatThrownBy(() -> kept.chosen(transaction, beyond))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("has no report " + (REPORTS + 1));
            return true;
        });
    }

    @Test
    void oneIsDecidedOnWhereverItLiesAndARebuildSaysTheSame() {
        for (long ordinal : edges()) {
            var id = site.application().store().read(transaction -> transaction
                    .sql()
                    .sql("select report_id from report where ordinal = ?")
                    .param(ordinal)
                    .query((row, number) -> ReportId.of(row.getString(1)))
                    .single());
            var told = site.application()
                    .store()
                    .read(transaction -> new ReportQueries(transaction).find(id).orElseThrow());
            assertThat(told.report().answers().text("report_no")).isEqualTo("C-" + ordinal);

            site.application().decisions().decide(Decision.APPROVE, List.of(id), null, new Decider("decider", null));
        }

        List<Long> worked = site.application().store().read(transaction -> transaction
                .sql()
                .sql("select cast(substr(report_no, 3) as integer) from report join activities on report.id ="
                        + " activities.report")
                .query((row, number) -> row.getLong(1))
                .list());
        assertThat(worked).containsExactlyInAnyOrderElementsOf(edges());
        assertThat(site.application().rebuild().firstDifference()).isEmpty();
    }
}
