package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Expressions have the values that Microsoft's pages give for them. The rows name the pages, below
 * https://learn.microsoft.com/sql/t-sql/.
 */
class DocumentedValuesTest {

    private static final Set<String> EXACT = Set.of("decimal", "money");

    private static EmbeddedDatabase database;
    private static int views;

    @BeforeAll
    static void open() throws SQLException {
        database = new EmbeddedDatabase();
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    static Stream<Arguments> rows() throws IOException {
        try (InputStream table =
                Objects.requireNonNull(DocumentedValuesTest.class.getResourceAsStream("/tsql/documented-values.tsv"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(line -> Arguments.of((Object[]) Arrays.copyOf(line.split("\t"), 4)))
                            .toList()
                            .stream();
        }
    }

    @ParameterizedTest(name = "{0} ({3})")
    @MethodSource("rows")
    void expression(String expression, String expected, String type, String page) throws SQLException {
        String view = "dbo.v" + views++;
        database.run("CREATE VIEW " + view + " AS SELECT " + expression + " AS x");

        String selected = type.equals("varbinary") ? "'0x' || UPPER(RAWTOHEX(x))" : "x";
        String value = database.rows("SELECT " + selected + " FROM " + view).get(0);

        if (expected.equals("NULL")) {
            assertThat(value).as(page).isEqualTo("null");
            return; // a constant that is NULL has no type on H2
        }
        if (type.equals("float")) {
            BigDecimal wanted = new BigDecimal(expected);
            assertThat(new BigDecimal(value).round(new MathContext(wanted.precision())))
                    .as(page)
                    .isEqualByComparingTo(wanted);
        } else if (EXACT.contains(type)) {
            assertThat(new BigDecimal(value)).as(page).isEqualByComparingTo(new BigDecimal(expected));
            assertThat(type.equals("money") || new BigDecimal(value).scale() == new BigDecimal(expected).scale())
                    .as("digits of " + value)
                    .isTrue();
        } else {
            assertThat(written(value, type)).as(page).isEqualTo(expected);
        }
        assertThat(h2Type(view)).as("type of " + expression).matches(h2Type(type, expression));
    }

    private static String written(String value, String type) {
        return type.equals("char") ? value.stripTrailing() : value;
    }

    private static String h2Type(String view) throws SQLException {
        return database.rows("SELECT DATA_TYPE FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_NAME = '"
                        + view.substring("dbo.".length()) + "'")
                .get(0);
    }

    private static String h2Type(String type, String expression) {
        return switch (type) {
            case "int" -> "INTEGER|BIGINT"; // H2 counts letters as BIGINT
            case "bigint" -> "BIGINT";
            case "bit" -> "BOOLEAN";
            case "decimal", "money" -> "NUMERIC";
            case "float" -> "DOUBLE PRECISION";
            case "char", "nchar", "varchar", "nvarchar" -> "CHARACTER.*|VARCHAR.*";
            case "date" -> "DATE";
            case "time" -> "TIME";
            case "datetime", "datetime2", "smalldatetime" -> "TIMESTAMP";
            case "datetimeoffset" -> "TIMESTAMP WITH TIME ZONE";
            case "varbinary" -> "BINARY.*";
            default -> throw new IllegalArgumentException(type + " of " + expression);
        };
    }
}
