package dev.palindrome.database.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.palindrome.RequiresSqlServer;
import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseException;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.database.definition.DatabaseMark;
import dev.palindrome.database.definition.DatabaseOption;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.engine.EngineRequest;
import dev.palindrome.engine.Engines;
import dev.palindrome.engine.SqlServerEngine;
import dev.palindrome.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RequiresSqlServer
class SqlServerDatabasesIT {

    private static final String TEXT_COMPARISON = "SELECT CASE WHEN x = N'ANN' THEN 'same' ELSE 'different' END FROM t";

    private final SqlServerEngine engine = (SqlServerEngine)
            Engines.select(new EngineRequest(EngineKind.SQL_SERVER, Optional.empty(), Settings.system()));

    private final Database database = create(DatabaseOptions.DEFAULT);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aNewDatabaseIsEmptyAndItsLoginOwnsIt() throws SQLException {
        assertThat(texts(database, "SELECT name FROM sys.tables")).isEmpty();
        run(database, "CREATE TABLE t (x INT)");
        assertThat(texts(database, "SELECT SCHEMA_NAME() + '.' + name FROM sys.tables"))
                .containsExactly("dbo.t");
    }

    @Test
    void itsUrlLeadsThere() throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password())) {
            assertThat(connection.getCatalog()).isEqualTo(database.name());
        }
    }

    @Test
    void itCarriesTheMarkOfThisProcess() throws SQLException {
        List<String> marks =
                SqlServerStatements.texts(engine.dataSource(), SqlServerDatabaseSql.readMark(database.name()));
        assertThat(marks)
                .singleElement()
                .satisfies(mark -> assertThat(DatabaseMark.parse(mark))
                        .get()
                        .extracting(DatabaseMark::process)
                        .isEqualTo(ProcessHandle.current().pid()));
    }

    @Test
    void closingDropsItOnce() throws SQLException {
        database.close();
        database.close();
        assertThat(exists(database)).isFalse();
    }

    @Test
    void closingWhatATestDroppedIsFine() throws SQLException {
        SqlServerStatements.run(engine.dataSource(), SqlServerDatabaseSql.drop(database.name()));
        database.close();
    }

    @Test
    void closingEndsTheSessionsOfOthers() throws SQLException {
        assumeAlterDatabase();
        try (Connection open = database.dataSource().getConnection()) {
            database.close();
            assertThat(open.isValid(1)).isFalse();
        }
        assertThat(exists(database)).isFalse();
    }

    @Test
    void closingWaitsForASessionThatIsJustEnding() throws Exception {
        Connection open = database.dataSource().getConnection();
        Thread ending = new Thread(() -> {
            try {
                Thread.sleep(600);
                open.close();
            } catch (InterruptedException | SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        ending.start();
        database.close();
        ending.join();
        assertThat(exists(database)).isFalse();
    }

    @Test
    void manyAreMadeAtOnce() {
        List<Database> many = IntStream.range(0, 4)
                .parallel()
                .mapToObj(number -> create(DatabaseOptions.DEFAULT))
                .toList();
        many.forEach(Database::close);
        assertThat(many).extracting(Database::name).doesNotHaveDuplicates();
    }

    @Test
    void theCollationIsTheOneAskedFor() throws SQLException {
        try (Database caseSensitive = createIfTheServerCan(Optional.of("Latin1_General_CS_AS"), Map.of())) {
            run(caseSensitive, "CREATE TABLE t (x NVARCHAR(20))");
            run(caseSensitive, "INSERT INTO t VALUES (N'Ann')");
            assertThat(texts(caseSensitive, TEXT_COMPARISON)).containsExactly("different");
        }
    }

    @Test
    void theOptionsAreSet() throws SQLException {
        assumeAlterDatabase();
        Map<String, String> options = Map.of("READ_COMMITTED_SNAPSHOT", "ON", "COMPATIBILITY_LEVEL", "140");
        try (Database optioned = create(new DatabaseOptions(Optional.empty(), options))) {
            assertThat(texts(
                            optioned,
                            "SELECT CONCAT(is_read_committed_snapshot_on, ' ', compatibility_level) FROM sys.databases"
                                    + " WHERE name = DB_NAME()"))
                    .containsExactly("1 140");
        }
    }

    @Test
    void whatCannotBeMadeLeavesNothingBehind() throws SQLException {
        List<String> before =
                SqlServerStatements.texts(engine.dataSource(), SqlServerDatabaseSql.databasesWithPrefix());
        assertThatThrownBy(() -> create(new DatabaseOptions(Optional.empty(), Map.of("NO_SUCH_OPTION", "ON"))))
                .isInstanceOf(DatabaseException.class)
                .hasMessageStartingWith("The database palindrome_sql_server_databases_it_")
                .hasMessageContaining(" could not be made on " + engine.describe() + ": ");
        assertThat(SqlServerStatements.texts(engine.dataSource(), SqlServerDatabaseSql.databasesWithPrefix()))
                .isEqualTo(before);
    }

    /** The server says how old it is, whatever a mark says; that the sweep drops what is old, only a script can tell. */
    @Test
    void theSweepLeavesAloneWhatWasMadeJustNow() throws SQLException {
        Database old = create(DatabaseOptions.DEFAULT);
        run(old, SqlServerDatabaseSql.unmark());
        run(
                old,
                SqlServerDatabaseSql.mark(
                        new DatabaseMark("ci", 1, Instant.now().minus(Duration.ofHours(26)))));
        new SqlServerSweep(engine).run();
        try (old) {
            assertThat(List.of(exists(old), exists(database))).containsExactly(true, true);
        }
    }

    @Test
    void onAServerThatStaysAKeptDatabaseStaysToo(@TempDir Path directory) throws Exception {
        assumeFalse(engine.isContainer(), "the server goes with this JVM, so there is a backup instead");
        Path note = database.keep(directory.resolve("kept"));
        database.close();
        new SqlServerSweep(engine).run();
        assertThat(exists(database)).isTrue();
        SqlServerStatements.run(engine.dataSource(), lastStatement(note));
        assertThat(exists(database)).isFalse();
    }

    @Test
    void theNoteOfADatabaseThatStaysSaysWhereItIs(@TempDir Path directory) throws Exception {
        assumeFalse(engine.isContainer(), "the server goes with this JVM, so there is a backup instead");
        Path note = database.keep(directory);
        SqlServerStatements.run(engine.dataSource(), lastStatement(note));
        assertThat(Files.readString(note))
                .isEqualTo("""
                %1$s, kept by Palindrome on %2$s.

                It is still there: connect as %3$s to the database %1$s. Palindrome has taken its mark off and will never
                drop it. When you have seen enough, drop it yourself:

                  DROP DATABASE IF EXISTS [%1$s];
                """.formatted(database.name(), engine.describe(), engine.username()));
    }

    @Test
    void fromAContainerABackupIsKept(@TempDir Path directory) throws Exception {
        assumeTrue(engine.isContainer(), "the server stays, so there is no backup");
        run(database, "CREATE TABLE t (x INT)");
        Path note = database.keep(directory);
        assertThat(note).content().contains("RESTORE DATABASE [" + database.name() + "]");
        assertThat(directory.resolve(database.name() + ".bak")).isNotEmptyFile();
    }

    private Database create(DatabaseOptions options) {
        return Databases.on(engine).create("SqlServerDatabasesIT", options);
    }

    private Database createIfTheServerCan(Optional<String> collation, Map<String, String> options) {
        try {
            return create(new DatabaseOptions(collation, options));
        } catch (DatabaseException e) {
            return abort("The server cannot do this: " + e.getMessage());
        }
    }

    private void assumeAlterDatabase() {
        try {
            run(database, SqlServerDatabaseSql.set(database.name(), new DatabaseOption("RECOVERY", "SIMPLE")));
        } catch (SQLException e) {
            abort("The server lacks ALTER DATABASE: " + e.getMessage());
        }
    }

    private boolean exists(Database database) throws SQLException {
        return SqlServerStatements.texts(engine.dataSource(), SqlServerDatabaseSql.databasesWithPrefix())
                .contains(database.name());
    }

    private static String lastStatement(Path note) throws Exception {
        List<String> lines = Files.readAllLines(note);
        return lines.get(lines.size() - 1).strip();
    }

    private static void run(Database database, String sql) throws SQLException {
        SqlServerStatements.run(database.dataSource(), sql);
    }

    private static List<String> texts(Database database, String query) throws SQLException {
        return SqlServerStatements.texts(database.dataSource(), query);
    }
}
