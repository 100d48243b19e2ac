package dev.palindrome.database;

/**
 * By what databases are told apart: those with equal keys hold the same, so that one may be cloned for the other.
 *
 * @param family the wish: where the scripts lie, how far to migrate, settings, what is seeded. When the scripts change it
 *     stays, so that templates made of the old ones are recognised
 * @param content everything that decides what is in the database, contents of scripts included
 * @param acrossRuns whether a template may stay on a server for later runs
 */
public record TemplateKey(String family, String content, boolean acrossRuns) {}
