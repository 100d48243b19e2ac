package dev.palindrome.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A query; {@link SqlRunner#query} makes it, and it runs when its rows are asked for. */
public final class SqlQuery {

    /** Takes a row in. */
    @FunctionalInterface
    public interface RowReader {

        /**
         * Reads the current row.
         *
         * @param row a result that stands on it
         * @throws SQLException if it cannot be read
         */
        void read(ResultSet row) throws SQLException;
    }

    private interface ResultReader<T extends @Nullable Object> {
        T read(ResultSet rows) throws SQLException;
    }

    private final Connection connection;
    private final String sql;
    private final @Nullable Object[] parameters;

    SqlQuery(Connection connection, String sql, @Nullable Object[] parameters) {
        this.connection = connection;
        this.sql = sql;
        this.parameters = parameters;
    }

    /**
     * All rows.
     *
     * @param mapper makes something of each
     * @param <T> what that is
     * @return what was made, in the rows' order
     * @throws SQLException if the query is refused
     */
    public <T> List<T> list(RowMapper<T> mapper) throws SQLException {
        List<T> list = new ArrayList<>();
        forEach(row -> list.add(mapper.map(row)));
        return list;
    }

    /**
     * The texts in the first column.
     *
     * @return one of each row
     * @throws SQLException if the query is refused
     */
    public List<String> texts() throws SQLException {
        return list(row -> row.getString(1));
    }

    /**
     * The first row.
     *
     * @param mapper makes something of it, or null
     * @param <T> what that is
     * @return empty if there is no row, or nothing was made of it
     * @throws SQLException if the query is refused
     */
    public <T> Optional<T> first(RowMapper<? extends @Nullable T> mapper) throws SQLException {
        return with(rows -> rows.next() ? Optional.ofNullable(mapper.map(rows)) : Optional.empty());
    }

    /**
     * The number in the first column of the first row, such as a count.
     *
     * @return the number; 0 for NULL
     * @throws SQLException if the query is refused, or has no row
     */
    public long number() throws SQLException {
        return with(rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    /**
     * Whether there is a row.
     *
     * @return whether there is one
     * @throws SQLException if the query is refused
     */
    public boolean hasRows() throws SQLException {
        return with(ResultSet::next);
    }

    /**
     * Reads all rows, without keeping them.
     *
     * @param reader takes each in
     * @throws SQLException if the query is refused
     */
    public void forEach(RowReader reader) throws SQLException {
        with(rows -> {
            while (rows.next()) {
                reader.read(rows);
            }
            return true;
        });
    }

    private <T extends @Nullable Object> T with(ResultReader<T> reader) throws SQLException {
        if (parameters.length == 0) {
            try (Statement statement = SqlRunner.open(connection);
                    ResultSet rows = statement.executeQuery(sql)) {
                return reader.read(rows);
            }
        }
        try (PreparedStatement statement = PreparedSql.on(connection, sql)) {
            SqlRunner.bind(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                return reader.read(rows);
            }
        }
    }
}
