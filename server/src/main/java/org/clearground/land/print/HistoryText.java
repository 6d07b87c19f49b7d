// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.print;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clearground.accreditation.print.AccreditationText;
import org.clearground.land.Claim;
import org.clearground.land.DeclaredLine;
import org.clearground.land.GroundHistory;
import org.clearground.land.LandBalance;
import org.clearground.land.ReconciliationCase;
import org.clearground.packs.Words;
import org.clearground.printing.Columns;
import org.clearground.time.AsOf;

/** Histories, cases and declared ground for reading on a terminal. */
public final class HistoryText {

    private final Words words;

    public HistoryText(Words words) {
        this.words = words;
    }

    public String history(GroundHistory history, AsOf asOf) {
        var out = new StringBuilder();
        out.append(words.say(
                        "land.history.asof",
                        Map.of("day", words.day(asOf.validOn()), "moment", words.moment(asOf.knownAt()))))
                .append("\n\n");
        if (!history.alerts().isEmpty()) {
            out.append(words.say("land.page.alerts"))
                    .append('\n')
                    .append(new AlertPrinter(words).text(history.alerts()))
                    .append('\n');
        }
        if (history.pieces().isEmpty() && history.leads().isEmpty()) {
            out.append(words.say(history.work().isEmpty() ? "land.history.nothing" : "land.history.onlywork"))
                    .append('\n');
        }
        for (var piece : history.pieces()) {
            var status = piece.status();
            out.append(FlagText.standing(words, status))
                    .append(" · ")
                    .append(words.inSquareMetres(piece.piece().area().value()))
                    .append(" · ")
                    .append(ItemNames.of(
                            words, LandBalance.Dimension.DISTRICT, piece.piece().district()));
            if (status.hazard() != null) {
                out.append(" · ").append(status.hazard());
            }
            out.append('\n');
            piece.events().forEach(event -> event(out, event));
            out.append('\n');
        }
        if (!history.work().isEmpty()) {
            out.append(words.say("land.history.work")).append('\n');
            history.work().forEach(work -> out.append("  ")
                    .append(line(work.claim()))
                    .append(work.counts() ? "" : " – " + words.say("land.history.notcounted"))
                    .append('\n'));
            out.append('\n');
        }
        if (!history.takenBack().isEmpty()) {
            out.append(words.say("land.history.takenback")).append('\n');
            history.takenBack()
                    .forEach(claim -> out.append("  ").append(line(claim)).append('\n'));
            out.append('\n');
        }
        if (!history.finds().isEmpty()) {
            out.append(words.say("land.history.finds")).append('\n');
            history.finds().forEach(find -> out.append("  ")
                    .append(find.on())
                    .append("  ")
                    .append(words.number(find.quantity()))
                    .append(" × ")
                    .append(words.name(find.category()))
                    .append(find.model() == null ? "" : " " + find.model())
                    .append("  ")
                    .append(words.name(find.organisation()))
                    .append('\n'));
            out.append('\n');
        }
        followUp(out, history, asOf);
        return out.append(words.say("bulletin.caution")).append('\n').toString();
    }

    private void followUp(StringBuilder out, GroundHistory history, AsOf asOf) {
        var said = new FollowUpWords(words);
        if (!history.leads().isEmpty()) {
            out.append(words.say("land.lead.reaches")).append('\n');
            history.leads().forEach(lead -> out.append("  ")
                    .append(lead.on())
                    .append("  ")
                    .append(said.title(lead))
                    .append("  ")
                    .append(said.category(lead))
                    .append("  ")
                    .append(FollowUpWords.place(lead.place()))
                    .append("  ")
                    .append(words.say("land.lead.fadeout"))
                    .append(' ')
                    .append(said.fadeOut(lead))
                    .append("  ")
                    .append(said.standing(lead))
                    .append(lead.sample() ? "  [" + words.say("page.sample") + "]" : "")
                    .append('\n'));
            out.append("  ").append(words.say("land.leads.intro")).append("\n\n");
        }
        if (!history.visits().isEmpty()) {
            out.append(words.say("land.visits.here")).append('\n');
            history.visits().forEach(visit -> out.append("  ")
                    .append(visit.on())
                    .append("  ")
                    .append(words.say("severity." + visit.severity()))
                    .append("  ")
                    .append(said.number(visit))
                    .append("  ")
                    .append(words.name(visit.inspector()))
                    .append(" → ")
                    .append(words.name(visit.inspected()))
                    .append("  ")
                    .append(said.action(visit, asOf.validOn()))
                    .append(visit.nonconformity() == null ? "" : "  " + visit.nonconformity())
                    .append(visit.sample() ? "  [" + words.say("page.sample") + "]" : "")
                    .append('\n'));
            out.append('\n');
        }
    }

    private void event(StringBuilder out, GroundHistory.Event event) {
        out.append("  ").append(line(event.claim()));
        if (event.refusedBy() != null) {
            out.append(" – ")
                    .append(words.say("rule." + event.refusedBy()))
                    .append(" (")
                    .append(event.refusedBy())
                    .append(')');
        }
        out.append('\n');
        event.evidence().forEach(evidence -> out.append("      ")
                .append(words.say("directness." + evidence.directness()))
                .append(": ")
                .append(words.name("evidence-kinds", evidence.kind()))
                .append(evidence.description() == null ? "" : ", " + evidence.description())
                .append('\n'));
        var stageOne = event.stageOne();
        if (stageOne != null) {
            out.append("      ")
                    .append(AccreditationText.sentence(words, stageOne.activityType(), stageOne.stood()))
                    .append('\n');
        }
        if (!event.signatures().isEmpty()) {
            out.append("      ")
                    .append(event.signatures().stream()
                            .map(signed -> signed.person()
                                    + (signed.office().isEmpty()
                                            ? ""
                                            : " (" + words.say("office." + signed.office()) + ")"))
                            .collect(Collectors.joining(", ")))
                    .append('\n');
        }
    }

    private String line(Claim claim) {
        return claim.on() + "  " + words.say("act." + claim.kind()) + "  " + words.name(claim.organisation())
                + (claim.number() == null ? "" : "  " + claim.number())
                + (claim.flagging() == null ? "" : "  " + FlagText.said(words, claim.flagging()))
                + (claim.sample() ? "  [" + words.say("page.sample") + "]" : "");
    }

    public String cases(List<ReconciliationCase> cases) {
        if (cases.isEmpty()) {
            return words.say("land.cases.none") + "\n";
        }
        var out = new StringBuilder();
        for (var one : cases) {
            out.append(one.claim().act())
                    .append(" / ")
                    .append(one.against().act())
                    .append("  ")
                    .append(words.inSquareMetres(one.squareMetres()))
                    .append("  ")
                    .append(words.say("rule." + one.rule()))
                    .append('\n')
                    .append("    ")
                    .append(line(one.claim()))
                    .append('\n')
                    .append("    ")
                    .append(line(one.against()))
                    .append('\n');
        }
        return out.toString();
    }

    public String declared(List<DeclaredLine> lines, boolean sample) {
        var table = new java.util.ArrayList<List<String>>();
        table.add(List.of(
                "",
                words.say("land.declared.reports"),
                words.say("land.declared.declared") + ", m²",
                words.say("land.declared.mapped") + ", m²",
                words.say("land.declared.before") + ", m²",
                words.say("land.declared.counted") + ", m²",
                words.say("land.declared.nooutline")));
        for (var line : lines) {
            boolean drawn = line.withoutOutline() < line.reports();
            var absent = words.say("bulletin.absent");
            table.add(List.of(
                    ItemNames.ofDeclared(words, line.key()),
                    words.number(line.reports()),
                    line.withoutArea() < line.reports() ? words.number(line.declared()) : absent,
                    drawn ? words.number(line.mapped()) : absent,
                    drawn ? words.number(line.countedBefore()) : absent,
                    drawn ? words.number(line.counted()) : absent,
                    words.number(line.withoutOutline())));
        }
        return (sample ? words.say("page.sample") + "\n\n" : "") + Columns.print(table);
    }

    /** One row for each body; what is not known is an empty cell. */
    public static String csv(List<DeclaredLine> lines) {
        var out = new StringBuilder("code,reports,without_declared_area,declared_m2,without_outline,mapped_m2,"
                + "counted_before_m2,counted_m2\r\n");
        for (var line : lines) {
            boolean drawn = line.withoutOutline() < line.reports();
            out.append(Columns.cell(line.key()))
                    .append(',')
                    .append(line.reports())
                    .append(',')
                    .append(line.withoutArea())
                    .append(',')
                    .append(line.withoutArea() < line.reports() ? String.valueOf(line.declared()) : "")
                    .append(',')
                    .append(line.withoutOutline())
                    .append(',')
                    .append(drawn ? String.valueOf(line.mapped()) : "")
                    .append(',')
                    .append(drawn ? String.valueOf(line.countedBefore()) : "")
                    .append(',')
                    .append(drawn ? String.valueOf(line.counted()) : "")
                    .append("\r\n");
        }
        return out.toString();
    }
}
