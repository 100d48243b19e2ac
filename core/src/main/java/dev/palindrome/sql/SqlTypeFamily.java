package dev.palindrome.sql;

/** What kind of values a {@link SqlType} holds: types of one family are read, written and compared alike. */
public enum SqlTypeFamily {
    /** 0 and 1. */
    BIT,
    /** Whole numbers. */
    WHOLE_NUMBER,
    /** Exact numbers with a precision and a scale of one's own. */
    DECIMAL,
    /** Exact numbers with four digits behind the point. */
    MONEY,
    /** Floating-point numbers. */
    FLOATING_POINT,
    /** Days. */
    DATE,
    /** Times of day. */
    TIME,
    /** Days with a time of day. */
    DATE_TIME,
    /** Days with a time of day and an offset from UTC. */
    DATE_TIME_WITH_OFFSET,
    /** Texts in the code page of their collation. */
    TEXT,
    /** Texts in Unicode. */
    NATIONAL_TEXT,
    /** Bytes. */
    BINARY,
    /** GUIDs. */
    GUID,
    /** XML documents. */
    XML,
    /** JSON documents. */
    JSON,
    /** Arrays of floating-point numbers. */
    VECTOR,
    /** Places in a tree. */
    HIERARCHY,
    /** Shapes on a plane or on the globe. */
    SPATIAL,
    /** Values of many of the other families, each with its type. */
    VARIANT,
    /** Bytes that the server writes, new ones whenever the row changes. */
    ROWVERSION;

    /**
     * Whether values are letters.
     *
     * @return true for texts in Unicode, too
     */
    public boolean isText() {
        return this == TEXT || this == NATIONAL_TEXT;
    }

    /**
     * Whether values are numbers.
     *
     * @return true for bits, too
     */
    public boolean isNumber() {
        return compareTo(BIT) >= 0 && compareTo(FLOATING_POINT) <= 0;
    }

    /**
     * Whether values are times, days, or both.
     *
     * @return true for those with an offset, too
     */
    public boolean isTime() {
        return compareTo(DATE) >= 0 && compareTo(DATE_TIME_WITH_OFFSET) <= 0;
    }
}
