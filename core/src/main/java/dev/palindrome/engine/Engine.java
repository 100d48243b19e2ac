package dev.palindrome.engine;

/** A running database server on which databases for tests are made. */
public sealed interface Engine permits SqlServerEngine, EmbeddedEngine {

    /**
     * What kind of server this is.
     *
     * @return {@link EngineKind#SQL_SERVER} or {@link EngineKind#EMBEDDED}, never {@link EngineKind#AUTO}
     */
    EngineKind kind();

    /**
     * This engine in a few words for a log line.
     *
     * @return for example {@code SQL Server in container mcr.microsoft.com/mssql/server:2022-latest}; no credentials
     */
    String describe();
}
