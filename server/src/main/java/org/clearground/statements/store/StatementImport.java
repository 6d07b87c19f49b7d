// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.errors.SourcePlace;
import org.clearground.imports.ReceivedFile;
import org.clearground.ledger.Contents;
import org.clearground.ledger.Digest;
import org.clearground.ledger.EntryKind;
import org.clearground.ledger.Ledger;
import org.clearground.organisations.Organisation;
import org.clearground.statements.Statement;
import org.clearground.statements.intake.Bodies;
import org.clearground.statements.intake.StatementTable;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Takes files of statements in: the file and its reading are kept, one entry names both, and the register is made from
 * it, in one transaction.
 */
public final class StatementImport {

    private final Store store;
    private final Ledger ledger;
    private final StatementRegister register;
    private final Supplier<Collection<Organisation>> organisations;

    public StatementImport(
            Store store, Ledger ledger, StatementRegister register, Supplier<Collection<Organisation>> organisations) {
        this.store = store;
        this.ledger = ledger;
        this.register = register;
        this.organisations = organisations;
    }

    /**
     * What is asked.
     *
     * @param corrections whether a statement under a number that is on record replaces what the register shows of it
     */
    public record Request(ReceivedFile file, boolean corrections, boolean dryRun, String actor) {}

    /**
     * What became of a file.
     *
     * @param importedBefore when the same bytes were taken in in the same way and nothing of them was replaced since; then
     *     nothing was added
     * @param added statements under new numbers
     * @param corrected those that replace another
     * @param unchanged those that are on record as they stand here
     * @param leftOut those that a finding blocks
     * @param figures of those added and corrected
     */
    public record Result(
            String fileName,
            Digest digest,
            boolean dryRun,
            @Nullable Instant importedBefore,
            int added,
            int corrected,
            int unchanged,
            int leftOut,
            int figures,
            List<Finding> findings) {

        public Result {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Takes a file in. Where nothing of it is new, nothing is kept.
     *
     * @throws ProblemException if it is no table of statements
     */
    public Result run(Request request) {
        var file = request.file();
        var read = StatementTable.read(file, new Bodies(organisations.get()));
        return request.dryRun()
                ? store.rehearse(transaction -> take(transaction, request, file, read))
                : store.write(transaction -> take(transaction, request, file, read));
    }

    private Result take(Transaction transaction, Request request, ReceivedFile file, StatementTable.Read read) {
        var queries = new StatementQueries(transaction);
        var before = queries.takenIn(file.digest(), request.corrections());
        if (before.isPresent() && !request.corrections()) {
            return again(request, file, before.get());
        }
        var recorded = queries.byNumber();
        var taken = new ArrayList<Statement>();
        var findings = new ArrayList<>(read.findings());
        int corrected = 0;
        int unchanged = 0;
        int differing = 0;
        for (var numbered : read.statements()) {
            var statement = numbered.statement();
            var known = recorded.get(statement.number());
            if (statement.equals(known)) {
                unchanged++;
            } else if (known == null || request.corrections()) {
                taken.add(statement);
                corrected += known == null ? 0 : 1;
            } else {
                differing++;
                findings.add(differs(file, numbered));
            }
        }
        if (!taken.isEmpty()) {
            keep(transaction, request, file, taken, findings);
        } else if (before.isPresent()) {
            return again(request, file, before.get());
        }
        return new Result(
                file.name(),
                file.digest(),
                request.dryRun(),
                null,
                taken.size() - corrected,
                corrected,
                unchanged,
                read.leftOut() + differing,
                taken.stream().mapToInt(statement -> statement.figures().size()).sum(),
                findings);
    }

    private static Result again(Request request, ReceivedFile file, Instant before) {
        return new Result(file.name(), file.digest(), request.dryRun(), before, 0, 0, 0, 0, 0, List.of());
    }

    private static Finding differs(ReceivedFile file, StatementTable.Numbered numbered) {
        return new Finding(
                FindingCode.STATEMENT_DIFFERS,
                FindingCode.STATEMENT_DIFFERS.severity(),
                new SourcePlace(file.name(), null, numbered.row(), null),
                numbered.statement().number(),
                Map.of("statement", numbered.statement().number()));
    }

    private void keep(
            Transaction transaction,
            Request request,
            ReceivedFile file,
            List<Statement> taken,
            List<Finding> findings) {
        try (var in = Files.newInputStream(file.path())) {
            var moment = ledger.moment(transaction);
            var kept = Contents.keep(transaction, in);
            if (!kept.equals(file.digest())) {
                throw new ProblemException(
                        ProblemCode.UNREADABLE_SUBMISSION,
                        file.name() + " changed while it was being read; import it again when it is complete");
            }
            var reading =
                    Contents.keep(transaction, new ByteArrayInputStream(StatementDocument.write(taken, findings)));
            var body = new TreeMap<String, Object>();
            body.put("bytes", file.bytes());
            body.put("contents", List.copyOf(new TreeSet<>(List.of(kept.hex(), reading.hex()))));
            body.put("corrections", request.corrections());
            body.put("fileName", file.name());
            body.put("mediaType", file.kind().mediaType());
            body.put("reading", reading.hex());
            body.put("statements", taken.size());
            register.apply(
                    transaction,
                    ledger.append(
                            transaction,
                            moment,
                            request.actor(),
                            null,
                            EntryKind.STATEMENTS_RECEIVED,
                            kept.hex(),
                            body));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
