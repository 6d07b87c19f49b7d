// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.print;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clearground.bulletins.Bulletin;
import org.clearground.bulletins.Dimension;
import org.clearground.bulletins.FigureDefinition;
import org.clearground.printing.BarChart;
import org.clearground.printing.PdfPaper;
import org.clearground.web.Replies;

/** Prints an edition on paper: figures, charts of the periods before, maps by district, tables, corrections. */
public final class EditionPaper {

    private static final List<FigureDefinition> MAPPED =
            List.of(FigureDefinition.AREA_CLEARED_DECLARED, FigureDefinition.UNEXPLODED_ORDNANCE_FOUND);

    private final Bulletin bulletin;
    private final EditionFigures figures;
    private final DistrictMap districts;
    private final Map<String, String> drawn = new LinkedHashMap<>();

    EditionPaper(Bulletin bulletin, EditionFigures figures, DistrictMap districts) {
        this.bulletin = bulletin;
        this.figures = figures;
        this.districts = districts;
    }

    /**
     * A picture on the page.
     *
     * @param described what it shows, for whoever does not see it
     */
    public record Picture(String name, String title, String described) {}

    /** What the template shows. For it only. */
    public record Page(
            String id,
            String title,
            String line,
            Bulletin bulletin,
            Wording wording,
            List<Picture> charts,
            List<Picture> maps,
            List<CorrectionText> corrections) {
        public Page {
            charts = List.copyOf(charts);
            maps = List.copyOf(maps);
            corrections = List.copyOf(corrections);
        }
    }

    /** The document in a language. */
    byte[] print(String id, String line, Wording wording, List<CorrectionText> corrections) {
        drawn.clear();
        var page = new Page(
                id,
                wording.title(bulletin.period()) + ", " + wording.period(bulletin.period()),
                line,
                bulletin,
                wording,
                charts(wording),
                maps(wording),
                corrections);
        return PdfPaper.print(
                Replies.render("editionpaper.jte", Map.of("page", page)),
                drawn,
                bulletin.asOf().knownAt());
    }

    private List<Picture> charts(Wording wording) {
        var charts = new ArrayList<Picture>();
        for (var definition : FigureDefinition.values()) {
            var bars = figures.overTime().stream()
                    .map(step -> new BarChart.Bar(
                            wording.step(step.period()),
                            step.value(definition).value(),
                            wording.shortly(definition, step.value(definition).value()),
                            step.period().to().equals(bulletin.period().to())))
                    .toList();
            if (bars.stream().anyMatch(bar -> bar.value().isPresent())) {
                charts.add(keep(
                        definition.published() + "-over-time.svg",
                        wording.label(definition),
                        BarChart.draw(wording.label(definition), bars),
                        figures.overTime().stream()
                                .map(step -> wording.step(step.period()) + ": "
                                        + wording.value(
                                                definition,
                                                step.value(definition).value()))
                                .collect(Collectors.joining("; "))));
            }
        }
        return charts;
    }

    private List<Picture> maps(Wording wording) {
        var lines = figures.table(Dimension.DISTRICT)
                .map(EditionFigures.Table::lines)
                .orElse(List.of());
        var maps = new ArrayList<Picture>();
        for (var definition : MAPPED) {
            if (figures.value(definition).value().isPresent() && !lines.isEmpty()) {
                var title = wording.say("edition.map", Map.of("figure", wording.label(definition)));
                maps.add(keep(
                        definition.published() + "-map.svg",
                        title,
                        districts.drawAlone(title, definition, lines, wording),
                        lines.stream()
                                .map(line -> line.names().getOrDefault(wording.language(), line.key()) + ": "
                                        + wording.value(
                                                definition,
                                                line.value(definition).value()))
                                .collect(Collectors.joining("; "))));
            }
        }
        return maps;
    }

    private Picture keep(String name, String title, String svg, String described) {
        drawn.put(name, svg);
        return new Picture(name, title, title + ". " + described);
    }
}
