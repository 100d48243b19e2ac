package dev.palindrome.h2.value;

import dev.palindrome.h2.H2Front;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.sql.ChangedRows;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.ColumnTypes;
import dev.palindrome.tsql.DateOrder;
import dev.palindrome.tsql.FlowVariable;
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
     * @return how many rows it has changed
     * @throws SQLException if it fails
     */
    public static long run(
            Connection connection, String script, int line, String order, @Nullable String plain, String tsql)
            throws SQLException {
        return run(connection, script, line, order, plain, tsql, new RecordedColumnTypes(connection));
    }

    /**
     * Runs a statement of a batch that has variables.
     *
     * @param connection H2's
     * @param script the script's name
     * @param line the line on which it starts
     * @param order in which the numbers of dates stand
     * @param plain for H2, if that will do as long as H2 takes it
     * @param tsql as it is in the script
     * @param variables those that are declared
     * @return how many rows it has changed
     * @throws SQLException if it fails
     */
    public static long withVariables(
            Connection connection,
            String script,
            int line,
            String order,
            @Nullable String plain,
            String tsql,
            String variables)
            throws SQLException {
        ColumnTypes columns = new RecordedColumnTypes(connection).with(FlowVariable.parse(variables));
        return run(connection, script, line, order, plain, tsql, columns);
    }

    private static long run(
            Connection connection,
            String script,
            int line,
            String order,
            @Nullable String plain,
            String tsql,
            ColumnTypes columns)
            throws SQLException {
        if (plain != null) {
            try {
                long rows = DirectCall.affected(connection, plain);
                ChangedRows.tell(script, line, rows);
                return rows;
            } catch (SQLException e) {
                if (!CONVERSIONS.contains(e.getErrorCode())) {
                    throw e;
                }
            }
        }
        List<String> statements =
                translated(() -> TranslatedScript.rewriteLate(script, tsql, line, DateOrder.valueOf(order), columns));
        long rows = 0;
        for (String statement : statements) {
            long changed = DirectCall.affected(connection, statement);
            rows = IdentityCall.is(statement) ? rows : changed;
        }
        ChangedRows.tell(script, line, rows);
        return rows;
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
     * @return how many rows it has put in
     * @throws SQLException if it fails
     */
    public static long withLiterals(
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
        return depends ? run(connection, script, line, order, null, tsql) : DirectCall.affected(connection, plain);
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

    /** What may ask H2 for types. */
    private interface Translation<T> {
        T get() throws SQLException;
    }

    private static <T> T translated(Translation<T> translation) throws SQLException {
        try {
            return translation.get();
        } catch (NeedsSqlServerException e) {
            throw TsqlError.of(e);
        }
    }
}
