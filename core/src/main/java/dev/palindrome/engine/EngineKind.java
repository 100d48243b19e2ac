package dev.palindrome.engine;

/** Which kind of database server a test runs on. */
public enum EngineKind {
    /** SQL Server where it can be had, else the embedded engine, which is a preview and not a proof. */
    AUTO,
    /** SQL Server: the server named by {@code palindrome.url}, or one in a container. Never the embedded engine. */
    SQL_SERVER,
    /** H2 inside this JVM, fed with the same T-SQL scripts. */
    EMBEDDED
}
