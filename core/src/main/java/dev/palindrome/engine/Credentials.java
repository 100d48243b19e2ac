package dev.palindrome.engine;

/** Who connects to a SQL Server. Either may be empty where the URL says how to do without. */
record Credentials(String username, Secret password) {}
