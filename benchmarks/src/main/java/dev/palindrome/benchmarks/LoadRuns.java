package dev.palindrome.benchmarks;

import dev.palindrome.database.ScriptRunner;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.h2.H2Front;
import dev.palindrome.schema.SchemaReader;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.bulk.BulkLoader;
import dev.palindrome.seed.bulk.LoadProgress;
import dev.palindrome.seed.file.DataFiles;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/** Opens the package's loaders to the benchmarks, and holds what they are compared with. */
public final class LoadRuns {

    private static final int BATCH = 1000;

    private LoadRuns() {}

    /**
     * A database in a file, which is there as long as a connection to it is open: rows take no heap there.
     *
     * @param file without suffix
     * @return opens connections to it
     */
    public static DataSource file(Path file) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setUrl("jdbc:h2:file:" + file
                + ";MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;IGNORECASE=TRUE"
                + ";CACHE_SIZE=8192");
        return dataSource;
    }

    /**
     * Makes an empty H2 database into what the embedded engine makes of one.
     *
     * @param connection to it
     * @param tsql what it shall hold
     * @throws SQLException if that fails
     */
    public static void prepare(Connection connection, String tsql) throws SQLException {
        execute(connection, "CREATE SCHEMA \"dbo\"");
        execute(connection, "SET SCHEMA \"dbo\"");
        H2Front.install(connection);
        ScriptRunner.run(connection, EngineKind.EMBEDDED, "benchmark.sql", tsql);
    }

    /**
     * Loads as seeds are loaded.
     *
     * @param connection to the database
     * @param table a name in dbo
     * @param rows values for all columns
     * @throws SQLException if that fails
     */
    public static void load(Connection connection, String table, Iterator<@Nullable Object[]> rows)
            throws SQLException {
        Table into = schema(connection).table("dbo", table).orElseThrow();
        LoadProgress progress = LoadProgress.of(into);
        BulkLoader.of(connection).load(connection, into, into.columns(), rows, progress);
        progress.end();
    }

    /**
     * Loads a file.
     *
     * @param connection to the database
     * @param table a name in dbo
     * @param file such as a CSV file
     * @throws SQLException if that fails
     */
    public static void loadFile(Connection connection, String table, Path file) throws SQLException {
        DataFiles.loadOne(connection, schema(connection), table, "filesystem:" + file);
    }

    /**
     * Loads as a person would write it: a prepared INSERT in batches, in one transaction.
     *
     * @param connection to the database
     * @param sql the INSERT
     * @param rows values for its parameters
     * @throws SQLException if that fails
     */
    public static void loadByHand(Connection connection, String sql, Iterator<@Nullable Object[]> rows)
            throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int waiting = 0;
            while (rows.hasNext()) {
                List<@Nullable Object> row = Arrays.asList(rows.next());
                for (int i = 0; i < row.size(); i++) {
                    insert.setObject(i + 1, row.get(i));
                }
                insert.addBatch();
                if (++waiting % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    /**
     * Runs a statement.
     *
     * @param connection to the database
     * @param sql the statement
     * @throws SQLException if that fails
     */
    public static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static SchemaSnapshot schema(Connection connection) throws SQLException {
        return SchemaReader.of(connection).read(connection);
    }
}
