package dev.palindrome.engine.server;

/** Who connects to a SQL Server. Either may be empty where the URL says how to do without. */
public record Credentials(String username, Secret password) {}
