package dev.palindrome.h2.procedures;

import dev.palindrome.h2.H2Front;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.text.FirstLine;
import dev.palindrome.tsql.ChoiceStep;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.TokenReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What conditions in scripts ask H2 about its schema in SQL Server's words. Public for H2's sake; {@link
 * H2Front#install} makes it known there.
 */
public final class H2Catalogue {

    private static final String OBJECT =
            "SELECT object_id FROM \"palindrome\".\"sys_objects\" WHERE object_id = ? AND (type = ? OR ? = '')";

    /** How H2's numbers for syntax errors and unknown tables and columns begin. */
    private static final String UNKNOWN = "42";

    private H2Catalogue() {}

    /**
     * A number for a name.
     *
     * @param schema the schema
     * @param name the object's name; null for the schema itself
     * @return the same number whenever the names are the same but for case
     */
    public static int id(String schema, @Nullable String name) {
        return (schema + '.' + name).toLowerCase(Locale.ROOT).hashCode();
    }

    /**
     * OBJECT_ID.
     *
     * @param connection H2's
     * @param name in one or two parts
     * @param type such as U or V, empty for any
     * @return the object's number, or null if there is none
     * @throws SQLException if H2 refuses
     */
    public static @Nullable Integer objectId(Connection connection, String name, String type) throws SQLException {
        List<String> parts = parts(name);
        if (parts.size() > 2) {
            throw TsqlError.needsSqlServer("OBJECT_ID of '" + name + "' names a database.");
        }
        String schema = parts.size() == 2 ? parts.get(0) : connection.getSchema();
        int id = id(schema, parts.get(parts.size() - 1));
        boolean mayBeTable = type.isBlank() || type.strip().equalsIgnoreCase("U");
        if (mayBeTable
                && !H2Table.of(connection, schema, parts.get(parts.size() - 1))
                        .columns()
                        .isEmpty()) {
            return id;
        }
        return SqlRunner.on(connection)
                .query(OBJECT, id, type.strip(), type.strip())
                .first(row -> row.getInt(1))
                .orElse(null);
    }

    /**
     * SCHEMA_ID.
     *
     * @param connection H2's
     * @param name the schema's
     * @return its number, or null if there is none
     * @throws SQLException if H2 refuses
     */
    public static @Nullable Integer schemaId(Connection connection, String name) throws SQLException {
        boolean found = SqlRunner.on(connection)
                .query("SELECT 1 FROM INFORMATION_SCHEMA.SCHEMATA WHERE SCHEMA_NAME = ?", name)
                .hasRows();
        return found ? id(name, null) : null;
    }

    /**
     * COL_LENGTH, which is asked only whether it is null.
     *
     * @param connection H2's
     * @param table in one or two parts
     * @param column its name
     * @return null if there is no such column
     * @throws SQLException if H2 refuses
     */
    public static @Nullable Integer colLength(Connection connection, String table, String column) throws SQLException {
        List<String> parts = parts(table);
        String schema = parts.size() == 2 ? parts.get(0) : null;
        return H2Table.of(connection, schema, parts.get(parts.size() - 1))
                        .column(unquoted(column))
                        .isPresent()
                ? 1
                : null;
    }

    /**
     * One fact of a comment.
     *
     * @param comment of a column or index
     * @param fact its key
     * @return its text, or null
     */
    public static @Nullable String recorded(@Nullable String comment, String fact) {
        if (comment == null) {
            return null;
        }
        for (Recorded.Fact known : Recorded.Fact.values()) {
            if (known.key().equals(fact)) {
                return Recorded.parse(comment).get(known).orElse(null);
            }
        }
        return null;
    }

    /**
     * IF … ELSE.
     *
     * @param connection H2's
     * @param steps see {@link ChoiceStep}
     * @throws SQLException if H2 refuses
     */
    public static void choose(Connection connection, String... steps) throws SQLException {
        int at = 0;
        while (at < steps.length) {
            String text = ChoiceStep.text(steps[at]);
            switch (ChoiceStep.kind(steps[at])) {
                case ChoiceStep.IF -> at = holds(connection, text) ? at + 1 : behind(steps, at + 1, true);
                case ChoiceStep.ELSE -> at = behind(steps, at + 1, false);
                case ChoiceStep.DO -> {
                    SqlRunner.on(connection).run(text);
                    at++;
                }
                default -> at++;
            }
        }
    }

    private static boolean holds(Connection connection, String query) throws SQLException {
        try {
            return SqlRunner.on(connection).query(query).hasRows();
        } catch (SQLException e) {
            if (String.valueOf(e.getErrorCode()).startsWith(UNKNOWN)) {
                throw TsqlError.needsSqlServer(
                        "The condition of an IF asks for something unknown: " + FirstLine.of(e) + ".");
            }
            throw e;
        }
    }

    /** Where it goes on behind the end of this choice, or behind its ELSE. */
    private static int behind(String[] steps, int start, boolean elseDoes) {
        int inner = 0;
        int at = start;
        while (at < steps.length) {
            char step = ChoiceStep.kind(steps[at++]);
            if (inner == 0 && (step == ChoiceStep.END || elseDoes && step == ChoiceStep.ELSE)) {
                return at;
            }
            inner += step == ChoiceStep.IF ? 1 : step == ChoiceStep.END ? -1 : 0;
        }
        return at;
    }

    private static List<String> parts(String name) {
        return TokenReader.ofName(name).nameParts();
    }

    private static String unquoted(String column) {
        if (!column.startsWith("[") && !column.startsWith("\"")) {
            return column;
        }
        List<String> parts = parts(column);
        return parts.get(parts.size() - 1);
    }
}
