// SPDX-License-Identifier: Apache-2.0
package org.clearground.places.store;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.geo.GroundShape;
import org.clearground.geo.Position;
import org.clearground.geo.WrittenGeometry;
import org.clearground.ledger.CanonicalJson;
import org.clearground.ledger.EntryKind;
import org.clearground.ledger.LedgerEntry;
import org.clearground.ledger.Projection;
import org.clearground.names.Names;
import org.clearground.packs.Pack;
import org.clearground.packs.Packs;
import org.clearground.places.District;
import org.clearground.places.Gazetteer;
import org.clearground.places.Settlement;
import org.clearground.storage.KeptOfTables;
import org.clearground.storage.StorageProblem;
import org.clearground.storage.Transaction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Districts and settlements of the pack in force, with those of earlier packs behind them. */
public final class PlaceRegister implements Projection {

    /** Places are taken to have been there always: a pack says where they are, not since when. */
    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

    /** Hundreds of outlines and thousands of names, which change with the pack alone. */
    private static final KeptOfTables<Gazetteer> GAZETTEERS = new KeptOfTables<>(2, "districts", "settlements");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public List<String> tables() {
        return List.of("districts", "settlements");
    }

    @Override
    public void drop(Transaction transaction) {
        transaction.sql().sql("delete from districts").update();
        transaction.sql().sql("delete from settlements").update();
    }

    @Override
    public void apply(Transaction transaction, LedgerEntry entry) {
        if (entry.kind() != EntryKind.PACK_ADOPTED) {
            return;
        }
        long knownFrom = entry.recordedAt().toEpochMilli();
        for (var table : List.of("districts", "settlements")) {
            transaction
                    .sql()
                    .sql("update " + table + " set known_to_ms = ? where known_to_ms is null")
                    .param(knownFrom)
                    .update();
        }
        var pack = Packs.read(transaction, entry);
        try {
            for (var district : districts(pack)) {
                insertDistrict(transaction, district, knownFrom);
            }
            for (var settlement : settlements(pack)) {
                insertSettlement(transaction, settlement, knownFrom);
            }
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    private static void insertDistrict(Transaction transaction, District district, long knownFrom) throws SQLException {
        var insert = transaction.prepared("insert into districts (geom, code, name_en, names, aliases, valid_from,"
                + " known_from_ms) values (?, ?, ?, ?, ?, ?, ?)");
        insert.setBytes(1, transaction.dialect().encode(district.shape().polygons()));
        insert.setString(2, district.code());
        insert.setString(3, district.names().in("en"));
        insert.setString(4, CanonicalJson.of(district.names().byLanguage()));
        insert.setString(5, CanonicalJson.of(district.aliases()));
        insert.setString(6, ALWAYS.toString());
        insert.setLong(7, knownFrom);
        insert.executeUpdate();
    }

    private static void insertSettlement(Transaction transaction, Settlement settlement, long knownFrom)
            throws SQLException {
        var insert = transaction.prepared("insert into settlements (geom, code, district, name_en, names, aliases,"
                + " valid_from, known_from_ms) values (?, ?, ?, ?, ?, ?, ?, ?)");
        var at = new Coordinate(
                settlement.position().longitude(), settlement.position().latitude());
        insert.setBytes(1, transaction.dialect().encode(WrittenGeometry.WGS84.createPoint(at)));
        insert.setString(2, settlement.code());
        insert.setString(3, settlement.districtCode());
        insert.setString(4, settlement.names().in("en"));
        insert.setString(5, CanonicalJson.of(settlement.names().byLanguage()));
        insert.setString(6, CanonicalJson.of(settlement.aliases()));
        insert.setString(7, ALWAYS.toString());
        insert.setLong(8, knownFrom);
        insert.executeUpdate();
    }

    /** The districts of a pack, in its order. */
    public static List<District> districts(Pack pack) {
        var path = "places/districts.geojson";
        var features = JSON.readTree(pack.file(path)).path("features");
        var reader = new GeoJsonReader(WrittenGeometry.WGS84);
        var districts = new ArrayList<District>();
        for (JsonNode feature : features) {
            var properties = feature.path("properties");
            var texts = new LinkedHashMap<String, String>();
            properties.properties().forEach(property -> {
                if (!property.getValue().isNull()) {
                    texts.put(property.getKey(), property.getValue().asString());
                }
            });
            try {
                Geometry shape = reader.read(feature.path("geometry").toString());
                districts.add(new District(
                        texts.getOrDefault("code", ""), names(texts), aliases(texts), GroundShape.of(shape)));
            } catch (ParseException | IllegalArgumentException unusable) {
                throw new ProblemException(
                        ProblemCode.PACK_INVALID,
                        "the pack's " + path + " has a district that cannot be read: " + texts.get("code"),
                        unusable);
            }
        }
        return districts;
    }

    /** The settlements of a pack, in its order. */
    public static List<Settlement> settlements(Pack pack) {
        return pack.table("places/settlements.csv").stream()
                .map(row -> new Settlement(
                        row.getOrDefault("code", ""),
                        names(row),
                        aliases(row),
                        row.getOrDefault("district", "").isEmpty() ? null : row.get("district"),
                        new Position(
                                Double.parseDouble(row.getOrDefault("longitude", "")),
                                Double.parseDouble(row.getOrDefault("latitude", "")))))
                .toList();
    }

    private static Names names(Map<String, String> texts) {
        var names = new LinkedHashMap<String, String>();
        texts.forEach((key, text) -> {
            if (key.startsWith("name_") && !text.isBlank()) {
                names.put(key.substring("name_".length()), text);
            }
        });
        return new Names(names);
    }

    private static List<String> aliases(Map<String, String> texts) {
        return Arrays.stream(texts.getOrDefault("aliases", "").split("\\|"))
                .filter(alias -> !alias.isBlank())
                .toList();
    }

    /** The places as the pack in force has them. */
    public static Gazetteer gazetteer(Transaction transaction) {
        return GAZETTEERS.get(transaction, "", () -> readGazetteer(transaction));
    }

    private static Gazetteer readGazetteer(Transaction transaction) {
        var districts = transaction
                .sql()
                .sql("select code, names, aliases, geom from districts where known_to_ms is null order by fid")
                .query((row, number) -> new District(
                        row.getString(1),
                        namesFrom(row.getString(2)),
                        textsFrom(row.getString(3)),
                        GroundShape.of(transaction.dialect().decode(row.getBytes(4)))))
                .list();
        var settlements = transaction
                .sql()
                .sql(
                        "select code, names, aliases, district, geom from settlements where known_to_ms is null order by fid")
                .query((row, number) -> {
                    var at = transaction.dialect().decode(row.getBytes(5)).getCoordinate();
                    return new Settlement(
                            row.getString(1),
                            namesFrom(row.getString(2)),
                            textsFrom(row.getString(3)),
                            row.getString(4),
                            new Position(at.x, at.y));
                })
                .list();
        return new Gazetteer(districts, settlements);
    }

    /** The districts of the pack in force whose boxes meet a box, in its order. */
    public static List<District> districtsMeeting(Transaction transaction, Envelope box) {
        return gazetteer(transaction).listDistricts().stream()
                .filter(district -> district.shape().box().intersects(box))
                .toList();
    }

    /** What districts are called, by code. */
    public static Map<String, Names> districtNames(Transaction transaction) {
        var names = new LinkedHashMap<String, Names>();
        transaction
                .sql()
                .sql("select code, names from districts where known_to_ms is null order by fid")
                .query(row -> {
                    names.put(row.getString(1), namesFrom(row.getString(2)));
                });
        return names;
    }

    /** How many settlements the pack in force names. */
    public static long countSettlements(Transaction transaction) {
        return transaction
                .sql()
                .sql("select count(*) from settlements where known_to_ms is null")
                .query((row, number) -> row.getLong(1))
                .single();
    }

    private static Names namesFrom(String json) {
        var names = new LinkedHashMap<String, String>();
        CanonicalJson.read(json).forEach((language, name) -> names.put(language, name.toString()));
        return new Names(names);
    }

    private static List<String> textsFrom(String json) {
        return CanonicalJson.readList(json).stream().map(String::valueOf).toList();
    }
}
