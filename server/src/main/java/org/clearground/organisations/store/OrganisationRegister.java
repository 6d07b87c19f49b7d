// SPDX-License-Identifier: Apache-2.0
package org.clearground.organisations.store;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clearground.ledger.CanonicalJson;
import org.clearground.ledger.EntryKind;
import org.clearground.ledger.LedgerEntry;
import org.clearground.ledger.Projection;
import org.clearground.names.Names;
import org.clearground.organisations.Organisation;
import org.clearground.packs.Pack;
import org.clearground.packs.Packs;
import org.clearground.storage.Transaction;

/** The organisations of the pack in force, with those of earlier packs behind them. */
public final class OrganisationRegister implements Projection {

    @Override
    public List<String> tables() {
        return List.of("organisation");
    }

    @Override
    public void drop(Transaction transaction) {
        transaction.sql().sql("delete from organisation").update();
    }

    @Override
    public void apply(Transaction transaction, LedgerEntry entry) {
        if (entry.kind() != EntryKind.PACK_ADOPTED) {
            return;
        }
        long knownFrom = entry.recordedAt().toEpochMilli();
        transaction
                .sql()
                .sql("update organisation set known_to_ms = ? where known_to_ms is null")
                .param(knownFrom)
                .update();
        for (var organisation : organisations(Packs.read(transaction, entry))) {
            transaction
                    .sql()
                    .sql("insert into organisation (code, kind, names, aliases, unnamed, valid_from, known_from_ms)"
                            + " values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            organisation.code(),
                            organisation.kind(),
                            CanonicalJson.of(organisation.names().byLanguage()),
                            CanonicalJson.of(organisation.aliases()),
                            organisation.unnamed(),
                            "1900-01-01",
                            knownFrom)
                    .update();
        }
    }

    /** The organisations of a pack, in its order. */
    public static List<Organisation> organisations(Pack pack) {
        return pack.table("organisations.csv").stream()
                .map(row -> {
                    var names = new LinkedHashMap<String, String>();
                    for (var language : pack.languages()) {
                        var name = row.getOrDefault("name_" + language, "");
                        if (!name.isEmpty()) {
                            names.put(language, name);
                        }
                    }
                    return new Organisation(
                            row.getOrDefault("code", ""),
                            new Names(names),
                            row.getOrDefault("kind", ""),
                            Arrays.stream(row.getOrDefault("aliases", "").split("\\|"))
                                    .filter(alias -> !alias.isBlank())
                                    .toList(),
                            Boolean.parseBoolean(row.get("unnamed")));
                })
                .toList();
    }

    /** The organisations that the pack in force names, by code, in its order. */
    public static Map<String, Organisation> all(Transaction transaction) {
        var all = new LinkedHashMap<String, Organisation>();
        transaction
                .sql()
                .sql(
                        "select code, kind, names, aliases, unnamed from organisation where known_to_ms is null order by rowid")
                .query(row -> {
                    var names = new LinkedHashMap<String, String>();
                    CanonicalJson.read(row.getString(3)).forEach((key, name) -> names.put(key, name.toString()));
                    all.put(
                            row.getString(1),
                            new Organisation(
                                    row.getString(1),
                                    new Names(names),
                                    row.getString(2),
                                    CanonicalJson.readList(row.getString(4)).stream()
                                            .map(String::valueOf)
                                            .toList(),
                                    row.getBoolean(5)));
                });
        return all;
    }
}
