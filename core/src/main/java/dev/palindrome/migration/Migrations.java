package dev.palindrome.migration;

/** The migrations of one database. */
public interface Migrations {}
