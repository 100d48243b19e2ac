package dev.palindrome.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreparedSqlTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SELECT [${a}] FROM [t]           | SELECT "${a}" FROM "t"
            SELECT [a"{b}]                   | SELECT "a""{b}"
            SELECT '[{a}]', "[{b}]"          | SELECT '[{a}]', "[{b}]"
            SELECT 'it''s [{a}]', [{b}]      | SELECT 'it''s [{a}]', "{b}"
            SELECT 1 /* [{a}] */ - 2 -- [{b} | SELECT 1 /* [{a}] */ - 2 -- [{b}
            """)
    void namesInBracketsStandInQuotes(String sql, String expected) {
        assertThat(PreparedSql.withNamesInQuotes(sql)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${user}", "{d 'x'}", "{fn x}", "{call x}", "{", "}", "?", "a {b} \"c\""})
    void anyNameReachesH2AsItIs(String name) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:;MODE=MSSQLServer")) {
            SqlRunner.on(connection).run("CREATE TABLE " + QuotedName.of(name) + " (" + QuotedName.of(name) + " INT)");
            String bracketed = BracketedName.of(name);
            try (PreparedStatement statement =
                    PreparedSql.on(connection, "SELECT ? AS %1$s FROM %1$s".formatted(bracketed))) {
                statement.setInt(1, 1);
                try (ResultSet rows = statement.executeQuery()) {
                    assertThat(rows.getMetaData().getColumnLabel(1)).isEqualTo(name);
                }
            }
        }
    }
}
