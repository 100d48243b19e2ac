package dev.palindrome.seed.engine;

import dev.palindrome.sql.SqlRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** H2 knows no constraint that is switched off, only tables whose foreign keys are not checked. */
final class H2KeyChecks implements KeyChecks {

    @Override
    public boolean areOfTables() {
        return true;
    }

    @Override
    public void suspend(Connection connection, SuspendedKey key) throws SQLException {
        check(connection, key, false);
    }

    @Override
    public void resume(Connection connection, SuspendedKey key) throws SQLException {
        check(connection, key, true);
    }

    /** No rollback would bring the checks back. */
    @Override
    public void giveUp(Connection connection, List<SuspendedKey> keys) throws SQLException {
        for (SuspendedKey key : keys) {
            check(connection, key, true);
        }
    }

    private static void check(Connection connection, SuspendedKey key, boolean on) throws SQLException {
        SqlRunner.on(connection)
                .run("ALTER TABLE %s SET REFERENTIAL_INTEGRITY %s"
                        .formatted(key.table().portableName(), on));
    }
}
