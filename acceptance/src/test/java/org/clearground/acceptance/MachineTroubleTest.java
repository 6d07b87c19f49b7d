// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearground.acceptance.Clearground.DONE;
import static org.clearground.acceptance.Clearground.NEEDS_A_PERSON;
import static org.clearground.acceptance.Clearground.SYSTEM;
import static org.clearground.acceptance.Clearground.WRONG_CALL;
import static org.clearground.acceptance.WrittenReport.csv;
import static org.clearground.acceptance.WrittenReport.report;
import static org.clearground.acceptance.WrittenReport.reports;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.clearground.acceptance.Clearground.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the machine does to an office: full disks, ports taken, two operators at once. */
class MachineTroubleTest {

    private final Path desk;

    MachineTroubleTest(@TempDir Path desk) {
        this.desk = desk;
    }

    @Test
    void aDiskThatFillsUpDuringImportKeepsNothingOfTheFileAndLaterTakesItWhole() {
        try (var disk = SmallDisk.of(desk.resolve("disk"), "5m")) {
            var office = DistrictOffice.in(disk.directory());
            office.approve(csv(desk.resolve("first.csv"), report("A-1"))).with(DONE);
            var before = office.everything();
            var large = csv(desk.resolve("large.csv"), reports("L", 20_000));

            office.approve(large).refusing(SYSTEM, "the disk is full", "nothing of this step was kept");

            office.assertUnchanged(before);
            office.verify().with(DONE);
            disk.grow("200m");
            office.approve(large).with(DONE).saying("20,000 reports, 20,000 approved");
            office.verify().with(DONE);
        }
    }

    @Test
    void aDiskThatIsFullBeforeTheImportIsSaidSo() throws IOException {
        try (var disk = SmallDisk.of(desk.resolve("disk"), "6m")) {
            var office = DistrictOffice.in(disk.directory());
            var before = office.everything();
            disk.fill();

            office.approve(csv(desk.resolve("first.csv"), report("A-1"))).refusing(SYSTEM, "the disk is full");

            disk.free();
            office.assertUnchanged(before);
            office.approve(desk.resolve("first.csv")).with(DONE);
        }
    }

    @Test
    void aNewStoreOnAFullDiskIsNotHalfMade() throws IOException {
        try (var disk = SmallDisk.of(desk.resolve("disk"), "1m")) {
            Clearground.run("init", "--data", disk.directory().resolve("store"), "--pack", "aze")
                    .refusing(SYSTEM, "the disk is full");

            disk.grow("100m");
            Clearground.run("init", "--data", disk.directory().resolve("store"), "--pack", "aze")
                    .with(DONE);
        }
    }

    @Test
    void aFullTemporaryDirectoryIsNoHindrance() throws IOException {
        try (var temporary = SmallDisk.of(desk.resolve("tmp"), "64k")) {
            temporary.fill();
            var office = DistrictOffice.in(desk.resolve("store"));
            var workbook = desk.resolve("reports.xlsx");
            Workbooks.writeAsOdk(workbook, reports("A", 3));
            var machine = List.of("-Djava.io.tmpdir=" + temporary.directory());

            Clearground.runWith(
                            machine, "import", workbook, "--data", office.directory(), "--as", "progress", "--approve")
                    .with(DONE)
                    .saying("3 reports, 3 approved");
            Clearground.runWith(machine, "bulletin", "--week", "2024-W18", "--data", office.directory())
                    .with(DONE)
                    .saying("3 anti-tank mines");
            assertThat(office.directory()).isDirectoryContaining(path -> path.endsWith("clearground.gpkg"));
            assertThat(office.directory())
                    .as("nothing is left beside the store")
                    .isDirectoryNotContaining(path -> path.toString().contains("sqlite"));
        }
    }

    @Test
    void aReadOnlyDirectoryIsSaidSo() {
        try (var disk = SmallDisk.of(desk.resolve("disk"), "20m")) {
            var office = DistrictOffice.in(disk.directory());
            disk.readOnly();

            office.approve(csv(desk.resolve("a.csv"), report("A-1")))
                    .refusing(WRONG_CALL, "is read-only", "use another --data");
            Clearground.run("init", "--data", disk.directory().resolve("new"), "--pack", "aze")
                    .refusing(WRONG_CALL, "new", "choose another --data");
        }
    }

    @Test
    void aStoreOfANewerVersionIsLeftAlone() {
        var office = DistrictOffice.in(desk.resolve("store"));
        office.tamper("update flyway_schema_history set version = '99' where installed_rank ="
                + " (select max(installed_rank) from flyway_schema_history)");

        for (var command : List.of("verify", "rebuild", "serve")) {
            office.unchangedBy(() -> office.call(command).refusing(WRONG_CALL, "newer Clearground", "schema 99"));
        }
        office.unchangedBy(() -> office.approve(csv(desk.resolve("a.csv"), report("A-1")))
                .refusing(WRONG_CALL, "newer Clearground", "use that version"));
    }

    @Test
    void aFileThatIsNoStoreIsSaidSo() throws IOException {
        Files.createDirectory(desk.resolve("store"));
        Files.writeString(desk.resolve("store/clearground.gpkg"), "no database at all, only words ".repeat(200));

        Clearground.run("verify", "--data", desk.resolve("store"))
                .refusing(WRONG_CALL, "damaged or no database", "restore it from a backup");
    }

    @Test
    void anEmptyFileInPlaceOfTheStoreIsSaidSo() throws IOException {
        Files.createDirectory(desk.resolve("store"));
        Files.createFile(desk.resolve("store/clearground.gpkg"));

        Clearground.run("verify", "--data", desk.resolve("store"))
                .refusing(WRONG_CALL, "damaged or no", "restore it from a backup");
    }

    @Test
    void aStoreCutShortIsSaidSo() throws IOException {
        var office = DistrictOffice.in(desk.resolve("store"));
        var bytes = Files.readAllBytes(office.file());
        Files.write(office.file(), java.util.Arrays.copyOf(bytes, bytes.length / 2));

        office.verify().refusing(WRONG_CALL, "damaged", "restore it from a backup");
    }

    @Test
    void aPortInUseIsNamed() throws IOException {
        var office = DistrictOffice.in(desk.resolve("store"));
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            office.call("serve", "--port", taken.getLocalPort())
                    .refusing(WRONG_CALL, "port " + taken.getLocalPort() + " is in use", "--port");
        }
    }

    @Test
    void aPortThatCannotBeIsRefused() {
        var office = DistrictOffice.in(desk.resolve("store"));
        office.call("serve", "--port", "99999").refusing(WRONG_CALL, "99999");
        office.call("serve", "--port", "http").refusing(WRONG_CALL, "http");
    }

    @Test
    void nobodyOutsideThisMachineIsServed() {
        var office = DistrictOffice.in(desk.resolve("store"));
        office.call("serve", "--address", "0.0.0.0").refusing(WRONG_CALL, "nobody has an account");
    }

    @Test
    void twoImportsAtOnceAreBothTakenInWhole() {
        var office = DistrictOffice.in(desk.resolve("store"));
        var calls = IntStream.rangeClosed(1, 2)
                .mapToObj(i -> csv(desk.resolve(i + ".csv"), reports("P" + i, 2_000)))
                .map(file -> CompletableFuture.supplyAsync(() -> office.approve(file)))
                .toList();

        calls.forEach(call -> call.join().with(DONE).saying("2,000 reports, 2,000 approved"));
        assertThat(office.number("select count(*) from finds")).isEqualTo(4_000);
        office.verify().with(DONE);
    }

    @Test
    void theSameFileTwiceAtOnceIsTakenInOnce() {
        var office = DistrictOffice.in(desk.resolve("store"));
        var file = csv(desk.resolve("same.csv"), reports("P", 2_000));
        var calls = IntStream.rangeClosed(1, 2)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> office.approve(file)))
                .toList();
        var ended = calls.stream().map(CompletableFuture::join).toList();

        ended.forEach(call -> call.with(DONE));
        assertThat(ended.stream().map(Ended::out)).anyMatch(out -> out.contains("2,000 approved"));
        assertThat(ended.stream().map(Ended::out)).anyMatch(out -> out.contains("imported before"));
        assertThat(office.number("select count(*) from report")).isEqualTo(2_000);
    }

    @Test
    void filesBeforeAnUnusableOneStayAsTheyWereAcknowledged() {
        var office = DistrictOffice.in(desk.resolve("store"));
        var good = csv(desk.resolve("good.csv"), report("A-1"));

        var ended = Clearground.run(
                        "import",
                        good,
                        desk.resolve("missing.csv"),
                        "--data",
                        office.directory(),
                        "--as",
                        "progress",
                        "--approve")
                .with(WRONG_CALL);

        assertThat(ended.err().lines()).hasSize(1);
        boolean acknowledged = ended.out().contains("good.csv: 1 reports, 1 approved");
        assertThat(office.number("select count(*) from report")).isEqualTo(acknowledged ? 1 : 0);
        assertThat(office.verify().code()).isNotEqualTo(NEEDS_A_PERSON);
    }
}
