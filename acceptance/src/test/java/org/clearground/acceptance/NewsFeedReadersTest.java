// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.apptasticsoftware.rssreader.RssReader;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The news feed of the public site as two readers of others see it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NewsFeedReadersTest {

    private @Nullable Path site;

    @BeforeAll
    void publish(@TempDir Path directory) {
        site = directory.resolve("site");
        Clearground.run("demo", "--no-serve", "--data", directory.resolve("demo"))
                .with(0);
        Clearground.run("site", "--to", directory.resolve("site"), "--data", directory.resolve("demo"))
                .with(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"feed.xml", "feed.az.xml", "feed.ru.xml"})
    void bothReadersFindTheEditionWithItsPageAndItsMoment(String name) throws IOException, FeedException {
        var feed = Objects.requireNonNull(site).resolve(name);

        SyndEntry first;
        try (var content = Files.newInputStream(feed);
                var xml = new XmlReader(content)) {
            var entries = new SyndFeedInput().build(xml).getEntries();
            assertThat(entries).hasSize(1);
            first = entries.get(0);
        }
        try (var content = Files.newInputStream(feed);
                var items = new RssReader().read(content)) {
            var all = items.toList();
            assertThat(all).hasSize(1);
            var second = all.get(0);
            assertThat(second.getTitle()).hasValue(first.getTitle());
            assertThat(second.getGuid()).hasValue(first.getUri());
            assertThat(second.getLink()).hasValue(first.getLink());
            assertThat(second.getUpdatedZonedDateTime().orElseThrow().toInstant())
                    .isEqualTo(first.getUpdatedDate().toInstant());
        }
        assertThat(first.getTitle()).isNotBlank();
        assertThat(feed.resolveSibling(first.getLink()))
                .as("the page that the entry leads to")
                .exists();
        assertThat(first.getLink()).contains("editions/2024-W18-1/");
    }
}
