// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearground.acceptance.Clearground.DONE;
import static org.clearground.acceptance.WrittenReport.csv;
import static org.clearground.acceptance.WrittenReport.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The programme is killed (SIGKILL) in the middle of imports. What it has acknowledged is there, whole; a file it was
 * busy with is there wholly or not at all; importing again completes it.
 *
 * <p>Five kills in an ordinary run. For the full proof: {@code mvn verify -Dit.test=KillTest -Dkills=50}; another order
 * of events with {@code -Dseed=N}.
 */
class KillTest {

    private static final int KILLS = Integer.getInteger("kills", 5);
    private static final long SEED = Long.getLong("seed", 20240501);
    private static final int FILES = 12;
    private static final int REPORTS = 25;

    private final Path desk;
    private final DistrictOffice office;
    private final Random random = new Random(SEED);

    KillTest(@TempDir Path desk) {
        this.desk = desk;
        this.office = DistrictOffice.in(desk.resolve("store"));
    }

    @Test
    void nothingAcknowledgedIsLostAndNothingIsHalfDone() throws Exception {
        var sent = new ArrayList<Path>();
        var acknowledged = new TreeSet<String>();
        int inTheMiddle = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            var batch = batch(kill);
            sent.addAll(batch);
            var now = importAndKill(batch);
            acknowledged.addAll(now);
            inTheMiddle += now.isEmpty() || now.size() == FILES ? 0 : 1;

            assertThat(office.verify().code())
                    .as("verify after kill %s of seed %s", kill, SEED)
                    .isEqualTo(DONE);
            requireWhole(acknowledged);
        }

        var present = new TreeSet<>(office.texts("select file_name from submission"));
        System.out.printf(
                "%d kills, seed %d: %d files sent, %d acknowledged, %d present (%d complete without having been"
                        + " acknowledged); %d kills between two acknowledgements%n",
                KILLS,
                SEED,
                sent.size(),
                acknowledged.size(),
                present.size(),
                present.size() - acknowledged.size(),
                inTheMiddle);
        completeBy(sent);
    }

    private List<Path> batch(int kill) {
        return IntStream.rangeClosed(1, FILES)
                .mapToObj(i -> "k%03d-%02d".formatted(kill, i))
                .map(name -> csv(
                        desk.resolve(name + ".csv"),
                        IntStream.rangeClosed(1, REPORTS)
                                .mapToObj(n -> report(name + "-" + n).found(n, "AV_MINE"))
                                .toList()))
                .toList();
    }

    /** Kills after a random number of acknowledgements, or some milliseconds later; returns the names acknowledged. */
    private TreeSet<String> importAndKill(List<Path> files) throws IOException, InterruptedException {
        var arguments = new ArrayList<Object>(List.of("import"));
        arguments.addAll(files);
        arguments.addAll(List.of("--data", office.directory(), "--as", "progress", "--approve"));
        var process = Clearground.builder(List.of(), arguments.toArray())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int wait = random.nextInt(FILES + 2) - 1;
        int pause = random.nextInt(60);
        var acknowledged = new TreeSet<String>();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            if (wait < 0) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(1_500));
            }
            while (acknowledged.size() < wait && note(lines.readLine(), acknowledged)) {
                // the next acknowledgement
            }
            TimeUnit.MILLISECONDS.sleep(pause);
            process.toHandle().destroyForcibly();
            while (note(lines.readLine(), acknowledged)) {
                // what had been said before it was killed
            }
        }
        process.waitFor();
        return acknowledged;
    }

    private static boolean note(@org.jspecify.annotations.Nullable String line, TreeSet<String> acknowledged) {
        if (line == null) {
            return false;
        }
        if (line.contains(".csv: " + REPORTS + " reports, " + REPORTS + " approved")) {
            acknowledged.add(line.substring(0, line.indexOf(':')));
        }
        return true;
    }

    private void requireWhole(TreeSet<String> acknowledged) {
        assertThat(new TreeSet<>(office.texts("select file_name from submission")))
                .containsAll(acknowledged);
        var wrong = office.texts(
                """
                select s.file_name from submission s
                where (select count(*) from report r where r.submission = s.sha256 and r.status = 'APPROVED') <> %1$d
                   or (select count(*) from finds f join report r on r.id = f.report where r.submission = s.sha256) <> %1$d
                   or (select count(*) from activities a join report r on r.id = a.report
                       where r.submission = s.sha256) <> %1$d
                   or (select count(*) from ledger l where l.subject = s.sha256) <> 3
                """
                        .formatted(REPORTS));
        assertThat(wrong).as("files that are not whole").isEmpty();
        assertThat(office.number("select count(*) from report"))
                .isEqualTo(REPORTS * office.number("select count(*) from submission"));
        assertThat(office.number("select count(*) from content where sha256 is null"))
                .as("contents half kept")
                .isZero();
    }

    private void completeBy(List<Path> sent) throws IOException {
        var arguments = new ArrayList<Object>(List.of("import"));
        arguments.addAll(sent);
        arguments.addAll(List.of("--data", office.directory(), "--as", "progress", "--approve"));

        Clearground.run(arguments.toArray()).with(DONE);

        requireWhole(new TreeSet<>(
                sent.stream().map(file -> file.getFileName().toString()).toList()));
        assertThat(office.number("select sum(quantity) from finds"))
                .isEqualTo((long) sent.size() * REPORTS * (REPORTS + 1) / 2);
        office.verify().with(DONE);
        try (var left = Files.list(office.directory())) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .as("nothing is left beside the store")
                    .containsExactly("clearground.gpkg");
        }
    }
}
