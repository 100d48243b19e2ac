package dev.palindrome.sql;

/** What may stand in parentheses behind the name of a {@link SqlType}. */
public enum TypeArguments {
    /** Nothing. */
    NONE,
    /** A length: of texts in letters, of binary values in bytes. Without it 1 is meant, in CAST and CONVERT 30. */
    LENGTH,
    /** The same, or MAX. */
    LENGTH_OR_MAX,
    /** How many digits there are, and how many of them behind the point. Without them 18 and 0 are meant. */
    PRECISION_AND_SCALE,
    /** How many digits of a second are kept. Without it the most are meant. */
    FRACTION,
    /** How many bits the mantissa has. Without it the most are meant; up to 24 make it a REAL. */
    MANTISSA,
    /** How many numbers there are, which must be said, and of which type. */
    DIMENSIONS,
    /** A collection of schemas. */
    XML_SCHEMA
}
