package dev.palindrome.production.scan;

/** Where a phrase means what it seems to; the head of column-words.txt says what each is. */
enum NameCondition {
    /** Of a person. */
    PEOPLE,
    /** Of a person, or of an address. */
    PLACE,
    /** Of an address. */
    STREET,
    /** Of a person whose name stands beside it. */
    NAMED,
    /** Not of a thing. */
    THINGS,
    /** With no other word that could mean something else. */
    ALONE
}
