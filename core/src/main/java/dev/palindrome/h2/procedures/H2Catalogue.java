package dev.palindrome.h2.procedures;

import dev.palindrome.h2.H2Front;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.h2.systemview.ObjectNumber;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.text.FirstLine;
import dev.palindrome.tsql.ChoiceStep;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What conditions in scripts ask H2 about its schema in SQL Server's words. Public for H2's sake; {@link
 * H2Front#install} makes it known there.
 */
public final class H2Catalogue {

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
        return name == null ? ObjectNumber.ofSchema(schema) : ObjectNumber.of(schema, name);
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
}
