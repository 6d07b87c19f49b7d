// SPDX-License-Identifier: Apache-2.0
package org.clearground.storage;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Where the SQL of stores differs. Everything else is portable text.
 *
 * <p>Every implementation passes {@code DialectContract}.
 */
public interface Dialect {

    /** Where Flyway finds the migrations, besides {@code db/common}. */
    String migrations();

    /** The column type that numbers rows by itself, as a whole column definition. */
    String serialColumn();

    /** The column type of bytes. */
    String bytesColumn();

    /** The column type of whole numbers of 64 bits. */
    String wholeColumn();

    /** A geometry on WGS 84 as the store keeps it, to be bound as bytes. */
    byte[] encode(Geometry geometry);

    Geometry decode(byte[] stored);

    /** The box around a geometry as it is kept, without reading all of it. */
    Envelope box(byte[] stored);

    /**
     * A condition that keeps rows whose geometry may touch a box. Exactness is the caller's: boxes are compared, and
     * some stores round them outwards.
     *
     * <p>It has four parameters: the least and greatest longitude of the box, its least and greatest latitude.
     *
     * @param table a feature table, whose key is {@code fid} and whose geometry is {@code geom}
     */
    String touchesBox(String table);

    /**
     * The keys of those rows, as a query whose column is {@code fid}.
     *
     * <p>Its parameters are those of {@link #touchesBox(String)}.
     */
    String inBox(String table);

    /**
     * The same condition, looked up row by row: for a box that holds much, where going through all that is in it would
     * take longer than going through the rows in their own order.
     *
     * <p>Its parameters are those of {@link #touchesBox(String)}.
     *
     * @param fid the key of the row, as the query around it says it
     */
    String touchesBox(String table, String fid);
}
