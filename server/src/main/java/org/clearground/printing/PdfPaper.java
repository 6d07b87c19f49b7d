// SPDX-License-Identifier: Apache-2.0
package org.clearground.printing;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.logging.Level;

/**
 * Prints a page as PDF/A-3U that is tagged as PDF/UA asks for: text that can be selected, searched and read aloud, in fonts
 * that it carries with it (Latin, Cyrillic, Greek, Arabic), pictures as vectors. Nothing is fetched: a page shows the
 * pictures that are handed over with it, and no others.
 */
public final class PdfPaper {

    /** Where a page finds its pictures: {@code <img src="picture:area.svg" alt="…"/>}. */
    private static final String PICTURES = "picture";

    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private static final List<Typeface> TYPEFACES = List.of(
            new Typeface("NotoSans-Regular.ttf", "Noto Sans", 400),
            new Typeface("NotoSans-Bold.ttf", "Noto Sans", 700),
            new Typeface("NotoSansArabic-Regular.ttf", "Noto Sans Arabic", 400),
            new Typeface("NotoSansArabic-Bold.ttf", "Noto Sans Arabic", 700));

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
    }

    private PdfPaper() {}

    private record Typeface(String file, String family, int weight) {

        InputStream open() {
            return Objects.requireNonNull(
                    PdfPaper.class.getResourceAsStream("/fonts/" + file), "the jar lacks the typeface " + file);
        }
    }

    /**
     * One document.
     *
     * @param page well-formed XHTML with its title, language and style
     * @param pictures SVG by the name under which the page shows it
     * @param made when, as the document says; the same page made at the same moment is numbered the same
     */
    public static byte[] print(String page, Map<String, String> pictures, Instant made) {
        var out = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_U)
                .usePdfUaAccessibility(true)
                .useColorProfile(COLOURS)
                .withProducer("Clearground");
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
                .useUnicodeBidiReorderer(new ICUBidiReorderer())
                .useSVGDrawer(new BatikSVGDrawer())
                .useProtocolsStreamImplementation((address) -> new Picture(pictures, address), PICTURES)
                .useExternalResourceAccessControl(
                        (address, type) -> address.startsWith(PICTURES + ":"),
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (address, type) -> address.startsWith(PICTURES + ":"),
                        ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        for (var typeface : TYPEFACES) {
            builder.useFont(typeface::open, typeface.family(), typeface.weight(), FontStyle.NORMAL, true);
        }
        builder.withHtmlContent(page, null);
        builder.toStream(out);
        try (var renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            var document = renderer.createPDFKeepOpen();
            try (document) {
                var moment = Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
                moment.setTimeInMillis(made.toEpochMilli());
                document.getDocumentInformation().setCreationDate(moment);
                document.getDocumentInformation().setModificationDate(moment);
                document.setDocumentId((long) Arrays.hashCode(page.getBytes(StandardCharsets.UTF_8)));
                document.save(out);
            }
        } catch (IOException unprintable) {
            throw new UncheckedIOException(unprintable);
        }
        return out.toByteArray();
    }

    /** A picture as the library reads it. */
    private record Picture(Map<String, String> pictures, String address) implements FSStream {

        @Override
        public InputStream getStream() {
            var name = address.substring(address.indexOf(':') + 1);
            return new ByteArrayInputStream(Objects.requireNonNull(pictures.get(name), () -> "no picture " + name)
                    .getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Reader getReader() {
            return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
        }
    }
}
