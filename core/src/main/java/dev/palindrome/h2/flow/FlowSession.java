package dev.palindrome.h2.flow;

import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.h2.session.H2Session;
import dev.palindrome.sql.ChangedRows;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.FlowVariable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.h2.engine.SessionLocal;
import org.h2.table.Table;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** What the statements of a batch share, also with those that it runs out of texts, and what the session remembers. */
final class FlowSession {

    /** How a text says that it asks the session for something. */
    private static final List<String> ASKING =
            List.of("@\"@", "@@", "error_", "xact_state", "rowcount_big", "scope_identity");

    private static final String ROWS = "@@palindrome$rowcount";

    private static final String ERROR = "@@palindrome$error";

    private static final String XACT_ABORT = "@@palindrome$xact_abort";

    private final Connection connection;
    private final String script;
    private final int firstLine;
    private final boolean function;
    private final FlowTransaction transaction;
    private final Identities identities;
    private final FlowCursors cursors = new FlowCursors();
    private final Map<String, @Nullable Object> said = new HashMap<>();
    private final Map<String, Value> before = new HashMap<>();
    private final Set<String> tables = new LinkedHashSet<>();
    private boolean xactAbort;
    private long rows;
    private int error;
    private int depth;
    private @Nullable ScriptError outer;
    private String procedure = "";
    private boolean collecting;
    private @Nullable String left;

    FlowSession(Connection connection, String script, int firstLine, boolean inTransaction) throws SQLException {
        this.connection = connection;
        this.script = script;
        this.firstLine = firstLine;
        this.function = false;
        this.identities = new Identities(this, true);
        this.transaction = new FlowTransaction(this, inTransaction);
        this.xactAbort = Boolean.TRUE.equals(value(XACT_ABORT));
        this.rows = value(ROWS) instanceof Number kept ? kept.longValue() : 0;
        this.error = value(ERROR) instanceof Number kept ? kept.intValue() : 0;
    }

    /** Of a function, which is told nothing of what has been before, and leaves nothing behind. */
    FlowSession(Connection connection, String script) throws SQLException {
        this.connection = connection;
        this.script = script;
        this.firstLine = 1;
        this.function = true;
        this.identities = new Identities(this, false);
        this.transaction = new FlowTransaction(this, false);
    }

    /** A statement has changed rows. The lines of procedures and functions are not the script's. */
    void told(int line, long changed) {
        if (procedure.isEmpty() && !function) {
            ChangedRows.tell(script, line, changed);
        }
    }

    String script() {
        return script;
    }

    Connection connection() {
        return connection;
    }

    SqlRunner sql() {
        return SqlRunner.on(connection);
    }

    FlowTransaction transaction() {
        return transaction;
    }

    FlowCursors cursors() {
        return cursors;
    }

    /** Microsoft: create-user-defined-functions-database-engine. */
    void requireNoFunction() throws SQLException {
        if (function) {
            throw TsqlError.of(
                    557, "Only functions and some extended stored procedures can be executed from within a function.");
        }
    }

    Identities identities() {
        return identities;
    }

    boolean isXactAbort() {
        return xactAbort;
    }

    void xactAbort(boolean on) throws SQLException {
        xactAbort = on;
        set(XACT_ABORT, on);
    }

    boolean isNoExec() throws SQLException {
        return !function && depth == 0 && Boolean.TRUE.equals(value(FlowVariable.NOEXEC));
    }

    /** Of a text or procedure, what follows in it is passed over, and nothing behind it. */
    void noExec(boolean on) throws SQLException {
        if (depth == 0) {
            set(FlowVariable.NOEXEC, on);
        }
    }

    /** {@code @@ROWCOUNT}. */
    void rows(long changed) {
        rows = changed;
        error = 0;
    }

    long rows() {
        return rows;
    }

    /** {@code @@ERROR}. */
    void error(int number) {
        error = number;
    }

    /** The error of the CATCH that the text stands in which is run now. */
    @Nullable ScriptError outer() {
        return outer;
    }

    /** @return the one before */
    @Nullable ScriptError outer(@Nullable ScriptError error) {
        ScriptError before = outer;
        outer = error;
        return before;
    }

    /**
     * A procedure begins, or ends; a text that is run is in none.
     *
     * @param name with its schema; empty for none
     * @return the one around it
     */
    String procedure(String name) {
        String before = procedure;
        procedure = name;
        return before;
    }

    /** An error leaves the procedure, or has come out of another one before. */
    void leave(String raisedIn) {
        left = left == null ? raisedIn : left;
    }

    /** Where the error was raised that has come here. */
    String raisedIn() {
        String in = left == null ? procedure : left;
        left = null;
        return in;
    }

    /** Whether the rows of queries wait for an {@code INSERT … EXEC}. */
    boolean isCollecting() {
        return collecting;
    }

    void collecting(boolean on) {
        collecting = on;
    }

    /** How many texts that are run stand in each other. */
    int deeper(int by) {
        depth += by;
        return depth;
    }

    /** As H2 has it; its own NULL for NULL. For functions alone: batches run without H2's inside, too. */
    Value kept(String name) throws SQLException {
        return H2Session.of(connection).session().getVariable(key(name));
    }

    void keep(String name, Value value) throws SQLException {
        H2Session.of(connection).session().setVariable(key(name), value);
    }

    private static String key(String name) {
        return name.substring(1).toLowerCase(Locale.ROOT);
    }

    /** The value of a variable of H2's. */
    @Nullable Object value(String name) throws SQLException {
        return sql().query("SELECT " + FlowVariable.place(name))
                .first(row -> row.getObject(1))
                .orElse(null);
    }

    void set(String name, @Nullable Object value) throws SQLException {
        if (value instanceof Value kept) {
            keep(name, kept);
        } else if (value == null) {
            sql().run("SET " + FlowVariable.place(name) + " = NULL");
        } else {
            sql().update("SET " + FlowVariable.place(name) + " = ?", value);
        }
    }

    /** What a statement asks the session, so that H2 knows it. */
    void tell(List<String> texts, @Nullable ScriptError caught) throws SQLException {
        if (texts.stream().noneMatch(FlowSession::asks)) {
            return;
        }
        tell("@@rowcount", (int) rows);
        tell("@@rowcount_big", rows);
        tell("@@error", error);
        tell("@@trancount", collecting ? Math.max(1, transaction.count()) : transaction.count());
        tell("@@nestlevel", 0);
        tell("@@identity", identities.last());
        tell("@@scope_identity", identities.inScope());
        tell("@@fetch_status", cursors.status());
        tell("@@xact_state", transaction.state());
        tell("@@error_number", caught == null ? null : caught.number());
        tell("@@error_severity", caught == null ? null : caught.severity());
        tell("@@error_state", caught == null ? null : caught.state());
        tell("@@error_line", caught == null ? null : caught.line() - firstLine + 1);
        tell("@@error_message", caught == null ? null : caught.message());
        tell("@@error_procedure", caught == null || caught.procedure().isEmpty() ? null : caught.procedure());
    }

    private static boolean asks(String text) {
        return ASKING.stream().anyMatch(asking -> text.contains(asking) || contains(text, asking));
    }

    private static boolean contains(String text, String asking) {
        for (int i = 0; i + asking.length() <= text.length(); i++) {
            if (text.regionMatches(true, i, asking, 0, asking.length())) {
                return true;
            }
        }
        return false;
    }

    private void tell(String name, @Nullable Object value) throws SQLException {
        if (!said.containsKey(name) || !Objects.equals(said.get(name), value)) {
            if (function && !said.containsKey(name)) {
                before.put(name, kept(name));
            }
            set(name, value);
            said.put(name, value);
        }
    }

    /** A variable begins whose table this is. */
    void begin(String table) {
        tables.add(table);
    }

    /** Those of variables that there are now. */
    List<String> tables() {
        return List.copyOf(tables);
    }

    /** The variable ends whose table this is. A DROP would commit; a function makes too many to leave them to the session. */
    void end(String table) throws SQLException {
        tables.remove(table);
        if (!function) {
            sql().run("DELETE FROM " + QuotedName.of(table));
            return;
        }
        SessionLocal local = H2Session.of(connection).session();
        @Nullable Table found = local.findLocalTempTable(table);
        if (found != null) {
            local.removeLocalTempTable(found);
        }
    }

    /** A function has ended: whoever called it has been told something else. */
    void forget() throws SQLException {
        for (Map.Entry<String, Value> one : before.entrySet()) {
            keep(one.getKey(), one.getValue());
        }
    }

    /** The batch has ended. */
    void end() throws SQLException {
        if (transaction.isDoomed()) {
            transaction.rollback("");
            throw TsqlError.of(
                    3998,
                    "Uncommittable transaction is detected at the end of the batch. The transaction is rolled back.");
        }
        transaction.keep();
        identities.keep();
        set(ROWS, rows);
        set(ERROR, error);
    }
}
