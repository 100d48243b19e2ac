package dev.palindrome.production.scan;

/** What the name of a table says about its rows. */
enum TableKind {
    /** Persons. */
    PEOPLE,
    /** Companies, schools and the like. */
    ORGANISATIONS,
    /** Things, places, or entries of a list. */
    THINGS,
    /** What persons do. */
    RECORDS,
    /** Nothing. */
    UNKNOWN
}
