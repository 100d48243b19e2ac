package dev.palindrome.check.rule;

/**
 * Something found in a script.
 *
 * @param code what kind of
 * @param line of the script, from 1
 * @param text what is wrong, and the way out
 */
public record Problem(FindingCode code, int line, String text) {}
