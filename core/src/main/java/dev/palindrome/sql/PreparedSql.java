package dev.palindrome.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one place where statements with parameters are prepared. JDBC has no way to switch its escapes off for them: what
 * stands in braces is translated when they are prepared. H2 looks for braces everywhere but in quotes, also in a name in
 * brackets, which therefore stands in quotes instead. Microsoft's driver knows brackets.
 */
public final class PreparedSql {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSSS", Locale.ROOT);

    private PreparedSql() {}

    /**
     * Prepares a statement.
     *
     * @param connection where
     * @param sql with a question mark for each parameter
     * @return which is to be closed
     * @throws SQLException if it is refused
     */
    public static PreparedStatement on(Connection connection, String sql) throws SQLException {
        return connection.prepareStatement(text(connection, sql));
    }

    /**
     * Prepares one that gives back values which the database makes.
     *
     * @param connection where
     * @param sql with a question mark for each parameter
     * @param made the columns of these
     * @return which is to be closed
     * @throws SQLException if it is refused
     */
    public static PreparedStatement on(Connection connection, String sql, String[] made) throws SQLException {
        return connection.prepareStatement(text(connection, sql), made);
    }

    /**
     * Gives a parameter its value. Microsoft's driver sends times of day as DATETIME, which rounds them and which no TIME is
     * compared with (docs: setting-the-connection-properties, sendTimeAsDatetime); a text becomes what its column is.
     *
     * @param statement which it is a parameter of
     * @param at its place, from 1
     * @param value as the drivers take it
     * @throws SQLException if the driver does not take it
     */
    public static void set(PreparedStatement statement, int at, @Nullable Object value) throws SQLException {
        boolean asText = value instanceof LocalTime && isSqlServer(statement);
        statement.setObject(at, asText ? TIME.format((LocalTime) value) : value);
    }

    /**
     * Gives a parameter no value: of the type that other values of its column come as.
     *
     * @param statement which it is a parameter of
     * @param at its place, from 1
     * @param jdbcType of the column, one of {@link Types}
     * @throws SQLException if the driver does not take it
     */
    public static void setNull(PreparedStatement statement, int at, int jdbcType) throws SQLException {
        boolean asText = jdbcType == Types.TIME && isSqlServer(statement);
        statement.setNull(at, asText ? Types.NVARCHAR : jdbcType);
    }

    /**
     * The parameter that a column is compared with. Microsoft's driver sends every time with a date as a DATETIME2, and from
     * compatibility level 130 on a DATETIME of .003 is .0033333 beside one (docs: the breaking changes of SQL Server 2016).
     *
     * @param connection where
     * @param type of the column
     * @return a question mark, or what makes the column's type of it
     * @throws SQLException if the connection is broken
     */
    public static String comparedWith(Connection connection, Optional<DeclaredType> type) throws SQLException {
        boolean rounds = type.filter(it -> it.is(SqlType.DATETIME)).isPresent();
        return rounds && SqlDialect.of(connection) == SqlDialect.SQL_SERVER ? "CAST(? AS DATETIME)" : "?";
    }

    private static boolean isSqlServer(PreparedStatement statement) throws SQLException {
        return SqlDialect.of(statement.getConnection()) == SqlDialect.SQL_SERVER;
    }

    private static String text(Connection connection, String sql) throws SQLException {
        return sql.indexOf('{') >= 0 && SqlDialect.of(connection) == SqlDialect.H2 ? withNamesInQuotes(sql) : sql;
    }

    static String withNamesInQuotes(String sql) {
        StringBuilder text = new StringBuilder(sql.length());
        int at = 0;
        while (at < sql.length()) {
            int end = endOfPart(sql, at);
            text.append(sql.charAt(at) == '[' ? QuotedName.of(sql.substring(at + 1, end - 1)) : sql.substring(at, end));
            at = end;
        }
        return text.toString();
    }

    /** A name, a literal or a comment is one part; so is any other character. */
    private static int endOfPart(String sql, int at) {
        return switch (sql.charAt(at)) {
            case '[' -> behind(sql, "]", at + 1);
            case '\'' -> behind(sql, "'", at + 1);
            case '"' -> behind(sql, "\"", at + 1);
            case '-' -> sql.startsWith("--", at) ? behind(sql, "\n", at) : at + 1;
            case '/' -> sql.startsWith("/*", at) ? behind(sql, "*/", at + 2) : at + 1;
            default -> at + 1;
        };
    }

    private static int behind(String sql, String closing, int from) {
        int found = sql.indexOf(closing, from);
        return found < 0 ? sql.length() : found + closing.length();
    }
}
