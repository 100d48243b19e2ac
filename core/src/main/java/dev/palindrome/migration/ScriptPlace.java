package dev.palindrome.migration;

/**
 * A line of a script.
 *
 * @param script the script's path below its location
 * @param line from 1
 */
public record ScriptPlace(String script, int line) {}
