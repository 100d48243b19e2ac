package dev.palindrome.h2.administration;

import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.TypePlace;
import java.sql.Connection;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;

/** Asks H2 for the types of expressions, which it wants to be told where they make columns. */
final class ComputedColumnTypes {

    private final Connection connection;
    private final String source;

    /** @param source a table or query that has the columns which the expressions name */
    ComputedColumnTypes(Connection connection, String source) {
        this.connection = connection;
        this.source = source;
    }

    /** @param columns names and expressions in turn */
    String resolved(String statement, List<String> columns) throws SQLException {
        String resolved = statement;
        for (int i = 0; i < columns.size(); i += 2) {
            resolved = resolved.replace(TypePlace.of(columns.get(i)), type(columns.get(i + 1)));
        }
        return resolved;
    }

    void run(String statement, List<String> columns) throws SQLException {
        SqlRunner.on(connection).run(resolved(statement, columns));
    }

    private String type(String expression) throws SQLException {
        return SqlRunner.on(connection)
                .query("SELECT (" + expression + ") FROM (SELECT 1 AS \"palindrome row\") LEFT JOIN " + source
                        + " ON 1 = 0")
                .first(row -> type(expression, row.getMetaData()))
                .orElseThrow();
    }

    private static String type(String expression, ResultSetMetaData column) throws SQLException {
        String name = column.getColumnTypeName(1);
        if (name.equals("NUMERIC") && expression.contains("/")) {
            throw TsqlError.needsSqlServer("A computed column that divides decimals.");
        }
        return switch (name) {
            case "CHARACTER VARYING", "VARCHAR_IGNORECASE", "CHARACTER", "BINARY VARYING", "BINARY" ->
                name + "(" + Math.max(1, column.getPrecision(1)) + ")";
            case "NUMERIC" -> name + "(" + column.getPrecision(1) + ", " + column.getScale(1) + ")";
            case "TIMESTAMP", "TIME" -> name + "(" + column.getScale(1) + ")";
            case "TIMESTAMP WITH TIME ZONE" -> "TIMESTAMP(" + column.getScale(1) + ") WITH TIME ZONE";
            case "NULL" -> throw TsqlError.needsSqlServer("A computed column that is always NULL.");
            default -> name;
        };
    }
}
