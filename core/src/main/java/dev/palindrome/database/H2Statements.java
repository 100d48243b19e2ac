package dev.palindrome.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The statements that make an H2 database once more, as H2's SCRIPT returns them, in an order in which nothing changes on
 * the way.
 *
 * @param sql each without the semicolon at its end
 */
record H2Statements(List<String> sql) {

    /** While the other statements run it must be off: it would make every VARCHAR one that ignores case. */
    private static final String IGNORE_CASE = "SET IGNORECASE ";

    private static final String REMARK = "--";

    /**
     * Asks H2.
     *
     * @param script {@code SCRIPT} with or without its options
     */
    static H2Statements of(Connection connection, String script) throws SQLException {
        List<String> statements = new ArrayList<>();
        List<String> last = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet lines = statement.executeQuery(script)) {
            while (lines.next()) {
                String sql = lines.getString(1);
                if (!sql.startsWith(REMARK)) {
                    (sql.startsWith(IGNORE_CASE) ? last : statements).add(withoutSemicolon(sql));
                }
            }
        }
        statements.addAll(last);
        return new H2Statements(List.copyOf(statements));
    }

    /** H2 takes it for a part of a view's query. */
    private static String withoutSemicolon(String sql) {
        return sql.endsWith(";") ? sql.substring(0, sql.length() - 1) : sql;
    }

    /** Runs them in an empty database that was made without IGNORECASE. */
    void run(Connection empty) throws SQLException {
        try (Statement statement = empty.createStatement()) {
            for (String each : sql) {
                statement.execute(each);
            }
        }
    }

    /**
     * What is left of them in a database where others have run; empty if those have made anything that these do not. Settings
     * and the users' passwords are no obstacle: these set them once more.
     */
    Optional<H2Statements> after(H2Statements others) {
        Set<String> done = new HashSet<>(others.sql);
        List<String> left = sql.stream().filter(each -> !done.contains(each)).toList();
        done.removeIf(each -> each.startsWith("SET ") || each.startsWith("CREATE USER "));
        return new HashSet<>(sql).containsAll(done) ? Optional.of(new H2Statements(left)) : Optional.empty();
    }

    /** In characters. */
    long length() {
        return sql.stream().mapToLong(String::length).sum();
    }
}
