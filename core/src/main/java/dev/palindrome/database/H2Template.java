package dev.palindrome.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The statements that make an H2 database once more, kept in memory; and one copy made of them beforehand, while the tests of
 * the class before are running.
 */
final class H2Template implements Template {

    /** While the other statements run it must be off: it would make every VARCHAR one that ignores case. */
    private static final String IGNORE_CASE = "SET IGNORECASE ";

    private static final String REMARK = "--";

    /** In characters of SQL: some ten thousand rows. Of a larger database there is none in memory that nobody may want. */
    private static final long HEAVIEST_SPARE = 4_000_000;

    private final H2Spare spare = new H2Spare();
    private final H2Behaviour behaviour;
    private final List<String> statements;

    private H2Template(H2Behaviour behaviour, List<String> statements) {
        this.behaviour = behaviour;
        this.statements = statements;
    }

    static H2Template of(H2Database database) throws SQLException {
        List<String> statements = new ArrayList<>();
        List<String> last = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet script = statement.executeQuery("SCRIPT")) {
            while (script.next()) {
                String sql = script.getString(1);
                if (!sql.startsWith(REMARK)) {
                    (sql.startsWith(IGNORE_CASE) ? last : statements).add(withoutSemicolon(sql));
                }
            }
        }
        statements.addAll(last);
        return new H2Template(database.behaviour(), List.copyOf(statements));
    }

    /** H2 takes it for a part of a view's query. */
    private static String withoutSemicolon(String sql) {
        return sql.endsWith(";") ? sql.substring(0, sql.length() - 1) : sql;
    }

    @Override
    public Database copy(String purpose) {
        H2Database database = spare.take().map(ready -> ready.named(purpose)).orElseGet(() -> make(purpose));
        makeSpare();
        return database;
    }

    /** One more, for whoever comes next. */
    void makeSpare() {
        if (weight() <= HEAVIEST_SPARE) {
            spare.make(() -> make("clone"));
        }
    }

    private H2Database make(String purpose) {
        return H2Databases.make(purpose, behaviour, new H2Behaviour(false), this::run);
    }

    private void run(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public long weight() {
        return statements.stream().mapToLong(String::length).sum();
    }

    @Override
    public void discard() {
        spare.discard();
    }
}
