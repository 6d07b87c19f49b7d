// SPDX-License-Identifier: Apache-2.0
package org.clearground.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The one place that opens XML from outside, to be read event by event. Nothing in a file can make the reader fetch
 * another one, or grow: entities other than XML's own five are never resolved, and whoever reads refuses a document that
 * declares its type ({@link XMLStreamReader#DTD}) before anything of it is used.
 */
final class HardenedXml {

    private static final XMLInputFactory FACTORY = factory();
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private HardenedXml() {}

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        // JDK 17 has no limit and JDK 25 one of 100; whoever reads says how deep is too deep, on either in the same
        // words.
        factory.setProperty("jdk.xml.maxElementDepth", 0);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside the file is read");
        });
        return factory;
    }

    /** UTF-8, whatever its first line says: that was looked at before. */
    static XMLStreamReader open(InputStream utf8) throws IOException, XMLStreamException {
        var in = new PushbackInputStream(utf8, BYTE_ORDER_MARK.length);
        var start = in.readNBytes(BYTE_ORDER_MARK.length);
        if (!java.util.Arrays.equals(start, BYTE_ORDER_MARK)) {
            in.unread(start);
        }
        return FACTORY.createXMLStreamReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
}
