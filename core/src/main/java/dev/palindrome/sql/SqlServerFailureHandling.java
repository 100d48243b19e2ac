package dev.palindrome.sql;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * With XACT_ABORT ON any error ends the transaction; with OFF most errors end the statement alone. Some end the
 * transaction all the same: XACT_STATE() tells (docs: set-xact-abort-transact-sql, xact-state-transact-sql).
 */
final class SqlServerFailureHandling implements FailureHandling {

    /** The answer is what it was before. */
    private static final String SWITCH_XACT_ABORT_OFF = """
            DECLARE @on int = CASE WHEN @@OPTIONS & 16384 = 16384 THEN 1 ELSE 0 END;
            SET XACT_ABORT OFF;
            SELECT @on""";

    private static final int COMMITTABLE = 1;

    private final SqlRunner session;
    private boolean wasOn;

    SqlServerFailureHandling(Connection connection) {
        this.session = SqlRunner.on(connection);
    }

    @Override
    public void begin() throws SQLException {
        wasOn = session.query(SWITCH_XACT_ABORT_OFF).number() == 1;
    }

    @Override
    public void end() throws SQLException {
        if (wasOn) {
            session.run("SET XACT_ABORT ON");
        }
    }

    @Override
    public boolean goesOn() throws SQLException {
        return session.query("SELECT XACT_STATE()").number() == COMMITTABLE;
    }
}
