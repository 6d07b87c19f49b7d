// SPDX-License-Identifier: Apache-2.0
package org.clearground.geo;

import java.util.Locale;
import java.util.Optional;

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
        int band = Math.min(BANDS.length() - 1, (int) Math.floor((position.latitude() - SOUTHERNMOST) / 8));
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
