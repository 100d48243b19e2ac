package dev.palindrome.engine;

/** A SQL Server, in a container or already running. */
public final class SqlServerEngine implements Engine {

    @Override
    public EngineKind kind() {
        return EngineKind.SQL_SERVER;
    }

    @Override
    public String describe() {
        return "SQL Server";
    }
}
