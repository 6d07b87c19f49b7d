// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.clearground.geo.GroundShape;
import org.clearground.geo.Position;
import org.clearground.reports.Answers;
import org.clearground.reports.FieldReport;
import org.clearground.reports.ProgressReport;
import org.clearground.units.Centimetres;
import org.clearground.units.SquareMetres;
import org.jspecify.annotations.Nullable;

/**
 * What an approved report says of ground: the typed reading of every form that feeds the area ledger.
 *
 * @param on the day on the ground from which it holds
 * @param hazard code of the hazardous area that it names; null if it names none
 * @param outline of the ground; null where the report names the ground by its hazardous area, its completions or a place
 * @param place a point of the ground; null if it gives none
 * @param completions numbers of the completion reports that it names
 * @param hazardClass of ground that it makes hazardous again; null otherwise
 * @param release how ground was released earlier; null otherwise
 * @param declared area; null if it declares none
 * @param depth to which the ground was or is to be searched; null if it states none
 * @param evidence for and against
 * @param flagging the flag that it raises or lifts; null otherwise
 * @param leads numbers of the leads that are points and that it settles
 */
public record LandReport(
        LandActKind kind,
        LocalDate on,
        Account account,
        @Nullable String hazard,
        @Nullable GroundShape outline,
        @Nullable Position place,
        List<String> completions,
        @Nullable HazardClass hazardClass,
        @Nullable Release release,
        boolean handedOver,
        @Nullable SquareMetres declared,
        @Nullable Centimetres depth,
        List<Evidence> evidence,
        @Nullable Flagging flagging,
        List<String> leads) {

    public static final String HAZARD = "hazard";
    public static final String TASK = "task";
    public static final String COMPLETION = "completion";
    public static final String SAMPLING = "sampling";
    public static final String HANDOVER = "handover";
    public static final String REOPENING = "reopening";
    public static final String PAST_RELEASE = "past-release";
    public static final String GROUND_FLAG = "ground-flag";

    /** A visit of the inspecting body: it changes no ground, but may stop what would. */
    public static final String VISIT = "qc-visit";

    /** The forms whose reports change the state of ground, or what is said beside it. */
    public static final Set<String> FORMS =
            Set.of(HAZARD, TASK, COMPLETION, SAMPLING, HANDOVER, REOPENING, PAST_RELEASE, GROUND_FLAG);

    public LandReport {
        completions = List.copyOf(completions);
        evidence = List.copyOf(evidence);
        leads = List.copyOf(leads);
    }

    /** Whether it reports a lead of which only a place is known: no ground is recorded for it. */
    public boolean pointLead() {
        return kind == LandActKind.LEAD_REPORTED && outline == null && place != null;
    }

    /**
     * The reading of a report that its rules do not block.
     *
     * @param clearance types of activity that clear land; work of other types is no clearance
     * @return empty if the report says nothing of ground, or its outline is none
     */
    public static Optional<LandReport> of(String form, FieldReport report, Set<String> clearance) {
        var answers = report.answers();
        return kind(form, answers, clearance).flatMap(kind -> {
            var on = day(kind, answers);
            var organisation = answers.code("organisation");
            var outline = answers.shape(kind == LandActKind.WORKED ? "worked_ground" : "ground");
            boolean faulty = outline != null && outline.fault().isPresent();
            if (on == null || organisation == null || faulty || (kind == LandActKind.WORKED && outline == null)) {
                return Optional.empty();
            }
            return Optional.of(new LandReport(
                    kind,
                    on,
                    new Account(organisation, answers.code("purpose"), answers.code("method")),
                    answers.text("hazard_code"),
                    outline,
                    answers.position("place"),
                    numbers(answers.text("completions")),
                    kind == LandActKind.REOPENED ? reopenedClass(answers) : null,
                    kind == LandActKind.RELEASED_EARLIER ? release(answers) : null,
                    "yes".equals(answers.code("handed_over")),
                    declared(answers),
                    depth(answers),
                    report.repeat("evidence").stream().map(Evidence::of).toList(),
                    kind.flags() ? flagging(answers) : null,
                    numbers(answers.text("leads"))));
        });
    }

    /** What a report of this form and with these answers does to ground; empty if it does nothing. */
    public static Optional<LandActKind> kind(String form, Answers answers, Set<String> clearance) {
        return switch (form) {
            case ProgressReport.FORM -> {
                var type = answers.code("activity_type");
                yield type != null && clearance.contains(type) ? Optional.of(LandActKind.WORKED) : Optional.empty();
            }
            case HAZARD -> outcome(answers.code("outcome"));
            case TASK -> {
                // A task to survey changes nothing about the ground: it is as suspected as before.
                var type = answers.code("activity_type");
                yield type != null && clearance.contains(type)
                        ? Optional.of(LandActKind.TASK_ISSUED)
                        : Optional.empty();
            }
            case COMPLETION -> Optional.of(LandActKind.CLEARANCE_COMPLETED);
            case SAMPLING -> decision(answers.code("decision"));
            case HANDOVER -> Optional.of(LandActKind.HANDED_OVER);
            case REOPENING -> Optional.of(LandActKind.REOPENED);
            case PAST_RELEASE -> Optional.of(LandActKind.RELEASED_EARLIER);
            case GROUND_FLAG -> raisedOrLifted(answers.code("action"));
            default -> Optional.empty();
        };
    }

    /**
     * In what offices a report is signed, each by another person. Cancelling confirmed ground, which refutes direct
     * evidence, asks the inspecting body's opinion in place of a second hand of the authority. What binds the users of
     * land is lifted by two of the authority.
     *
     * @return empty for what changes no ground
     */
    public static List<LandActKind.Decider> offices(String form, FieldReport report, Set<String> clearance) {
        var kind = kind(form, report.answers(), clearance);
        if (kind.isEmpty() || kind.get() == LandActKind.WORKED) {
            return List.of();
        }
        var flag = kind.get() == LandActKind.FLAG_LIFTED ? flag(report.answers()) : null;
        if (flag != null && flag.bindsUsers()) {
            return List.of(LandActKind.Decider.AUTHORITY, LandActKind.Decider.AUTHORITY);
        }
        boolean refutes = report.repeat("evidence").stream().anyMatch(row -> row.text("refutes") != null);
        return kind.get() == LandActKind.CANCELLED && refutes
                ? List.of(LandActKind.Decider.AUTHORITY, LandActKind.Decider.QUALITY_ASSURANCE)
                : kind.get().deciders();
    }

    private static Optional<LandActKind> outcome(@Nullable String outcome) {
        return outcome == null
                ? Optional.empty()
                : switch (outcome) {
                    case "lead" -> Optional.of(LandActKind.LEAD_REPORTED);
                    case "dismissed" -> Optional.of(LandActKind.LEAD_DISMISSED);
                    case "suspected" -> Optional.of(LandActKind.SUSPECTED);
                    case "confirmed" -> Optional.of(LandActKind.CONFIRMED);
                    case "cancelled" -> Optional.of(LandActKind.CANCELLED);
                    case "reduced" -> Optional.of(LandActKind.REDUCED);
                    default -> Optional.empty();
                };
    }

    private static Optional<LandActKind> decision(@Nullable String decision) {
        return decision == null
                ? Optional.empty()
                : switch (decision) {
                    case "accepted" -> Optional.of(LandActKind.QUALITY_ACCEPTED);
                    case "failed" -> Optional.of(LandActKind.QUALITY_FAILED);
                    case "waived" -> Optional.of(LandActKind.QUALITY_WAIVED);
                    default -> Optional.empty();
                };
    }

    private static Optional<LandActKind> raisedOrLifted(@Nullable String action) {
        return action == null
                ? Optional.empty()
                : switch (action) {
                    case "raised" -> Optional.of(LandActKind.FLAG_RAISED);
                    case "lifted" -> Optional.of(LandActKind.FLAG_LIFTED);
                    default -> Optional.empty();
                };
    }

    private static @Nullable GroundFlag flag(Answers answers) {
        var flag = answers.code("flag");
        return flag == null ? null : GroundFlag.valueOf(flag.toUpperCase(Locale.ROOT));
    }

    private static Flagging flagging(Answers answers) {
        var flag = flag(answers);
        var reason = answers.text("reason");
        if (flag == null || reason == null) {
            throw new IllegalArgumentException("a flag without its name or its reason");
        }
        return new Flagging(flag, reason, answers.day("until"));
    }

    /** The question that gives the day from which a report holds. */
    public static String dayQuestion(LandActKind kind) {
        return switch (kind) {
            case WORKED, CLEARANCE_COMPLETED -> "period_to";
            case LEAD_REPORTED, LEAD_DISMISSED, SUSPECTED, CONFIRMED, CANCELLED, REDUCED -> "surveyed_on";
            case TASK_ISSUED -> "issued_on";
            case QUALITY_ACCEPTED, QUALITY_WAIVED, QUALITY_FAILED -> "inspected_on";
            case HANDED_OVER -> "handed_over_on";
            case REOPENED -> "happened_on";
            case RELEASED_EARLIER -> "released_on";
            case FLAG_RAISED, FLAG_LIFTED -> "flagged_on";
        };
    }

    private static @Nullable LocalDate day(LandActKind kind, Answers answers) {
        return answers.day(dayQuestion(kind));
    }

    /** Ordnance that went off or was found is direct evidence; a record that turned up is not. */
    private static HazardClass reopenedClass(Answers answers) {
        return "record".equals(answers.code("cause")) ? HazardClass.SUSPECTED : HazardClass.CONFIRMED;
    }

    private static Release release(Answers answers) {
        var release = answers.code("release");
        if (release == null) {
            throw new IllegalArgumentException("land released earlier without saying how");
        }
        return Release.valueOf(release.toUpperCase(Locale.ROOT));
    }

    private static List<String> numbers(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("[;\\n]"))
                        .map(String::strip)
                        .filter(number -> !number.isEmpty())
                        .toList();
    }

    private static @Nullable SquareMetres declared(Answers answers) {
        var declared = ProgressReport.declaredArea(answers);
        return declared == null ? null : declared.area();
    }

    private static @Nullable Centimetres depth(Answers answers) {
        var depth = answers.whole("depth_cm");
        return depth == null ? null : new Centimetres(Math.toIntExact(depth));
    }
}
