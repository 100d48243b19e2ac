package dev.palindrome.tsql;

/**
 * One statement of a T-SQL script.
 *
 * @param text the statement as written, without the comments before it and the semicolon behind it
 * @param line the line of the script on which it starts, from 1
 */
public record TsqlStatement(String text, int line) {}
