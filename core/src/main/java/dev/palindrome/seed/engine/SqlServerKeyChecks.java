package dev.palindrome.seed.engine;

import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.SqlRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Constraints are switched off and on, each for itself (docs: alter-table-transact-sql). */
public final class SqlServerKeyChecks implements KeyChecks {

    @Override
    public boolean areOfTables() {
        return false;
    }

    @Override
    public void suspend(Connection connection, SuspendedKey key) throws SQLException {
        SqlRunner.on(connection).run(suspending(key));
    }

    /** Without WITH CHECK the server would not trust it any more (docs: foreign-key-constraints, is_not_trusted). */
    @Override
    public void resume(Connection connection, SuspendedKey key) throws SQLException {
        SqlRunner.on(connection).run(resuming(key));
    }

    /** The state of a constraint is part of the transaction. */
    @Override
    public void giveUp(Connection connection, List<SuspendedKey> keys) {
        // The rollback switches them on.
    }

    public static String suspending(SuspendedKey key) {
        return sql(key, "NOCHECK");
    }

    public static String resuming(SuspendedKey key) {
        return sql(key, key.isTrusted() ? "WITH CHECK CHECK" : "WITH NOCHECK CHECK");
    }

    private static String sql(SuspendedKey key, String what) {
        return "ALTER TABLE %s %s CONSTRAINT %s".formatted(key.table().sqlName(), what, BracketedName.of(key.name()));
    }
}
