package dev.palindrome.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.h2.engine.Database;
import org.h2.engine.DbObject;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.table.TableView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The statements that make everything in an H2 database once more but its rows, in an order in which each finds what it needs.
 * H2's own {@code SCRIPT} loses some of it: to which constraint an index belongs, synonyms, keys that are not checked, and
 * views that have a lower number than their tables, as they can have where something was dropped before.
 *
 * @param settings of the database
 * @param owners users and roles
 * @param tables with what they are made of, but without indexes and constraints
 * @param others what stands on tables
 */
public record H2Objects(List<String> settings, List<String> owners, List<String> tables, List<String> others) {

    private static final Logger LOG = LoggerFactory.getLogger(H2Objects.class);

    /** Long values come through a table and functions that the script makes for itself. */
    private static final Pattern ROWS =
            Pattern.compile("INSERT INTO |(?:CREATE|ALTER|DROP) [A-Z ]*SYSTEM_(?:LOB_STREAM|COMBINE_[BC]LOB)\\b");

    /**
     * Asks H2.
     *
     * @param connection of a user who may see everything
     * @return the statements, without semicolons at their ends
     * @throws SQLException if the connection is not H2's own
     */
    public static H2Objects of(Connection connection) throws SQLException {
        return of(connection, true);
    }

    /**
     * Asks H2 for the settings alone.
     *
     * @param connection of a user who may see everything
     * @return the statements, without semicolons at their ends
     * @throws SQLException if the connection is not H2's own
     */
    public static List<String> settings(Connection connection) throws SQLException {
        return new H2ObjectList(session(connection).getDatabase()).settings();
    }

    public static H2Objects withoutPasswords(Connection connection) throws SQLException {
        return of(connection, false);
    }

    private static H2Objects of(Connection connection, boolean passwords) throws SQLException {
        H2ObjectList list = new H2ObjectList(session(connection).getDatabase());
        return new H2Objects(list.settings(), list.owners(passwords), list.tables(), list.others());
    }

    /**
     * The statements that put the rows in, as H2 scripts them: for where H2 does not keep them in memory as it usually does.
     *
     * @param connection of any user
     * @return the statements; they belong after those for tables and before those for the others
     * @throws SQLException if H2 refuses
     */
    public static List<String> rows(Connection connection) throws SQLException {
        List<String> rows = new ArrayList<>();
        boolean had = H2Rights.takeAll(connection);
        try (Statement statement = connection.createStatement();
                ResultSet script = statement.executeQuery("SCRIPT")) {
            while (script.next()) {
                String sql = script.getString(1);
                if (ROWS.matcher(sql).lookingAt()) {
                    rows.add(sql);
                }
            }
        } finally {
            H2Rights.putBack(connection, had);
        }
        return rows;
    }

    /**
     * All statements but settings.
     *
     * @param rows statements that put rows in, or none
     * @return the statements in their order
     */
    public List<String> statements(List<String> rows) {
        return Stream.of(owners, tables, rows, others).flatMap(List::stream).toList();
    }

    /**
     * Runs such statements as H2 runs those of its own catalogue: some of them it takes from nobody else. Afterwards, views
     * that were made before what they name are compiled once more, as H2 does when it opens a database.
     *
     * @param connection where to run them
     * @param statements in their order
     * @throws SQLException if one of them fails; those before it stay
     */
    public static void run(Connection connection, List<String> statements) throws SQLException {
        SessionLocal session = session(connection);
        session.setQuirksMode(true);
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            recompileViews(session.getDatabase(), statement);
        } finally {
            session.setQuirksMode(false);
        }
    }

    /** Each may be what another one waits for. What stays invalid was so where it comes from. */
    private static void recompileViews(Database engine, Statement statement) throws SQLException {
        List<String> invalid = invalidViews(engine);
        int before;
        do {
            before = invalid.size();
            for (String view : invalid) {
                recompile(view, statement);
            }
            invalid = invalidViews(engine);
        } while (!invalid.isEmpty() && invalid.size() < before);
    }

    private static void recompile(String view, Statement statement) {
        try {
            statement.execute("ALTER VIEW " + view + " RECOMPILE");
        } catch (SQLException e) {
            LOG.debug("The view {} cannot be compiled yet: {}", view, e.getMessage());
        }
    }

    /**
     * Views that cannot be asked anything, because something that they name is not there.
     *
     * @param engine H2's
     * @return their names as SQL takes them
     */
    public static List<String> invalidViews(Database engine) {
        return engine.getAllSchemasNoMeta().stream()
                .flatMap(schema -> schema.getAllTablesAndViews(null).stream())
                .filter(table -> table instanceof TableView view && view.isInvalid())
                .map(table -> table.getSQL(DbObject.DEFAULT_SQL_FLAGS))
                .sorted()
                .toList();
    }

    private static SessionLocal session(Connection connection) throws SQLException {
        return (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    }
}
