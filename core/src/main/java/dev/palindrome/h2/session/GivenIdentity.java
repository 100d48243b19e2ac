package dev.palindrome.h2.session;

import dev.palindrome.sql.PreparedSql;
import dev.palindrome.sql.SqlRunner;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which identity a statement has given (Microsoft: scope-identity-transact-sql). Where H2's inside is not known, H2 says what it
 * takes for one.
 */
public final class GivenIdentity {

    private static final String NAME = "\"((?:[^\"]|\"\")++)\"";

    private static final Pattern INSERT = Pattern.compile("INSERT INTO (?:" + NAME + "\\.)?+" + NAME);

    private GivenIdentity() {}

    /**
     * Forgets what has been given.
     *
     * @param connection H2's
     * @throws SQLException if that is no connection of this JVM's
     */
    public static void forget(Connection connection) throws SQLException {
        try {
            InsideIdentity.forget(connection);
        } catch (LinkageError e) {
            // what was given before looks as if it had been given again
        }
    }

    /**
     * What has been given since then.
     *
     * @param connection H2's
     * @return null for nothing
     * @throws SQLException if that is no connection of this JVM's
     */
    public static @Nullable BigDecimal last(Connection connection) throws SQLException {
        try {
            return InsideIdentity.last(connection);
        } catch (LinkageError e) {
            return SqlRunner.on(connection)
                    .query("SELECT CAST(SCOPE_IDENTITY() AS NUMERIC(38, 0))")
                    .first(row -> row.getBigDecimal(1))
                    .orElse(null);
        }
    }

    /**
     * Runs a statement, which leaves to the session what it has given.
     *
     * @param connection H2's
     * @param h2 one statement
     * @return how many rows it has changed
     * @throws SQLException if it is refused
     */
    public static long affected(Connection connection, String h2) throws SQLException {
        Optional<InsideIdentity> identity = identity(connection, h2);
        if (identity.isEmpty()) {
            return SqlRunner.on(connection).affected(h2);
        }
        identity.get().forget();
        Optional<String> named = identity.get().named();
        if (named.isPresent()) {
            return withKeys(connection, h2, named.get(), identity.get());
        }
        long rows = SqlRunner.on(connection).affected(h2);
        identity.get().generated();
        return rows;
    }

    private static Optional<InsideIdentity> identity(Connection connection, String h2) throws SQLException {
        Matcher insert = INSERT.matcher(h2);
        if (!insert.lookingAt()) {
            return Optional.empty();
        }
        try {
            return InsideIdentity.of(
                    connection, unquoted(insert.group(1)), insert.group(2).replace("\"\"", "\""));
        } catch (LinkageError e) {
            return Optional.empty();
        }
    }

    private static @Nullable String unquoted(@Nullable String name) {
        return name == null ? null : name.replace("\"\"", "\"");
    }

    /** The values that the statement names are the keys of its rows. */
    private static long withKeys(Connection connection, String h2, String column, InsideIdentity identity)
            throws SQLException {
        try (PreparedStatement statement = PreparedSql.on(connection, h2, new String[] {column})) {
            long rows = statement.executeLargeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                while (keys.next()) {
                    identity.given(keys);
                }
            }
            return rows;
        }
    }
}
