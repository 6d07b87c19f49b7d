// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.util.LinkedHashMap;
import java.util.List;
import org.clearground.ledger.CanonicalJson;
import org.clearground.reports.intake.Mapping;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/** The mappings by which files of a body were read before, as the ledger keeps them with each reading. */
public final class RememberedMappings {

    private static final int MOST = 200;

    private RememberedMappings() {}

    /**
     * Those of one body and form, the last used first, each once.
     *
     * @param organisation that sent the files; null for files that no body is named of
     */
    @SuppressWarnings("unchecked")
    public static List<Mapping> of(Transaction transaction, @Nullable String organisation, String form) {
        var mappings = new LinkedHashMap<String, Mapping>();
        transaction
                .sql()
                .sql("select ledger.body, reading.mapping from reading"
                        + " join submission on submission.sha256 = reading.submission"
                        + " join ledger on ledger.subject = reading.submission and ledger.kind = 'READ'"
                        + " where submission.organisation is not distinct from :organisation and reading.form = :form"
                        + " and reading.mapping <> '' order by reading.id desc, ledger.seq desc limit " + MOST)
                .param("organisation", organisation)
                .param("form", form)
                .query(row -> {
                    var body = CanonicalJson.read(row.getString(1));
                    if (row.getString(2).equals(body.get("mappingFingerprint"))
                            && body.get("mapping") instanceof java.util.Map<?, ?> kept) {
                        mappings.putIfAbsent(row.getString(2), Mapping.of((java.util.Map<String, Object>) kept));
                    }
                });
        return List.copyOf(mappings.values());
    }
}
