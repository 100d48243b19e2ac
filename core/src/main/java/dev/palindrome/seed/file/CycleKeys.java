package dev.palindrome.seed.file;

import dev.palindrome.schema.ForeignKey;
import dev.palindrome.seed.engine.KeyChecks;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps foreign keys from being checked while rows of a cycle go in that point to each other, and checks them afterwards.
 * A key that was trusted is trusted again; one that was not stays so.
 */
final class CycleKeys {

    /** What happens meanwhile. */
    @FunctionalInterface
    interface Work {
        void run() throws SQLException;
    }

    private final List<CycleKey> keys;
    private final KeyChecks checks;

    private CycleKeys(List<CycleKey> keys, KeyChecks checks) {
        this.keys = keys;
        this.checks = checks;
    }

    static CycleKeys of(Connection connection, List<CycleKey> keys) throws SQLException {
        return new CycleKeys(keys, KeyChecks.of(connection));
    }

    /** Within the connection's transaction. */
    void whileSuspended(Connection connection, Work work) throws SQLException {
        List<CycleKey> unchecked = checks.areOfTables() ? allOfTheTables() : keys;
        List<Long> before = new ArrayList<>();
        for (CycleKey key : unchecked) {
            before.add(key.isTrusted() ? 0 : key.orphans(connection));
        }
        try {
            for (CycleKey key : keys) {
                checks.suspend(connection, key.suspended());
            }
            work.run();
            for (int i = 0; i < unchecked.size(); i++) {
                if (unchecked.get(i).orphans(connection) > before.get(i)) {
                    throw unchecked.get(i).refused(connection);
                }
            }
            for (CycleKey key : keys) {
                checks.resume(connection, key.suspended());
            }
        } catch (SQLException | RuntimeException | Error e) {
            checks.giveUp(connection, keys.stream().map(CycleKey::suspended).toList());
            throw e;
        }
    }

    private List<CycleKey> allOfTheTables() {
        return keys.stream()
                .map(CycleKey::file)
                .distinct()
                .flatMap(file -> file.columns().table().foreignKeys().stream()
                        .filter(ForeignKey::isEnabled)
                        .map(key -> new CycleKey(file, key)))
                .toList();
    }
}
