package dev.palindrome.sql;

import dev.palindrome.text.VisibleLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A session on which other people's scripts run as well as statements of our own. What a script SETs stays until the session
 * ends, and is met by whatever comes next (Microsoft: set-statements-transact-sql). So our own statements run in a session
 * as it began, and behind them it is what the scripts have left, as it is in production.
 *
 * <p>ROWCOUNT cannot be asked for: texts of ours that it would cut short set it for themselves.
 */
public final class ScriptedSession {

    /** Something of our own. */
    @FunctionalInterface
    public interface Work {

        /**
         * Does it.
         *
         * @throws SQLException if the database refuses it
         */
        void run() throws SQLException;
    }

    private static final VisibleLog LOG = VisibleLog.of(ScriptedSession.class);

    /** In procedures and in what EXEC makes, SET and EXECUTE AS end with them: a script says itself what it leaves. */
    private static final Pattern LEAVES_SOMETHING = Pattern.compile(
            "\\b(?:ANSI_[A-Z_]+|ARITHABORT|ARITHIGNORE|CONCAT_NULL_YIELDS_NULL|CURSOR_CLOSE_ON_COMMIT|DATEFIRST|DATEFORMAT"
                    + "|FMTONLY|IMPLICIT_TRANSACTIONS|LOCK_TIMEOUT|NOEXEC|NUMERIC_ROUNDABORT|PARSEONLY|QUOTED_IDENTIFIER"
                    + "|SETUSER|SHOWPLAN_[A-Z]+|TEXTSIZE|SET\\s+LANGUAGE\\s+[^=\\s]|SET\\s+STATISTICS|ISOLATION\\s+LEVEL|EXEC(?:UTE)?\\s+AS|USE\\s)",
            Pattern.CASE_INSENSITIVE);

    /**
     * Behind these the server refuses to make a session new for its next user, and ends it (Microsoft: errors 18059 and 18056;
     * the driver asks for it by MS-TDS's RESETCONNECTION).
     */
    private static final Pattern CANNOT_BE_USED_AGAIN = Pattern.compile(
            "\\b(?:EXEC(?:UTE)?\\s+AS|SETUSER|sp_setapprole|ALTER\\s+DATABASE)\\b", Pattern.CASE_INSENSITIVE);

    private final Connection connection;
    private final Optional<SessionOptions> begun;
    private final boolean tellsOfTransactions;
    private Optional<SessionOptions> left;
    private Optional<String> identityInsert = Optional.empty();

    private ScriptedSession(Connection connection, Optional<SessionOptions> begun) throws SQLException {
        this.connection = connection;
        this.begun = begun;
        this.left = begun;
        this.tellsOfTransactions = begun.isPresent() && begun.get().beginsTransactions() != connection.getAutoCommit();
    }

    /**
     * Whether a script may leave the session other than it was.
     *
     * @param sql its text
     * @return false where it says nothing of the kind
     */
    public static boolean isLeftOtherwiseBy(String sql) {
        return LEAVES_SOMETHING.matcher(sql).find();
    }

    /**
     * Whether a script may leave the session so that nobody can use it again.
     *
     * @param sql its text
     * @return false where it says nothing of the kind
     */
    public static boolean isUsedUpBy(String sql) {
        return CANNOT_BE_USED_AGAIN.matcher(sql).find();
    }

    /**
     * Notes how a session is before the first script.
     *
     * @param connection which stays open
     * @return the session
     * @throws SQLException if the connection is broken
     */
    public static ScriptedSession begin(Connection connection) throws SQLException {
        return new ScriptedSession(
                connection,
                SqlDialect.of(connection) == SqlDialect.H2 ? Optional.empty() : SessionOptions.readIfKnown(connection));
    }

    /**
     * Sees what a script has left.
     *
     * @throws SQLException if that is a session in which nothing of our own can be done, or the connection is broken
     */
    public void see() throws SQLException {
        if (begun.isPresent()) {
            SessionOptions now = SessionOptions.read(connection);
            now.requireSameLogin(begun.get());
            left = Optional.of(now);
        }
    }

    /**
     * Hears what a script has said of IDENTITY_INSERT, which the server does not tell: while it is on for a table, rows that
     * do not say what its identity is are refused (Microsoft: error 545).
     *
     * @param table as T-SQL takes it
     * @param isOn whether the script has left it on
     */
    public void identityInsert(String table, boolean isOn) {
        if (isOn) {
            identityInsert = Optional.of(table);
        } else if (identityInsert.filter(table::equalsIgnoreCase).isPresent()) {
            identityInsert = Optional.empty();
        }
    }

    /**
     * Makes the session what it was when it began, for good: where what has run is nothing that production knows.
     *
     * @throws SQLException if it fails
     */
    public void putBack() throws SQLException {
        if (begun.isPresent()) {
            see();
            List<String> changes = left.orElseThrow().changesTo(begun.get());
            if (!changes.isEmpty()) {
                SqlRunner.on(connection).run(String.join(";\n", changes));
            }
        }
    }

    /**
     * Does something of our own in the session as it began. Behind it is what was seen last.
     *
     * @param work what
     * @throws SQLException if it fails
     */
    public void asItBegan(Work work) throws SQLException {
        if (begun.isEmpty() || left.isEmpty()) {
            work.run();
            return;
        }
        SessionOptions theirs = left.get();
        SessionOptions ours =
                tellsOfTransactions ? begun.get().inTransactions(!connection.getAutoCommit()) : begun.get();
        List<String> changes = new ArrayList<>(theirs.changesTo(ours));
        identityInsert.ifPresent(table -> changes.add(setIdentityInsert(table, "OFF")));
        if (changes.isEmpty()) {
            work.run();
            return;
        }
        LOG.debug("What a script has left is set otherwise for a while: {}", changes);
        SqlRunner.on(connection).run(String.join(";\n", changes));
        work.run();
        // Where the work fails, so does the run, and nothing else happens in the session.
        List<String> back = new ArrayList<>();
        identityInsert.ifPresent(table -> back.add(setIdentityInsert(table, "ON")));
        back.addAll(ours.changesTo(theirs));
        SqlRunner.on(connection).run(String.join(";\n", back));
    }

    /** The script may have dropped it. */
    private static String setIdentityInsert(String table, String state) {
        return "IF OBJECT_ID(%s) IS NOT NULL SET IDENTITY_INSERT %s %s".formatted(SqlLiteral.of(table), table, state);
    }
}
