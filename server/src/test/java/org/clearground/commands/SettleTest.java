// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clearground.access.Account;
import org.clearground.access.Role;
import org.clearground.accounts.store.Accounts;
import org.clearground.ledger.EntryKind;
import org.clearground.ledger.Ledger;
import org.clearground.reconciliation.Amount;
import org.clearground.reconciliation.Settlement;
import org.clearground.reconciliation.store.Settlements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is decided about published figures is kept, and opens again when something else is said. Figures are invented. */
class SettleTest {

    private static final String KEY = "values country 2031-03-03/2031-03-09 unexploded_ordnance";
    private static final String HEADING = "number,publisher,measured,value,from,to,kind\n";

    @TempDir
    private Path directory = Path.of(".");

    private String data = "";

    @BeforeEach
    void tell() throws Exception {
        data = directory.resolve("store").toString();
        assertThat(CommandLineFace.run("init", "--data", data, "--pack", "aze")).isZero();
        publish("a.csv", "A", "One", 1161);
        publish("b.csv", "B", "Two", 1131);
    }

    private void publish(String file, String number, String publisher, int ordnance) throws Exception {
        var days = ",2031-03-03,2031-03-09,week\n";
        var table = HEADING + number + "," + publisher + ",anti_tank_mines,5" + days + number + "," + publisher
                + ",anti_personnel_mines,12" + days + number + "," + publisher + ",unexploded_ordnance," + ordnance
                + days;
        var path = Files.writeString(directory.resolve(file), table, StandardCharsets.UTF_8);
        assertThat(CommandLineFace.run("statements", "import", path.toString(), "--data", data))
                .isZero();
    }

    private int reconcile() {
        return CommandLineFace.run("statements", "reconcile", "--data", data);
    }

    private int settle(String... more) {
        var call = new ArrayList<>(List.of("statements", "settle", KEY, "--data", data));
        call.addAll(List.of(more));
        return CommandLineFace.run(call.toArray(String[]::new));
    }

    private Map<String, Settlement> settlements() {
        try (var application = Application.open(Path.of(data))) {
            return application.store().read(Settlements::all);
        }
    }

    private int entries() {
        try (var application = Application.open(Path.of(data))) {
            return application
                    .store()
                    .read(transaction -> Ledger.all(transaction, EntryKind.CONFLICT_SETTLED))
                    .size();
        }
    }

    @Test
    void aSettledConflictIsOpenAgainWhenSomethingElseIsSaid() throws Exception {
        assertThat(reconcile()).isEqualTo(ExitCodes.NEEDS_A_PERSON);

        assertThat(settle("--reading", "2", "--reason", "asked the agency", "--by", "Leyla"))
                .isZero();

        assertThat(reconcile()).isZero();
        var settlement = settlements().get(KEY);
        assertThat(settlement).isNotNull().satisfies(kept -> {
            assertThat(kept.person()).isEqualTo("Leyla");
            assertThat(kept.holds()).isNotNull().satisfies(reading -> assertThat(reading.amounts())
                    .extracting(Amount::value)
                    .allSatisfy(value -> assertThat(value).isEqualByComparingTo("1161")));
        });

        publish("c.csv", "C", "Three", 1161);
        assertThat(reconcile()).as("another says what was said").isZero();
        publish("d.csv", "D", "Four", 1171);
        assertThat(reconcile()).isEqualTo(ExitCodes.NEEDS_A_PERSON);

        assertThat(settle("--value", "1141", "--reason", "their own count")).isZero();
        assertThat(settle("--none", "--reason", "nobody knows")).isZero();
        assertThat(reconcile()).isZero();
        assertThat(entries()).isEqualTo(3);
        assertThat(settlements().get(KEY)).isNotNull().satisfies(kept -> assertThat(kept.holds())
                .isNull());
    }

    @Test
    void decisionsAreMadeAnewFromTheLedger() {
        assertThat(settle("--value", "1141", "--reason", "=cmd <script>")).isZero();
        var before = settlements();

        assertThat(CommandLineFace.run("rebuild", "--data", data)).isZero();

        assertThat(settlements()).isEqualTo(before);
        assertThat(CommandLineFace.run("verify", "--data", data)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--reading 3 --reason x",
                "--reading 0 --reason x",
                "--value -1 --reason x",
                "--value 1.5 --reason x",
                "--value =cmd --reason x",
                "--reading 1",
                "--reason x",
                "--reading 1 --none --reason x",
            })
    void aWrongCallDecidesNothing(String call) {
        assertThat(settle(call.split(" "))).isEqualTo(2);
        assertThat(settle("--reading", "1", "--reason", "  ")).isEqualTo(2);
        assertThat(CommandLineFace.run(
                        "statements", "settle", "values of nothing", "--data", data, "--none", "--reason", "x"))
                .isEqualTo(2);
        assertThat(entries()).isZero();
    }

    @Test
    void wherePeopleHaveAccountsTheirsMustReachAsFar() {
        try (var application = Application.open(Path.of(data))) {
            application.store().<Boolean>write(transaction -> {
                var accounts = new Accounts(transaction, application.clock());
                accounts.add(new Account("rena", Role.REVIEWER, null, new java.util.TreeSet<>(), false), "test");
                accounts.add(new Account("samir", Role.AUDITOR, null, new java.util.TreeSet<>(), false), "test");
                return true;
            });
        }
        assertThat(settle("--reading", "1", "--reason", "x", "--by", "samir")).isEqualTo(2);
        assertThat(settle("--reading", "1", "--reason", "x", "--by", "nobody")).isEqualTo(2);
        assertThat(settle("--reading", "1", "--reason", "x")).isEqualTo(2);
        assertThat(entries()).isZero();
        assertThat(settle("--reading", "1", "--reason", "x", "--by", "rena")).isZero();
        assertThat(entries()).isEqualTo(1);
    }
}
