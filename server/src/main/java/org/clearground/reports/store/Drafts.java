// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Reports that somebody has begun to type, within a transaction. They are nobody's evidence yet: no ledger, no projection,
 * and nobody but their owner is told that they exist.
 */
public final class Drafts {

    /** So many may wait at once. */
    public static final int MOST = 50;

    /** A draft is no longer than this. */
    public static final int MOST_CHARACTERS = 500_000;

    /** What nobody touched for so long is dropped. */
    public static final Duration KEPT = Duration.ofDays(180);

    private final Transaction transaction;
    private final Clock clock;
    private final @Nullable String owner;

    /** @param owner an account or a browser; null who can have none yet */
    public Drafts(Transaction transaction, Clock clock, @Nullable String owner) {
        this.transaction = transaction;
        this.clock = clock;
        this.owner = owner;
    }

    /**
     * One of them.
     *
     * @param title by which its owner knows it again; may be empty
     * @param answers as {@link org.clearground.reports.intake.TypedReport#json} has them
     */
    public record Draft(String id, String form, String title, String answers, Instant changedAt) {}

    private static final String SELECT =
            "select id, form, title, answers, changed_at_ms from draft where owner = :owner";

    /** Those of the owner, the latest first. */
    public List<Draft> list() {
        return transaction
                .sql()
                .sql(SELECT + " order by changed_at_ms desc, id")
                .param("owner", owner)
                .query((row, number) -> draft(row))
                .list();
    }

    /** One of the owner; another's is not found. */
    public Optional<Draft> find(String form, String id) {
        return transaction
                .sql()
                .sql(SELECT + " and id = :id and form = :form")
                .param("owner", owner)
                .param("id", id)
                .param("form", form)
                .query((row, number) -> draft(row))
                .optional();
    }

    private static Draft draft(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Draft(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Instant.ofEpochMilli(row.getLong(5)));
    }

    /**
     * Keeps what was typed.
     *
     * @param id null for a new draft
     * @return its id
     * @throws ProblemException if there are too many, or it is too long, or it is gone
     */
    public String keep(@Nullable String id, String form, String title, String answers) {
        if (answers.length() > MOST_CHARACTERS) {
            throw new ProblemException(
                    ProblemCode.SUBMISSION_TOO_LARGE,
                    "what was typed has more than " + MOST_CHARACTERS + " characters; send it as a file");
        }
        dropOld();
        long now = clock.instant().toEpochMilli();
        if (id != null) {
            int changed = transaction
                    .sql()
                    .sql("update draft set title = :title, answers = :answers, changed_at_ms = :now"
                            + " where id = :id and owner = :owner and form = :form")
                    .param("title", title)
                    .param("answers", answers)
                    .param("now", now)
                    .param("id", id)
                    .param("owner", owner)
                    .param("form", form)
                    .update();
            if (changed == 0) {
                throw gone();
            }
            return id;
        }
        if (list().size() >= MOST) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "there are " + MOST + " drafts already; send some or delete them");
        }
        var given = UUID.randomUUID().toString();
        transaction
                .sql()
                .sql("insert into draft (id, owner, form, title, answers, changed_at_ms)"
                        + " values (:id, :owner, :form, :title, :answers, :now)")
                .param("id", given)
                .param("owner", owner)
                .param("form", form)
                .param("title", title)
                .param("answers", answers)
                .param("now", now)
                .update();
        return given;
    }

    /** Drops one, after it was sent or because its owner wishes so; nothing where it is gone already. */
    public void drop(String id) {
        transaction
                .sql()
                .sql("delete from draft where id = :id and owner = :owner")
                .param("id", id)
                .param("owner", owner)
                .update();
    }

    private void dropOld() {
        transaction
                .sql()
                .sql("delete from draft where changed_at_ms < ?")
                .param(clock.instant().minus(KEPT).toEpochMilli())
                .update();
    }

    /** What is said of a draft that is not there, or not the owner's. */
    public static ProblemException gone() {
        return new ProblemException(
                ProblemCode.NOT_FOUND, "there is no such draft; it was sent or deleted, or is somebody else's");
    }
}
