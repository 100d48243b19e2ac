package dev.palindrome.database.sqlserver;

import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseException;
import dev.palindrome.database.SavedState;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.engine.SqlServerEngine;
import dev.palindrome.sql.ErrorText;
import dev.palindrome.sql.ReusingDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/** One database on a SQL Server. */
final class SqlServerDatabase implements Database {

    private final SqlServerEngine engine;
    private final String name;
    private final ReusingDataSource reusing;
    private final SqlServerReplacement replacement;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean leftInPlace;

    SqlServerDatabase(SqlServerEngine engine, String name) {
        this.engine = engine;
        this.name = name;
        this.reusing = engine.reusingDataSource(name);
        this.replacement = new SqlServerReplacement(engine.dataSource(), name);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public EngineKind engine() {
        return EngineKind.SQL_SERVER;
    }

    @Override
    public String jdbcUrl() {
        return engine.jdbcUrl(name);
    }

    @Override
    public String username() {
        return engine.username();
    }

    @Override
    public String password() {
        return engine.password();
    }

    @Override
    public DataSource dataSource() {
        return engine.dataSource(name);
    }

    @Override
    public DataSource reusingDataSource() {
        return reusing;
    }

    @Override
    public void endIdleConnections() {
        reusing.endIdle();
    }

    @Override
    public Optional<SavedState> save() {
        return SqlServerSaving.save(engine.dataSource(), dataSource(), replacement);
    }

    @Override
    public int timesRestored() {
        return replacement.times();
    }

    @Override
    public Path keep(Path directory) {
        if (engine.isContainer()) {
            try {
                return new SqlServerBackup(engine, name).writeTo(directory);
            } catch (DatabaseException e) {
                boolean noBackups =
                        e.getCause() instanceof SQLException refusal && SqlServerAdvice.isWithoutBackups(refusal);
                if (!noBackups || !engine.outlivesThisJvm()) {
                    throw e;
                }
            }
        }
        Path note = new SqlServerLeftInPlace(engine, name).writeTo(directory);
        reusing.close();
        leftInPlace = true;
        closed.set(true); // from now on it is its owner's to drop
        return note;
    }

    @Override
    public boolean isKeptOnServer() {
        return leftInPlace;
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        reusing.close();
        try {
            new SqlServerDrop(engine.dataSource()).drop(name);
        } catch (SQLException e) {
            throw new DatabaseException(
                    "The database %s could not be dropped on %s: %s. %s"
                            .formatted(
                                    name,
                                    engine.describe(),
                                    ErrorText.of(e),
                                    SqlServerAdvice.onDropping(e, SqlServerDatabaseSql.drop(name))),
                    e);
        }
    }

    @Override
    public String toString() {
        return "database " + name + " on " + engine.describe();
    }
}
