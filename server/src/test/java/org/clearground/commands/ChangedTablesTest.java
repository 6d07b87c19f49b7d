// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clearground.access.Sight;
import org.clearground.bulletins.Edition;
import org.clearground.bulletins.store.EditionQueries;
import org.clearground.commands.LandStory.Rectangle;
import org.clearground.imports.ReceivedFile;
import org.clearground.land.GroundAlert;
import org.clearground.land.LandBalance;
import org.clearground.land.store.Alerts;
import org.clearground.land.store.ClaimDecisions;
import org.clearground.land.store.LandBalances;
import org.clearground.land.store.LandHistories;
import org.clearground.ledger.Digest;
import org.clearground.ledger.EntryKind;
import org.clearground.ledger.Ledger;
import org.clearground.packs.PackSource;
import org.clearground.places.store.PlaceRegister;
import org.clearground.reconciliation.Reconciler;
import org.clearground.reports.RefusedReportException;
import org.clearground.reports.ReportStatus;
import org.clearground.reports.store.FindingTally;
import org.clearground.reports.store.ReportDecisions.Decider;
import org.clearground.reports.store.ReportDecisions.Decision;
import org.clearground.reports.store.ReportQueries;
import org.clearground.statements.store.StatementImport;
import org.clearground.statements.store.StatementQueries;
import org.clearground.storage.Transaction;
import org.clearground.time.ReportingPeriod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is kept of a table's rows is kept by its stamp, so no row may ever change without it. */
class ChangedTablesTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final Rectangle WEST = new Rectangle(0, 600, 100, 100);
    private static final Rectangle EAST = WEST.moved(300);

    private final Path directory;
    private final Exampleland land;
    private final LandStory story;
    private final Set<EntryKind> seen = EnumSet.noneOf(EntryKind.class);
    private long entries;
    private Map<String, State> states;

    /** How a table stands. */
    private record State(String rows, String stamp) {}

    ChangedTablesTest(@TempDir Path directory) {
        this.directory = directory;
        this.land = new Exampleland(directory);
        this.story = new LandStory(land);
        this.states = Map.of();
    }

    @AfterEach
    void close() {
        land.close();
    }

    private static Map<String, State> states(Transaction transaction) {
        var states = new TreeMap<String, State>();
        var tables = transaction
                .sql()
                .sql("select name from sqlite_master where type = 'table' and name not like 'sqlite%'"
                        + " and name not like 'rtree%' and name not like 'flyway%' and name <> 'table_change'")
                .query((row, number) -> row.getString(1))
                .list();
        for (var table : tables) {
            var rows = new ArrayList<String>();
            transaction.sql().sql("select * from " + table).query(row -> {
                var cells = new ArrayList<String>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    var cell = row.getObject(i);
                    cells.add(cell instanceof byte[] bytes ? Digest.of(bytes).hex() : String.valueOf(cell));
                }
                rows.add(cells.toString());
            });
            states.put(
                    table,
                    new State(
                            Digest.of(rows.toString().getBytes(StandardCharsets.UTF_8))
                                    .hex(),
                            transaction.stamps(new TreeSet<>(List.of(table)))));
        }
        return states;
    }

    /** What pages keep of tables, as somebody asks for it. */
    private static Map<String, String> pages(Transaction transaction, Instant now) {
        var pages = new TreeMap<String, String>();
        var own = new TreeSet<>(List.of("AZ-AGM"));
        pages.put(
                "districts",
                PlaceRegister.gazetteer(transaction).listDistricts().toString());
        pages.put("editions", new EditionQueries(transaction).list().toString());
        for (var sight : List.of(new Sight.All(), new Sight.OfOrganisation("MOD"), new Sight.OfDistricts(own))) {
            pages.put("findings " + sight, new TreeSet<>(lines(FindingTally.of(transaction, sight, now))).toString());
            var balances = new LandBalances(transaction, sight);
            for (var dimension : LandBalance.Dimension.values()) {
                pages.put(
                        "books " + dimension + sight,
                        balances.balance(ReportingPeriod.ofWeek("2024-W09"), now, dimension)
                                .toString());
            }
            pages.put("years " + sight, balances.years(now).toString());
            pages.put(
                    "cases " + sight,
                    new LandHistories(transaction, sight).cases(false, true, 20).toString());
        }
        pages.put(
                "last day",
                new ReportQueries(transaction, new Sight.All())
                        .lastDayCovered("MOD", ReportStatus.APPROVED)
                        .toString());
        return pages;
    }

    private static List<String> lines(FindingTally tally) {
        return tally.groups().stream().map(FindingTally.Group::toString).toList();
    }

    /** What is kept must be what would be made: a transaction that says to change every table makes it for itself. */
    private void compareKept(String after) {
        var store = land.application().store();
        var now = land.application().clock().instant();
        Map<String, String> kept = store.read(transaction -> pages(transaction, now));
        Map<String, String> made = store.rehearse(transaction -> {
            states(transaction).keySet().forEach(table -> transaction
                    .sql()
                    .sql("delete from " + table + " where false")
                    .update());
            return pages(transaction, now);
        });
        assertThat(kept).as("after " + after).isEqualTo(made);
        Map<String, String> again = store.read(transaction -> pages(transaction, now));
        assertThat(again).as("again after " + after).isEqualTo(made);
    }

    /** Looks whether every table whose rows are others than before has another stamp, and what was entered since. */
    private void look(String after) {
        compareKept(after);
        land.application().store().<Boolean>read(transaction -> {
            var now = states(transaction);
            var before = states;
            now.forEach((table, state) -> {
                var then = before.get(table);
                if (then != null && !then.rows().equals(state.rows())) {
                    assertThat(state.stamp()).as(table + " after " + after).isNotEqualTo(then.stamp());
                }
            });
            states = now;
            var kinds = new ArrayList<EntryKind>();
            Ledger.forEach(transaction, entry -> kinds.add(entry.kind()));
            seen.addAll(kinds.subList((int) entries, kinds.size()));
            entries = kinds.size();
            return true;
        });
    }

    @Test
    void noRowChangesWithoutTheStampOfItsTableWhateverIsEntered() throws IOException {
        look("the beginning");
        story.accredited(List.of("MOD"));
        look("an accreditation");
        workAndItsCorrection();
        claims();
        releasedGround();
        var editions = land.application().editions();
        var prepared = editions.prepare(ReportingPeriod.ofWeek("2024-W18"), Edition.Standing.PROVISIONAL, "Leyla");
        look("an edition prepared");
        editions.sign(prepared.id(), null, "Murad");
        look("an edition published");
        statements();
        land.application().adopt(otherPack().toString(), "test");
        look("another pack");

        assertThat(seen).containsExactlyInAnyOrder(EntryKind.values());

        land.application().rebuild().run();
        look("making all registers again");
    }

    private void statements() {
        var table = land.file(
                "statements.csv",
                "number,publisher,measured,value,from,to,kind\n"
                        + "A,One,anti_tank_mines,5,2031-03-03,2031-03-09,week\n"
                        + "B,Two,anti_tank_mines,7,2031-03-03,2031-03-09,week\n");
        land.application()
                .statementImport()
                .run(new StatementImport.Request(ReceivedFile.inspect(table), false, false, "test"));
        look("statements of others");
        var conflict = land.application()
                .store()
                .read(transaction -> Reconciler.conflicts(new StatementQueries(transaction).all()))
                .get(0);
        land.application().settlements().settle(conflict, conflict.readings().get(0), "asked them", "Leyla");
        look("a conflict settled");
    }

    private void workAndItsCorrection() {
        var rows = Exampleland.randomRows(new java.util.Random(3), "A", 12);
        var sent = land.importFile(land.file("first.csv", rows), true);
        look("work");
        var approved = story.idsOf(sent, ReportStatus.APPROVED);
        var decisions = land.application().decisions();
        var decider = new Decider("R", null);
        land.application().comments().add(approved.get(0), new Sight.All(), "seen", "R", null);
        look("a comment");
        decisions.decide(Decision.WITHDRAW, approved.subList(0, 1), "counted twice", decider);
        look("a report withdrawn");
        var waiting = story.idsOf(
                land.importFile(
                        land.file("waiting.csv", Exampleland.randomRows(new java.util.Random(4), "B", 12)), false),
                ReportStatus.PENDING);
        look("reports that wait");
        decisions.decide(Decision.RETURN, waiting.subList(0, 1), "no map", decider);
        look("a report sent back");
        decisions.decide(Decision.TAKE_BACK, waiting.subList(1, 2), "wrong file", decider);
        look("a report taken back");
    }

    private void claims() {
        var ground = new Rectangle(0, 200, 200, 100);
        story.send("hazard", story.suspected("N-1", "MOD", DAY, ground, "H-1"));
        look("a hazardous area");
        story.send("hazard", story.suspected("N-1", "COMPANY-1", DAY, ground.moved(100), "H-2"));
        var one = story.cases(false).get(0);
        var decisions = land.application().claimDecisions();
        decisions.decide(
                new ClaimDecisions.Preference(one.against().act(), one.claim().act()), "seen there", "A", null);
        look("a claim decided");
        var field = new Rectangle(700, 200, 100, 100);
        story.send("hazard", story.suspected("N-2", "MOD", DAY, field, "H-3"));
        story.send("hazard", story.cancelled("N-3", "MOD", DAY.plusDays(9), field), "AUTHORITY", "AUTHORITY");
        look("ground cancelled");
        story.send("hazard", story.suspected("N-2", "COMPANY-1", DAY.plusDays(20), field.moved(50), "H-4"));
        var two = story.cases(false).stream()
                .filter(each -> "N-2".equals(each.claim().number()))
                .findFirst()
                .orElseThrow();
        look("a claim to cancelled ground");
        var suspected =
                new ClaimDecisions.Preference(two.against().act(), two.claim().act());
        assertThat(decisions.decide(suspected, "seen there", "A", null)).isEqualTo(ClaimDecisions.Outcome.DECIDED);
        look("the ground suspected again");
        var cancelled =
                new ClaimDecisions.Preference(two.claim().act(), two.against().act());
        assertThat(decisions.decide(cancelled, "nothing there", "A", null)).isEqualTo(ClaimDecisions.Outcome.SIGNED);
        look("a claim signed");
    }

    /** A lot of two fields, released; then a find in one of them, and a handover of the other that waited. */
    private void releasedGround() {
        cleared("W", WEST, "C-W");
        cleared("E", EAST, "C-E");
        var lot = story.sampling("L-1", "MOD", DAY.plusDays(10), "C-W; C-E", "accepted");
        story.send("sampling", lot, "QUALITY_ASSURANCE", "AUTHORITY");
        look("a lot accepted");
        story.send("handover", story.handover("P-W", DAY.plusDays(11), WEST), "AUTHORITY", "RECIPIENT");
        look("ground handed over");
        var waiting = story.send("handover", story.handover("P-E", DAY.plusDays(31), EAST), "AUTHORITY");
        look("a first signature");
        var work = new LinkedHashMap<>(story.worked("W-1", "COMPANY-1", DAY.plusDays(30), WEST));
        work.put("finds", List.of(Map.of("category", "AP_BLAST", "quantity", 1, "point", story.place(WEST))));
        story.send("progress", work);
        look("a find on released ground");
        var handover = story.idsOf(waiting, ReportStatus.PENDING).get(0);
        assertThatThrownBy(() -> story.sign(handover, "officer 2", "RECIPIENT"))
                .isInstanceOf(RefusedReportException.class);
        look("a refusal");
        var alert = land.application().store().<GroundAlert>read(transaction -> new Alerts(transaction)
                .list(Alerts.Asked.OPEN, story.now())
                .get(0));
        land.application().alertDecisions().close(alert.code(), "all lanes searched again", "Q", "QUALITY_ASSURANCE");
        look("an alert closed");
    }

    private void cleared(String name, Rectangle field, String completion) {
        story.send("hazard", story.suspected("N-" + name, "MOD", DAY, field, "H-" + name));
        story.send("task", story.task("T-" + name, "MOD", DAY.plusDays(1), field, "manual"));
        story.send("completion", story.completion(completion, "MOD", DAY.plusDays(9), field));
        look("ground cleared");
    }

    /** The bundled pack, with another name for a body. */
    private Path otherPack() throws IOException {
        var pack = PackSource.find("aze");
        var folder = directory.resolve("pack");
        for (var path : pack.paths()) {
            var file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, pack.file(path));
        }
        var organisations = folder.resolve("organisations.csv");
        Files.writeString(
                organisations, Files.readString(organisations).replace("Ministry of Emergency", "Office of Emergency"));
        return folder;
    }
}
