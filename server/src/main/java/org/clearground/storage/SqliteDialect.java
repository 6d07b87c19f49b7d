// SPDX-License-Identifier: Apache-2.0
package org.clearground.storage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** SQLite, with geometries as GeoPackage binary (OGC 12-128r17, 2.1.3) and R*Tree indexes. */
final class SqliteDialect implements Dialect {

    private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);
    private static final byte LITTLE_ENDIAN = 1;
    private static final byte WITH_ENVELOPE = 1 << 1;
    private static final int HEADER = 8;
    private static final int ENVELOPE = 32;
    private static final int POINT = 21;

    @Override
    public String migrations() {
        return "db/sqlite";
    }

    @Override
    public String serialColumn() {
        return "INTEGER primary key";
    }

    @Override
    public String bytesColumn() {
        return "BLOB";
    }

    @Override
    public String wholeColumn() {
        return "INTEGER";
    }

    @Override
    public byte[] encode(Geometry geometry) {
        if (geometry instanceof Point point) {
            return encodePoint(point.getX(), point.getY());
        }
        var wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(geometry);
        var box = geometry.getEnvelopeInternal();
        return header(HEADER + ENVELOPE + wkb.length, WITH_ENVELOPE)
                .putDouble(box.getMinX())
                .putDouble(box.getMaxX())
                .putDouble(box.getMinY())
                .putDouble(box.getMaxY())
                .put(wkb)
                .array();
    }

    /** A point needs no envelope, and writing it without a geometry object is what keeps large imports quick. */
    private static byte[] encodePoint(double longitude, double latitude) {
        return header(HEADER + POINT, (byte) 0)
                .put(LITTLE_ENDIAN)
                .putInt(1)
                .putDouble(longitude)
                .putDouble(latitude)
                .array();
    }

    private static ByteBuffer header(int length, byte flags) {
        return ByteBuffer.allocate(length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 'G')
                .put((byte) 'P')
                .put((byte) 0)
                .put((byte) (flags | LITTLE_ENDIAN))
                .putInt(4326);
    }

    @Override
    public Geometry decode(byte[] stored) {
        int envelope = (stored[3] >> 1) & 7;
        int skip = HEADER + (envelope == 0 ? 0 : envelope == 1 ? 32 : envelope < 4 ? 48 : 64);
        try {
            return new WKBReader(WGS84).read(java.util.Arrays.copyOfRange(stored, skip, stored.length));
        } catch (ParseException unreadable) {
            throw new IllegalArgumentException("not a GeoPackage geometry", unreadable);
        }
    }

    @Override
    public Envelope box(byte[] stored) {
        boolean withBox = (stored[3] & 0x0f) == (WITH_ENVELOPE | LITTLE_ENDIAN);
        boolean pointAsWritten = stored.length == HEADER + POINT && stored[HEADER] == LITTLE_ENDIAN;
        if (!withBox && !pointAsWritten) {
            return decode(stored).getEnvelopeInternal();
        }
        var numbers = ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN);
        if (withBox) {
            return new Envelope(
                    numbers.getDouble(HEADER),
                    numbers.getDouble(HEADER + 8),
                    numbers.getDouble(HEADER + 16),
                    numbers.getDouble(HEADER + 24));
        }
        double longitude = numbers.getDouble(HEADER + 5);
        double latitude = numbers.getDouble(HEADER + 13);
        return new Envelope(longitude, longitude, latitude, latitude);
    }

    @Override
    public String touchesBox(String table) {
        return "fid in (" + inBox(table) + ")";
    }

    @Override
    public String inBox(String table) {
        return "select id as fid from rtree_" + table
                + "_geom where maxx >= ? and minx <= ? and maxy >= ? and miny <= ?";
    }

    @Override
    public String touchesBox(String table, String fid) {
        return "exists (select 1 from rtree_" + table + "_geom where id = " + fid
                + " and maxx >= ? and minx <= ? and maxy >= ? and miny <= ?)";
    }
}
