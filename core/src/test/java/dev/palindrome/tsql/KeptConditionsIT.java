package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.EngineDatabases;
import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.database.ScriptRunner;
import dev.palindrome.schema.Check;
import dev.palindrome.schema.SchemaReader;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.sql.SqlRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A CHECK holds on the embedded engine when the connection that made it is closed: H2 2.4.240 forgets values by itself. */
class KeptConditionsIT {

    private static final Databases DATABASES = EngineDatabases.embedded();

    private static final List<String> TEXTS = List.of("'A'", "'B'", "'C'", "''", "NULL");
    private static final List<String> NUMBERS = List.of("1", "2", "3", "NULL");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "k IN ('A', 'B')",
                "k NOT IN ('A', 'B')",
                "NOT k IN ('A', 'B')",
                "k IN ('A', NULL)",
                "k NOT IN ('A', NULL)",
                "k IN ('A', '')",
                "k IN ('A', UPPER('b'))",
                "n IN (b, 2)",
                "n + 1 IN (2, 3) OR b IS NULL",
                "k = 'A' OR k = 'B'",
                "k = 'A' OR n = 2 AND b = 1 OR k = 'B'",
                "(k = 'A' OR k = 'B') AND (n = 1 OR n = 3)",
                "NOT (k = 'A' OR k = 'B')",
                "n = 1 OR NOT (n <> 2)",
                "n = 1 OR n BETWEEN 2 AND 2",
                "1 = n OR n IN (2)",
                "CASE WHEN k IN ('A', 'B') THEN n ELSE b END IN (1, 2)",
                "CASE n WHEN 1 THEN 'x' WHEN 2 THEN 'y' END = 'x' OR LEN(k) = 0 OR LEN(k) IS NULL",
                "k LIKE 'A%' OR k LIKE 'B%' OR k LIKE 'A%' AND n IN (1, 3)",
            })
    void aCheckTakesWhatItsConditionIsNotFalseOf(String condition) throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String text : TEXTS) {
            NUMBERS.forEach(n -> NUMBERS.forEach(b -> rows.add(text + ", " + n + ", " + b)));
        }
        String columns = " (k NVARCHAR(10) NULL, n INT NULL, b INT NULL";
        try (Database database = DATABASES.create("kept", DatabaseOptions.DEFAULT)) {
            run(
                    database,
                    "CREATE TABLE sample" + columns + ")\nCREATE TABLE checked" + columns
                            + ", CONSTRAINT ck CHECK (" + condition + "))\nINSERT INTO sample VALUES "
                            + String.join(
                                    "\n, ",
                                    rows.stream().map(row -> "(" + row + ")").toList())
                            + "\nGO\nCREATE VIEW refused AS SELECT k, n, b FROM sample WHERE NOT (" + condition + ")");
            List<String> refused = new ArrayList<>();
            for (String row : rows) {
                try {
                    run(database, "INSERT INTO checked VALUES (" + row + ")");
                } catch (SQLException e) {
                    assertThat(e.getErrorCode()).as(row + ": " + e.getMessage()).isEqualTo(23513);
                    refused.add(row);
                }
            }

            assertThat(refused).as(condition).hasSameSizeAs(refusedByItself(database));
            assertThat(condition(database)).isEqualTo("(" + condition + ")");
        }
    }

    private static void run(Database database, String script) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            ScriptRunner.run(connection, database.engine(), "script", script);
        }
    }

    private static List<String> refusedByItself(Database database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return SqlRunner.on(connection)
                    .query("SELECT \"n\" FROM \"refused\"")
                    .list(row -> "a row");
        }
    }

    private static String condition(Database database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            SchemaSnapshot schema = SchemaReader.of(connection).read(connection);
            return schema.table("dbo", "checked").orElseThrow().checks().stream()
                    .map(Check::condition)
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void aComputedColumnIsComputedAsWell() throws SQLException {
        try (Database database = DATABASES.create("kept", DatabaseOptions.DEFAULT)) {
            run(
                    database,
                    "CREATE TABLE t (k NVARCHAR(10) NULL, n AS (CAST(CASE WHEN k IN ('A', 'B') THEN 1 ELSE 0 END AS INT)))");
            run(database, "INSERT INTO t (k) VALUES ('A'), ('C'), (NULL)");

            try (Connection connection = database.dataSource().getConnection()) {
                assertThat(SqlRunner.on(connection)
                                .query("SELECT \"n\" FROM \"t\" ORDER BY \"k\" NULLS FIRST")
                                .texts())
                        .containsExactly("0", "1", "0");
            }
        }
    }
}
