package dev.palindrome.h2.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.EngineDatabases;
import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.h2.H2Definitions.ConstraintView;
import dev.palindrome.sql.SqlRunner;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is read without H2's information schema is held to what it says. */
class ConstraintRowsTest {

    private static final List<String> SCHEMA = List.of(
            "CREATE SCHEMA \"a.b\"",
            "CREATE SCHEMA \"Mixed\"",
            "CREATE TABLE t (id INT, no INT, \"x]y\" INT UNIQUE, CONSTRAINT \"pk.]\" PRIMARY KEY (no, id))",
            "CREATE TABLE \"a.b\".t (id INT PRIMARY KEY, t_id INT REFERENCES \"a.b\".t (id) ON DELETE CASCADE,"
                    + " CONSTRAINT \"own\" CHECK (ABS(id) > 0))",
            "CREATE TABLE \"Mixed\".\"T.\"\"u\" (x INT, y INT, z INT DEFAULT 1,"
                    + " CONSTRAINT fk FOREIGN KEY (x, y) REFERENCES dbo.t (id, no) ON UPDATE CASCADE,"
                    + " FOREIGN KEY (z) REFERENCES dbo.t (\"x]y\") ON DELETE SET DEFAULT, UNIQUE (y, x))",
            "COMMENT ON CONSTRAINT \"Mixed\".fk IS 'said'",
            "CREATE TABLE gone (id INT PRIMARY KEY)",
            "CREATE VIEW v AS SELECT id FROM t",
            "DROP TABLE gone",
            "CREATE TABLE gone (id INT UNIQUE)",
            "ALTER TABLE gone ADD more INT");

    private static final List<String> NAMES = List.of("t", "T.\"u", "gone", "v", "nowhere");

    @ParameterizedTest
    @EnumSource
    void saysWhatTheInformationSchemaSays(ConstraintView view) throws SQLException {
        try (Database database = EngineDatabases.embedded().create("constraints", DatabaseOptions.DEFAULT);
                Connection connection = database.dataSource().getConnection()) {
            SqlRunner.on(connection).run(SCHEMA);
            List<String> columns = new ArrayList<>();
            List<String> inside = new ArrayList<>();
            try (ResultSet rows = ObjectDefinitions.of(connection).orElseThrow().constraints(view, NAMES)) {
                ResultSetMetaData about = rows.getMetaData();
                for (int i = 1; i <= about.getColumnCount(); i++) {
                    columns.add(about.getColumnName(i));
                }
                while (rows.next()) {
                    inside.add(row(rows, columns));
                }
            }

            assertThat(inside)
                    .hasSizeGreaterThan(2)
                    .containsExactlyInAnyOrderElementsOf(SqlRunner.on(connection)
                            .query("SELECT " + String.join(", ", columns) + " FROM INFORMATION_SCHEMA." + view
                                    + " WHERE CONSTRAINT_SCHEMA IN ('dbo', 'a.b', 'Mixed')")
                            .list(row -> row(row, columns)));
        }
    }

    private static String row(ResultSet row, List<String> columns) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (String column : columns) {
            text.append(row.getString(column)).append("; ");
        }
        return text.toString();
    }
}
