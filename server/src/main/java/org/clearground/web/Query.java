// SPDX-License-Identifier: Apache-2.0
package org.clearground.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.clearground.access.Sight;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.Digest;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * What a request asks. Whatever cannot be read is refused in one sentence; blank is the same as not said, and
 * {@code known-at} the same as {@code known_at}.
 */
public final class Query {

    private final String path;
    private final Sight sight;
    private final Map<String, String> parameters = new LinkedHashMap<>();

    public Query(HttpServletRequest request) {
        this(request, "");
    }

    /**
     * A request that may choose many of something.
     *
     * @param many name of the one parameter that may be said more than once, or once with commas between its values
     */
    public Query(HttpServletRequest request, String many) {
        this.path = request.getRequestURI();
        this.sight = Visitor.of(request).sight();
        request.getParameterMap().forEach((written, values) -> {
            var name = written.replace('-', '_');
            if (name.equals(many) && !parameters.containsKey(name)) {
                parameters.put(name, String.join(",", values));
                return;
            }
            if (values.length > 1 || parameters.containsKey(name)) {
                throw wrong("\"" + name + "\" is said more than once");
            }
            if (!values[0].isBlank()) {
                parameters.put(name, values[0].strip());
            }
        });
    }

    /** Which records whoever asks may see. */
    public Sight sight() {
        return sight;
    }

    public Address here() {
        return new Address(path, parameters);
    }

    public @Nullable String language() {
        return parameters.get("lang");
    }

    /** Null if not said. */
    public @Nullable String text(String name) {
        return parameters.get(name);
    }

    /**
     * One of the words of an enum, in small letters or capitals.
     *
     * @param otherwise where nothing is said
     * @throws ProblemException if it is another word
     */
    public <E extends Enum<E>> E one(String name, E otherwise) {
        var said = text(name);
        if (said == null) {
            return otherwise;
        }
        var all = otherwise.getDeclaringClass().getEnumConstants();
        return Arrays.stream(all)
                .filter(each -> each.name().equalsIgnoreCase(said))
                .findFirst()
                .orElseThrow(() -> wrong(quoted(name) + " is \"" + said + "\"; it may be "
                        + Arrays.stream(all)
                                .map(each -> each.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }

    /** Null if not said. */
    public @Nullable LocalDate day(String name) {
        var text = parameters.get(name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw wrong(
                    quoted(name) + " is \"" + text + "\", which is no day; days are written 2024-04-29", unreadable);
        }
    }

    /** Null if not said. */
    public @Nullable Instant moment(String name) {
        var text = parameters.get(name);
        try {
            return text == null
                    ? null
                    : Instant.ofEpochMilli(Instant.parse(text).toEpochMilli());
        } catch (DateTimeParseException | ArithmeticException unreadable) {
            throw wrong(
                    quoted(name) + " is \"" + text + "\", which is no moment; moments are written 2024-05-06T08:00:00Z",
                    unreadable);
        }
    }

    /** A whole number; another one if not said. */
    public long whole(String name, long least, long most, long otherwise) {
        var text = parameters.get(name);
        try {
            long value = text == null ? otherwise : Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException unreadable) {
            throw wrong(quoted(name) + " is \"" + text + "\", which is no whole number", unreadable);
        }
        throw wrong(quoted(name) + " is " + text + "; it may be " + least + " to " + most);
    }

    /** The days from {@code from} to {@code to}. */
    public ReportingPeriod period() {
        var from = day("from");
        var to = day("to");
        if (from == null || to == null) {
            throw wrong("say which days: from=2024-04-29&to=2024-05-05");
        }
        try {
            return new ReportingPeriod(from, to);
        } catch (IllegalArgumentException backwards) {
            throw wrong(String.valueOf(backwards.getMessage()), backwards);
        }
    }

    /** Today in the country, as known now, if nobody says. */
    public AsOf asOf(Clock clock, ZoneId country) {
        var moment = moment("known_at");
        var knownAt = moment == null ? clock.instant() : moment;
        var day = day("valid_on");
        return new AsOf(day == null ? knownAt.atZone(country).toLocalDate() : day, knownAt);
    }

    /** A box in degrees of longitude and latitude, said as {@code bbox=west,south,east,north}; null if not said. */
    public @Nullable Envelope box() {
        var text = parameters.get("bbox");
        if (text == null) {
            return null;
        }
        var sentence = "\"bbox\" is no box; write west,south,east,north in degrees, for example 46.5,39.5,47.5,40.5";
        try {
            var sides = new ArrayList<Double>();
            for (var side : List.of(text.split(","))) {
                sides.add(Double.valueOf(side.strip()));
            }
            if (sides.size() == 4
                    && Math.abs(sides.get(0)) <= 180
                    && Math.abs(sides.get(2)) <= 180
                    && Math.abs(sides.get(1)) <= 90
                    && Math.abs(sides.get(3)) <= 90
                    && sides.get(0) <= sides.get(2)
                    && sides.get(1) <= sides.get(3)) {
                return new Envelope(sides.get(0), sides.get(2), sides.get(1), sides.get(3));
            }
        } catch (NumberFormatException unreadable) {
            throw wrong(sentence, unreadable);
        }
        throw wrong(sentence);
    }

    /** A week, month, quarter or year as it stands in a path. */
    public static ReportingPeriod named(String text) {
        try {
            return ReportingPeriod.named(text);
        } catch (IllegalArgumentException unreadable) {
            throw wrong(String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    /** A digest as it stands in a path. */
    public static Digest digest(String text) {
        try {
            return new Digest(text);
        } catch (IllegalArgumentException unreadable) {
            throw wrong(
                    "\"" + text + "\" is no SHA-256; one is written in 64 digits, 0 to 9 and a to f, in lower case",
                    unreadable);
        }
    }

    private static String quoted(String name) {
        return "\"" + name + "\"";
    }

    private static ProblemException wrong(String sentence) {
        return new ProblemException(ProblemCode.WRONG_CALL, sentence);
    }

    private static ProblemException wrong(String sentence, Exception cause) {
        return new ProblemException(ProblemCode.WRONG_CALL, sentence, cause);
    }
}
