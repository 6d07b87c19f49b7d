// SPDX-License-Identifier: Apache-2.0
package org.clearground.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.geographiclib.Geodesic;
import org.clearground.geo.UnreadableGeometryException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * One position in any of the notations that maps, receivers and surveyors use, always on WGS 84:
 *
 * <ul>
 *   <li>degrees, latitude first, or in any order with letters: {@code 39.5938 46.7521}, {@code 39,5938 46,7521},
 *       {@code 39°35′37.7″N 46°45′07.6″E}, {@code N 39 35.63 E 46 45.13}, {@code 39°35′ с. ш. 46°45′ в. д.}
 *   <li>metres of a UTM zone: {@code 38 N 649753.42 4310354.18}, {@code 38T 500000mE 4649776mN}
 *   <li>the Military Grid Reference System: {@code 38SPK 49753 10354}; the middle of the square is meant
 *   <li>bearing and distance, once or several times, from one of these or from the point before:
 *       {@code 39.5938 46.7521 + 125.5° T 340 m}, {@code + 119.3° M(6.2°E) 340 m}; along the ellipsoid
 * </ul>
 *
 * <p>Nothing is guessed. {@code 38S} may mean the southern half or the band from 32° to 40° north, and a magnetic bearing
 * without its declination points nowhere: both are refused as {@link Reason#AMBIGUOUS}.
 *
 * @param accuracyMetres how far off it may be, where the notation says so
 */
public record WrittenPosition(Position position, OptionalDouble accuracyMetres) {

    private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";
    private static final Pattern DECIMAL_COMMA = Pattern.compile("(?<=\\d),(?=\\d)");
    private static final Pattern ANGLE = Pattern.compile("([+-]?)" + NUMBER + "(?:(?:\\s*°\\s*|\\s+)" + NUMBER
            + "(?:(?:\\s*'\\s*|\\s+)" + NUMBER + "\\s*\"?|\\s*')?|\\s*°)?");
    private static final String EITHER_MARK = "(\\d+(?:[.,]\\d+)?)";
    private static final Pattern LEG = Pattern.compile("\\+\\s*" + EITHER_MARK
            + "\\s*°?\\s*(?:(T(?:RUE)?)|M(?:AG(?:NETIC)?)?\\s*(?:\\(\\s*"
            + EITHER_MARK + "\\s*°?\\s*([EW])\\s*\\))?)\\s*" + EITHER_MARK + "\\s*M(?![A-Z])\\s*");
    private static final Pattern UTM = Pattern.compile(
            "(?:UTM\\s*)?(?:ZONE\\s*)?(\\d{1,2})\\s*(NORTH|SOUTH|[C-HJ-NP-X])[\\s,;]*(?:E\\s*)?0?(\\d{6}(?:\\.\\d+)?)"
                    + "\\s*(?:M?\\s*E)?[\\s,;]+(?:N\\s*)?(\\d{1,8}(?:\\.\\d+)?)\\s*(?:M?\\s*N)?");

    private static final int FARTHEST_METRES = 100_000;
    private static final int MOST_LEGS = 100;
    private static final int LONGEST = 10_000;
    private static final double BAND_TOLERANCE_DEGREES = 0.01;

    /**
     * Reads it.
     *
     * @param before the point before it in an outline, from which a text that begins with a bearing goes on; null if none
     * @throws UnreadableGeometryException with the reason, when it is no position or may be two
     */
    public static WrittenPosition read(String text, @Nullable Position before) throws UnreadableGeometryException {
        if (text.length() > LONGEST) {
            throw unreadable(Reason.NOT_A_GEOMETRY, text.substring(0, 40) + "…");
        }
        var plain = plain(text);
        var leg = LEG.matcher(plain);
        if (!leg.find()) {
            return readAlone(plain, text);
        }
        var base = plain.substring(0, leg.start()).strip();
        var start = base.isEmpty() ? before : WrittenGeometry.point(base, null);
        if (start == null) {
            throw unreadable(Reason.NOT_A_GEOMETRY, text);
        }
        return new WrittenPosition(walk(start, plain.substring(leg.start()), text), OptionalDouble.empty());
    }

    /**
     * One half of a position that stands in two columns: decimal degrees, or degrees with minutes and seconds.
     *
     * @param latitude whether it is the latitude; a letter that says otherwise is refused
     */
    public static double degrees(String text, boolean latitude) throws UnreadableGeometryException {
        var plain = DECIMAL_COMMA.matcher(plain(text)).replaceAll(".");
        var letters = letters(plain);
        if (letters.size() > 1 || plain.length() > 100) {
            throw unreadable(Reason.NOT_A_GEOMETRY, text);
        }
        if (letters.isEmpty()) {
            return angle(plain).orElseThrow(() -> unreadable(Reason.NOT_A_GEOMETRY, text));
        }
        var half = half(plain).orElseThrow(() -> unreadable(Reason.NOT_A_GEOMETRY, text));
        if (half.latitude() != latitude) {
            throw unreadable(Reason.NOT_A_GEOMETRY, text);
        }
        return half.degrees();
    }

    private static WrittenPosition readAlone(String plain, String text) throws UnreadableGeometryException {
        var square = GridReference.read(plain);
        if (square.isPresent()) {
            return new WrittenPosition(
                    square.get().middle(), OptionalDouble.of(square.get().accuracyMetres()));
        }
        var points = DECIMAL_COMMA.matcher(plain).replaceAll(".");
        var utm = UTM.matcher(points);
        return new WrittenPosition(utm.matches() ? ofUtm(utm) : ofAngles(points, text), OptionalDouble.empty());
    }

    /** Capitals, one kind of each mark, and the letters of the four quarters for their Russian names. */
    private static String plain(String text) {
        return text.strip()
                .toUpperCase(Locale.ROOT)
                .replaceAll("С\\.?\\s*Ш\\.?", "N")
                .replaceAll("Ю\\.?\\s*Ш\\.?", "S")
                .replaceAll("В\\.?\\s*Д\\.?", "E")
                .replaceAll("З\\.?\\s*Д\\.?", "W")
                .replaceAll("[º˚]", "°")
                .replaceAll("[’′ʹ´]", "'")
                .replaceAll("''|[″”“]", "\"")
                .replace('−', '-')
                .replaceAll("[\\u00A0\\u202F\\u2009\\t]", " ");
    }

    // ---- degrees ----------------------------------------------------------------------------------------------

    private record Half(boolean latitude, double degrees) {}

    private static Position ofAngles(String plain, String text) throws UnreadableGeometryException {
        var letters = letters(plain);
        int middle =
                switch (letters.size()) {
                    case 0 -> secondDegree(plain);
                    case 2 -> letters.get(0) == 0 ? letters.get(1) : letters.get(0) + 1;
                    default -> -1;
                };
        if (middle <= 0 || middle >= plain.length()) {
            throw unreadable(Reason.NOT_A_GEOMETRY, text);
        }
        var first = plain.substring(0, middle);
        var second = plain.substring(middle);
        if (letters.isEmpty()) {
            return WrittenGeometry.position(
                    angle(second).orElseThrow(() -> unreadable(Reason.NOT_A_GEOMETRY, text)),
                    angle(first).orElseThrow(() -> unreadable(Reason.NOT_A_GEOMETRY, text)));
        }
        var one = half(first).orElseThrow(() -> unreadable(Reason.NOT_A_GEOMETRY, text));
        var other = half(second).orElseThrow(() -> unreadable(Reason.NOT_A_GEOMETRY, text));
        if (one.latitude() == other.latitude()) {
            throw unreadable(Reason.NOT_A_GEOMETRY, text);
        }
        return one.latitude()
                ? WrittenGeometry.position(other.degrees(), one.degrees())
                : WrittenGeometry.position(one.degrees(), other.degrees());
    }

    private static List<Integer> letters(String plain) {
        var at = new ArrayList<Integer>();
        for (int i = 0; i < plain.length(); i++) {
            if (Character.isLetter(plain.charAt(i))) {
                at.add(i);
            }
        }
        return at;
    }

    /** Where the number before the second degree sign begins; −1 if there are not two. */
    private static int secondDegree(String plain) {
        int first = plain.indexOf('°');
        int second = first < 0 ? -1 : plain.indexOf('°', first + 1);
        if (second < 0 || plain.indexOf('°', second + 1) >= 0) {
            return -1;
        }
        int begin = second;
        while (begin > first + 1 && "0123456789.+-".indexOf(plain.charAt(begin - 1)) >= 0) {
            begin--;
        }
        return begin;
    }

    private static Optional<Half> half(String text) {
        var stripped = text.replaceAll("^[\\s,;]+|[\\s,;]+$", "");
        if (stripped.isEmpty()) {
            return Optional.empty();
        }
        boolean first = Character.isLetter(stripped.charAt(0));
        char letter = stripped.charAt(first ? 0 : stripped.length() - 1);
        if ("NSEW".indexOf(letter) < 0) {
            return Optional.empty();
        }
        var number = first ? stripped.substring(1) : stripped.substring(0, stripped.length() - 1);
        // A sign and a letter may contradict each other.
        if (number.contains("-") || number.contains("+")) {
            return Optional.empty();
        }
        boolean negative = letter == 'S' || letter == 'W';
        return angle(number).map(degrees -> new Half(letter == 'N' || letter == 'S', negative ? -degrees : degrees));
    }

    private static Optional<Double> angle(String text) {
        var angle = ANGLE.matcher(text.replaceAll("^[\\s,;]+|[\\s,;]+$", ""));
        if (!angle.matches()) {
            return Optional.empty();
        }
        var minutes = angle.group(3);
        var seconds = angle.group(4);
        boolean fractionsLast = (minutes == null || !angle.group(2).contains("."))
                && (seconds == null || minutes != null && !minutes.contains("."));
        double part = (minutes == null ? 0 : Double.parseDouble(minutes) / 60)
                + (seconds == null ? 0 : Double.parseDouble(seconds) / 3600);
        if (!fractionsLast
                || minutes != null && Double.parseDouble(minutes) >= 60
                || seconds != null && Double.parseDouble(seconds) >= 60) {
            return Optional.empty();
        }
        double degrees = Double.parseDouble(angle.group(2)) + part;
        return Optional.of("-".equals(angle.group(1)) ? -degrees : degrees);
    }

    // ---- metres of a zone -------------------------------------------------------------------------------------

    private static Position ofUtm(Matcher utm) throws UnreadableGeometryException {
        int zone = Integer.parseInt(utm.group(1));
        var letter = utm.group(2);
        if (letter.equals("S")) {
            throw unreadable(Reason.AMBIGUOUS, utm.group(1) + "S");
        }
        if (zone < 1 || zone > 60) {
            throw unreadable(Reason.OUT_OF_RANGE, utm.group());
        }
        boolean north = letter.equals("NORTH") || !letter.equals("SOUTH") && letter.charAt(0) >= 'N';
        var there = new UtmPosition(zone, north, Double.parseDouble(utm.group(3)), Double.parseDouble(utm.group(4)))
                .position();
        // N says "north" as often as it says the band from the equator to 8°.
        boolean band = letter.length() == 1 && !letter.equals("N");
        if (there.isEmpty()
                || band && !GridReference.isInBand(letter.charAt(0), there.get().latitude(), BAND_TOLERANCE_DEGREES)) {
            throw unreadable(Reason.OUT_OF_RANGE, utm.group());
        }
        return there.get();
    }

    // ---- bearing and distance ---------------------------------------------------------------------------------

    private static Position walk(Position start, String legs, String text) throws UnreadableGeometryException {
        var at = start;
        var leg = LEG.matcher(legs);
        int end = 0;
        for (int count = 0; end < legs.length(); count++) {
            if (!leg.find(end) || leg.start() != end || count == MOST_LEGS) {
                throw unreadable(Reason.NOT_A_GEOMETRY, text);
            }
            end = leg.end();
            double bearing = number(leg.group(1));
            double metres = number(leg.group(5));
            if (bearing > 360 || metres > FARTHEST_METRES) {
                throw unreadable(Reason.OUT_OF_RANGE, leg.group().strip());
            }
            if (leg.group(2) == null) {
                if (leg.group(3) == null) {
                    throw unreadable(Reason.AMBIGUOUS, leg.group().strip());
                }
                double declination = number(leg.group(3));
                if (declination > 180) {
                    throw unreadable(Reason.OUT_OF_RANGE, leg.group().strip());
                }
                bearing += "E".equals(leg.group(4)) ? declination : -declination;
            }
            var reached = Geodesic.WGS84.Direct(at.latitude(), at.longitude(), bearing, metres);
            at = WrittenGeometry.position(reached.lon2, reached.lat2);
        }
        return at;
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace(',', '.'));
    }

    private static UnreadableGeometryException unreadable(Reason reason, String detail) {
        return new UnreadableGeometryException(reason, detail);
    }
}
