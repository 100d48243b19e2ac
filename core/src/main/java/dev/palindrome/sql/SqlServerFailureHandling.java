package dev.palindrome.sql;

import dev.palindrome.text.VisibleLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * With XACT_ABORT ON any error ends the transaction; with OFF most errors end the statement alone. Some end the
 * transaction all the same: XACT_STATE() tells (docs: set-xact-abort-transact-sql, xact-state-transact-sql).
 *
 * <p>A script that ran on the session before may have left options behind with which rows cannot go into tables with indexed
 * views, filtered indexes or indexed computed columns (error 1934; docs: set-quoted-identifier-transact-sql). They are set as
 * the driver sets them meanwhile, in a batch of their own: QUOTED_IDENTIFIER is heeded when a batch is parsed.
 */
final class SqlServerFailureHandling implements FailureHandling {

    private static final VisibleLog LOG = VisibleLog.of(SqlServerFailureHandling.class);

    /** The answer is what the options were before. */
    private static final String SWITCH_XACT_ABORT_OFF = """
            DECLARE @options int = @@OPTIONS;
            SET XACT_ABORT OFF;
            SELECT @options""";

    private static final int XACT_ABORT = 16384;

    private static final int COMMITTABLE = 1;

    /** As they stand in @@OPTIONS (docs: configure-the-user-options-server-configuration-option). */
    private enum Needed {
        ANSI_WARNINGS(8, "ON", "OFF"),
        ANSI_PADDING(16, "ON", "OFF"),
        ANSI_NULLS(32, "ON", "OFF"),
        QUOTED_IDENTIFIER(256, "ON", "OFF"),
        CONCAT_NULL_YIELDS_NULL(4096, "ON", "OFF"),
        NUMERIC_ROUNDABORT(8192, "OFF", "ON");

        private final int bit;
        private final String needed;
        private final String other;

        Needed(int bit, String needed, String other) {
            this.bit = bit;
            this.needed = needed;
            this.other = other;
        }

        boolean isMissing(int options) {
            boolean isOn = (options & bit) != 0;
            return isOn == other.equals("ON");
        }

        String set() {
            return "SET " + name() + " " + needed;
        }

        String setBack() {
            return "SET " + name() + " " + other;
        }
    }

    private final SqlRunner session;
    private final List<String> afterwards = new ArrayList<>();

    SqlServerFailureHandling(Connection connection) {
        this.session = SqlRunner.on(connection);
    }

    @Override
    public void begin() throws SQLException {
        int options = (int) session.query(SWITCH_XACT_ABORT_OFF).number();
        if ((options & XACT_ABORT) != 0) {
            afterwards.add("SET XACT_ABORT ON");
        }
        List<Needed> missing = Arrays.stream(Needed.values())
                .filter(option -> option.isMissing(options))
                .toList();
        if (!missing.isEmpty() && isSet(missing)) {
            missing.forEach(option -> afterwards.add(option.setBack()));
        }
    }

    /** Rows may go in all the same: another maker's server need not have these options. */
    private boolean isSet(List<Needed> missing) {
        try {
            run(missing.stream().map(Needed::set).toList());
            return true;
        } catch (SQLException e) {
            LOG.debug("Options of the session stay as they are: {}", e.getMessage());
            return false;
        }
    }

    @Override
    public void end() throws SQLException {
        if (!afterwards.isEmpty()) {
            run(List.copyOf(afterwards));
            afterwards.clear();
        }
    }

    private void run(List<String> statements) throws SQLException {
        session.run(String.join(";\n", statements));
    }

    @Override
    public boolean goesOn() throws SQLException {
        return session.query("SELECT XACT_STATE()").number() == COMMITTABLE;
    }
}
