// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.organisations.Organisation;
import org.clearground.packs.Pack;
import org.clearground.places.District;
import org.clearground.places.Gazetteer;
import org.clearground.reports.CodeLists;
import org.clearground.reports.FormDefinition;
import org.clearground.reports.NationalParameters;
import org.clearground.reports.forms.PackCodeLists;
import org.clearground.reports.forms.PackForms;
import org.clearground.reports.forms.PackParameters;
import org.jspecify.annotations.Nullable;

/** What the country says that a report is read and checked by. What is made of it is made once. */
public final class Country {
    private final Pack pack;
    private final Gazetteer places;
    private final Map<String, Organisation> organisations;
    private final Map<String, Form> forms = new ConcurrentHashMap<>();

    public Country(Pack pack, Gazetteer places, Map<String, Organisation> organisations) {
        this.pack = pack;
        this.places = places;
        this.organisations = Map.copyOf(organisations);
    }

    record Form(FormDefinition definition, CodeLists lists, NationalParameters parameters) {}

    public Pack pack() {
        return pack;
    }

    public Gazetteer places() {
        return places;
    }

    /**
     * That an organisation, where one is named, is in the pack.
     *
     * @throws ProblemException if it is not
     */
    void requireOrganisation(@Nullable String code) {
        if (code != null && !organisations.containsKey(code)) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "there is no organisation \"" + code + "\"; the pack has " + new TreeSet<>(organisations.keySet()));
        }
    }

    NationalParameters parameters() {
        return PackParameters.national(pack);
    }

    List<FormDefinition> forms() {
        return PackForms.ids(pack).stream().map(id -> form(id).definition()).toList();
    }

    /** Whether a form has a question, outside of its repeats. */
    public boolean asks(String form, String question) {
        return form(form).definition().questions().stream()
                .anyMatch(asked -> asked.name().equals(question));
    }

    /** The codes that a question of a form may be answered with, in the order of the pack. */
    public List<String> choices(String form, String list) {
        return switch (list) {
            case "organisations" -> organisations.keySet().stream().sorted().toList();
            case "districts" ->
                places.listDistricts().stream().map(District::code).toList();
            default -> PackCodeLists.codes(pack, form, list);
        };
    }

    /** Every code of a list, in whichever form its choices stand. */
    Set<String> codes(String list) {
        return switch (list) {
            case "organisations" -> organisations.keySet();
            case "districts" ->
                places.listDistricts().stream().map(District::code).collect(Collectors.toSet());
            default -> PackCodeLists.codes(pack, list);
        };
    }

    Form form(String id) {
        return forms.computeIfAbsent(id, any -> {
            var definition = PackForms.form(pack, id);
            return new Form(
                    definition,
                    new PackCodeLists(pack, definition, places, organisations),
                    PackParameters.national(pack));
        });
    }
}
