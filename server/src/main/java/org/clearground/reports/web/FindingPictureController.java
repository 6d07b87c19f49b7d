// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clearground.errors.FindingCode;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.packs.Packs;
import org.clearground.places.District;
import org.clearground.places.store.PlaceRegister;
import org.clearground.reports.Answers;
import org.clearground.reports.Answers.Answer;
import org.clearground.reports.FieldReport;
import org.clearground.reports.ReportId;
import org.clearground.reports.ReportPicture;
import org.clearground.reports.ReportRepair;
import org.clearground.reports.forms.PackParameters;
import org.clearground.reports.print.PictureJson;
import org.clearground.reports.store.ReportQueries;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.clearground.web.Replies;
import org.clearground.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What is wrong with the geometry of a report, drawn, and the report with what is certainly a slip taken out. */
@RestController
final class FindingPictureController {

    private static final MediaType GEOJSON = MediaType.parseMediaType("application/geo+json");

    /** As many digits as a reader needs to get the same number back. */
    private static final int ALL_DECIMALS = 15;

    private final Store store;

    FindingPictureController(Store store) {
        this.store = store;
    }

    @GetMapping("/api/reports/{id}/findings.geojson")
    ResponseEntity<byte[]> picture(@PathVariable("id") String text, HttpServletRequest request) {
        return store.read(transaction -> {
            var detail = find(transaction, text, request);
            var limits = PackParameters.national(Packs.inForce(transaction)).limits();
            var named = detail.findings().stream().anyMatch(each -> each.code() == FindingCode.OUTSIDE_DISTRICT)
                    ? district(transaction, detail.report())
                    : null;
            var picture = ReportPicture.of(detail.report(), detail.findings(), limits.outline(), named);
            return geoJson(PictureJson.features(picture.things(), Map.of("report", text)), text + "-findings.geojson");
        });
    }

    @GetMapping("/reports/{id}/repaired.geojson")
    ResponseEntity<byte[]> repaired(@PathVariable("id") String text, HttpServletRequest request) {
        return store.read(transaction -> {
            var report = find(transaction, text, request).report();
            var repairs = ReportRepair.of(report, district(transaction, report));
            if (repairs.isEmpty()) {
                throw new ProblemException(
                        ProblemCode.NOT_FOUND, "nothing in report " + text + " can be repaired without its sender");
            }
            return geoJson(List.of(feature(report, repairs)), text + "-repaired.geojson");
        });
    }

    /** The report as its form would read it again: the first outline as geometry, the rest as properties. */
    private static Map<String, @Nullable Object> feature(FieldReport report, List<ReportRepair> repairs) {
        var properties = answers(report.answers(), null, 0, repairs);
        Geometry ground = null;
        for (var entry : report.answers().byQuestion().entrySet()) {
            if (entry.getValue() instanceof Answer.Shape && ground == null) {
                var answer = ReportRepair.repaired(repairs, entry.getKey(), entry.getValue(), null, 0);
                ground = answer instanceof Answer.Shape shape ? shape.value().polygons() : null;
                properties.remove(entry.getKey());
            }
        }
        report.repeats().forEach((name, rows) -> {
            if (!rows.isEmpty()) {
                properties.put(
                        name,
                        java.util.stream.IntStream.range(0, rows.size())
                                .mapToObj(i -> answers(rows.get(i), name, i, repairs))
                                .toList());
            }
        });
        return PictureJson.featureOf(ground == null ? null : PictureJson.geometry(ground, ALL_DECIMALS), properties);
    }

    private static Map<String, @Nullable Object> answers(
            Answers answers, @Nullable String repeat, int row, List<ReportRepair> repairs) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        answers.byQuestion()
                .forEach((question, answer) ->
                        map.put(question, text(ReportRepair.repaired(repairs, question, answer, repeat, row))));
        return map;
    }

    private static Object text(Answer answer) {
        if (answer instanceof Answer.Amount amount) {
            return amount.value();
        }
        if (answer instanceof Answer.Day day) {
            return day.value().toString();
        }
        if (answer instanceof Answer.Point point) {
            return point.value().latitude() + " " + point.value().longitude();
        }
        if (answer instanceof Answer.Shape shape) {
            return shape.value().toString();
        }
        return ((Answer.Text) answer).value();
    }

    private static ReportQueries.Detail find(Transaction transaction, String text, HttpServletRequest request) {
        try {
            var id = new ReportId(UUID.fromString(text));
            return new ReportQueries(transaction, Visitor.of(request).sight())
                    .find(id)
                    .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "there is no report " + id));
        } catch (IllegalArgumentException unreadable) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "\"" + text + "\" is no report's id; one looks like 0f8fad5b-d9cb-869f-a165-70867728950e",
                    unreadable);
        }
    }

    static @Nullable District district(Transaction transaction, FieldReport report) {
        var code = report.answers().code("district");
        return code == null
                ? null
                : PlaceRegister.gazetteer(transaction).findDistrict(code).orElse(null);
    }

    private static ResponseEntity<byte[]> geoJson(List<Map<String, @Nullable Object>> features, String name) {
        var json = Replies.json(PictureJson.collection(features));
        return ResponseEntity.ok()
                .contentType(GEOJSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(json.getBody());
    }
}
