package dev.palindrome.examples;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The JDBC that every repository needs: one statement on a connection of its own. */
record Jdbc(DataSource dataSource) {

    interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    <T> List<T> list(RowMapper<T> mapper, String sql, @Nullable Object... parameters) {
        return run(sql, Statement.NO_GENERATED_KEYS, parameters, statement -> {
            List<T> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(mapper.map(row));
                }
            }
            return rows;
        });
    }

    <T> Optional<T> first(RowMapper<T> mapper, String sql, @Nullable Object... parameters) {
        return list(mapper, sql, parameters).stream().findFirst();
    }

    int update(String sql, @Nullable Object... parameters) {
        return run(sql, Statement.NO_GENERATED_KEYS, parameters, PreparedStatement::executeUpdate);
    }

    /** Returns the identity value that the new row was given. */
    int insert(String sql, @Nullable Object... parameters) {
        return run(sql, Statement.RETURN_GENERATED_KEYS, parameters, statement -> {
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getInt(1);
            }
        });
    }

    /** DATETIME2 knows no time zone; the columns of this application hold UTC. */
    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class))
                .map(value -> value.toInstant(ZoneOffset.UTC));
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private <T> T run(String sql, int generatedKeys, @Nullable Object[] parameters, Work<T> work) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql, generatedKeys)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return work.with(statement);
        } catch (SQLException e) {
            throw new RepositoryException(sql, e);
        }
    }
}
