// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearground.acceptance.Clearground.DONE;
import static org.clearground.acceptance.Clearground.NEEDS_A_PERSON;
import static org.clearground.acceptance.WrittenReport.csv;
import static org.clearground.acceptance.WrittenReport.report;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody changes the file by hand; verify names the first entry that does not hold. */
class LedgerTamperTest {

    private static @Nullable DistrictOffice untouched;

    private final DistrictOffice office;

    LedgerTamperTest(@TempDir Path desk) {
        this.office = DistrictOffice.copyOf(Objects.requireNonNull(untouched), desk.resolve("store"));
    }

    /** Entry 1 adopts the pack; entries 2 to 4 and 5 to 7 receive, read and approve one file each. */
    @BeforeAll
    static void importTwoFiles(@TempDir Path desk) {
        var made = DistrictOffice.in(desk.resolve("store"));
        made.approve(csv(desk.resolve("a.csv"), report("A-1").found(4, "AV_MINE")))
                .with(DONE);
        made.approve(csv(desk.resolve("b.csv"), report("B-1").found(2, "AV_MINE")))
                .with(DONE);
        assertThat(made.number("select max(seq) from ledger")).isEqualTo(7);
        untouched = made;
    }

    private void isNoticedAtEntry(int entry) {
        var ended = office.verify().with(NEEDS_A_PERSON);
        assertThat(ended.out()).contains("first at entry " + entry + " of node ");
        assertThat(ended.err()).isEmpty();
    }

    private void isNoticed(String... saying) {
        office.verify().with(NEEDS_A_PERSON).saying(saying);
    }

    @Test
    void aStoreNobodyTouchedHolds() {
        office.verify().with(DONE).saying("The ledger holds: 7 entries");
    }

    @Test
    void aChangedText() {
        office.tamper("update ledger set body = replace(body, 'a.csv', 'z.csv') where seq = 2");
        isNoticedAtEntry(2);
    }

    @Test
    void aChangedActor() {
        office.tamper("update ledger set actor = 'somebody else' where seq = 4");
        isNoticedAtEntry(4);
    }

    @Test
    void aChangedTextWithSomeHashBesideIt() {
        office.tamper("update ledger set body = replace(body, 'a.csv', 'z.csv'), hash = '" + "ab".repeat(32)
                + "' where seq = 2");
        isNoticedAtEntry(2);
    }

    @Test
    void aChangedTextWithItsRightHashBreaksTheNextEntry() {
        office.tamper("update ledger set recorded_at = (select recorded_at from ledger where seq = 3)," + " hash = '"
                + "ab".repeat(32) + "' where seq = 3");
        isNoticedAtEntry(3);
    }

    @Test
    void anEntryTakenOutOfTheMiddle() {
        office.tamper("delete from ledger where seq = 4");
        isNoticedAtEntry(5);
    }

    @Test
    void theFirstEntryTakenOut() {
        office.tamper("delete from ledger where seq = 1");
        isNoticedAtEntry(2);
    }

    @Test
    void theLastEntryTakenOut() {
        office.tamper("delete from ledger where seq = 7");
        isNoticedAtEntry(7);
    }

    @Test
    void theLastEntriesTakenOutWithTheEndOfTheChainMovedBack() {
        office.tamper(
                "delete from ledger where seq > 4",
                "update ledger_head set seq = 4, hash = (select hash from ledger where seq = 4)");
        isNoticed("The store was changed outside Clearground");
    }

    @Test
    void everyEntryTakenOut() {
        office.tamper("delete from ledger");
        isNoticedAtEntry(1);
    }

    @Test
    void everyEntryTakenOutWithTheEndOfTheChain() {
        office.tamper("delete from ledger", "delete from ledger_head");
        isNoticed("The store was changed outside Clearground");
    }

    @Test
    void twoEntriesExchanged() {
        office.tamper(
                "update ledger set seq = 100 where seq = 3",
                "update ledger set seq = 3 where seq = 4",
                "update ledger set seq = 4 where seq = 100");
        isNoticedAtEntry(3);
    }

    @Test
    void anEntryPutInAtTheEnd() {
        office.tamper("insert into ledger select node, 8, 'b6b6f5a0-0000-4000-8000-000000000000', recorded_at, actor,"
                + " organisation, kind, subject, body, hash, hash from ledger where seq = 7");
        isNoticedAtEntry(8);
    }

    @Test
    void aMomentChanged() {
        office.tamper("update ledger set recorded_at = '2020-01-01T00:00:00.000Z' where seq = 5");
        isNoticedAtEntry(5);
    }

    @Test
    void aMomentSpeltAnotherWay() {
        office.tamper("update ledger set recorded_at = replace(recorded_at, 'Z', '000Z') where seq = 5");
        isNoticedAtEntry(5);
    }

    @Test
    void anIdSpeltAnotherWay() {
        office.tamper("update ledger set id = upper(id) where seq = 5");
        isNoticedAtEntry(5);
    }

    @Test
    void aMomentThatIsNone() {
        office.tamper("update ledger set recorded_at = 'yesterday' where seq = 5");
        isNoticedAtEntry(5);
    }

    @Test
    void aKindThatDoesNotExist() {
        office.tamper("update ledger set kind = 'FORGOTTEN' where seq = 5");
        isNoticedAtEntry(5);
    }

    @Test
    void theNameOfTheNodeChanged() {
        office.tamper("update node set id = 'b6b6f5a0-0000-4000-8000-000000000000'");
        isNoticed("The store was changed outside Clearground");
    }

    @Test
    void aReceivedFileChanged() {
        office.tamper(
                "update content_part set deflated = (select deflated from content_part where content ="
                        + " (select id from content where sha256 = (select subject from ledger where seq = 5)))"
                        + " where content = (select id from content where sha256 = (select subject from ledger where seq = 2))");
        isNoticed("is not what it was when it was received", office.text("select subject from ledger where seq = 2"));
    }

    @Test
    void aReceivedFileOverwrittenWithNoise() {
        office.tamper("update content_part set deflated = randomblob(100) where content ="
                + " (select id from content where sha256 = (select subject from ledger where seq = 2))");
        isNoticed("is not what it was when it was received");
    }

    @Test
    void aPartOfAReceivedFileTakenOut() {
        office.tamper("delete from content_part where content ="
                + " (select id from content where sha256 = (select subject from ledger where seq = 2))");
        isNoticed("is not what it was when it was received");
    }

    @Test
    void aReceivedFileTakenOut() {
        var digest = office.text("select subject from ledger where seq = 2");
        office.tamper(
                "delete from content_part where content = (select id from content where sha256 = '" + digest + "')",
                "delete from content where sha256 = '" + digest + "'");
        isNoticedAtEntry(2);
        isNoticed(digest);
    }

    @Test
    void theFirstBrokenEntryIsNamedWhenThereAreMany() {
        office.tamper("update ledger set actor = 'x' where seq in (6, 3, 7)");
        isNoticedAtEntry(3);
    }
}
