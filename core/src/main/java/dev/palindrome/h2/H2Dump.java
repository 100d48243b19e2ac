package dev.palindrome.h2;

import dev.palindrome.h2.catalogue.ScriptFromInside;
import dev.palindrome.h2.rows.DatabaseCapture;
import dev.palindrome.h2.rows.DatabaseRows;
import dev.palindrome.h2.script.DatabaseScript;
import dev.palindrome.h2.script.ScriptSource;
import dev.palindrome.h2.script.SqlScripts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What makes an H2 database once more: the statements that make its objects, and its rows. Where H2 is known from inside, the
 * rows are those of the first database, which are shared and not copied; else they come by INSERT.
 */
public final class H2Dump {

    private final ScriptSource source;
    private final DatabaseScript script;
    private final Optional<DatabaseRows> rows;

    private H2Dump(ScriptSource source, DatabaseScript script, Optional<DatabaseRows> rows) {
        this.source = source;
        this.script = script;
        this.rows = rows;
    }

    /**
     * Takes everything.
     *
     * @param connection to a database in this JVM, of a user who may see everything
     * @return what makes the same once more
     * @throws SQLException if H2 refuses
     */
    public static H2Dump of(Connection connection) throws SQLException {
        ScriptSource source = source();
        return H2Inside.isKnown()
                ? withSharedRows(source, connection)
                : new H2Dump(source, source.withRows(connection), Optional.empty());
    }

    /** By INSERT where some rows are not where they usually are, or where somebody has written meanwhile. */
    static H2Dump withSharedRows(ScriptSource source, Connection connection) throws SQLException {
        DatabaseCapture capture = DatabaseCapture.of(connection);
        DatabaseScript objects = source.withoutRows(connection);
        Optional<DatabaseRows> rows = capture.rows();
        return new H2Dump(source, rows.isPresent() ? objects : source.withRows(connection), rows);
    }

    /**
     * Takes everything but rows.
     *
     * @param connection to a database in this JVM, of a user who may see everything
     * @return what makes the same once more, empty
     * @throws SQLException if H2 refuses
     */
    public static H2Dump withoutRows(Connection connection) throws SQLException {
        ScriptSource source = source();
        return new H2Dump(source, source.withoutRows(connection), Optional.empty());
    }

    /**
     * Takes everything, for a file that anybody can open.
     *
     * @param connection to a database in this JVM, of a user who may see everything
     * @return what makes the same once more, where every user's password is empty
     * @throws SQLException if H2 refuses
     */
    public static H2Dump withoutPasswords(Connection connection) throws SQLException {
        ScriptSource source = source();
        return new H2Dump(source, source.withoutPasswords(connection), Optional.empty());
    }

    private static ScriptSource source() {
        return H2Inside.isKnown() ? new ScriptFromInside() : new SqlScripts();
    }

    /**
     * Makes it once more.
     *
     * @param empty to a database with nothing in it that was made without IGNORECASE; or with what {@link #after} was given
     * @throws SQLException if H2 refuses
     */
    public void makeIn(Connection empty) throws SQLException {
        H2SchemaNames.ignoreCase(empty);
        source.run(empty, script.inOrder());
        if (rows.isPresent()) {
            rows.get().fill(empty);
        }
    }

    /**
     * What is left to make in a database that another dump has made.
     *
     * @param other has no rows
     * @return empty if the other one has made anything that this one does not
     */
    public Optional<H2Dump> after(H2Dump other) {
        return script.after(other.script).map(rest -> new H2Dump(source, rest, rows));
    }

    /**
     * What it takes of this JVM's memory.
     *
     * @return in bytes, roughly
     */
    public long weight() {
        return script.length() + rows.map(DatabaseRows::weight).orElse(0L);
    }

    /**
     * How many rows it shares, and for each index as many again.
     *
     * @return 0 where they come by INSERT
     */
    public long sharedEntries() {
        return rows.map(DatabaseRows::entries).orElse(0L);
    }
}
