// SPDX-License-Identifier: Apache-2.0
package org.clearground.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.clearground.access.Account;
import org.clearground.access.Role;
import org.clearground.accounts.store.Accounts;
import org.clearground.commands.Application;
import org.clearground.places.store.PlaceRegister;
import org.clearground.reports.RefusedReportException;
import org.clearground.reports.ReportId;
import org.clearground.reports.intake.Mapping;
import org.clearground.reports.store.ImportRequest;
import org.clearground.reports.store.ImportResult;
import org.clearground.reports.store.ReportDecisions.Decider;
import org.clearground.reports.store.ReportDecisions.Decision;

/**
 * A store as a country has it after twenty years: a million finds, twenty thousand suspected areas in a hundred thousand
 * pieces, and fifty people who sign in.
 */
final class CountryStore {

    static final String PASSWORD = "grey heron stands in the reeds";
    static final int HAZARDS = Integer.getInteger("hazards", 20_000);
    static final int FINDS = Integer.getInteger("finds", 1_000_000);
    private static final int STRIPS = 6;
    private static final int REDUCED_ONE_IN = 10;
    private static final List<Decider> BOTH =
            List.of(new Decider("planner", "OPERATIONS"), new Decider("inspector", "QUALITY_ASSURANCE"));
    private static final LocalDate FIRST_WEEK = LocalDate.of(2005, 1, 3);
    private static final int WEEKS = 20 * 52;
    private static final List<String> BODIES = List.of("ANAMA", "MOD", "MES", "SBS");

    /** How many of the people have which role. */
    private static final Map<Role, Integer> PEOPLE = Map.of(
            Role.OPERATOR_OFFICER, 20,
            Role.REVIEWER, 10,
            Role.OPERATIONS_PLANNER, 8,
            Role.QUALITY_INSPECTOR, 6,
            Role.AUDITOR, 6);

    private CountryStore() {}

    /** Makes it, unless it stands there from an earlier run. */
    static void make(Path store, Path folder) throws IOException {
        if (Files.exists(store)) {
            return;
        }
        try (var application = Application.create(store, "aze", "bench")) {
            var random = new Random(5);
            var hazards = folder.resolve("hazards.json");
            var confirmations = folder.resolve("confirmations.json");
            var reductions = folder.resolve("reductions.json");
            var work = folder.resolve("work.csv");
            var placed = GroundFile.placed(application.store().read(PlaceRegister::gazetteer), HAZARDS);
            try (var suspected = new Listed(hazards);
                    var confirmed = new Listed(confirmations);
                    var reduced = new Listed(reductions);
                    var rows = Files.newBufferedWriter(work)) {
                rows.write(GroundFile.HEADING);
                int number = 0;
                for (int i = 0; i < HAZARDS; i++) {
                    var here = placed.get(i);
                    suspected.add(GroundFile.hazard(i, here, random));
                    var strips = GroundFile.strips(here.ground(), STRIPS);
                    for (int strip = 0; strip < strips.size(); strip++) {
                        var part = strips.get(strip);
                        number++;
                        rows.write(GroundFile.work(number, part, here.district(), random));
                        if (strip % 2 == 0) {
                            confirmed.add(GroundFile.confirmation(number, part, random));
                        } else if (i % REDUCED_ONE_IN == 0) {
                            reduced.add(GroundFile.reduction(number, part, random));
                        }
                    }
                }
            }
            take(application, hazards, "hazard");
            take(application, confirmations, "hazard");
            takeReductions(application, reductions);
            take(application, work, "progress");
            var finds = folder.resolve("finds.csv");
            new FindsFile(7)
                    .write(
                            finds,
                            1_000_000,
                            FINDS / FindsFile.FINDS_A_REPORT,
                            FindsFile.FINDS_A_REPORT,
                            false,
                            report -> FIRST_WEEK.plusWeeks(report % WEEKS));
            take(application, finds, "progress");
            application.store().<Integer>write(transaction -> {
                var accounts = new Accounts(transaction, application.clock());
                people().forEach(person -> {
                    accounts.add(person, "bench");
                    accounts.setPassword(person.name(), PASSWORD, "bench");
                });
                return 0;
            });
        }
    }

    /** Those who sign in; every second operator's officer is of another body. */
    static List<Account> people() {
        var people = new ArrayList<Account>();
        for (var role : Role.values()) {
            for (int number = 0; number < PEOPLE.getOrDefault(role, 0); number++) {
                SortedSet<String> everywhere = new TreeSet<>();
                people.add(new Account(
                        role.code() + "-" + number,
                        role,
                        role.isOfOneOrganisation() ? BODIES.get(number % BODIES.size()) : null,
                        everywhere,
                        false));
            }
        }
        return people;
    }

    /** A file of one JSON list. */
    private static final class Listed implements AutoCloseable {

        private final Writer out;
        private String before = "[";

        Listed(Path file) throws IOException {
            out = Files.newBufferedWriter(file);
        }

        void add(String one) throws IOException {
            out.write(before + one);
            before = ",\n";
        }

        @Override
        public void close() throws IOException {
            out.write("]");
            out.close();
        }
    }

    private static void take(Application application, Path file, String form) {
        var result = read(application, file, form, true);
        // An area that lies wholly inside another one changes no ground and is not approved.
        if (result.blocked() * 100 > result.reports() || result.approved() + result.blocked() != result.reports()) {
            throw new IllegalStateException(file + " was not taken in as it should: " + result.findingCounts());
        }
    }

    /** Ground leaves an area only when operations and the inspection body both have signed. */
    private static void takeReductions(Application application, Path file) {
        read(application, file, "hazard", false);
        var waiting = application.store().read(transaction -> transaction
                .sql()
                .sql("select report_id from report where status = 'PENDING' and blocking = 0 order by id")
                .query((row, number) -> ReportId.of(row.getString(1)))
                .list());
        for (var report : waiting) {
            try {
                for (var by : BOTH) {
                    application.decisions().decide(Decision.APPROVE, List.of(report), null, by);
                }
            } catch (RefusedReportException sliver) {
                // What would leave a piece too narrow to walk on stays as it is.
                Bench.progress("pages: " + sliver.getMessage());
            }
        }
    }

    private static ImportResult read(Application application, Path file, String form, boolean approve) {
        Bench.progress("pages: taking in " + file.getFileName());
        var request = new ImportRequest(file, form, null, Mapping.NONE, false, approve, "bench");
        return application.reportImport().run(request, application.country(), reports -> {});
    }
}
