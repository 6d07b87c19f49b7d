// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.forms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clearground.names.NameIndex;
import org.clearground.organisations.Organisation;
import org.clearground.packs.Pack;
import org.clearground.places.District;
import org.clearground.places.Gazetteer;
import org.clearground.reports.CodeLists;
import org.clearground.reports.FormDefinition;

/** The code lists of a pack's {@code codes/} folder and of its forms' choices, with its organisations and districts. */
public final class PackCodeLists implements CodeLists {

    private record Code(String code, String name) {
        @Override
        public String toString() {
            return code.equals(name) ? code : code + " (" + name + ")";
        }
    }

    private final Map<String, NameIndex<Code>> lists = new HashMap<>();
    private final Gazetteer places;

    public PackCodeLists(Pack pack, FormDefinition form, Gazetteer places, Map<String, Organisation> organisations) {
        this.places = places;
        for (var path : pack.paths()) {
            if (path.startsWith("codes/") && path.endsWith(".csv")) {
                var list = path.substring("codes/".length(), path.length() - ".csv".length());
                pack.table(path).forEach(row -> add(list, row));
            }
        }
        var choices = "forms/" + form.id() + "/choices.csv";
        if (pack.paths().contains(choices)) {
            pack.table(choices).forEach(row -> add(row.getOrDefault("list_name", ""), row));
        }
        var bodies = new NameIndex<Code>();
        for (var organisation : organisations.values()) {
            var names = new ArrayList<>(organisation.names().byLanguage().values());
            names.addAll(organisation.aliases());
            bodies.add(
                    organisation.code(),
                    new Code(organisation.code(), organisation.names().in("en")),
                    names);
        }
        lists.put("organisations", bodies);
    }

    /** The codes of a list, whether it is a file of its own or among the choices of forms. */
    public static Set<String> codes(Pack pack, String list) {
        var codes = new HashSet<String>();
        for (var path : pack.paths()) {
            if (path.equals("codes/" + list + ".csv")) {
                pack.table(path).forEach(row -> codes.add(row.getOrDefault("name", "")));
            } else if (path.startsWith("forms/") && path.endsWith("/choices.csv")) {
                pack.table(path).stream()
                        .filter(row -> list.equals(row.get("list_name")))
                        .forEach(row -> codes.add(row.getOrDefault("name", "")));
            }
        }
        return codes;
    }

    /** The codes of a list as one form has it, in the order written. */
    public static List<String> codes(Pack pack, String form, String list) {
        var choices = "forms/" + form + "/choices.csv";
        var ofForm = pack.paths().contains(choices)
                ? pack.table(choices).stream()
                        .filter(row -> list.equals(row.get("list_name")))
                        .map(row -> row.getOrDefault("name", ""))
                        .toList()
                : List.<String>of();
        var path = "codes/" + list + ".csv";
        return ofForm.isEmpty() && pack.paths().contains(path)
                ? pack.table(path).stream()
                        .map(row -> row.getOrDefault("name", ""))
                        .toList()
                : ofForm;
    }

    private void add(String list, Map<String, String> row) {
        var code = row.getOrDefault("name", "");
        var names = new ArrayList<String>();
        row.forEach((column, text) -> {
            if (column.startsWith("label::")) {
                names.add(text);
            }
        });
        names.addAll(Arrays.asList(row.getOrDefault("aliases", "").split("\\|")));
        lists.computeIfAbsent(list, any -> new NameIndex<>())
                .add(code, new Code(code, row.getOrDefault("label::en", code)), names);
    }

    @Override
    public Optional<String> findCode(String list, String text) {
        if (list.equals("districts")) {
            return places.findDistrict(text).map(District::code);
        }
        var index = lists.get(list);
        return index == null ? Optional.empty() : index.find(text).map(Code::code);
    }

    @Override
    public List<String> nearest(String list, String text, int most) {
        if (list.equals("districts")) {
            return places.nearestDistricts(text, most).stream()
                    .map(district -> new Code(district.code(), district.names().in("en")).toString())
                    .toList();
        }
        var index = lists.get(list);
        return index == null
                ? List.of()
                : index.nearestNames(text, most).stream().map(Code::toString).toList();
    }
}
