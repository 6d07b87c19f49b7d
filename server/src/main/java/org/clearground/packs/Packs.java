// SPDX-License-Identifier: Apache-2.0
package org.clearground.packs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.CanonicalJson;
import org.clearground.ledger.Contents;
import org.clearground.ledger.Digest;
import org.clearground.ledger.EntryKind;
import org.clearground.ledger.Ledger;
import org.clearground.ledger.LedgerEntry;
import org.clearground.ledger.Projection;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/** Which pack is in force. A store keeps the files of every pack it ever adopted. */
public final class Packs implements Projection {

    private final Ledger ledger;
    private volatile @Nullable LastRead lastRead;

    private record LastRead(String files, Pack pack) {}

    public Packs(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Puts a pack in force. The caller has every projection apply the entry that comes back. */
    public LedgerEntry adopt(Transaction transaction, Pack pack, Instant moment, String actor) {
        var files = new TreeMap<String, String>();
        try {
            for (var path : pack.paths()) {
                files.put(
                        path,
                        Contents.keep(transaction, new ByteArrayInputStream(pack.file(path)))
                                .hex());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        var body = Map.of(
                "version", pack.version(),
                "files", files,
                "contents", files.values().stream().distinct().sorted().toList());
        return ledger.append(transaction, moment, actor, null, EntryKind.PACK_ADOPTED, pack.name(), body);
    }

    /** Whether a pack is in force already, file by file. */
    public static boolean isInForce(Transaction transaction, Pack pack) {
        var files = new TreeMap<String, String>();
        for (var path : pack.paths()) {
            files.put(path, Digest.of(pack.file(path)).hex());
        }
        return CanonicalJson.of(files).equals(filesInForce(transaction));
    }

    /** What the pack that an entry put in force calls its version. */
    public static String version(LedgerEntry adopted) {
        return String.valueOf(CanonicalJson.read(adopted.body()).get("version"));
    }

    /** The pack that an entry put in force. */
    public static Pack read(Transaction transaction, LedgerEntry adopted) {
        return read(transaction, CanonicalJson.read(adopted.body()).get("files"));
    }

    private static Pack read(Transaction transaction, @Nullable Object listed) {
        var files = new TreeMap<String, byte[]>();
        if (listed instanceof Map<?, ?> digests) {
            digests.forEach((path, digest) ->
                    files.put(path.toString(), Contents.read(transaction, new Digest(digest.toString()))));
        }
        return new Pack(files);
    }

    /** The pack in force now. */
    public static Pack inForce(Transaction transaction) {
        return read(transaction, CanonicalJson.read(filesInForce(transaction)));
    }

    /** The pack in force now, read once for as long as it stays so: what a digest names does not change. */
    public Pack remembered(Transaction transaction) {
        var files = filesInForce(transaction);
        var known = lastRead;
        if (known == null || !known.files().equals(files)) {
            known = new LastRead(files, read(transaction, CanonicalJson.read(files)));
            lastRead = known;
        }
        return known.pack();
    }

    /** The paths and digests of the pack in force: another text, another pack. */
    public static String filesInForce(Transaction transaction) {
        return transaction
                .sql()
                .sql("select files from pack order by adopted_at_ms desc, version desc limit 1")
                .query(String.class)
                .optional()
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.STORE_UNUSABLE,
                        "the store has no country pack; make it anew with clearground init"));
    }

    @Override
    public List<String> tables() {
        return List.of("pack");
    }

    @Override
    public void drop(Transaction transaction) {
        transaction.sql().sql("delete from pack").update();
    }

    @Override
    public void apply(Transaction transaction, LedgerEntry entry) {
        if (entry.kind() != EntryKind.PACK_ADOPTED) {
            return;
        }
        var body = CanonicalJson.read(entry.body());
        transaction
                .sql()
                .sql("insert into pack (name, version, adopted_at_ms, files) values (?, ?, ?, ?)")
                .params(
                        entry.subject(),
                        String.valueOf(body.get("version")),
                        entry.recordedAt().toEpochMilli(),
                        CanonicalJson.of(body.get("files")))
                .update();
    }
}
