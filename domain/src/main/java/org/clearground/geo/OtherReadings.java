// SPDX-License-Identifier: Apache-2.0
package org.clearground.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What positions that lie in the wrong place may have been before somebody or a programme read them wrongly. A reading
 * counts only if it puts every position where it should be.
 */
public final class OtherReadings {

    /** So many positions of an outline are tried; the rest would not tell more. */
    private static final int TRIED = 200;

    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(?:\\.\\d+)?");

    private OtherReadings() {}

    /** A reading that fits. */
    public record Candidate(Kind kind, int zone, Position first) {}

    /** How a position came to be in the wrong place. */
    public enum Kind {
        /** Latitude and longitude exchanged. */
        SWAPPED,
        /** Metres of a grid converted as those of the neighbouring UTM zone. */
        OTHER_ZONE,
        /** 39°59.30′ written as 39.5930. */
        MINUTES,
        /** Metres of a UTM zone where degrees were asked for. */
        METRES
    }

    /**
     * What degrees may have been.
     *
     * @param fits whether a position is where it should be
     */
    public static Optional<Candidate> ofDegrees(List<Position> positions, Predicate<Position> fits) {
        var tried = positions.size() > TRIED ? positions.subList(0, TRIED) : positions;
        var swapped = all(tried, Position::swapped, fits);
        if (swapped.isPresent()) {
            return swapped.map(first -> new Candidate(Kind.SWAPPED, 0, first));
        }
        int zone = tried.isEmpty() ? 0 : UtmPosition.zoneOf(tried.get(0).longitude());
        for (int other : new int[] {zone - 1, zone + 1}) {
            if (zone < 1 || other < 1 || other > 60) {
                continue;
            }
            // Metres that belong to the other zone were converted as if of this one.
            var there = all(tried, at -> UtmPosition.of(at, zone).inZone(other).position(), fits);
            if (there.isPresent()) {
                return there.map(first -> new Candidate(Kind.OTHER_ZONE, other, first));
            }
        }
        return all(tried, OtherReadings::fromMinutes, fits).map(first -> new Candidate(Kind.MINUTES, 0, first));
    }

    /** What a text may mean whose numbers are no degrees: metres of a UTM zone near where the position should be. */
    public static Optional<Candidate> ofMetres(String written, Position near, Predicate<Position> fits) {
        var numbers = new ArrayList<Double>();
        var pairsOnly = new ArrayList<Double>();
        var begin = written.strip();
        begin = begin.substring(0, Math.min(begin.length(), TRIED * 100));
        // Well-known text has commas between positions; elsewhere one between digits stands before decimals.
        boolean decimalCommas = !begin.isEmpty() && !Character.isLetter(begin.charAt(0));
        var found = NUMBER.matcher(decimalCommas ? begin.replaceAll("(?<=\\d),(?=\\d)", ".") : begin);
        while (found.find() && numbers.size() < 2 * TRIED) {
            numbers.add(Double.parseDouble(found.group()));
        }
        for (double number : numbers) {
            // Altitudes and accuracies, which may stand behind, are small.
            if (Math.abs(number) >= 100_000) {
                pairsOnly.add(number);
            }
        }
        if (pairsOnly.isEmpty() || pairsOnly.size() % 2 == 1) {
            return Optional.empty();
        }
        int zone = UtmPosition.zoneOf(near.longitude());
        boolean north = near.latitude() >= 0;
        for (int tried : new int[] {zone, zone - 1, zone + 1}) {
            for (boolean eastingFirst : new boolean[] {true, false}) {
                var there = tried < 1 || tried > 60
                        ? Optional.<Position>empty()
                        : allMetres(pairsOnly, tried, north, eastingFirst, fits);
                if (there.isPresent()) {
                    return there.map(first -> new Candidate(Kind.METRES, tried, first));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Position> allMetres(
            List<Double> numbers, int zone, boolean north, boolean eastingFirst, Predicate<Position> fits) {
        Position first = null;
        for (int i = 0; i + 1 < numbers.size(); i += 2) {
            double easting = numbers.get(eastingFirst ? i : i + 1);
            double northing = numbers.get(eastingFirst ? i + 1 : i);
            var at = new UtmPosition(zone, north, easting, northing).position();
            if (at.isEmpty() || !fits.test(at.get())) {
                return Optional.empty();
            }
            first = first == null ? at.get() : first;
        }
        return Optional.ofNullable(first);
    }

    private static Optional<Position> all(
            List<Position> positions, Function<Position, Optional<Position>> reading, Predicate<Position> fits) {
        Position first = null;
        for (var position : positions) {
            var there = reading.apply(position);
            if (there.isEmpty() || !fits.test(there.get())) {
                return Optional.empty();
            }
            first = first == null ? there.get() : first;
        }
        return Optional.ofNullable(first);
    }

    private static Optional<Position> fromMinutes(Position written) {
        double longitude = fromMinutes(written.longitude());
        double latitude = fromMinutes(written.latitude());
        return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90
                ? Optional.of(new Position(longitude, latitude))
                : Optional.empty();
    }

    /** NaN, which lies nowhere, where the decimals cannot be minutes. */
    private static double fromMinutes(double written) {
        double size = Math.abs(written);
        double degrees = Math.floor(size);
        double minutes = (size - degrees) * 100;
        return minutes < 60 ? Math.copySign(degrees + minutes / 60, written) : Double.NaN;
    }
}
