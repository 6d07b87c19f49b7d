// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.reports.ReportRepair;
import org.clearground.reports.intake.TypedReport;
import org.clearground.reports.store.Drafts;
import org.clearground.reports.store.ReportQueries;
import org.clearground.storage.Store;
import org.clearground.web.Address;
import org.clearground.web.Query;
import org.clearground.web.Replies;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Begins a corrected report: a draft with what an earlier one says, without its slips. The earlier report stays as it is;
 * whoever owns the draft looks it over and sends it, and it corrects the earlier one when it is approved.
 */
@RestController
final class CorrectionController {

    private final Store store;
    private final Clock clock;

    CorrectionController(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @PostMapping("/enter/corrections")
    ResponseEntity<byte[]> begin(HttpServletRequest request) {
        var query = new Query(request);
        var text = query.text("report");
        if (text == null) {
            throw new ProblemException(ProblemCode.WRONG_CALL, "say which report is to be corrected: report=…");
        }
        var report = ReportController.id(text);
        var owner = DraftOwner.of(request).known();
        var address = store.write(transaction -> {
            var detail = ReportController.find(new ReportQueries(transaction, query.sight()), report);
            var repairs =
                    ReportRepair.of(detail.report(), FindingPictureController.district(transaction, detail.report()));
            var typed = TypedReport.of(detail.report(), repairs);
            var form = detail.summary().form();
            var draft =
                    new Drafts(transaction, clock, owner.name()).keep(null, form, EntryForm.title(typed), typed.json());
            return new Address("/enter/" + form + "/" + draft, Map.of("check", "1")).with("lang", query.language());
        });
        var answer = Replies.seeOther(address + "#checked");
        var cookie = owner.cookie();
        return cookie == null
                ? answer
                : ResponseEntity.status(answer.getStatusCode())
                        .headers(answer.getHeaders())
                        .header(HttpHeaders.SET_COOKIE, cookie)
                        .body(answer.getBody());
    }
}
