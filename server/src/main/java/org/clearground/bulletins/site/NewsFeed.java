// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.site;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.clearground.bulletins.Edition;
import org.clearground.bulletins.print.Wording;
import org.clearground.bulletins.site.SitePages.Shown;
import org.clearground.ledger.Ledger;

/** The newest editions as a news feed: Atom, RFC 4287. Its links are relative to where it lies. */
final class NewsFeed {

    private static final int MOST = 30;
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final UUID node;
    private final Wording wording;
    private final PublicSite site;

    NewsFeed(UUID node, Wording wording, PublicSite site) {
        this.node = node;
        this.wording = wording;
        this.site = site;
    }

    private static final Comparator<Shown> NEWEST_FIRST =
            Comparator.comparing((Shown shown) -> published(shown.edition())).reversed();

    private static java.time.Instant published(Edition edition) {
        var signed = edition.signed();
        return signed == null ? java.time.Instant.EPOCH : signed.at();
    }

    byte[] write() {
        var entries = site.all(wording, each -> true).stream()
                .sorted(NEWEST_FIRST)
                .limit(MOST)
                .toList();
        try {
            var out = new ByteArrayOutputStream();
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            feed(xml, entries);
            xml.writeEndDocument();
            xml.close();
            return out.toByteArray();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void feed(XMLStreamWriter xml, List<Shown> entries) throws XMLStreamException {
        var title = SiteFrame.title(wording.words());
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        xml.writeAttribute(XMLConstants.XML_NS_PREFIX, XMLConstants.XML_NS_URI, "lang", wording.language());
        text(xml, "id", id("feed"));
        text(xml, "title", title);
        text(xml, "updated", Ledger.written(published(entries.get(0).edition())));
        link(xml, "self", "application/atom+xml", "feed", ".xml");
        link(xml, "alternate", "text/html", "index", ".html");
        xml.writeStartElement("author");
        text(xml, "name", title);
        xml.writeEndElement();
        for (var entry : entries) {
            entry(xml, entry);
        }
        xml.writeEndElement();
    }

    private void entry(XMLStreamWriter xml, Shown shown) throws XMLStreamException {
        var edition = shown.edition();
        xml.writeStartElement("entry");
        text(xml, "id", id(edition.digest().hex()));
        text(xml, "title", shown.title() + " · " + wording.say("public.edition") + " " + edition.number());
        text(xml, "updated", Ledger.written(published(edition)));
        text(xml, "published", Ledger.written(published(edition)));
        link(xml, "alternate", "text/html", "editions/" + edition.id() + "/index", ".html");
        xml.writeStartElement("content");
        xml.writeAttribute("type", "html");
        xml.writeCharacters(site.article(edition, wording));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void link(XMLStreamWriter xml, String relation, String type, String page, String ending)
            throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", SiteFrame.name(wording.words(), page, wording.language(), ending));
    }

    private static void text(XMLStreamWriter xml, String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    /** The same for the same node, language and thing, for ever. */
    private String id(String thing) {
        var name = node + " " + wording.language() + " " + thing;
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
