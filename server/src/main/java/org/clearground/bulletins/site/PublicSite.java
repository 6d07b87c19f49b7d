// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.site;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clearground.bulletins.Dimension;
import org.clearground.bulletins.Edition;
import org.clearground.bulletins.FigureDefinition;
import org.clearground.bulletins.print.DistrictMap;
import org.clearground.bulletins.print.EditionDocuments;
import org.clearground.bulletins.print.EditionFigures;
import org.clearground.bulletins.print.EditionList;
import org.clearground.bulletins.print.EditionSeal;
import org.clearground.bulletins.print.Wording;
import org.clearground.bulletins.site.SitePages.DistrictLine;
import org.clearground.bulletins.site.SitePages.EditionPage;
import org.clearground.bulletins.site.SitePages.IndexPage;
import org.clearground.bulletins.site.SitePages.ListPage;
import org.clearground.bulletins.site.SitePages.MapPage;
import org.clearground.bulletins.site.SitePages.Picture;
import org.clearground.bulletins.site.SitePages.SealedLine;
import org.clearground.bulletins.site.SitePages.Shown;
import org.clearground.bulletins.site.SitePages.VerifyPage;
import org.clearground.bulletins.site.SitePages.Year;
import org.clearground.bulletins.store.EditionQueries;
import org.clearground.ledger.Ledger;
import org.clearground.storage.Transaction;
import org.clearground.time.ReportingPeriod;
import org.clearground.web.Frame;
import org.clearground.web.PageWords;
import org.clearground.web.Replies;
import org.jspecify.annotations.Nullable;

/**
 * The public site of one state of the store: files made of published editions and of nothing else. The same editions give
 * the same files, byte for byte, whether they are written to a folder or served by the node.
 */
public final class PublicSite {

    /** The file by which a folder is known to hold a site. */
    public static final String MARK = "clearground-site.txt";

    private static final String STYLE = "style.css";
    private static final String FIGURES = "figures.csv";
    private static final String HTML = "text/html;charset=UTF-8";
    private static final String INDEX = "index";
    private static final String MAP = "map";
    private static final String VERIFY = "verify";
    private static final List<String> PAGES = List.of(INDEX, "editions", "figures", MAP, "downloads", VERIFY);

    /** Those that grow with every edition: a page for each year, and the newest year under the name alone. */
    private static final List<String> BY_YEAR = List.of("editions", "downloads");

    private static final Pattern IN_EDITION = Pattern.compile("editions/([^/]+)/([^/]+)");

    private final Transaction transaction;
    private final EditionQueries queries;
    private final List<Edition> editions;
    private final List<Wording> languages;
    private final Map<ReportingPeriod, Edition> newest = new HashMap<>();
    private final Map<String, EditionFigures> read = new HashMap<>();

    /** A file of the site. */
    public static final class SiteFile {
        private final String mediaType;
        private final byte[] content;

        SiteFile(String mediaType, byte[] content) {
            this.mediaType = mediaType;
            this.content = content.clone();
        }

        public String mediaType() {
            return mediaType;
        }

        /** How long it is. */
        public int bytes() {
            return content.length;
        }

        public byte[] content() {
            return content.clone();
        }
    }

    public PublicSite(Transaction transaction, PageWords words) {
        this.transaction = transaction;
        this.queries = new EditionQueries(transaction);
        this.editions = queries.published();
        editions.forEach(edition -> newest.putIfAbsent(edition.period(), edition));
        this.languages = words.in(transaction, null).languages().stream()
                .map(language -> new Wording(words.in(transaction, language)))
                .toList();
    }

    /** Whether nothing has been published: then there is no site. */
    public boolean isEmpty() {
        return editions.isEmpty();
    }

    /** The paths of all files, with forward slashes. */
    public List<String> paths() {
        var paths = new ArrayList<String>();
        if (isEmpty()) {
            return paths;
        }
        for (var wording : languages) {
            PAGES.forEach(page -> paths.add(name(wording, page, ".html")));
            for (var page : BY_YEAR) {
                years().skip(1).forEach(year -> paths.add(name(wording, page + "-" + year, ".html")));
            }
            paths.add(name(wording, "feed", ".xml"));
        }
        paths.addAll(List.of(STYLE, FIGURES, MARK));
        for (var edition : editions) {
            var folder = "editions/" + edition.id() + "/";
            for (var wording : languages) {
                paths.add(folder + name(wording, INDEX, ".html"));
                paths.add(folder + name(wording, MAP, ".html"));
            }
            edition.documents().forEach(document -> paths.add(folder + document.name()));
            paths.add(folder + EditionList.NAME);
            if (queries.seal(edition).isPresent()) {
                paths.add(folder + EditionSeal.NAME);
                paths.add(folder + EditionSeal.KEY_NAME);
            }
        }
        return paths;
    }

    private static String name(Wording wording, String page, String ending) {
        return SiteFrame.name(wording.words(), page, wording.language(), ending);
    }

    /** A file by its path; empty if the site has none there. */
    public Optional<SiteFile> file(String path) {
        if (isEmpty()) {
            return Optional.empty();
        }
        var inEdition = IN_EDITION.matcher(path);
        if (inEdition.matches()) {
            return editions.stream()
                    .filter(edition -> edition.id().equals(inEdition.group(1)))
                    .findFirst()
                    .flatMap(edition -> ofEdition(edition, inEdition.group(2)));
        }
        return switch (path) {
            case STYLE -> file("text/css;charset=UTF-8", Frame.siteStyle());
            case FIGURES -> file("text/csv;charset=UTF-8", csv());
            case MARK ->
                file(
                        "text/plain;charset=UTF-8",
                        "This folder was written by: clearground site. Its next run replaces all of it.\n");
            default -> page(path);
        };
    }

    private Optional<SiteFile> page(String path) {
        for (var wording : languages) {
            if (path.equals(name(wording, "feed", ".xml"))) {
                return Optional.of(new SiteFile(
                        "application/atom+xml;charset=UTF-8", new NewsFeed(node(), wording, this).write()));
            }
            for (var page : PAGES) {
                if (path.equals(name(wording, page, ".html"))) {
                    return file(HTML, page(page, wording));
                }
            }
            for (var page : BY_YEAR) {
                var earlier = years().skip(1)
                        .filter(year -> path.equals(name(wording, page + "-" + year, ".html")))
                        .findFirst();
                if (earlier.isPresent()) {
                    return file(HTML, ofYear(page, earlier.get(), wording));
                }
            }
        }
        return Optional.empty();
    }

    private String page(String page, Wording wording) {
        return switch (page) {
            case INDEX -> {
                var latest = shown(editions.get(0), wording);
                yield Replies.render(
                        "publicindex.jte",
                        Map.of(
                                "page",
                                new IndexPage(
                                        frame(page, SiteFrame.title(wording.words()), wording, List.of(latest)),
                                        latest)));
            }
            case MAP -> map(editions.get(0), "", wording);
            case VERIFY -> verify(wording);
            case "figures" -> {
                var current = new ArrayList<>(all(wording, this::isCurrent));
                Collections.reverse(current);
                yield list(page, page, wording.say("public.figures"), current, List.of(), wording);
            }
            default -> ofYear(page, year(editions.get(0)), wording);
        };
    }

    /** Which digests are those of editions, and by which keys they are signed. */
    private String verify(Wording wording) {
        var lines = all(wording, any -> true).stream()
                .map(shown -> new SealedLine(
                        shown,
                        queries.seal(shown.edition())
                                .map(EditionSeal::fingerprint)
                                .orElse(null)))
                .toList();
        var keys = lines.stream()
                .flatMap(line -> Stream.ofNullable(line.key()))
                .distinct()
                .toList();
        var shown = lines.stream().map(SealedLine::shown).toList();
        return Replies.render(
                "publicverify.jte",
                Map.of(
                        "page",
                        new VerifyPage(frame(VERIFY, wording.say("public.verify"), wording, shown), lines, keys)));
    }

    /** The editions of a year; of the newest, under the name of the page alone. */
    private String ofYear(String page, int year, Wording wording) {
        var years = years().map(
                        each -> new Year(each, each == year(editions.get(0)) ? page : page + "-" + each, each == year))
                .toList();
        var here = years.stream().filter(Year::here).findFirst().orElseThrow();
        var title = wording.say("public." + page);
        return list(
                page,
                here.page(),
                years.size() == 1 ? title : title + ", " + year,
                all(wording, edition -> year(edition) == year),
                years.size() == 1 ? List.of() : years,
                wording);
    }

    /** In which periods of editions end, the newest first. */
    private Stream<Integer> years() {
        return editions.stream().map(PublicSite::year).distinct();
    }

    private static int year(Edition edition) {
        return edition.period().to().getYear();
    }

    private String list(String kind, String page, String title, List<Shown> shown, List<Year> years, Wording wording) {
        return Replies.render(
                "public" + kind + ".jte",
                Map.of("page", new ListPage(frame(page, title, wording, shown), shown, years)));
    }

    private SiteFrame frame(String page, String title, Wording wording, List<Shown> shown) {
        return new SiteFrame(wording.words(), title, notice(wording, shown), "", page);
    }

    /** What is invented is marked as such wherever it is shown. */
    private static @Nullable String notice(Wording wording, List<Shown> shown) {
        return shown.stream().anyMatch(each -> each.edition().sample()) ? wording.say("bulletin.sample") : null;
    }

    private Optional<SiteFile> ofEdition(Edition edition, String name) {
        if (name.equals(EditionList.NAME)) {
            return Optional.of(new SiteFile(EditionList.MEDIA_TYPE, queries.listOf(edition)));
        }
        if (name.equals(EditionSeal.NAME)) {
            return queries.seal(edition).map(seal -> new SiteFile(EditionSeal.MEDIA_TYPE, seal.signature()));
        }
        if (name.equals(EditionSeal.KEY_NAME)) {
            return queries.seal(edition)
                    .map(seal -> new SiteFile(EditionSeal.KEY_MEDIA_TYPE, EditionSeal.pem(seal.key())));
        }
        var document = edition.find(name);
        if (document.isPresent()) {
            return document.map(found -> new SiteFile(found.mediaType(), queries.content(found)));
        }
        var folder = "editions/" + edition.id() + "/";
        for (var wording : languages) {
            if (name.equals(name(wording, INDEX, ".html"))) {
                var shown = shown(edition, wording);
                // The article carries the notice of sample data itself.
                var frame = new SiteFrame(wording.words(), shown.title(), null, folder, INDEX);
                return file(
                        HTML,
                        Replies.render(
                                "publicedition.jte",
                                Map.of("page", new EditionPage(frame, shown, article(edition, wording)))));
            }
            if (name.equals(name(wording, MAP, ".html"))) {
                return file(HTML, map(edition, folder, wording));
            }
        }
        return Optional.empty();
    }

    /** The bulletin as it was frozen in a language, or in the first of the edition where the country speaks another now. */
    String article(Edition edition, Wording wording) {
        return edition.find(EditionDocuments.pageName(wording.language()))
                .or(() -> edition.documents().stream()
                        .filter(document -> document.mediaType().equals(HTML))
                        .findFirst())
                .map(document -> EditionDocuments.article(queries.content(document)))
                .orElse("");
    }

    private String map(Edition edition, String folder, Wording wording) {
        var shown = shown(edition, wording);
        var lines = shown.figures()
                .table(Dimension.DISTRICT)
                .map(EditionFigures.Table::lines)
                .orElse(List.of());
        var names = new LinkedHashMap<String, String>();
        lines.forEach(line -> names.put(line.key(), line.names().getOrDefault(wording.language(), line.key())));
        var drawing = DistrictMap.of(transaction);
        var pictures = new ArrayList<Picture>();
        for (var definition : FigureDefinition.values()) {
            var largest = lines.stream()
                    .map(line -> line.value(definition).value())
                    .filter(OptionalLong::isPresent)
                    .mapToLong(OptionalLong::getAsLong)
                    .max();
            pictures.add(new Picture(
                    definition.published(),
                    wording.label(definition),
                    drawing.draw(wording.label(definition) + ", " + shown.period(), definition, lines, wording),
                    wording.value(definition, largest)));
        }
        var table = lines.stream()
                .map(line -> new DistrictLine(
                        names.getOrDefault(line.key(), line.key()),
                        Arrays.stream(FigureDefinition.values())
                                .map(definition -> wording.value(
                                        definition, line.value(definition).value()))
                                .toList()))
                .toList();
        var frame = new SiteFrame(
                wording.words(),
                wording.say("public.map") + ", " + shown.period(),
                notice(wording, List.of(shown)),
                folder,
                MAP);
        return Replies.render(
                "publicmap.jte", Map.of("page", new MapPage(frame, shown, drawing.shared(), pictures, table)));
    }

    /** Editions in a language, the newest period first. */
    List<Shown> all(Wording wording, Predicate<Edition> which) {
        return editions.stream()
                .filter(which)
                .map(edition -> shown(edition, wording))
                .toList();
    }

    private Shown shown(Edition edition, Wording wording) {
        var signed = edition.signed();
        if (signed == null) {
            throw new IllegalStateException("edition " + edition.id() + " is not public");
        }
        var newest = newest(edition);
        return new Shown(
                edition,
                () -> read.computeIfAbsent(edition.id(), id -> queries.figures(edition)),
                newest.equals(edition) ? null : newest.id(),
                wording.day(signed.at().atZone(wording.words().pack().zone()).toLocalDate()),
                () -> queries.listOf(edition).length,
                wording);
    }

    private boolean isCurrent(Edition edition) {
        return newest(edition).equals(edition);
    }

    /** The newest edition of the same period. */
    private Edition newest(Edition edition) {
        return newest.getOrDefault(edition.period(), edition);
    }

    private UUID node() {
        return UUID.fromString(transaction
                .sql()
                .sql("select id from node")
                .query((row, number) -> row.getString(1))
                .single());
    }

    /** All figures of the newest edition of each period. */
    private String csv() {
        var current = new ArrayList<>(all(languages.get(0), this::isCurrent));
        Collections.reverse(current);
        var lines = new ArrayList<List<String>>();
        for (var shown : current) {
            for (var value : shown.figures().figures()) {
                lines.add(List.of(
                        shown.edition().id(),
                        shown.edition().digest().hex(),
                        shown.edition().period().from().toString(),
                        shown.edition().period().to().toString(),
                        value.definition().published(),
                        value.definition().unit().name(),
                        EditionDocuments.written(value.value()),
                        String.valueOf(value.rows()),
                        Ledger.written(shown.edition().asOf().knownAt()),
                        String.valueOf(shown.edition().sample())));
            }
        }
        return EditionDocuments.csv(
                List.of(
                        "edition",
                        "edition_sha256",
                        "period_from",
                        "period_to",
                        "figure",
                        "unit",
                        "value",
                        "rows",
                        "known_at",
                        "sample"),
                lines);
    }

    private static Optional<SiteFile> file(String mediaType, String text) {
        return Optional.of(new SiteFile(mediaType, text.getBytes(StandardCharsets.UTF_8)));
    }
}
