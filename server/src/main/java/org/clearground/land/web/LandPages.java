// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.clearground.geo.Position;
import org.clearground.land.BalanceLine;
import org.clearground.land.Claim;
import org.clearground.land.DeclaredLine;
import org.clearground.land.GroundAlert;
import org.clearground.land.GroundHistory;
import org.clearground.land.LandBalance;
import org.clearground.land.LandBalance.Classes;
import org.clearground.land.LandBalance.Dimension;
import org.clearground.land.LandState;
import org.clearground.land.Movement;
import org.clearground.land.OverdueGround;
import org.clearground.land.PointLead;
import org.clearground.land.QualityVisit;
import org.clearground.land.ReconciliationCase;
import org.clearground.land.print.AlertPrinter;
import org.clearground.land.print.BalanceRows;
import org.clearground.land.print.CertificateJson;
import org.clearground.land.print.CertificatePage;
import org.clearground.land.print.DistrictMap;
import org.clearground.land.print.FollowUpWords;
import org.clearground.land.print.ItemNames;
import org.clearground.land.print.LandMaps.Part;
import org.clearground.land.print.LandMaps.Picture;
import org.clearground.land.store.HazardLines.HazardLine;
import org.clearground.land.store.LandEffects;
import org.clearground.packs.Words;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;
import org.clearground.web.Frame;
import org.jspecify.annotations.Nullable;

/** What the templates of the area ledger show. For them only. */
public final class LandPages {

    /** What the address of the history of a place begins with. */
    static final String HISTORY_AT = "/land/history?at=";

    private LandPages() {}

    /** A link to another page of the area ledger, or that narrows this one. */
    public record Choice(String label, boolean chosen, String link) {}

    /** The pages of the area ledger that whoever reads may open; the one that is open is marked. */
    public static List<Choice> pages(Frame frame) {
        var here = frame.here() == null ? "" : frame.here().path();
        return Stream.of("", "declared", "cases", "alerts", "hazards", "history", "visits", "overdue", "verify")
                .filter(name -> frame.opens(path(name)))
                .map(name -> new Choice(
                        frame.say("land.page." + (name.isEmpty() ? "balance" : name)),
                        here.equals(path(name)),
                        frame.link(path(name))))
                .toList();
    }

    private static String path(String name) {
        return name.isEmpty() ? "/land" : "/land/" + name;
    }

    /**
     * The whole balance with its map.
     *
     * @param districts the sums of districts on a map, in place of the pieces; null where the pieces are drawn
     */
    public record BalancePage(
            LandBalance balance,
            Classes shown,
            Part part,
            List<Integer> years,
            @Nullable Picture picture,
            @Nullable DistrictMap districts,
            Frame frame) {

        public BalancePage {
            years = List.copyOf(years);
        }

        /** A row in every column. */
        public record Row(String sign, String label, List<String> cells) {}

        private Words words() {
            return frame.words();
        }

        public String subject() {
            var item = part.item();
            return item == null ? "" : ItemNames.of(words(), part.dimension(), item);
        }

        public List<Row> rows() {
            return rows(BalanceRows.ALL);
        }

        public List<Row> beside() {
            return rows(BalanceRows.BESIDE);
        }

        private List<Row> rows(List<BalanceRows.Row> rows) {
            return rows.stream()
                    .map(row -> new Row(row.sign(), words().say(row.key()), cells(row)))
                    .toList();
        }

        private List<String> cells(BalanceRows.Row row) {
            long total = row.value().applyAsLong(shown.total());
            return List.of(
                    BalanceRows.number(words(), row.value().applyAsLong(shown.suspected())),
                    BalanceRows.number(words(), row.value().applyAsLong(shown.confirmed())),
                    BalanceRows.number(words(), total),
                    (total < 0 ? "−" : "") + words().hectares(Math.abs(total)));
        }

        public List<String> columns() {
            return BalanceRows.ALL.stream().map(row -> words().say(row.key())).toList();
        }

        /** A line of the breakdown. */
        public record Line(String name, String link, List<String> cells) {}

        public List<Line> lines() {
            return balance.lines().stream()
                    .filter(line -> BalanceRows.ALL.stream()
                            .anyMatch(row ->
                                    row.value().applyAsLong(line.classes().total()) != 0))
                    .map(line -> new Line(
                            ItemNames.of(words(), balance.dimension(), line.key()),
                            frame.with("item", line.key().isEmpty() ? "-" : line.key()),
                            cells(line.classes().total())))
                    .toList();
        }

        public List<String> sums() {
            return cells(balance.total().total());
        }

        private List<String> cells(BalanceLine line) {
            return BalanceRows.ALL.stream()
                    .map(row -> BalanceRows.number(words(), row.value().applyAsLong(line)))
                    .toList();
        }

        public List<Choice> splits() {
            return Arrays.stream(Dimension.values())
                    .filter(dimension -> dimension != Dimension.NONE)
                    .map(dimension -> new Choice(
                            words().say("land.by." + dimension),
                            balance.dimension() == dimension,
                            link(here -> here.with("item", null)
                                    .with("by", dimension.name().toLowerCase(Locale.ROOT)))))
                    .toList();
        }

        public List<Choice> periods() {
            var choices = new ArrayList<Choice>();
            for (int year : years) {
                var whole =
                        new ReportingPeriod(java.time.LocalDate.of(year, 1, 1), java.time.LocalDate.of(year, 12, 31));
                choices.add(new Choice(
                        String.valueOf(year), balance.period().equals(whole), link(here -> here.with("valid_on", null)
                                .with("from", whole.from().toString())
                                .with("to", whole.to().toString()))));
            }
            return choices;
        }

        /** All lines again. */
        public String wider() {
            return frame.with("item", null);
        }

        private String link(java.util.function.UnaryOperator<org.clearground.web.Address> change) {
            var here = frame.here();
            return here == null
                    ? ""
                    : change.apply(here).with("lang", words().language()).toString();
        }
    }

    /**
     * Declared against mapped against counted.
     *
     * @param divides whether it can be broken down by acts for whoever reads
     */
    public record DeclaredPage(
            ReportingPeriod period, boolean byAct, boolean divides, List<DeclaredLine> lines, Frame frame) {

        /** Ways to break it down; none where there is but one. */
        public List<Choice> choices() {
            return divides
                    ? List.of(
                            new Choice(frame.say("land.declared.bybody"), !byAct, frame.with("by", null)),
                            new Choice(frame.say("land.declared.byact"), byAct, frame.with("by", "act")))
                    : List.of();
        }

        public String name(DeclaredLine line) {
            return ItemNames.ofDeclared(frame.words(), line.key());
        }

        public String declared(DeclaredLine line) {
            return line.withoutArea() < line.reports()
                    ? frame.words().number(line.declared())
                    : frame.say("bulletin.absent");
        }

        public String drawn(DeclaredLine line, long value) {
            return line.withoutOutline() < line.reports() ? frame.words().number(value) : frame.say("bulletin.absent");
        }
    }

    /** A case with its ground. */
    public record ShownCase(ReconciliationCase one, @Nullable Picture picture) {}

    /** Cases between bodies. */
    public record CasesPage(
            List<ShownCase> cases, boolean settled, @Nullable String previous, @Nullable String next, Frame frame) {

        public List<Choice> choices() {
            return List.of(
                    new Choice(frame.say("land.cases.open"), !settled, frame.with("settled", null)),
                    new Choice(frame.say("land.cases.settled"), settled, frame.with("settled", "yes")));
        }
    }

    /**
     * What became of a place.
     *
     * @param place as it was asked for; null before anybody asked
     * @param history null before anybody asked
     */
    public record HistoryPage(
            @Nullable String place,
            @Nullable GroundHistory history,
            @Nullable Picture picture,
            AsOf asOf,
            Frame frame) {

        /** More pieces than these are not read by anybody on one page. */
        public static final int MOST = 100;

        public List<GroundHistory.PieceHistory> pieces() {
            return history == null
                    ? List.of()
                    : history.pieces()
                            .subList(0, Math.min(MOST, history.pieces().size()));
        }

        public FollowUpWords said() {
            return new FollowUpWords(frame.words());
        }

        public String standing() {
            return frame.words()
                    .say(
                            "land.history.asof",
                            Map.of(
                                    "day", frame.words().day(asOf.validOn()),
                                    "moment", frame.words().moment(asOf.knownAt())));
        }

        public String district(GroundHistory.PieceHistory piece) {
            return ItemNames.of(frame.words(), Dimension.DISTRICT, piece.piece().district());
        }
    }

    /** Alerts on released ground. */
    public record AlertsPage(List<GroundAlert> alerts, boolean closed, Frame frame) {

        public List<Choice> choices() {
            return List.of(
                    new Choice(frame.say("land.alerts.choice.open"), !closed, frame.with("closed", null)),
                    new Choice(frame.say("land.alerts.choice.closed"), closed, frame.with("closed", "yes")));
        }

        public AlertPrinter printer() {
            return new AlertPrinter(frame.words());
        }
    }

    /**
     * Hazardous areas and what became of them.
     *
     * @param listed which alone are listed, where whoever reads sees no more; null where all are
     */
    public record HazardsPage(
            List<HazardLine> hazards,
            List<PointLead> leads,
            AsOf asOf,
            @Nullable String next,
            @Nullable String first,
            @Nullable String listed,
            Frame frame) {

        public FollowUpWords said() {
            return new FollowUpWords(frame.words());
        }

        public String number(long value) {
            return BalanceRows.number(frame.words(), value);
        }
    }

    /**
     * One hazardous area.
     *
     * @param claims all acts in it; for a body its own
     * @param own whether they are the reader's body's alone
     */
    public record HazardPage(
            HazardLine hazard,
            List<HazardPiece> pieces,
            List<Claim> claims,
            boolean own,
            @Nullable Picture picture,
            AsOf asOf,
            Frame frame) {

        public String number(long value) {
            return BalanceRows.number(frame.words(), value);
        }

        /** What of the remaining ground is under work, waits or is flagged; only what there is. */
        public List<Movement> beside() {
            return Stream.of(
                            Movement.UNDER_WORK,
                            Movement.AWAITING_INSPECTION,
                            Movement.SUSPENDED,
                            Movement.INACCESSIBLE)
                    .filter(movement -> hazard.line().standing(movement) != 0)
                    .toList();
        }
    }

    /**
     * A piece of a hazardous area.
     *
     * @param history address of the history of a place in it
     */
    public record HazardPiece(String number, String state, String district, long squareMetres, String history) {}

    /** Visits of inspecting bodies. */
    public record VisitsPage(List<QualityVisit> visits, boolean open, AsOf asOf, FollowUpWords said, Frame frame) {

        public List<Choice> choices() {
            return List.of(
                    new Choice(frame.say("land.visits.all"), !open, frame.with("open", null)),
                    new Choice(frame.say("land.visits.onlyopen"), open, frame.with("open", "yes")));
        }
    }

    /**
     * Ground that waits too long, so much of it as stands on a page.
     *
     * @param previous the page before; null on the first
     * @param next the page after; null on the last
     * @param unset for what the country sets no time, in a sentence; empty where it sets all
     */
    public record OverduePage(
            List<OverdueGround> overdue,
            @Nullable String previous,
            @Nullable String next,
            String unset,
            AsOf asOf,
            FollowUpWords said,
            Frame frame) {

        public String intro() {
            return frame.words()
                    .say(
                            "land.overdue.intro",
                            Map.of(
                                    "day", frame.words().day(asOf.validOn()),
                                    "moment", frame.words().moment(asOf.knownAt())));
        }

        /** The history of the place where it waits. */
        public String history(OverdueGround ground) {
            return historyOf(ground.place());
        }
    }

    /** The page of the history of a place, by its address. */
    public static String historyOf(Position place) {
        return HISTORY_AT + String.format(Locale.ROOT, "%.7f,%.7f", place.latitude(), place.longitude());
    }

    /**
     * The check of a paper.
     *
     * @param code as it was typed; null before anybody did
     * @param found null where no certificate has it
     */
    public record VerifyPage(@Nullable String code, @Nullable CertificatePage found, Frame frame) {

        public String address() {
            return found == null ? "" : CertificateJson.address(found.certificate());
        }
    }

    /** What approving a report would change, as part of its page. */
    public record EffectPart(LandEffects.Preview preview, @Nullable Picture picture, Frame frame) {

        /** Movements that would be entered in the books, by class. */
        public record Moved(String label, List<String> cells) {}

        public List<Moved> moved() {
            var total = preview.moved().total();
            return Arrays.stream(Movement.values())
                    .filter(movement -> preview.moved().suspected().moved(movement) != 0
                            || preview.moved().confirmed().moved(movement) != 0
                            || preview.moved().outside().moved(movement) != 0)
                    .map(movement -> new Moved(
                            frame.say("movement." + movement),
                            List.of(
                                    number(preview.moved().suspected().moved(movement)),
                                    number(preview.moved().confirmed().moved(movement)),
                                    number(total.moved(movement)))))
                    .toList();
        }

        private String number(long value) {
            return BalanceRows.number(frame.words(), value);
        }

        /** How likely a lot passes with so many missed items, in hundredths. */
        public record Risk(String missed, String risk) {}

        public List<Risk> risks() {
            var plan = preview.plan();
            return plan == null
                    ? List.of()
                    : Stream.of(1, 2, 3, 5, 10, 20)
                            .map(missed -> new Risk(
                                    String.valueOf(missed),
                                    frame.words()
                                            .number(BigDecimal.valueOf(100 * plan.riskOfAccepting(missed))
                                                    .setScale(1, RoundingMode.HALF_UP))))
                            .toList();
        }

        public List<LandState> states() {
            return preview.states().keySet().stream().sorted().toList();
        }

        public long squareMetres(LandState state) {
            return preview.states().getOrDefault(state, 0L);
        }
    }
}
