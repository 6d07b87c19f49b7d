// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

/** What a word or phrase means to the grammar, whatever the language. */
enum Meaning {
    /** A number in digits. */
    NUMBER,
    /** A word without a meaning here. */
    WORD,
    STOP,
    COMMA,
    COLON,
    DASH,
    OPEN,
    CLOSE,
    MARK,

    NUMBER_WORD,
    /** "a", "an", "eine": one thing only directly before what is counted. */
    ARTICLE,
    THOUSAND,
    MILLION,

    ANTI_TANK,
    ANTI_PERSONNEL,
    MINE,
    UNEXPLODED_ORDNANCE,
    UNEXPLODED,
    ORDNANCE,
    OTHER_ITEM,
    EXPLOSIVE,
    ITEM,
    PIECE,

    HECTARE,
    SQUARE_METRE,
    SQUARE_KILOMETRE,
    /** A unit or noun whose numbers are never claims: millimetres, degrees, maps, years of age. */
    NOT_COUNTED,

    PERSON,
    KILLED,
    INJURED,
    VICTIM,

    CLEARED,
    INSPECTED,
    FOUND,

    OVER,
    UP_TO,
    NEARLY,
    ABOUT,

    AND,
    OF,
    BE,

    FROM,
    TO,
    BETWEEN,
    IN,
    SINCE,
    TO_DATE,
    AS_OF,
    MONTH,
    WEEKDAY,
    ORDINAL_END,
    ORDINAL,
    DAY,
    WEEK,
    MONTH_WORD,
    QUARTER,
    HALF,
    YEAR,
    LAST,
    THIS,
    PREVIOUS,
    TODAY,
    YESTERDAY,
    THE_PERIOD,

    AGENCY,
    ARMY,
    BODY,
    COMPANY,
    TOGETHER,
    DISTRICT,
    PLACE,
    /** "said", "according to": a body beside it is a source, not a doer. */
    SAID,
    /** A share of the whole: cluster munitions, a road. */
    PART,

    /** Of what is to come: figures beside it are no claims. */
    PLAN,
    /** Of what lies in the ground or stands on maps. */
    LAID,
    /** Of elsewhere, or of no mine action at all. */
    ELSEWHERE
}
