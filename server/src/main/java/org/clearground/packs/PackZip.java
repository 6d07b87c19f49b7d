// SPDX-License-Identifier: Apache-2.0
package org.clearground.packs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;

/**
 * A pack as one file. Its names are keys inside the pack and never paths of this machine; what is too much to be a pack is
 * not unpacked.
 */
public final class PackZip {

    private static final int MOST_FILES = 2_000;
    private static final long MOST_BYTES = 64L << 20;
    private static final int BUFFER = 1 << 16;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*");
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private PackZip() {}

    /** The same bytes for the same pack. */
    public static byte[] write(Pack pack) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var path : pack.paths()) {
                var entry = new ZipEntry(path);
                entry.setTimeLocal(ALWAYS);
                zip.putNextEntry(entry);
                zip.write(pack.file(path));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /**
     * Reads a pack. A single folder around all its files, as many programmes put it there, is left out.
     *
     * @throws ProblemException in one sentence, if it is no pack, or more than one can be
     */
    public static Pack read(InputStream zipped) {
        var files = new TreeMap<String, byte[]>();
        long bytes = 0;
        try (var zip = new ZipInputStream(zipped)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                if (!NAME.matcher(entry.getName()).matches()) {
                    throw refused("a name in it is not one of a pack's file: small and large letters, digits, dots,"
                            + " hyphens and underscores, with / between folders");
                }
                var content = content(zip, MOST_BYTES - bytes);
                bytes += content.length;
                if (files.put(entry.getName(), content) != null) {
                    throw refused("it has " + entry.getName() + " twice");
                }
                if (files.size() > MOST_FILES) {
                    throw refused("it has more than " + MOST_FILES + " files");
                }
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new ProblemException(
                    ProblemCode.PACK_INVALID,
                    "the file cannot be read as a zip of a pack; nothing was changed",
                    unreadable);
        }
        return new Pack(withoutFolder(files));
    }

    private static byte[] content(InputStream in, long most) throws IOException {
        var out = new ByteArrayOutputStream();
        var buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
            if (out.size() > most) {
                throw refused("unpacked it is more than " + (MOST_BYTES >> 20) + " MiB");
            }
        }
        return out.toByteArray();
    }

    private static SortedMap<String, byte[]> withoutFolder(SortedMap<String, byte[]> files) {
        if (files.isEmpty()) {
            throw refused("it is no zip, or an empty one");
        }
        int slash = files.firstKey().indexOf('/');
        var folder = files.firstKey().substring(0, slash + 1);
        if (slash < 0 || !files.keySet().stream().allMatch(name -> name.startsWith(folder))) {
            return files;
        }
        var inside = new TreeMap<String, byte[]>();
        files.forEach((name, content) -> inside.put(name.substring(folder.length()), content));
        return inside;
    }

    private static ProblemException refused(String why) {
        return new ProblemException(ProblemCode.PACK_INVALID, "the file is no pack: " + why + "; nothing was changed");
    }
}
