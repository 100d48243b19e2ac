package dev.palindrome.h2.script;

import dev.palindrome.sql.SqlRunner;
import dev.palindrome.text.VisibleLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Compiles views that were made before what they name, as H2 does when it opens a database. */
public final class ViewCompilation {

    private static final VisibleLog LOG = VisibleLog.of(ViewCompilation.class);

    /** Tells which views cannot be asked anything. */
    public interface InvalidViews {
        List<String> find() throws SQLException;
    }

    private ViewCompilation() {}

    /** Each view may be what another one waits for. What stays invalid was so where it comes from. */
    public static void run(Connection connection, InvalidViews views) throws SQLException {
        List<String> invalid = views.find();
        int before;
        do {
            before = invalid.size();
            invalid.forEach(view -> compile(connection, view));
            invalid = views.find();
        } while (!invalid.isEmpty() && invalid.size() < before);
    }

    private static void compile(Connection connection, String view) {
        try {
            SqlRunner.on(connection).run("ALTER VIEW " + view + " RECOMPILE");
        } catch (SQLException e) {
            LOG.debug("The view {} cannot be compiled yet: {}", view, e.getMessage());
        }
    }
}
