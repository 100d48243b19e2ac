package dev.palindrome.h2.value;

import dev.palindrome.h2.H2Front;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.ColumnTypes;
import dev.palindrome.tsql.DateOrder;
import dev.palindrome.tsql.NeedsSqlServerException;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.TranslatedScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements whose values depend on the types of columns. Public for H2's sake; {@link H2Front#install} makes it known
 * there.
 */
public final class LateTranslation {

    /** H2 could not make a value of the type that was wanted, or compare values of two types. */
    private static final Set<Integer> CONVERSIONS = Set.of(22007, 22018, 22003, 22001, 90021, 22030, 90110);

    private LateTranslation() {}

    /**
     * Runs a statement.
     *
     * @param connection H2's
     * @param script the script's name
     * @param line the line on which it starts
     * @param order in which the numbers of dates stand
     * @param plain for H2, if that will do as long as H2 takes it
     * @param tsql as it is in the script
     * @throws SQLException if it fails
     */
    public static void run(
            Connection connection, String script, int line, String order, @Nullable String plain, String tsql)
            throws SQLException {
        if (plain == null || isRefused(connection, plain)) {
            SqlRunner.on(connection)
                    .run(translated(() -> TranslatedScript.rewriteLate(
                            script, tsql, line, DateOrder.valueOf(order), new RecordedColumnTypes(connection))));
        }
    }

    /**
     * Runs an INSERT whose literals may have to be read by the types of its columns.
     *
     * @param connection H2's
     * @param script the script's name
     * @param line the line on which it starts
     * @param order in which the numbers of dates stand
     * @param plain for H2, if it need not be rewritten once more
     * @param tsql as it is in the script
     * @param schema the table's schema
     * @param table its name
     * @param literals what they may mean to which column
     * @throws SQLException if it fails
     */
    public static void withLiterals(
            Connection connection,
            String script,
            int line,
            String order,
            String plain,
            String tsql,
            @Nullable String schema,
            String table,
            String... literals)
            throws SQLException {
        List<ColumnTypes.Column> columns = new RecordedColumnTypes(connection).of(new ObjectName(schema, table));
        boolean depends = TranslatedScript.dependsOnTypes(List.of(literals), columns, DateOrder.valueOf(order));
        if (depends) {
            run(connection, script, line, order, null, tsql);
        } else {
            SqlRunner.on(connection).run(plain);
        }
    }

    /**
     * Asks the condition of an IF.
     *
     * @param connection H2's
     * @param script the script's name
     * @param line the line on which it starts
     * @param order in which the numbers of dates stand
     * @param tsql as it is in the script
     * @return whether it holds
     * @throws SQLException if it fails
     */
    public static boolean holds(Connection connection, String script, int line, String order, String tsql)
            throws SQLException {
        String condition = translated(() -> TranslatedScript.conditionLate(
                script, tsql, line, DateOrder.valueOf(order), new RecordedColumnTypes(connection)));
        return SqlRunner.on(connection).query("SELECT 1 WHERE " + condition).hasRows();
    }

    private static boolean isRefused(Connection connection, String plain) throws SQLException {
        try {
            SqlRunner.on(connection).run(plain);
            return false;
        } catch (SQLException e) {
            if (CONVERSIONS.contains(e.getErrorCode())) {
                return true;
            }
            throw e;
        }
    }

    /** What may ask H2 for types. */
    private interface Translation<T> {
        T get() throws SQLException;
    }

    private static <T> T translated(Translation<T> translation) throws SQLException {
        try {
            return translation.get();
        } catch (NeedsSqlServerException e) {
            throw new SQLException(e.getMessage(), "0A000", e);
        }
    }
}
