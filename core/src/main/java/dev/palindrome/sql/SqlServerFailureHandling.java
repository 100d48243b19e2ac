package dev.palindrome.sql;

import dev.palindrome.text.VisibleLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * With XACT_ABORT ON any error ends the transaction; with OFF most errors end the statement alone. Some end the
 * transaction all the same: XACT_STATE() tells (docs: set-xact-abort-transact-sql, xact-state-transact-sql).
 *
 * <p>A script that ran on the session before may have left options behind with which rows cannot go into tables with indexed
 * views, filtered indexes or indexed computed columns (error 1934; docs: set-quoted-identifier-transact-sql). They are set as
 * the driver sets them meanwhile, each in a batch of its own: QUOTED_IDENTIFIER is heeded when a batch is parsed, and what is
 * refused leaves the others.
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
        ANSI_WARNINGS(8, true),
        ANSI_PADDING(16, true),
        ANSI_NULLS(32, true),
        QUOTED_IDENTIFIER(256, true),
        CONCAT_NULL_YIELDS_NULL(4096, true),
        NUMERIC_ROUNDABORT(8192, false);

        private final int bit;
        private final boolean needed;

        Needed(int bit, boolean needed) {
            this.bit = bit;
            this.needed = needed;
        }

        boolean isMissing(int options) {
            boolean isOn = (options & bit) != 0;
            return isOn != needed;
        }

        String set() {
            return set(needed);
        }

        String setBack() {
            return set(!needed);
        }

        private String set(boolean on) {
            return "SET " + name() + (on ? " ON" : " OFF");
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
        for (Needed option : Needed.values()) {
            if (option.isMissing(options) && isSet(option)) {
                afterwards.add(option.setBack());
            }
        }
    }

    /** Rows may go in all the same: another maker's server need not have this option. */
    private boolean isSet(Needed option) {
        try {
            session.run(option.set());
            return true;
        } catch (SQLException e) {
            LOG.debug("{} stays as it is: {}", option, e.getMessage());
            return false;
        }
    }

    @Override
    public void end() throws SQLException {
        if (!afterwards.isEmpty()) {
            session.run(String.join(";\n", afterwards));
            afterwards.clear();
        }
    }

    @Override
    public boolean goesOn() throws SQLException {
        return session.query("SELECT XACT_STATE()").number() == COMMITTABLE;
    }
}
