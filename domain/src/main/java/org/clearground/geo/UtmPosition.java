// SPDX-License-Identifier: Apache-2.0
package org.clearground.geo;

import java.util.Optional;

/**
 * A position in metres of a UTM zone on WGS 84.
 *
 * <p>Krüger's series to the fourth order in the third flattening (Karney 2011, <i>Transverse Mercator with an accuracy of
 * a few nanometers</i>, J. Geodesy 85, 475–485, equations 35 and 36): better than a millimetre far beyond a zone's edge.
 *
 * @param zone 1 to 60
 * @param north whether the northing counts from the equator
 */
public record UtmPosition(int zone, boolean north, double easting, double northing) {

    private static final double SCALE = 0.9996;
    private static final double FALSE_EASTING = 500_000;
    private static final double FALSE_NORTHING = 10_000_000;
    private static final double FLATTENING = 1 / 298.257223563;
    private static final double N = FLATTENING / (2 - FLATTENING);
    private static final double ECCENTRICITY = Math.sqrt(FLATTENING * (2 - FLATTENING));
    private static final double RADIUS = 6_378_137 / (1 + N) * (1 + N * N / 4 + N * N * N * N / 64);

    public UtmPosition {
        if (zone < 1 || zone > 60 || !Double.isFinite(easting) || !Double.isFinite(northing)) {
            throw new IllegalArgumentException("not in a UTM zone: " + zone + ", " + easting + ", " + northing);
        }
    }

    /** The zone that a longitude belongs to. */
    public static int zoneOf(double longitude) {
        return Math.min(60, (int) Math.floor((longitude + 180) / 6) + 1);
    }

    /**
     * The zone in which a position is written: that of its longitude, but for the wider zones around Norway and Svalbard.
     */
    public static int zoneOf(Position position) {
        double latitude = position.latitude();
        double longitude = position.longitude();
        if (latitude >= 56 && latitude < 64 && longitude >= 3 && longitude < 12) {
            return 32;
        }
        if (latitude >= 72 && latitude < 84 && longitude >= 0 && longitude < 42) {
            return longitude < 9 ? 31 : longitude < 21 ? 33 : longitude < 33 ? 35 : 37;
        }
        return zoneOf(longitude);
    }

    private static double centralMeridian(int zone) {
        return zone * 6.0 - 183;
    }

    /** The same position in metres of a zone, which may be a neighbour of its own. */
    public static UtmPosition of(Position position, int zone) {
        double latitude = Math.toRadians(position.latitude());
        double longitude = Math.toRadians(position.longitude() - centralMeridian(zone));
        double tangent = conformal(Math.tan(latitude));
        double xi = Math.atan2(tangent, Math.cos(longitude));
        double eta = asinh(Math.sin(longitude) / Math.hypot(tangent, Math.cos(longitude)));
        double northing = xi;
        double easting = eta;
        for (int k = 1; k <= 4; k++) {
            northing += alpha(k) * Math.sin(2 * k * xi) * Math.cosh(2 * k * eta);
            easting += alpha(k) * Math.cos(2 * k * xi) * Math.sinh(2 * k * eta);
        }
        boolean north = position.latitude() >= 0;
        return new UtmPosition(
                zone,
                north,
                FALSE_EASTING + SCALE * RADIUS * easting,
                SCALE * RADIUS * northing + (north ? 0 : FALSE_NORTHING));
    }

    /** The same metres counted in another zone. */
    public UtmPosition inZone(int other) {
        return new UtmPosition(other, north, easting, northing);
    }

    /** Where that is; empty where the metres lie outside anything that a zone could mean. */
    public Optional<Position> position() {
        if (easting < 0 || easting > 1_000_000 || northing < 0 || northing > 10_000_000) {
            return Optional.empty();
        }
        double xi = (northing - (north ? 0 : FALSE_NORTHING)) / (SCALE * RADIUS);
        double eta = (easting - FALSE_EASTING) / (SCALE * RADIUS);
        double xiBack = xi;
        double etaBack = eta;
        for (int k = 1; k <= 4; k++) {
            xiBack -= beta(k) * Math.sin(2 * k * xi) * Math.cosh(2 * k * eta);
            etaBack -= beta(k) * Math.cos(2 * k * xi) * Math.sinh(2 * k * eta);
        }
        double tangent = Math.sin(xiBack) / Math.hypot(Math.sinh(etaBack), Math.cos(xiBack));
        double latitude = Math.toDegrees(Math.atan(geodetic(tangent)));
        double longitude = centralMeridian(zone) + Math.toDegrees(Math.atan2(Math.sinh(etaBack), Math.cos(xiBack)));
        return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90
                ? Optional.of(new Position(longitude, latitude))
                : Optional.empty();
    }

    /** From the tangent of the geodetic latitude to that of the conformal one. */
    private static double conformal(double tangent) {
        double sigma = Math.sinh(ECCENTRICITY * atanh(ECCENTRICITY * tangent / Math.hypot(1, tangent)));
        return tangent * Math.hypot(1, sigma) - sigma * Math.hypot(1, tangent);
    }

    /** The way back, by Newton's method. */
    private static double geodetic(double conformal) {
        double tangent = conformal;
        for (int i = 0; i < 6; i++) {
            double here = conformal(tangent);
            double step = (conformal - here)
                    / Math.hypot(1, here)
                    * (1 + (1 - ECCENTRICITY * ECCENTRICITY) * tangent * tangent)
                    / ((1 - ECCENTRICITY * ECCENTRICITY) * Math.hypot(1, tangent));
            tangent += step;
            if (Math.abs(step) < 1e-14 * Math.max(1, Math.abs(tangent))) {
                break;
            }
        }
        return tangent;
    }

    private static double alpha(int k) {
        return switch (k) {
            case 1 -> N / 2 - 2 * N * N / 3 + 5 * N * N * N / 16 + 41 * N * N * N * N / 180;
            case 2 -> 13 * N * N / 48 - 3 * N * N * N / 5 + 557 * N * N * N * N / 1440;
            case 3 -> 61 * N * N * N / 240 - 103 * N * N * N * N / 140;
            default -> 49561 * N * N * N * N / 161280;
        };
    }

    private static double beta(int k) {
        return switch (k) {
            case 1 -> N / 2 - 2 * N * N / 3 + 37 * N * N * N / 96 - N * N * N * N / 360;
            case 2 -> N * N / 48 + N * N * N / 15 - 437 * N * N * N * N / 1440;
            case 3 -> 17 * N * N * N / 480 - 37 * N * N * N * N / 840;
            default -> 4397 * N * N * N * N / 161280;
        };
    }

    private static double asinh(double value) {
        double size = Math.abs(value);
        return Math.copySign(Math.log1p(size + size * size / (Math.hypot(1, size) + 1)), value);
    }

    private static double atanh(double value) {
        return 0.5 * (Math.log1p(value) - Math.log1p(-value));
    }
}
