package dev.palindrome.sql;

import dev.palindrome.text.VisibleLog;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a session of SQL Server is set, as far as it can be asked and answers depend on it. NOCOUNT and XACT_ABORT are none of
 * it: scripts set them everywhere, and whoever minds sees to them himself.
 *
 * @param options as {@code @@OPTIONS} has them (Microsoft: configure-the-user-options-server-configuration-option)
 * @param language changes the order of dates, too (Microsoft: set-language-transact-sql)
 * @param dateFormat the order of a date's parts (Microsoft: set-dateformat-transact-sql); missing where it is not told
 * @param dateFirst the week's first day (Microsoft: set-datefirst-transact-sql)
 * @param lockTimeout in milliseconds; -1 for ever (Microsoft: set-lock-timeout-transact-sql)
 * @param textSize where long values are cut off (Microsoft: set-textsize-transact-sql)
 * @param isolation a level's number (Microsoft: sys-dm-exec-sessions-transact-sql); 0 where it is not told
 * @param database that names are looked for in (Microsoft: use-transact-sql)
 * @param login as whom it runs (Microsoft: suser-sname-transact-sql)
 */
record SessionOptions(
        int options,
        String language,
        Optional<String> dateFormat,
        int dateFirst,
        int lockTimeout,
        int textSize,
        int isolation,
        String database,
        Optional<String> login) {

    private static final VisibleLog LOG = VisibleLog.of(SessionOptions.class);

    /** Everybody sees his own session (Microsoft: sys-dm-exec-sessions-transact-sql, "Permissions"). */
    static final String QUESTION = """
            SELECT @@OPTIONS AS session_options, s.language, s.date_format, s.date_first, s.lock_timeout, s.text_size,
                   s.transaction_isolation_level AS isolation, DB_NAME() AS database_name, SUSER_SNAME() AS login
            FROM sys.dm_exec_sessions s WHERE s.session_id = @@SPID""";

    private static final String UNREADABLE =
            "a script has left its session so that it does not say how it is set. Look for"
                    + " SET NOEXEC, PARSEONLY, FMTONLY, SHOWPLAN_…, STATISTICS PROFILE or STATISTICS XML, and set it OFF where that"
                    + " script ends: whatever Flyway runs next is met by it, too";

    private static final String AS_SOMEBODY_ELSE =
            "a script has left its session running as %s, which began as %s. End it with"
                    + " REVERT: what comes next would run with the rights of somebody else";

    private static final String ON = " ON";
    private static final String OFF = " OFF";

    /** What {@code @@OPTIONS} tells. */
    private enum Switch {
        IMPLICIT_TRANSACTIONS(2),
        ANSI_WARNINGS(8),
        ANSI_PADDING(16),
        ANSI_NULLS(32),
        ARITHABORT(64),
        ARITHIGNORE(128),
        QUOTED_IDENTIFIER(256),
        CONCAT_NULL_YIELDS_NULL(4096),
        NUMERIC_ROUNDABORT(8192);

        private final int bit;

        Switch(int bit) {
            this.bit = bit;
        }

        boolean isOn(int options) {
            return (options & bit) != 0;
        }
    }

    /** By their numbers in sys.dm_exec_sessions. */
    private static final List<String> LEVELS =
            List.of("READ UNCOMMITTED", "READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE", "SNAPSHOT");

    /** Before any script: missing where the server cannot be asked so, as one of another maker. */
    static Optional<SessionOptions> readIfKnown(Connection connection) {
        try {
            return Optional.of(ask(connection));
        } catch (SQLException e) {
            LOG.debug("How the session is set is not known: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Behind a script, where the server could be asked before it.
     *
     * @throws SQLException if it cannot any more
     */
    static SessionOptions read(Connection connection) throws SQLException {
        try {
            return ask(connection);
        } catch (SQLException e) {
            throw connection.isClosed() ? e : new SQLException(UNREADABLE, e);
        }
    }

    private static SessionOptions ask(Connection connection) throws SQLException {
        try (Statement statement = SqlRunner.open(connection);
                ResultSet rows = statement.executeQuery(QUESTION)) {
            if (rows.next()) {
                SessionOptions options = of(rows);
                if (!rows.next() && !statement.getMoreResults()) {
                    return options;
                }
            }
        }
        throw new SQLException("The answer is not one result with one row.");
    }

    private static SessionOptions of(ResultSet row) throws SQLException {
        return new SessionOptions(
                row.getInt("session_options"),
                String.valueOf(row.getString("language")),
                Optional.ofNullable(row.getString("date_format")),
                row.getInt("date_first"),
                row.getInt("lock_timeout"),
                row.getInt("text_size"),
                row.getInt("isolation"),
                String.valueOf(row.getString("database_name")),
                Optional.ofNullable(row.getString("login")));
    }

    /** The same with what the driver has told the server of transactions (JDBC: setAutoCommit). */
    SessionOptions inTransactions(boolean implicit) {
        int bit = Switch.IMPLICIT_TRANSACTIONS.bit;
        return new SessionOptions(
                implicit ? options | bit : options & ~bit,
                language,
                dateFormat,
                dateFirst,
                lockTimeout,
                textSize,
                isolation,
                database,
                login);
    }

    boolean beginsTransactions() {
        return Switch.IMPLICIT_TRANSACTIONS.isOn(options);
    }

    /**
     * Holds it against what it was.
     *
     * @throws SQLException if a script has made it somebody else's, which could be taken back, but not be given again
     */
    void requireSameLogin(SessionOptions begun) throws SQLException {
        if (!login.equals(begun.login)) {
            throw new SQLException(AS_SOMEBODY_ELSE.formatted(login.orElse("?"), begun.login.orElse("?")));
        }
    }

    /** Makes a session that is set so like another: statements for one batch. */
    List<String> changesTo(SessionOptions wanted) {
        List<String> changes = new ArrayList<>();
        for (Switch option : Switch.values()) {
            if (option.isOn(options) != option.isOn(wanted.options)) {
                changes.add("SET " + option + (option.isOn(wanted.options) ? ON : OFF));
            }
        }
        dates(wanted, changes);
        if (lockTimeout != wanted.lockTimeout) {
            changes.add("SET LOCK_TIMEOUT " + wanted.lockTimeout);
        }
        if (textSize != wanted.textSize) {
            changes.add("SET TEXTSIZE " + wanted.textSize);
        }
        // Microsoft: set-transaction-isolation-level-transact-sql. A transaction that did not begin so is ended by
        // SNAPSHOT.
        if (isolation != wanted.isolation && wanted.isolation > 0 && wanted.isolation <= LEVELS.size()) {
            changes.add("SET TRANSACTION ISOLATION LEVEL " + LEVELS.get(wanted.isolation - 1));
        }
        if (!database.equals(wanted.database)) {
            changes.add("USE " + BracketedName.of(wanted.database));
        }
        return changes;
    }

    private void dates(SessionOptions wanted, List<String> changes) {
        boolean otherLanguage = !language.equals(wanted.language);
        if (otherLanguage) {
            changes.add("SET LANGUAGE " + SqlLiteral.of(wanted.language));
        }
        if (otherLanguage || !dateFormat.equals(wanted.dateFormat)) {
            wanted.dateFormat.ifPresent(format -> changes.add("SET DATEFORMAT " + format));
        }
        if (otherLanguage || dateFirst != wanted.dateFirst) {
            changes.add("SET DATEFIRST " + wanted.dateFirst);
        }
    }
}
