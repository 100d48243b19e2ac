package dev.palindrome.production.scan;

/**
 * What the name of a column says.
 *
 * @param kind what it holds
 * @param confidence from 0 to 1
 * @param phrase the words that say it
 * @param reason in a sentence for people
 */
record NameHint(PersonalKind kind, double confidence, String phrase, String reason) {}
