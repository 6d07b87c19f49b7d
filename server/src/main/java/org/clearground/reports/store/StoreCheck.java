// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.reports.FormRules;
import org.clearground.reports.ReportPicture;
import org.clearground.reports.store.StandingReports.Standing;
import org.clearground.reports.store.StoreFindings.Picture;
import org.clearground.storage.Transaction;

/**
 * Looks over every report that stands: what was found when it came, what today's rules, its form's own among them, find
 * beside that, and what shows only when reports are laid side by side. It writes nothing.
 *
 * <p>Reports are read one after the other; what is held of each are a few numbers.
 */
public final class StoreCheck {

    private static final int MOST_PICTURES = 1_000;

    /** Found by comparing, so compared anew: those beside which a report was laid may have gone since. */
    private static final Set<FindingCode> COMPARED = EnumSet.of(
            FindingCode.SAME_GROUND,
            FindingCode.NUMBERS_ALIKE,
            FindingCode.TOTALS_DISAGREE,
            FindingCode.UNUSUALLY_LARGE);

    private final Country country;
    private final Rulebook rulebook;
    private final LocalDate today;
    private final boolean pictured;

    private final StoreTally tally = new StoreTally();
    private final List<Picture> pictures = new ArrayList<>();
    private final Map<String, FormRules> rules = new HashMap<>();

    /**
     * @param today on the country's calendar
     * @param pictured whether to draw what is wrong with geometry
     */
    public StoreCheck(Country country, Rulebook rulebook, LocalDate today, boolean pictured) {
        this.country = country;
        this.rulebook = rulebook;
        this.today = today;
        this.pictured = pictured;
    }

    /** Looks over the store as a transaction sees it. */
    public StoreFindings run(Transaction transaction, LongConsumer progress) {
        var seen = new long[1];
        var sideBySide = new SideBySide(transaction, tally);
        var usedCodes = new UsedCodes(country);
        new StandingReports(transaction).forEach(standing -> {
            take(standing);
            sideBySide.note(standing);
            usedCodes.note(standing);
            progress.accept(++seen[0]);
        });
        sideBySide.tell(country.parameters().limits().timesMedian());
        var unused = usedCodes.tell(transaction, tally);
        return new StoreFindings(seen[0], tally.lines(), unused, pictures);
    }

    private void take(Standing standing) {
        var report = standing.read().report();
        var answers = report.answers();
        var findings = findings(standing);
        for (var finding : findings) {
            tally.tell(finding, report.id(), answers.code("organisation"), answers.text(ReportMarks.NUMBER));
        }
        if (pictured && pictures.size() < MOST_PICTURES && findings.stream().anyMatch(ReportPicture::isDrawable)) {
            draw(standing, findings);
        }
    }

    private void draw(Standing standing, List<Finding> findings) {
        var report = standing.read().report();
        var code = report.answers().code("district");
        pictures.add(new Picture(
                report.id(),
                report.answers().text(ReportMarks.NUMBER),
                ReportPicture.of(
                        report,
                        findings,
                        country.form(standing.form()).parameters().limits().outline(),
                        code == null
                                ? null
                                : country.places().findDistrict(code).orElse(null))));
    }

    /** What was found when the report came, and what today's rules find of what it says beside that. */
    private List<Finding> findings(Standing standing) {
        var then = standing.read().findings();
        var told = EnumSet.noneOf(FindingCode.class);
        var all = new ArrayList<Finding>();
        for (var finding : then) {
            told.add(finding.code());
            if (!COMPARED.contains(finding.code())) {
                all.add(finding);
            }
        }
        rules(standing.form())
                .check(
                        standing.read(),
                        StoredAsWritten.of(country.form(standing.form()).definition(), standing),
                        standing.sender())
                .findings()
                .stream()
                .skip(then.size())
                .filter(finding -> !told.contains(finding.code()))
                .forEach(all::add);
        return all;
    }

    private FormRules rules(String form) {
        return rules.computeIfAbsent(
                form,
                any -> rulebook.of(
                        country.pack(),
                        form,
                        country.places(),
                        country.form(form).parameters(),
                        today));
    }
}
