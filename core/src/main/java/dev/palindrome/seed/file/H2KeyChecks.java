package dev.palindrome.seed.file;

import dev.palindrome.schema.ForeignKey;
import dev.palindrome.sql.SqlRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** H2 knows no constraint that is switched off, only tables whose foreign keys are not checked. */
final class H2KeyChecks implements KeyChecks {

    @Override
    public List<CycleKey> unchecked(List<CycleKey> suspended) {
        return suspended.stream()
                .map(CycleKey::file)
                .distinct()
                .flatMap(file -> file.columns().table().foreignKeys().stream()
                        .filter(ForeignKey::isEnabled)
                        .map(key -> new CycleKey(file, key)))
                .toList();
    }

    @Override
    public void suspend(Connection connection, CycleKey key) throws SQLException {
        check(connection, key, false);
    }

    @Override
    public void resume(Connection connection, CycleKey key) throws SQLException {
        check(connection, key, true);
    }

    /** No rollback would bring the checks back. */
    @Override
    public void giveUp(Connection connection, List<CycleKey> keys) throws SQLException {
        for (CycleKey key : keys) {
            check(connection, key, true);
        }
    }

    private static void check(Connection connection, CycleKey key, boolean on) throws SQLException {
        SqlRunner.on(connection)
                .run("ALTER TABLE %s SET REFERENTIAL_INTEGRITY %s"
                        .formatted(key.table().portableName(), on));
    }
}
