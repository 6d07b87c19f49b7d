// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose work the figures of a text count: who is named as doing it, in the sentence of a figure, else anywhere in the text. */
final class Doers {

    private final ClaimScope ofText;

    Doers(List<Sentence> sentences) {
        this.ofText = ofText(sentences);
    }

    private static ClaimScope ofText(List<Sentence> sentences) {
        boolean agency = false;
        boolean army = false;
        boolean other = false;
        boolean several = false;
        for (var sentence : sentences) {
            var bodies = bodies(sentence);
            several |= bodies.size() > 1 && !isJointStatement(sentence);
            several |= bodies.contains(Meaning.AGENCY) && sentence.has(Meaning.TOGETHER);
            agency |= bodies.contains(Meaning.AGENCY) && does(sentence, Meaning.AGENCY);
            army |= bodies.contains(Meaning.ARMY);
            other |= bodies.contains(Meaning.BODY);
        }
        if (several) {
            return ClaimScope.ALL;
        }
        if (agency) {
            return ClaimScope.AGENCY;
        }
        if (army) {
            return other ? ClaimScope.ALL : ClaimScope.ARMY;
        }
        return other ? ClaimScope.OTHER_BODY : ClaimScope.UNSTATED;
    }

    private static boolean isJointStatement(Sentence sentence) {
        return sentence.has(Meaning.SAID)
                && !sentence.has(Meaning.COMPANY)
                && !sentence.has(Meaning.FOUND)
                && !sentence.has(Meaning.CLEARED);
    }

    private static Set<Meaning> bodies(Sentence sentence) {
        var bodies = EnumSet.noneOf(Meaning.class);
        for (var term : sentence.terms()) {
            if (isBody(term.meaning())) {
                bodies.add(term.meaning());
            }
        }
        return bodies;
    }

    private static boolean isBody(Meaning meaning) {
        return switch (meaning) {
            case AGENCY, ARMY, BODY, COMPANY -> true;
            default -> false;
        };
    }

    /** Whether a body is named as doing the work: not only as the source of the news. */
    private static boolean does(Sentence sentence, Meaning body) {
        boolean work = sentence.has(Meaning.FOUND) || sentence.has(Meaning.CLEARED) || sentence.has(Meaning.INSPECTED);
        if (!work) {
            return false;
        }
        if (!sentence.has(Meaning.SAID) && !sentence.is(sentence.first(body) + 1, Meaning.COLON)) {
            return true;
        }
        for (int at = 0; at < sentence.size(); at++) {
            if (!sentence.is(at, body)) {
                continue;
            }
            if (at > 0 && isBy(sentence, at)) {
                return true;
            }
            for (int i = at + 1; i < Math.min(at + 6, sentence.size()); i++) {
                var meaning = sentence.term(i).meaning();
                if (meaning == Meaning.SAID || meaning == Meaning.COMMA || meaning == Meaning.COLON) {
                    break;
                }
                if (meaning == Meaning.FOUND || meaning == Meaning.CLEARED || meaning == Meaning.INSPECTED) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isBy(Sentence sentence, int at) {
        int before = at - 1;
        while (before > 0 && sentence.is(before, Meaning.OF)) {
            before--;
        }
        return sentence.term(before).word().equals("by");
    }

    ClaimScope of(Sentence sentence, Figure figure, List<Figure> figures, boolean cumulative) {
        if (figure.measured().isPersons()) {
            return ClaimScope.UNSTATED;
        }
        var own = own(sentence, figure, figures);
        if (own != null) {
            return own;
        }
        if (sentence.has(Meaning.PART) && bodies(sentence).isEmpty() && districts(sentence) < 2) {
            return ClaimScope.PART;
        }
        var bodies = bodies(sentence);
        if (bodies.size() == 1 && !sentence.has(Meaning.TOGETHER)) {
            if (bodies.contains(Meaning.ARMY) && does(sentence, Meaning.ARMY)) {
                return ClaimScope.ARMY;
            }
            if (bodies.contains(Meaning.AGENCY) && does(sentence, Meaning.AGENCY)) {
                return ClaimScope.AGENCY;
            }
        }
        if (districts(sentence) == 1 && !sentence.has(Meaning.AGENCY) && ofText != ClaimScope.ALL) {
            return ClaimScope.DISTRICT;
        }
        if (cumulative && ofText == ClaimScope.AGENCY && !sentence.has(Meaning.AGENCY)) {
            return ClaimScope.UNSTATED;
        }
        return ofText;
    }

    private static int districts(Sentence sentence) {
        var named = new HashSet<String>();
        for (var term : sentence.terms()) {
            if (term.is(Meaning.DISTRICT)) {
                named.add(term.word().substring(0, Math.min(4, term.word().length())));
            }
        }
        return named.size();
    }

    /** The body that a sentence names beside each of its figures: "ANAMA 41,208.9 hectares, the Ministry 9,117.4". */
    private static @Nullable ClaimScope own(Sentence sentence, Figure figure, List<Figure> figures) {
        var bodies = new ArrayList<Integer>();
        for (int at = 0; at < sentence.size(); at++) {
            if (isBody(sentence.term(at).meaning())) {
                bodies.add(at);
            }
        }
        if (bodies.size() < 2 || figures.size() < 2) {
            return null;
        }
        boolean before = bodies.get(0) < figures.get(0).term();
        boolean apart = false;
        int last = bodies.get(0);
        for (int body : bodies) {
            int from = last;
            apart |= figures.stream().anyMatch(each -> each.term() > from && each.term() < body);
            last = body;
        }
        if (!apart) {
            return null;
        }
        Integer nearest = null;
        for (int body : bodies) {
            if (before && body < figure.term()) {
                nearest = body;
            } else if (!before && body > figure.term() && nearest == null) {
                nearest = body;
            }
        }
        return nearest == null ? null : scope(sentence.term(nearest).meaning());
    }

    private static ClaimScope scope(Meaning body) {
        return switch (body) {
            case AGENCY -> ClaimScope.AGENCY;
            case ARMY -> ClaimScope.ARMY;
            case BODY -> ClaimScope.OTHER_BODY;
            default -> ClaimScope.PART;
        };
    }
}
