package dev.palindrome.roundtrip;

/**
 * An undo script that Palindrome has written and tried: a beginning, for a person to read before it is used.
 *
 * @param sql T-SQL that takes the schema back to what it was before the migration
 * @param outcome what came of trying it: {@code tried: restores the schema}, or what it leaves
 */
public record UndoDraft(String sql, String outcome) {}
