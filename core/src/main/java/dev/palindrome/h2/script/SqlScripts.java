package dev.palindrome.h2.script;

import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.text.VisibleLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * H2's {@code SCRIPT}. It loses which index a foreign key uses, so that after it the key may take another one, and which
 * tables' keys are not checked. The connection's user must be an administrator.
 */
public final class SqlScripts implements ScriptSource {

    private static final VisibleLog LOG = VisibleLog.of(SqlScripts.class);

    private static final String REMARK = "--";

    private static final String SETTING = "SET ";

    /** Long values come through a table and functions that the script makes for itself. */
    private static final Pattern ROWS =
            Pattern.compile("^(?:INSERT INTO |(?:CREATE|ALTER|DROP) [A-Z ]*SYSTEM_(?:LOB_STREAM|COMBINE_[BC]LOB)\\b)");

    private static final String MATERIALIZED_VIEW = "CREATE FORCE MATERIALIZED VIEW ";

    private static final Pattern VIEW = Pattern.compile("CREATE (?:OR REPLACE )?FORCE VIEW ");

    private static final Pattern ON_VIEWS = Pattern.compile("CREATE FORCE TRIGGER |GRANT |COMMENT ON ");

    private static final String SYNONYMS = """
            SELECT SYNONYM_SCHEMA, SYNONYM_NAME, SYNONYM_FOR_SCHEMA, SYNONYM_FOR FROM INFORMATION_SCHEMA.SYNONYMS""";

    private static final String INVALID_VIEWS =
            "SELECT TABLE_SCHEMA, TABLE_NAME FROM INFORMATION_SCHEMA.VIEWS WHERE STATUS = 'INVALID'";

    @Override
    public DatabaseScript withoutRows(Connection connection) throws SQLException {
        return script(connection, "SCRIPT NODATA");
    }

    @Override
    public DatabaseScript withRows(Connection connection) throws SQLException {
        return script(connection, "SCRIPT");
    }

    @Override
    public DatabaseScript withoutPasswords(Connection connection) throws SQLException {
        return script(connection, "SCRIPT NOPASSWORDS");
    }

    @Override
    public List<String> settings(Connection connection) throws SQLException {
        return withoutRows(connection).settings();
    }

    /** {@code SCRIPT} itself fails where one was dropped. */
    @Override
    public boolean hasHadMaterializedView(Connection connection) throws SQLException {
        return withoutRows(connection).statements().stream().anyMatch(sql -> sql.startsWith(MATERIALIZED_VIEW));
    }

    private static DatabaseScript script(Connection connection, String command) throws SQLException {
        List<String> all = lines(connection, command);
        Predicate<String> isSetting = sql -> sql.startsWith(SETTING);
        return new DatabaseScript(
                all.stream().filter(isSetting).toList(),
                viewsBehindTables(all.stream().filter(isSetting.negate()).toList(), synonyms(connection)));
    }

    /** H2 has them in the order of its numbers, and a view may have the number of a table that was dropped before. */
    private static List<String> viewsBehindTables(List<String> statements, List<String> synonyms) {
        Predicate<String> isView = SqlScripts::isView;
        Predicate<String> isOnViews = sql -> ON_VIEWS.matcher(sql).lookingAt();
        return Stream.of(
                        statements.stream().filter(isView.or(isOnViews).negate()),
                        synonyms.stream(),
                        statements.stream().filter(isView),
                        statements.stream().filter(isOnViews))
                .flatMap(part -> part)
                .toList();
    }

    /** The statements that put the rows in. They belong behind those for tables, and before those for what stands on tables. */
    public static List<String> rows(Connection connection) throws SQLException {
        return lines(connection, "SCRIPT").stream()
                .filter(sql -> ROWS.matcher(sql).lookingAt())
                .toList();
    }

    private static List<String> lines(Connection connection, String command) throws SQLException {
        return SqlRunner.on(connection).query(command).texts().stream()
                .filter(sql -> !sql.startsWith(REMARK))
                .map(sql -> sql.endsWith(";") ? sql.substring(0, sql.length() - 1) : sql)
                .toList();
    }

    /** {@code SCRIPT} passes over them. */
    private static List<String> synonyms(Connection connection) throws SQLException {
        return SqlRunner.on(connection)
                .query(SYNONYMS)
                .list(row -> "CREATE SYNONYM %s FOR %s"
                        .formatted(
                                QuotedName.of(row.getString(1), row.getString(2)),
                                QuotedName.of(row.getString(3), row.getString(4))));
    }

    @Override
    public void run(Connection connection, List<String> statements) throws SQLException {
        List<String> views = new ArrayList<>();
        for (String sql : statements) {
            if (isView(sql)) {
                views.add(sql);
            } else {
                makeViews(connection, views);
                views.clear();
                SqlRunner.on(connection).run(sql);
            }
        }
        makeViews(connection, views);
    }

    private static boolean isView(String sql) {
        return VIEW.matcher(sql).lookingAt();
    }

    /** Even with FORCE, H2 refuses a view on one that is there and could not be compiled yet. */
    private static void makeViews(Connection connection, List<String> views) throws SQLException {
        List<String> waiting = List.copyOf(views);
        int before = waiting.size() + 1;
        while (!waiting.isEmpty() && waiting.size() < before) {
            before = waiting.size();
            waiting = waiting.stream().filter(view -> !isMade(connection, view)).toList();
            ViewCompilation.run(
                    connection,
                    () -> SqlRunner.on(connection)
                            .query(INVALID_VIEWS)
                            .list(row -> QuotedName.of(row.getString(1), row.getString(2))));
        }
        SqlRunner.on(connection).run(waiting); // says why
    }

    private static boolean isMade(Connection connection, String view) {
        try {
            SqlRunner.on(connection).run(view);
            return true;
        } catch (SQLException e) {
            LOG.debug("A view cannot be made yet: {}", e.getMessage());
            return false;
        }
    }
}
