package dev.palindrome.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Queries that go to SQL Server in one round trip. Each is a text of its own, run by sp_executesql inside TRY … CATCH, so
 * that one that does not compile, or is refused, is one without an answer and takes nothing with it (Microsoft:
 * try-catch-transact-sql, sp-executesql-transact-sql). Behind each comes a row that says how it went: a result that an
 * error has cut off is no answer.
 */
public final class SqlServerQueryBatch {

    /**
     * What a query has answered.
     *
     * @param <T> what is made of each row
     */
    public static final class Answer<T> {

        private final RowMapper<T> mapper;
        private final List<T> rows = new ArrayList<>();
        private Optional<SQLException> failure = Optional.empty();
        private boolean isThere;

        private Answer(RowMapper<T> mapper) {
            this.mapper = mapper;
        }

        /**
         * What was made of its rows.
         *
         * @return in their order
         * @throws SQLException if the server refused it
         */
        public List<T> rows() throws SQLException {
            if (failure.isPresent()) {
                throw failure.get();
            }
            if (!isThere) {
                throw new IllegalStateException("The batch has not been read to its end.");
            }
            return rows;
        }

        /**
         * Why there is no answer.
         *
         * @return the server's error
         */
        public Optional<SQLException> failure() {
            return failure;
        }

        private void end(ResultSet end) throws SQLException {
            isThere = true;
            int number = end.getInt("error_number");
            if (number != 0) {
                failure = Optional.of(new SQLException(end.getString("error_message"), "S0001", number));
            }
        }
    }

    /**
     * XACT_ABORT would let an error end the batch; a ROWCOUNT or TEXTSIZE that a script has left would cut answers short, and
     * nobody would say so (Microsoft: set-rowcount-transact-sql, set-textsize-transact-sql). It is run by sp_executesql, which
     * gives options back what they were when it ends, in whatever way (Microsoft: set-statements-transact-sql).
     */
    private static final String HEAD = """
            SET NOCOUNT ON;
            SET XACT_ABORT OFF;
            SET ROWCOUNT 0;
            SET TEXTSIZE 2147483647;
            """;

    private static final String END = "query_ended";

    private static final int COLUMNS_OF_END = 3;

    private final List<String> texts = new ArrayList<>();
    private final List<Answer<?>> answers = new ArrayList<>();
    private final Set<Answer<?>> obstacles = new HashSet<>();
    private boolean isStopped;

    /** Begins with none. */
    public SqlServerQueryBatch() {}

    /**
     * Adds a query.
     *
     * @param sql one query; may be several statements of which one has rows
     * @param mapper makes something of each row
     * @param <T> what that is
     * @return the answer, which is there when the batch has been read
     */
    public <T> Answer<T> add(String sql, RowMapper<T> mapper) {
        return add(sql, mapper, "");
    }

    /**
     * Adds a query without which the rest is of no use. Its error is the batch's: a CATCH is told of the last error alone, which
     * says of RESTORE that it is terminating, and not why. What comes behind is not done (Microsoft: error-transact-sql).
     *
     * @param sql one query
     * @param mapper makes something of each row
     * @param <T> what that is
     * @return the answer, which is there when the batch has been read
     */
    public <T> Answer<T> addRequired(String sql, RowMapper<T> mapper) {
        texts.add("""
                EXEC sp_executesql %s;
                    IF @@ERROR <> 0 RETURN;
                    %s;
                """.formatted(SqlLiteral.of(sql), end(answers.size())));
        Answer<T> answer = new Answer<>(mapper);
        answers.add(answer);
        return answer;
    }

    /**
     * Adds a query that finds what is in the way of all that comes behind it: where it has rows, nothing else is done.
     *
     * @param sql one query
     * @param mapper makes something of each row
     * @param <T> what that is
     * @return the answer, which is there when the batch has been read
     */
    public <T> Answer<T> addObstacle(String sql, RowMapper<T> mapper) {
        Answer<T> answer = add(sql, mapper, """
                    IF @@ROWCOUNT > 0
                    BEGIN
                        %s;
                        RETURN;
                    END;
                """.formatted(end(answers.size())));
        obstacles.add(answer);
        return answer;
    }

    private <T> Answer<T> add(String sql, RowMapper<T> mapper, String then) {
        texts.add("""
                BEGIN TRY
                    EXEC sp_executesql %1$s;
                %3$s    %4$s;
                END TRY
                BEGIN CATCH
                    SELECT %2$d AS query_ended, ERROR_NUMBER() AS error_number, ERROR_MESSAGE() AS error_message;
                END CATCH;
                """.formatted(SqlLiteral.of(sql), answers.size(), then, end(answers.size())));
        Answer<T> answer = new Answer<>(mapper);
        answers.add(answer);
        return answer;
    }

    private static String end(int number) {
        return "SELECT %d AS query_ended, 0 AS error_number, CAST(NULL AS nvarchar(4000)) AS error_message"
                .formatted(number);
    }

    /**
     * Adds statements without results. Where one fails, nothing behind it is done, and a transaction that was begun is rolled
     * back (Microsoft: set-xact-abort-transact-sql).
     *
     * @param statements each without a semicolon at its end
     */
    public void addStatements(List<String> statements) {
        texts.add(statements.stream()
                .collect(Collectors.joining(";\n", "SET XACT_ABORT ON;\n", ";\nSET XACT_ABORT OFF;\n")));
    }

    /**
     * All of it as it stands inside another batch, which sees to NOCOUNT and XACT_ABORT.
     *
     * @return the text
     */
    public String text() {
        return String.join("", texts);
    }

    /**
     * Sends it as a batch of its own.
     *
     * @param connection whose session keeps its options
     * @throws SQLException if a statement, or the batch as a whole, fails
     */
    public void run(Connection connection) throws SQLException {
        if (texts.isEmpty()) {
            return;
        }
        try (Statement statement = SqlRunner.open(connection)) {
            boolean isResult = read(statement, statement.execute("EXEC sp_executesql " + SqlLiteral.of(HEAD + text())));
            while (isResult || statement.getUpdateCount() != -1) {
                isResult = statement.getMoreResults();
            }
        }
    }

    /**
     * Reads what was answered inside another batch, of which this comes first.
     *
     * @param statement that has been executed
     * @param isResult whether it stands on rows
     * @return whether it stands on rows now, which belong to what comes behind
     * @throws SQLException if it cannot be read
     */
    public boolean read(Statement statement, boolean isResult) throws SQLException {
        boolean stands = isResult;
        for (Answer<?> answer : answers) {
            while (!answer.isThere && !isStopped) {
                if (stands) {
                    try (ResultSet rows = statement.getResultSet()) {
                        read(rows, answer);
                    }
                } else if (statement.getUpdateCount() == -1) {
                    throw new SQLException("The server ended a batch before its last query.");
                }
                stands = statement.getMoreResults();
            }
            isStopped |= obstacles.contains(answer) && !answer.rows.isEmpty();
        }
        return stands;
    }

    /**
     * Whether something was in the way.
     *
     * @return true if nothing behind that was done
     */
    public boolean isStopped() {
        return isStopped;
    }

    private static <T> void read(ResultSet rows, Answer<T> answer) throws SQLException {
        boolean isEnd = isEnd(rows.getMetaData());
        while (rows.next()) {
            if (isEnd) {
                answer.end(rows);
            } else {
                answer.rows.add(answer.mapper.map(rows));
            }
        }
    }

    private static boolean isEnd(ResultSetMetaData columns) throws SQLException {
        return columns.getColumnCount() == COLUMNS_OF_END
                && columns.getColumnLabel(1).equals(END);
    }
}
