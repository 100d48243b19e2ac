package dev.palindrome.h2.catalogue;

import dev.palindrome.h2.script.DatabaseScript;
import dev.palindrome.h2.script.ScriptSource;
import dev.palindrome.h2.script.SqlScripts;
import dev.palindrome.h2.script.ViewCompilation;
import dev.palindrome.h2.session.H2Session;
import dev.palindrome.sql.SqlRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.h2.engine.SessionLocal;

/**
 * The statements in which H2 itself keeps its objects. H2's own {@code SCRIPT} loses some of it: to which constraint an index
 * belongs, keys that are not checked, and views that have a lower number than their tables, as they can have where something
 * was dropped before.
 */
public final class ScriptFromInside implements ScriptSource {

    @Override
    public DatabaseScript withoutRows(Connection connection) throws SQLException {
        return script(catalogue(connection), true, List.of());
    }

    /** Rows as H2 scripts them: for where H2 does not keep them in memory as it usually does. */
    @Override
    public DatabaseScript withRows(Connection connection) throws SQLException {
        return script(catalogue(connection), true, rows(connection));
    }

    @Override
    public DatabaseScript withoutPasswords(Connection connection) throws SQLException {
        return script(catalogue(connection), false, rows(connection));
    }

    @Override
    public List<String> settings(Connection connection) throws SQLException {
        return CreationOrder.settings(catalogue(connection));
    }

    @Override
    public boolean hasHadMaterializedView(Connection connection) throws SQLException {
        return catalogue(connection).hasHadMaterializedView();
    }

    private static Catalogue catalogue(Connection connection) throws SQLException {
        return new Catalogue(H2Session.of(connection).engine());
    }

    private static DatabaseScript script(Catalogue catalogue, boolean passwords, List<String> rows) {
        CreationOrder order = new CreationOrder(catalogue);
        return new DatabaseScript(
                CreationOrder.settings(catalogue),
                Stream.of(order.owners(passwords), order.tables(), rows, order.others())
                        .flatMap(List::stream)
                        .toList());
    }

    private static List<String> rows(Connection connection) throws SQLException {
        H2Session session = H2Session.of(connection);
        boolean had = session.takeAllRights();
        try {
            return SqlScripts.rows(connection);
        } finally {
            session.giveRightsBack(had);
        }
    }

    /** As H2 runs the statements of its own catalogue: some of them it takes from nobody else. */
    @Override
    public void run(Connection connection, List<String> statements) throws SQLException {
        SessionLocal session = H2Session.of(connection).session();
        session.setQuirksMode(true);
        try {
            SqlRunner.on(connection).run(statements);
            ViewCompilation.run(connection, catalogue(connection)::invalidViews);
        } finally {
            session.setQuirksMode(false);
        }
    }
}
