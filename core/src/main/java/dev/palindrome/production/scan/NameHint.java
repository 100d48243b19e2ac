package dev.palindrome.production.scan;

/**
 * What the name of a column says.
 *
 * @param kind what it holds
 * @param confidence from 0 to 1
 * @param reason in words
 */
record NameHint(PersonalKind kind, double confidence, String reason) {}
