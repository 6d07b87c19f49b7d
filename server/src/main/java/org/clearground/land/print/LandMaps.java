// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.print;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearground.land.Account;
import org.clearground.land.GroundFlag;
import org.clearground.land.HazardClass;
import org.clearground.land.LandBalance.Dimension;
import org.clearground.land.Movement;
import org.clearground.land.PointLead;
import org.clearground.land.print.GroundMap.Disc;
import org.clearground.land.print.GroundMap.Layer;
import org.clearground.land.print.GroundMap.Look;
import org.clearground.land.print.GroundMap.Mark;
import org.clearground.land.print.GroundMap.Sample;
import org.clearground.land.store.LandGround.Traced;
import org.clearground.packs.Words;
import org.clearground.places.store.PlaceRegister;
import org.clearground.storage.Transaction;
import org.clearground.time.ReportingPeriod;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;

/** The maps of the area ledger: before, between and after a period, and of ground by its state. */
public final class LandMaps {

    /** Ground of more pieces than these is not drawn: narrow the question. */
    public static final long MOST_PIECES = 20_000;

    private static final int PANEL_WIDTH = 400;
    private static final int PANEL_HEIGHT = 320;
    private static final int WIDE = 820;
    private static final int TALL = 520;
    private static final List<Movement> MOVEMENTS = List.of(
            Movement.FOUND, Movement.ADDED, Movement.REOPENED, Movement.CANCELLED, Movement.REDUCED, Movement.CLEARED);

    private final Transaction transaction;
    private final Words words;

    public LandMaps(Transaction transaction, Words words) {
        this.transaction = transaction;
        this.words = words;
    }

    /** One map of a picture. */
    public record Panel(String title, String svg) {}

    /**
     * Maps of one place with one legend.
     *
     * @param enlarged whether ground is drawn larger than it is
     */
    public record Picture(List<Panel> panels, List<Sample> legend, boolean enlarged) {
        public Picture {
            panels = List.copyOf(panels);
            legend = List.copyOf(legend);
        }
    }

    /** Which part of a balance is asked for: all, or one line of its breakdown. */
    public record Part(Dimension dimension, @Nullable String item) {

        boolean has(PointLead lead) {
            return switch (dimension) {
                case NONE -> true;
                case DISTRICT -> item == null || item.equals(lead.district());
                case ORGANISATION -> item == null || item.equals(lead.organisation());
                case PURPOSE, METHOD -> item == null;
            };
        }

        boolean has(String district, @Nullable Account account) {
            if (item == null || dimension == Dimension.NONE) {
                return true;
            }
            if (dimension == Dimension.DISTRICT) {
                return item.equals(district);
            }
            return account != null
                    && item.equals(
                            switch (dimension) {
                                case NONE, DISTRICT -> "";
                                case ORGANISATION -> account.organisation();
                                case PURPOSE -> account.purpose() == null ? "" : account.purpose();
                                case METHOD -> account.method() == null ? "" : account.method();
                            });
        }
    }

    /** Square metres and the ground they are of. */
    private static final class Counted {
        private long squareMetres;
        private final List<MultiPolygon> grounds = new ArrayList<>();

        void add(Traced traced) {
            squareMetres += traced.piece().area().value();
            grounds.add(traced.piece().ground());
        }
    }

    /**
     * Opening, what changed, closing. Empty where no ground is hazardous or was and there is no lead.
     *
     * @param atOpening leads that are points and stand then
     * @param atClosing the same at the end
     */
    public Optional<Picture> balance(
            List<Traced> pieces,
            ReportingPeriod period,
            Part part,
            List<PointLead> atOpening,
            List<PointLead> atClosing) {
        var opening = new EnumMap<HazardClass, Counted>(HazardClass.class);
        var closing = new EnumMap<HazardClass, Counted>(HazardClass.class);
        var moved = new EnumMap<Movement, Counted>(Movement.class);
        for (var traced : pieces) {
            standing(opening, traced, traced.timeline().statusOn(period.from().minusDays(1)), part);
            standing(closing, traced, traced.timeline().statusOn(period.to()), part);
            for (var posting : traced.timeline().postings()) {
                if (MOVEMENTS.contains(posting.movement())
                        && period.contains(posting.on())
                        && part.has(traced.piece().district(), posting.account())) {
                    moved.computeIfAbsent(posting.movement(), any -> new Counted())
                            .add(traced);
                }
            }
        }
        var before = standingLayers(opening);
        var after = standingLayers(closing);
        var between = new ArrayList<Layer>();
        between.add(new Layer(
                Look.CONTEXT,
                words.say("land.map.context"),
                opening.values().stream()
                        .flatMap(counted -> counted.grounds.stream())
                        .toList()));
        for (var movement : MOVEMENTS) {
            var counted = moved.get(movement);
            if (counted != null) {
                between.add(new Layer(
                        Look.valueOf(movement.name()),
                        words.say("movement." + movement) + ": " + words.inSquareMetres(counted.squareMetres),
                        counted.grounds));
            }
        }
        var all = new ArrayList<Layer>();
        all.addAll(before);
        all.addAll(between);
        all.addAll(after);
        var discs = List.of(
                discs(atOpening.stream().filter(part::has).toList()),
                List.<Disc>of(),
                discs(atClosing.stream().filter(part::has).toList()));
        var extent = extent(all, discs.stream().flatMap(List::stream).toList());
        if (extent.isNull()) {
            return Optional.empty();
        }
        var map = map("balance", PANEL_WIDTH, PANEL_HEIGHT, extent);
        var titles = List.of(
                titled("land.map.opening", opening.values()),
                words.say("land.map.between"),
                titled("land.map.closing", closing.values()));
        var layers = List.of(before, between, after);
        var panels = new ArrayList<Panel>();
        boolean enlarged = false;
        for (int i = 0; i < titles.size(); i++) {
            var drawn = map.draw(String.valueOf(i + 1), titles.get(i), layers.get(i), List.of(), discs.get(i));
            enlarged |= drawn.enlarged();
            panels.add(new Panel(titles.get(i), drawn.svg()));
        }
        return Optional.of(new Picture(
                panels,
                legend("balance", all, discs.stream().flatMap(List::stream).toList()),
                enlarged));
    }

    private String titled(String key, java.util.Collection<Counted> grounds) {
        return words.say(key) + ": "
                + words.inSquareMetres(grounds.stream()
                        .mapToLong(counted -> counted.squareMetres)
                        .sum());
    }

    private static void standing(
            Map<HazardClass, Counted> classes, Traced traced, org.clearground.land.GroundStatus status, Part part) {
        var hazardClass = status.hazardClass();
        if (status.inBalance() && hazardClass != null && part.has(traced.piece().district(), status.account())) {
            classes.computeIfAbsent(hazardClass, any -> new Counted()).add(traced);
        }
    }

    private List<Layer> standingLayers(Map<HazardClass, Counted> classes) {
        return classes.entrySet().stream()
                .map(entry -> new Layer(
                        Look.valueOf(entry.getKey().name()),
                        words.say("hazardclass." + entry.getKey()),
                        entry.getValue().grounds))
                .toList();
    }

    /** How ground of a state looks. */
    public static Look look(org.clearground.land.GroundStatus status) {
        return switch (status.state()) {
            case SUSPECTED -> Look.SUSPECTED;
            case CONFIRMED -> Look.CONFIRMED;
            case UNDER_WORK -> Look.UNDER_WORK;
            case CLEARED_PENDING_QC -> Look.AWAITING_INSPECTION;
            case CANCELLED -> Look.CANCELLED;
            case REDUCED -> Look.REDUCED;
            case CLEARED -> Look.CLEARED;
            case RELEASED -> Look.RELEASED;
            case REOPENED -> Look.REOPENED;
            case UNRECORDED, LEAD, DISMISSED -> Look.OTHER;
        };
    }

    /** Ground with its state. */
    public record Standing(MultiPolygon ground, org.clearground.land.GroundStatus status) {}

    /** Ground by its state, with points on it. Empty where there is none. */
    public Optional<Picture> states(
            String id, String title, List<Standing> grounds, List<Mark> marks, List<PointLead> leads) {
        return picture(id, title, layers(grounds), marks, discs(leads));
    }

    private List<Layer> layers(List<Standing> grounds) {
        var looks = new EnumMap<Look, List<MultiPolygon>>(Look.class);
        var labels = new EnumMap<Look, String>(Look.class);
        for (var standing : grounds) {
            var look = look(standing.status());
            looks.computeIfAbsent(look, any -> new ArrayList<>()).add(standing.ground());
            labels.putIfAbsent(
                    look,
                    look == Look.OTHER
                            ? words.say("land.map.other")
                            : words.say("state." + standing.status().state()));
        }
        var layers = new ArrayList<Layer>();
        looks.forEach((look, pieces) -> layers.add(new Layer(look, labels.getOrDefault(look, ""), pieces)));
        layers.addAll(flags(grounds));
        return layers;
    }

    /**
     * What is on record at a place, and beside it, at the same scale, what a decision would change there. Empty where
     * the decision speaks of no ground.
     *
     * @param searched ground that counts as searched
     */
    public Optional<Picture> nowAndThen(String id, List<Standing> now, List<MultiPolygon> searched, List<Layer> then) {
        var extent = extent(then, List.of());
        if (extent.isNull()) {
            return Optional.empty();
        }
        var before = new ArrayList<Layer>();
        before.add(new Layer(Look.OTHER, words.say("movement.WORKED"), searched));
        before.addAll(layers(now));
        before.add(new Layer(
                Look.CONTEXT,
                words.say("review.map.outline"),
                then.stream().flatMap(layer -> layer.grounds().stream()).toList()));
        var map = map(id, PANEL_WIDTH, PANEL_HEIGHT, extent);
        var titles = List.of(words.say("review.map.now"), words.say("land.effects"));
        var shown = List.of(before, then);
        var panels = new ArrayList<Panel>();
        boolean enlarged = false;
        for (int i = 0; i < titles.size(); i++) {
            var drawn = map.draw(String.valueOf(i + 1), titles.get(i), shown.get(i), List.of(), List.of());
            enlarged |= drawn.enlarged();
            panels.add(new Panel(titles.get(i), drawn.svg()));
        }
        var all = new ArrayList<Layer>(before);
        all.addAll(then);
        return Optional.of(new Picture(panels, legend(id, all, List.of()), enlarged));
    }

    /** The signs of flags, over the hatching of the states. */
    private List<Layer> flags(List<Standing> grounds) {
        var layers = new ArrayList<Layer>();
        for (var flag : GroundFlag.values()) {
            var flagged = grounds.stream()
                    .filter(standing -> standing.status().flags().standing().contains(flag))
                    .map(Standing::ground)
                    .toList();
            if (!flagged.isEmpty()) {
                layers.add(new Layer(look(flag), FlagText.name(words, flag), flagged));
            }
        }
        return layers;
    }

    private static Look look(GroundFlag flag) {
        return switch (flag) {
            case SUSPENDED -> Look.FLAGGED_SUSPENDED;
            case INACCESSIBLE -> Look.FLAGGED_INACCESSIBLE;
            case RESTRICTED_USE -> Look.FLAGGED_RESTRICTED_USE;
            case RESIDUAL_MONITORING -> Look.FLAGGED_RESIDUAL_MONITORING;
        };
    }

    /** One map of layers. Empty where there is no ground. */
    public Optional<Picture> picture(String id, String title, List<Layer> layers, List<Mark> marks) {
        return picture(id, title, layers, marks, List.of());
    }

    private Optional<Picture> picture(String id, String title, List<Layer> layers, List<Mark> marks, List<Disc> discs) {
        var extent = extent(layers, discs);
        if (extent.isNull()) {
            return Optional.empty();
        }
        var drawn = map(id, WIDE, TALL, extent).draw("1", title, layers, marks, discs);
        return Optional.of(
                new Picture(List.of(new Panel(title, drawn.svg())), legend(id, layers, discs), drawn.enlarged()));
    }

    private List<Sample> legend(String id, List<Layer> layers, List<Disc> discs) {
        var samples = new ArrayList<>(GroundMap.legend(id, layers));
        if (!discs.isEmpty()) {
            samples.add(GroundMap.legendOfDiscs(id, words.say("land.map.lead")));
        }
        return samples;
    }

    /** Those that stand; one that ended is on the map by what was concluded of it, or not at all. */
    private static List<Disc> discs(List<PointLead> leads) {
        return leads.stream()
                .filter(lead -> lead.ended() == null)
                .map(lead -> new Disc(lead.place(), lead.fadeOutMetres()))
                .toList();
    }

    /** One small map of layers. */
    public Optional<Picture> small(String id, String title, List<Layer> layers) {
        var extent = extent(layers, List.of());
        if (extent.isNull()) {
            return Optional.empty();
        }
        var drawn = map(id, PANEL_WIDTH, PANEL_HEIGHT * 3 / 4, extent).draw("1", title, layers, List.of(), List.of());
        return Optional.of(
                new Picture(List.of(new Panel(title, drawn.svg())), GroundMap.legend(id, layers), drawn.enlarged()));
    }

    private GroundMap map(String id, int width, int height, Envelope extent) {
        // Wider than the ground, since the frame is; borders beyond it are clipped.
        var around = new Envelope(extent);
        double margin = Math.max(0.002, Math.max(extent.getWidth(), extent.getHeight()));
        around.expandBy(margin);
        return new GroundMap(id, width, height, extent, PlaceRegister.districtsMeeting(transaction, around), words);
    }

    private static Envelope extent(List<Layer> layers, List<Disc> discs) {
        var grounds = new ArrayList<Geometry>();
        layers.forEach(layer -> grounds.addAll(layer.grounds()));
        var extent = GroundMap.extent(grounds);
        extent.expandToInclude(GroundMap.extentOf(discs));
        return extent;
    }
}
