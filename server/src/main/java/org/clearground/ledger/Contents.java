// SPDX-License-Identifier: Apache-2.0
package org.clearground.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.clearground.storage.StorageProblem;
import org.clearground.storage.Transaction;

/**
 * Bytes kept verbatim under their SHA-256, in parts that are deflated one by one: nothing is too large to be kept, and
 * any part can be read alone.
 */
public final class Contents {

    /** Bytes of a part before deflation; one that must end with a record may be longer. */
    public static final int PART_BYTES = 1 << 20;

    private Contents() {}

    /** Keeps everything a stream gives. Keeping the same bytes again changes nothing. */
    public static Digest keep(Transaction transaction, InputStream bytes) throws IOException {
        try (var writer = new Writer(transaction)) {
            bytes.transferTo(writer);
            return writer.finish();
        }
    }

    /** Writes content of unknown length; {@link #finish} says what it is called. */
    public static final class Writer extends OutputStream {

        private final Transaction transaction;
        private final long id;
        private final MessageDigest running = Digest.sha256();
        private final ByteArrayOutputStream part = new ByteArrayOutputStream(PART_BYTES + (PART_BYTES >> 3));
        private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        private final byte[] deflated = new byte[PART_BYTES + (PART_BYTES >> 3)];
        private int parts;
        private long bytes;

        public Writer(Transaction transaction) {
            this.transaction = transaction;
            try {
                try (var row = transaction
                        .prepared("select coalesce(max(id), 0) + 1 from content")
                        .executeQuery()) {
                    row.next();
                    this.id = row.getLong(1);
                }
                var insert = transaction.prepared("insert into content (id) values (?)");
                insert.setLong(1, id);
                insert.executeUpdate();
            } catch (SQLException failed) {
                throw StorageProblem.of(failed);
            }
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) {
            int done = 0;
            while (done < length) {
                int now = Math.min(length - done, PART_BYTES - part.size());
                part.write(buffer, offset + done, now);
                done += now;
                if (part.size() >= PART_BYTES) {
                    endPart();
                }
            }
        }

        /**
         * Writes a record that stays whole in one part.
         *
         * @return the number of its part, from 0
         */
        public int writeRecord(byte[] record) {
            if (part.size() > 0 && part.size() + record.length > PART_BYTES) {
                endPart();
            }
            part.write(record, 0, record.length);
            return parts;
        }

        private void endPart() {
            var whole = part.toByteArray();
            part.reset();
            running.update(whole);
            bytes += whole.length;
            deflater.reset();
            deflater.setInput(whole);
            deflater.finish();
            var out = new ByteArrayOutputStream(whole.length / 3);
            while (!deflater.finished()) {
                out.write(deflated, 0, deflater.deflate(deflated));
            }
            try {
                var insert =
                        transaction.prepared("insert into content_part (content, part, deflated) values (?, ?, ?)");
                insert.setLong(1, id);
                insert.setInt(2, parts++);
                insert.setBytes(3, out.toByteArray());
                insert.executeUpdate();
            } catch (SQLException failed) {
                throw StorageProblem.of(failed);
            }
        }

        /** Ends the content and names it. Where the same bytes were kept before, those stay and these go. */
        public Digest finish() {
            if (part.size() > 0) {
                endPart();
            }
            var digest = Digest.finish(running);
            try {
                if (find(transaction, digest).isPresent()) {
                    for (var text : new String[] {
                        "delete from content_part where content = ?", "delete from content where id = ?"
                    }) {
                        var delete = transaction.prepared(text);
                        delete.setLong(1, id);
                        delete.executeUpdate();
                    }
                } else {
                    var name = transaction.prepared("update content set sha256 = ?, bytes = ?, parts = ? where id = ?");
                    name.setString(1, digest.hex());
                    name.setLong(2, bytes);
                    name.setInt(3, parts);
                    name.setLong(4, id);
                    name.executeUpdate();
                }
            } catch (SQLException failed) {
                throw StorageProblem.of(failed);
            }
            return digest;
        }

        @Override
        public void close() {
            deflater.end();
        }
    }

    /** Where content lies; empty if it is not kept here. */
    private static Optional<Kept> find(Transaction transaction, Digest digest) {
        try {
            var select = transaction.prepared("select id, bytes, parts from content where sha256 = ?");
            select.setString(1, digest.hex());
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Kept(row.getLong(1), row.getLong(2), row.getInt(3)))
                        : Optional.empty();
            }
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    static boolean isKept(Transaction transaction, Digest digest) {
        return find(transaction, digest).isPresent();
    }

    private record Kept(long id, long bytes, int parts) {}

    /** The bytes of content as they came. Read it inside the transaction. */
    @SuppressWarnings("JdkObsolete") // SequenceInputStream takes nothing newer than an Enumeration
    public static Optional<InputStream> open(Transaction transaction, Digest digest) {
        return find(transaction, digest)
                .map(kept -> new SequenceInputStream(new Enumeration<>() {
                    private int next;

                    @Override
                    public boolean hasMoreElements() {
                        return next < kept.parts();
                    }

                    @Override
                    public InputStream nextElement() {
                        if (!hasMoreElements()) {
                            throw new NoSuchElementException();
                        }
                        return new java.io.ByteArrayInputStream(part(transaction, kept.id(), next++));
                    }
                }));
    }

    /** All bytes of content that is known to be small. */
    public static byte[] read(Transaction transaction, Digest digest) {
        try (var stream = open(transaction, digest)
                .orElseThrow(() -> new IllegalArgumentException("content " + digest + " is not kept here"))) {
            return stream.readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** One part alone. */
    public static byte[] part(Transaction transaction, Digest digest, int part) {
        var kept = find(transaction, digest)
                .orElseThrow(() -> new IllegalArgumentException("content " + digest + " is not kept here"));
        return part(transaction, kept.id(), part);
    }

    private static byte[] part(Transaction transaction, long id, int part) {
        try {
            var select = transaction.prepared("select deflated from content_part where content = ? and part = ?");
            select.setLong(1, id);
            select.setInt(2, part);
            try (var rows = select.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("part " + part + " of content " + id + " is missing");
                }
                return inflate(rows.getBytes(1));
            }
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    private static byte[] inflate(byte[] deflated) {
        var inflater = new Inflater();
        try {
            inflater.setInput(deflated);
            var out = new ByteArrayOutputStream(PART_BYTES);
            var buffer = new byte[1 << 16];
            while (!inflater.finished()) {
                int length = inflater.inflate(buffer);
                if (length == 0) {
                    throw new IllegalStateException("a part of kept content is cut short");
                }
                out.write(buffer, 0, length);
            }
            return out.toByteArray();
        } catch (DataFormatException damaged) {
            throw new IllegalStateException("a part of kept content is damaged", damaged);
        } finally {
            inflater.end();
        }
    }
}
