// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

/** What kind of answer a question takes; the names of XLSForm in brackets. */
public enum QuestionType {
    /** {@code text} */
    TEXT,
    /** {@code integer} */
    INTEGER,
    /** {@code decimal} */
    DECIMAL,
    /** {@code date} */
    DATE,
    /** {@code select_one}, {@code select_one_from_file} */
    CODE,
    /** {@code geopoint} */
    POINT,
    /** {@code geoshape}; here one or more outlines */
    SHAPE
}
