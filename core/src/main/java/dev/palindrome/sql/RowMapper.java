package dev.palindrome.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Makes something of a row.
 *
 * @param <T> what is made
 */
@FunctionalInterface
public interface RowMapper<T extends @Nullable Object> {

    /**
     * Reads the current row.
     *
     * @param row a result that stands on it
     * @return what is in it
     * @throws SQLException if it cannot be read
     */
    T map(ResultSet row) throws SQLException;
}
