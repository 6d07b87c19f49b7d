// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;

/**
 * A folder that holds the public site and nothing else. It is written whole beside its place and takes it by being renamed,
 * so that a web server in front of it never sends half a site.
 */
public final class SiteFolder {

    private final Path folder;

    public SiteFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * Writes the site in place of the one before.
     *
     * @return how many files it has
     * @throws ProblemException if nothing is published, or the folder holds anything but an earlier site
     */
    public int write(PublicSite site) {
        if (site.isEmpty()) {
            throw wrong("no edition is published yet, so there is no site; see: clearground edition prepare");
        }
        var parent = folder.getParent();
        if (parent == null) {
            throw wrong("the root of a file system cannot become a site; name another folder with --to");
        }
        try {
            requireOwn();
            Files.createDirectories(parent);
            var mark = UUID.randomUUID().toString().substring(0, 8);
            var fresh = parent.resolve("." + folder.getFileName() + ".new-" + mark);
            try {
                int files = fill(fresh, site);
                take(fresh, parent.resolve("." + folder.getFileName() + ".old-" + mark));
                return files;
            } finally {
                delete(fresh);
            }
        } catch (IOException failed) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "the site cannot be written to " + folder + " (" + failed.getMessage()
                            + "); what was there stands as it was",
                    failed);
        }
    }

    /** Nobody's other files are replaced. */
    private void requireOwn() throws IOException {
        if (Files.isSymbolicLink(folder) || Files.exists(folder) && !Files.isDirectory(folder)) {
            throw wrong(folder + " is no folder of its own; name a new folder, or one that holds an earlier site");
        }
        if (!Files.exists(folder) || Files.isRegularFile(folder.resolve(PublicSite.MARK))) {
            return;
        }
        try (var inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) {
                throw wrong(
                        folder + " holds files that are no earlier site, and all of it would be replaced; name a new"
                                + " folder, or one that holds an earlier site");
            }
        }
    }

    private static int fill(Path fresh, PublicSite site) throws IOException {
        var paths = site.paths();
        for (var path : paths) {
            var file = fresh.resolve(path).normalize();
            var within = file.getParent();
            if (!file.startsWith(fresh) || within == null) {
                throw new IllegalStateException("a file of the site lies outside of it: " + path);
            }
            Files.createDirectories(within);
            Files.write(
                    file,
                    site.file(path)
                            .orElseThrow(
                                    () -> new IllegalStateException("the site lists a file that it lacks: " + path))
                            .content());
        }
        return paths.size();
    }

    private void take(Path fresh, Path old) throws IOException {
        boolean before = Files.exists(folder);
        if (before) {
            Files.move(folder, old);
        }
        try {
            Files.move(fresh, folder);
        } catch (IOException failed) {
            if (before) {
                Files.move(old, folder);
            }
            throw failed;
        }
        try {
            delete(old);
        } catch (IOException left) {
            // the new site stands; what is left of the old one is hidden beside it
        }
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (var all = Files.walk(tree)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private static ProblemException wrong(String sentence) {
        return new ProblemException(ProblemCode.WRONG_CALL, sentence);
    }
}
