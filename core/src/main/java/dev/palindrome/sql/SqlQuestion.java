package dev.palindrome.sql;

/**
 * A query without parameters, and what becomes of its rows.
 *
 * @param sql the query
 * @param mapper makes something of each row
 * @param <T> what that is
 */
public record SqlQuestion<T>(String sql, RowMapper<T> mapper) {}
