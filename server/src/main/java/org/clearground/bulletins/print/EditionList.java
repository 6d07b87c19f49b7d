// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.print;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clearground.bulletins.Edition;
import org.clearground.ledger.CanonicalJson;
import org.clearground.ledger.Digest;
import org.clearground.ledger.Ledger;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;
import org.jspecify.annotations.Nullable;

/**
 * The list of an edition's documents as it is kept and published: canonical JSON (RFC 8785), whose SHA-256 is the digest of
 * the edition. It names no person: who prepared and who signed stands in the ledger.
 */
public final class EditionList {

    /** What the list is called where it is published. */
    public static final String NAME = "edition.json";

    public static final String MEDIA_TYPE = "application/json";

    private EditionList() {}

    /** The bytes of a list; numbers are whole. */
    public static byte[] write(
            ReportingPeriod period,
            int number,
            Edition.Standing standing,
            AsOf asOf,
            Edition.CutOff cutOff,
            boolean sample,
            List<Edition.Document> documents) {
        var map = new LinkedHashMap<String, Object>();
        map.put("format", "clearground-edition-1");
        map.put("edition", Edition.id(period, number));
        map.put("from", period.from().toString());
        map.put("to", period.to().toString());
        map.put("number", number);
        map.put("standing", standing.word());
        map.put("validOn", asOf.validOn().toString());
        map.put("knownAt", Ledger.written(asOf.knownAt()));
        map.put("ledgerEntry", cutOff.entry());
        map.put("ledgerHash", cutOff.hash().hex());
        map.put("sample", sample);
        map.put(
                "documents",
                documents.stream()
                        .map(document -> {
                            var one = new LinkedHashMap<String, Object>();
                            one.put("name", document.name());
                            one.put("mediaType", document.mediaType());
                            one.put("bytes", document.bytes());
                            one.put("sha256", document.digest().hex());
                            return one;
                        })
                        .toList());
        return CanonicalJson.of(map).getBytes(StandardCharsets.UTF_8);
    }

    /** The edition that a list is of. */
    public static Edition read(byte[] list, Edition.Signature prepared, Edition.@Nullable Signature signed) {
        var map = CanonicalJson.read(new String(list, StandardCharsets.UTF_8));
        var documents = new ArrayList<Edition.Document>();
        if (map.get("documents") instanceof List<?> all) {
            for (var each : all) {
                if (each instanceof Map<?, ?> one) {
                    documents.add(new Edition.Document(
                            String.valueOf(one.get("name")),
                            String.valueOf(one.get("mediaType")),
                            Long.parseLong(String.valueOf(one.get("bytes"))),
                            new Digest(String.valueOf(one.get("sha256")))));
                }
            }
        }
        return new Edition(
                String.valueOf(map.get("edition")),
                new ReportingPeriod(
                        LocalDate.parse(String.valueOf(map.get("from"))),
                        LocalDate.parse(String.valueOf(map.get("to")))),
                Integer.parseInt(String.valueOf(map.get("number"))),
                Edition.Standing.of(String.valueOf(map.get("standing"))),
                new AsOf(
                        LocalDate.parse(String.valueOf(map.get("validOn"))),
                        Instant.parse(String.valueOf(map.get("knownAt")))),
                new Edition.CutOff(
                        Long.parseLong(String.valueOf(map.get("ledgerEntry"))),
                        new Digest(String.valueOf(map.get("ledgerHash")))),
                Boolean.parseBoolean(String.valueOf(map.get("sample"))),
                documents,
                Digest.of(list),
                prepared,
                signed);
    }
}
