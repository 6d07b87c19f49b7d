// SPDX-License-Identifier: Apache-2.0
package org.clearground.geo;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A position as it is read off a printed map: metres of its UTM zone, and the reference of the Military Grid Reference
 * System to the metre (NGA.STND.0037, <i>Universal Grids and Grid Reference Systems</i>). Both on WGS 84.
 *
 * <p>Between 80° south and 84° north; nearer to the poles maps have another grid, and there is none here.
 *
 * @param utm in the zone of the map
 * @param mgrs such as {@code 38SPK4975310354}; its metres are cut off, not rounded, as the standard has it
 */
public record GridReference(UtmPosition utm, String mgrs) {

    private static final String BANDS = "CDEFGHJKLMNPQRSTUVWX";
    private static final String[] COLUMNS = {"ABCDEFGH", "JKLMNPQR", "STUVWXYZ"};
    private static final String ROWS = "ABCDEFGHJKLMNPQRSTUV";
    private static final int SQUARE_METRES_WIDE = 100_000;

    /** Rows of even zones begin so many letters later. */
    private static final int SHIFT_OF_EVEN_ZONES = 5;

    private static final int ROWS_REPEAT_METRES = ROWS.length() * SQUARE_METRES_WIDE;
    private static final int DIGITS_TO_THE_METRE = 5;
    private static final int BAND_DEGREES = 8;
    private static final double METRES_PER_DEGREE = 111_000;
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,2})([A-Z])([A-Z])([A-Z])((?:\\d\\d){1,5})");

    private static final double SOUTHERNMOST = -80;
    private static final double NORTHERNMOST = 84;

    /** The reference of a position; empty near the poles. */
    public static Optional<GridReference> of(Position position) {
        if (position.latitude() < SOUTHERNMOST || position.latitude() > NORTHERNMOST) {
            return Optional.empty();
        }
        int zone = UtmPosition.zoneOf(position);
        var utm = UtmPosition.of(position, zone);
        long easting = wholeMetres(utm.easting());
        long northing = wholeMetres(utm.northing());
        int band = Math.min(BANDS.length() - 1, (int) Math.floor((position.latitude() - SOUTHERNMOST) / BAND_DEGREES));
        int column = (int) (easting / SQUARE_METRES_WIDE) - 1;
        int row = (int) (northing / SQUARE_METRES_WIDE) + (zone % 2 == 0 ? SHIFT_OF_EVEN_ZONES : 0);
        var mgrs = String.format(
                Locale.ROOT,
                "%d%c%c%c%05d%05d",
                zone,
                BANDS.charAt(band),
                COLUMNS[(zone - 1) % COLUMNS.length].charAt(column),
                ROWS.charAt(row % ROWS.length()),
                easting % SQUARE_METRES_WIDE,
                northing % SQUARE_METRES_WIDE);
        return Optional.of(new GridReference(utm, mgrs));
    }

    /**
     * A square that a reference names.
     *
     * @param accuracyMetres from its middle to its corners
     */
    public record Square(Position middle, double accuracyMetres) {}

    /**
     * Reads a reference of 2 to 10 digits, with blanks or without, in capitals. Empty if it is none, or if its letters
     * contradict each other.
     */
    public static Optional<Square> read(String mgrs) {
        var written = WRITTEN.matcher(mgrs.replace(" ", ""));
        if (!written.matches()) {
            return Optional.empty();
        }
        int zone = Integer.parseInt(written.group(1));
        int band = BANDS.indexOf(written.group(2));
        int row = ROWS.indexOf(written.group(4));
        int column = zone < 1 || zone > 60
                ? -1
                : COLUMNS[(zone - 1) % COLUMNS.length].indexOf(written.group(3).charAt(0));
        if (band < 0 || row < 0 || column < 0) {
            return Optional.empty();
        }
        int digits = written.group(5).length() / 2;
        double size = Math.pow(10, DIGITS_TO_THE_METRE - digits);
        double easting = (column + 1) * SQUARE_METRES_WIDE
                + (Integer.parseInt(written.group(5).substring(0, digits)) + 0.5) * size;
        int shifted = Math.floorMod(row - (zone % 2 == 0 ? SHIFT_OF_EVEN_ZONES : 0), ROWS.length());
        double inSquare = (Integer.parseInt(written.group(5).substring(digits)) + 0.5) * size;
        // The letters of rows come again every 2000 km; only one of them lies in the band.
        for (double northing = shifted * SQUARE_METRES_WIDE + inSquare;
                northing < 10_000_000;
                northing += ROWS_REPEAT_METRES) {
            var middle = new UtmPosition(zone, written.group(2).charAt(0) >= 'N', easting, northing).position();
            if (middle.isPresent()
                    && isInBand(written.group(2).charAt(0), middle.get().latitude(), size / METRES_PER_DEGREE)) {
                return Optional.of(new Square(middle.get(), size / Math.sqrt(2)));
            }
        }
        return Optional.empty();
    }

    /** Whether a latitude lies in the band of a letter, or not farther outside than a tolerance in degrees. */
    static boolean isInBand(char letter, double latitude, double tolerance) {
        int band = BANDS.indexOf(letter);
        double south = SOUTHERNMOST + band * (double) BAND_DEGREES;
        double north = band == BANDS.length() - 1 ? NORTHERNMOST : south + BAND_DEGREES;
        return band >= 0 && latitude >= south - tolerance && latitude <= north + tolerance;
    }

    /** Cut off; what lacks less than half a millimetre of a metre is the error of the reckoning, not of the place. */
    private static long wholeMetres(double metres) {
        return Math.floorDiv(Math.round(metres * 1000), 1000L);
    }

    /**
     * Zone and hemisphere, easting and northing: {@code 38 N 649753.42 4310354.18}. The letter is the hemisphere, not the
     * band of latitude.
     */
    public String written() {
        return String.format(
                Locale.ROOT, "%d %s %.2f %.2f", utm.zone(), utm.north() ? "N" : "S", utm.easting(), utm.northing());
    }
}
