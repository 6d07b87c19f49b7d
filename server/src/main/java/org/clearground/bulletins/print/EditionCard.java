// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.print;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.clearground.bulletins.Bulletin;
import org.clearground.bulletins.FigureDefinition;

/**
 * Draws an edition as a picture of {@value #WIDTH} × {@value #HEIGHT} pixels, the size in which social media show a link.
 * What is invented says so in the picture itself, because pictures travel without the page around them.
 */
final class EditionCard {

    static final int WIDTH = 1200;
    static final int HEIGHT = 630;

    private static final int EDGE = 56;
    private static final int SPACE = 28;
    private static final Color DARK = new Color(0x12525c);
    private static final Color INK = new Color(0x17252a);
    private static final Color QUIET = new Color(0x3f4d51);
    private static final Color WARNING = new Color(0x7a2a0b);

    /** Those of the sentence of the release. */
    private static final List<FigureDefinition> SHOWN = List.of(
            FigureDefinition.ANTI_TANK_MINES_FOUND,
            FigureDefinition.ANTI_PERSONNEL_MINES_FOUND,
            FigureDefinition.UNEXPLODED_ORDNANCE_FOUND,
            FigureDefinition.AREA_CLEARED_DECLARED);

    private final Bulletin bulletin;
    private final Wording wording;
    private final boolean fromTheRight;

    EditionCard(Bulletin bulletin, Wording wording) {
        this.bulletin = bulletin;
        this.wording = wording;
        this.fromTheRight = wording.words().direction().equals("rtl");
    }

    /** The picture as PNG. */
    byte[] print(String id, String standing) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var drawing = image.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        drawing.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        drawing.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        drawing.setColor(Color.WHITE);
        drawing.fillRect(0, 0, WIDTH, HEIGHT);
        drawing.setColor(bulletin.sample() ? WARNING : DARK);
        drawing.fillRect(0, 0, WIDTH, bulletin.sample() ? 52 : 14);
        int inside = WIDTH - 2 * EDGE;
        if (bulletin.sample()) {
            text(drawing, wording.say("edition.sample.short"), EDGE, 10, inside, 22, Font.BOLD, Color.WHITE, 1);
        }
        int below = text(
                drawing,
                wording.title(bulletin.period()),
                EDGE,
                bulletin.sample() ? 74 : 48,
                inside,
                42,
                Font.BOLD,
                DARK,
                2);
        below = text(drawing, wording.period(bulletin.period()), EDGE, below + 2, inside, 26, Font.PLAIN, QUIET, 1);
        int columnWidth = (inside - SPACE) / 2;
        for (int i = 0; i < SHOWN.size(); i++) {
            var figure = bulletin.figure(SHOWN.get(i));
            int column = i % 2;
            int left = EDGE + (fromTheRight ? 1 - column : column) * (columnWidth + SPACE);
            int top = below + 26 + i / 2 * 138;
            drawing.setColor(DARK);
            drawing.fillRect(fromTheRight ? left + columnWidth - 6 : left, top + 4, 6, 108);
            int inner = fromTheRight ? left : left + 24;
            text(drawing, wording.value(figure), inner, top - 6, columnWidth - 24, 56, Font.BOLD, INK, 1);
            text(
                    drawing,
                    wording.label(figure.definition()),
                    inner,
                    top + 66,
                    columnWidth - 24,
                    20,
                    Font.PLAIN,
                    QUIET,
                    2);
        }
        text(
                drawing,
                id + " · " + standing + " · " + wording.asOf(bulletin),
                EDGE,
                HEIGHT - 78,
                inside,
                16,
                Font.PLAIN,
                QUIET,
                1);
        text(
                drawing,
                wording.say("bulletin.caution") + " " + wording.credit(),
                EDGE,
                HEIGHT - 52,
                inside,
                16,
                Font.PLAIN,
                QUIET,
                2);
        drawing.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /**
     * Writes a text in lines of at most {@code width}, no more lines than {@code most}: letters become smaller until it fits.
     *
     * @return where the next text may begin
     */
    private int text(
            Graphics2D drawing, String text, int x, int y, int width, int size, int style, Color colour, int most) {
        for (int smaller = size; ; smaller--) {
            var lines = lines(drawing, text, font(text, style, smaller), width);
            if (lines.size() <= most || smaller <= 9) {
                drawing.setColor(colour);
                float at = y;
                for (var line : lines) {
                    at += line.getAscent();
                    line.draw(drawing, fromTheRight ? x + width - line.getAdvance() : x, at);
                    at += line.getDescent() + line.getLeading();
                }
                return Math.round(at);
            }
        }
    }

    private static List<TextLayout> lines(Graphics2D drawing, String text, Font font, int width) {
        var attributed = new AttributedString(text);
        attributed.addAttribute(TextAttribute.FONT, font);
        var measurer = new LineBreakMeasurer(attributed.getIterator(), drawing.getFontRenderContext());
        var lines = new java.util.ArrayList<TextLayout>();
        while (measurer.getPosition() < text.length()) {
            lines.add(measurer.nextLayout(width));
        }
        return lines;
    }

    private static Font font(String text, int style, float size) {
        var latin = Typefaces.of("NotoSans", style);
        return (latin.canDisplayUpTo(text) < 0 ? latin : Typefaces.of("NotoSansArabic", style)).deriveFont(size);
    }

    /** Read once: the letters of the PDF, so that a machine without any draws the same. */
    private static final class Typefaces {

        private static final Font LATIN = read("NotoSans-Regular");
        private static final Font LATIN_BOLD = read("NotoSans-Bold");
        private static final Font ARABIC = read("NotoSansArabic-Regular");
        private static final Font ARABIC_BOLD = read("NotoSansArabic-Bold");

        static Font of(String family, int style) {
            boolean bold = style == Font.BOLD;
            return family.equals("NotoSans") ? bold ? LATIN_BOLD : LATIN : bold ? ARABIC_BOLD : ARABIC;
        }

        private static Font read(String name) {
            try (var file =
                    Objects.requireNonNull(EditionCard.class.getResourceAsStream("/fonts/" + name + ".ttf"), name)) {
                return Font.createFont(Font.TRUETYPE_FONT, file);
            } catch (IOException | FontFormatException broken) {
                throw new IllegalStateException("the jar holds no typeface " + name, broken);
            }
        }
    }
}
