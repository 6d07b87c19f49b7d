// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.apptasticsoftware.rssreader.Item;
import com.apptasticsoftware.rssreader.RssReader;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The news feed of the public site as two readers of others see it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NewsFeedReadersTest {

    private static final Pattern KNOWN_AT = Pattern.compile("\"knownAt\" *: *\"([^\"]+)\"");

    private @Nullable Path site;

    @BeforeAll
    void publish(@TempDir Path directory) {
        site = directory.resolve("site");
        Clearground.run("demo", "--no-serve", "--data", directory.resolve("demo"))
                .with(0);
        Clearground.run("edition", "prepare", "2024-W16", "--as", "Leyla", "--data", directory.resolve("demo"))
                .with(0);
        Clearground.run("edition", "sign", "2024-W16-1", "--as", "Murad", "--data", directory.resolve("demo"))
                .with(0);
        Clearground.run("site", "--to", directory.resolve("site"), "--data", directory.resolve("demo"))
                .with(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"feed.xml", "feed.az.xml", "feed.ru.xml"})
    void bothReadersFindTheEditionsWithTheirPagesAndTheirMoments(String name) throws IOException, FeedException {
        var feed = Objects.requireNonNull(site).resolve(name);

        List<SyndEntry> entries;
        try (var content = Files.newInputStream(feed);
                var xml = new XmlReader(content)) {
            entries = new SyndFeedInput().build(xml).getEntries();
        }
        List<Item> items;
        try (var content = Files.newInputStream(feed);
                var read = new RssReader().read(content)) {
            items = read.toList();
        }

        assertThat(entries)
                .extracting(entry -> entry.getLink().replaceAll(".*editions/|/.*", ""))
                .as("the newest first")
                .containsExactly("2024-W16-1", "2024-W18-1");
        assertThat(items).hasSameSizeAs(entries);
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var item = items.get(i);
            assertThat(entry.getTitle()).isNotBlank();
            assertThat(item.getTitle()).hasValue(entry.getTitle());
            assertThat(item.getGuid()).hasValue(entry.getUri());
            assertThat(item.getLink()).hasValue(entry.getLink());
            var page = feed.resolveSibling(entry.getLink());
            assertThat(page).as("the page that the entry leads to").exists();
            var known = knownAt(page.resolveSibling("edition.json"));
            assertThat(entry.getUpdatedDate().toInstant())
                    .as("signed after it was made")
                    .isAfter(known);
            assertThat(item.getUpdatedZonedDateTime().orElseThrow().toInstant())
                    .isEqualTo(entry.getUpdatedDate().toInstant());
        }
    }

    private static Instant knownAt(Path edition) throws IOException {
        var known = KNOWN_AT.matcher(Files.readString(edition));
        assertThat(known.find()).isTrue();
        return Instant.parse(known.group(1));
    }
}
