package dev.palindrome.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements on a connection, and asks queries. The driver gets each text as it stands: what looks like one of JDBC's
 * escapes, such as a brace, is SQL.
 */
public final class SqlRunner {

    /** The server reads a text as a whole before it begins with it. */
    private static final int TOGETHER = 100;

    private final Connection connection;

    private SqlRunner(Connection connection) {
        this.connection = connection;
    }

    /**
     * Begins with a connection.
     *
     * @param connection which stays open
     * @return what runs on it
     */
    public static SqlRunner on(Connection connection) {
        return new SqlRunner(connection);
    }

    /**
     * Runs a statement, or a batch of them, to its end: an error of a later one only shows when its result is asked for.
     *
     * @param sql as the database takes it
     * @throws SQLException if it is refused
     */
    public void run(String sql) throws SQLException {
        run(List.of(sql));
    }

    /**
     * Runs statements one after the other.
     *
     * @param statements as the database takes them
     * @throws SQLException if one is refused; those before it have run
     */
    public void run(Iterable<String> statements) throws SQLException {
        try (Statement statement = open(connection)) {
            for (String sql : statements) {
                boolean hasRows = execute(statement, sql);
                while (hasRows || statement.getUpdateCount() != -1) {
                    hasRows = statement.getMoreResults();
                }
            }
        }
    }

    /**
     * Runs a statement that may change rows.
     *
     * @param sql one statement as H2 takes it
     * @return how many rows it has changed; of a query how many it gives, of a call the number that it returns
     * @throws SQLException if it is refused
     */
    public long affected(String sql) throws SQLException {
        try (Statement statement = open(connection)) {
            if (!execute(statement, sql)) {
                return Math.max(0, statement.getLargeUpdateCount());
            }
            long rows = 0;
            try (ResultSet result = statement.getResultSet()) {
                while (result.next()) {
                    rows++;
                    if (sql.startsWith("CALL ")) {
                        return result.getObject(1) instanceof Number number ? number.longValue() : 0;
                    }
                }
            }
            return rows;
        }
    }

    private static boolean execute(Statement statement, String sql) throws SQLException {
        try {
            return statement.execute(sql);
        } catch (StackOverflowError e) {
            throw StackLimit.reached(e);
        }
    }

    /**
     * Runs a statement that changes rows.
     *
     * @param sql with a question mark for each parameter
     * @param parameters in their order
     * @return how many rows it has changed, as the driver has it
     * @throws SQLException if it is refused
     */
    public int update(String sql, @Nullable Object... parameters) throws SQLException {
        if (parameters.length == 0) {
            try (Statement statement = open(connection)) {
                return statement.executeUpdate(sql);
            }
        }
        try (PreparedStatement statement = PreparedSql.on(connection, sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        }
    }

    /**
     * Asks several queries without parameters, in one round trip where the server answers so. If one is refused, none has an
     * answer.
     *
     * @param questions in their order
     * @param <T> what is made of each row
     * @return the rows of each, in the same order
     * @throws SQLException if one is refused
     */
    public <T> List<List<T>> lists(List<SqlQuestion<T>> questions) throws SQLException {
        List<List<T>> answers = new ArrayList<>(questions.size());
        if (questions.isEmpty() || SqlDialect.of(connection) == SqlDialect.H2) {
            for (SqlQuestion<T> question : questions) {
                answers.add(list(question));
            }
            return answers;
        }
        for (int from = 0; from < questions.size(); from += TOGETHER) {
            answers.addAll(together(questions.subList(from, Math.min(from + TOGETHER, questions.size()))));
        }
        return answers;
    }

    private <T> List<T> list(SqlQuestion<T> question) throws SQLException {
        return query(question.sql()).list(question.mapper());
    }

    private <T> List<List<T>> together(List<SqlQuestion<T>> questions) throws SQLException {
        SqlServerQueryBatch batch = new SqlServerQueryBatch();
        List<SqlServerQueryBatch.Answer<T>> answers = new ArrayList<>();
        for (SqlQuestion<T> question : questions) {
            answers.add(batch.add(question.sql(), question.mapper()));
        }
        batch.run(connection);
        List<List<T>> rows = new ArrayList<>();
        for (SqlServerQueryBatch.Answer<T> answer : answers) {
            rows.add(answer.rows());
        }
        return rows;
    }

    /**
     * Begins a query.
     *
     * @param sql with a question mark for each parameter
     * @param parameters in their order
     * @return the query, which has not run yet
     */
    public SqlQuery query(String sql, @Nullable Object... parameters) {
        return new SqlQuery(connection, sql, parameters);
    }

    static Statement open(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        statement.setEscapeProcessing(false);
        return statement;
    }

    static void bind(PreparedStatement statement, @Nullable Object[] parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            PreparedSql.set(statement, i + 1, parameters[i]);
        }
    }
}
