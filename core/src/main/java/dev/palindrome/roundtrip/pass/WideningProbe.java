package dev.palindrome.roundtrip.pass;

import dev.palindrome.error.PalindromeException;
import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.roundtrip.rows.ColumnWidening;
import dev.palindrome.roundtrip.script.MigrationUnderTest;
import dev.palindrome.roundtrip.verdict.PassResult;
import dev.palindrome.roundtrip.verdict.PassResults;
import dev.palindrome.sql.SqlRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks of migrations that widen a column what becomes of a longer text, a greater number or a finer time on the way back. That it is
 * lost, or stops the undo, is no fault of the undo, but somebody should know. One way up serves all of them.
 */
public final class WideningProbe {

    private final ScratchDatabases databases;
    private final FirstUpResult up;
    private final PassResults soFar;
    private final List<PassResult> results = new ArrayList<>();

    /** @param soFar what the passes have found out: where there is a fault already, nothing is asked */
    public WideningProbe(ScratchDatabases databases, FirstUpResult up, PassResults soFar) {
        this.databases = databases;
        this.up = up;
        this.soFar = soFar;
    }

    /** @param floor the place of the first migration that is asked */
    public List<PassResult> run(int floor) throws SQLException {
        int next = floor;
        while (next < up.reached()) {
            next = goUpAndAsk(next);
        }
        return List.copyOf(results);
    }

    /** @return where to go on in another database: behind the migration from which there was no going on in this one */
    private int goUpAndAsk(int from) throws SQLException {
        Optional<Integer> first = nextWidening(from);
        if (first.isEmpty()) {
            return up.reached();
        }
        try (ScratchDatabase scratch = databases.open()) {
            EffectRecorder recorder = new EffectRecorder(scratch, up.filling());
            int reached = 0;
            for (Optional<Integer> index = first; index.isPresent(); index = nextWidening(reached)) {
                if (!goUp(recorder, up.first(index.get() + 1).subList(reached, index.get() + 1))) {
                    return reached == 0 ? index.get() + 1 : reached;
                }
                reached = index.get() + 1;
                if (!ask(scratch, index.get())) {
                    return reached;
                }
            }
            return up.reached();
        }
    }

    /** A later migration may refuse the values that were asked about: then another database goes on without them. */
    private static boolean goUp(EffectRecorder recorder, List<MigrationUnderTest> migrations) {
        try {
            recorder.goUp(migrations);
            return true;
        } catch (MigrationException e) {
            return false;
        }
    }

    private Optional<Integer> nextWidening(int from) {
        for (int i = from; i < up.reached(); i++) {
            MigrationEffect effect = up.effect(i);
            MigrationUnderTest migration = effect.migration();
            if (migration.canTryUndo()
                    && !soFar.of(migration.migration()).isFaulty()
                    && !effect.widenings().isEmpty()) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** @return whether the database is as it was behind the migration again */
    private boolean ask(ScratchDatabase scratch, int index) throws SQLException {
        Migration migration = up.effect(index).migration().migration();
        for (ColumnWidening widening : up.effect(index).widenings()) {
            long before = count(scratch, widening, widening.countBehind());
            if (!run(scratch, widening.exceed())) {
                continue;
            }
            if (!undo(scratch, migration)) {
                if (comesBackWhereItFits(index, widening)) {
                    note(migration, widening.value() + " makes the way back fail.");
                }
                return false;
            }
            if (count(scratch, widening, widening.count()) <= before) {
                note(migration, widening.value() + " is cut or lost on the way back.");
            }
            try {
                scratch.migrations().up(List.of(migration), (redone, connection) -> {});
            } catch (MigrationException e) {
                return false;
            }
        }
        return true;
    }

    private void note(Migration migration, String note) {
        results.add(PassResult.of(migration).noting(note));
    }

    /** Otherwise it is not the size that stops the undo, but that the value is none of the user's own. */
    private boolean comesBackWhereItFits(int index, ColumnWidening widening) throws SQLException {
        try (ScratchDatabase scratch = databases.open()) {
            new EffectRecorder(scratch, up.filling()).goUp(up.first(index + 1));
            return run(scratch, widening.fit())
                    && undo(scratch, up.effect(index).migration().migration());
        }
    }

    private static boolean undo(ScratchDatabase scratch, Migration migration) {
        try {
            scratch.undo(migration);
            return true;
        } catch (MigrationException e) {
            return false;
        }
    }

    /** A check may forbid greater values still: then nothing can become of them. */
    private static boolean run(ScratchDatabase scratch, String update) throws SQLException {
        try (Connection connection = scratch.connect()) {
            return SqlRunner.on(connection).update(update) != 0;
        } catch (SQLException e) {
            return false;
        }
    }

    private static long count(ScratchDatabase scratch, ColumnWidening widening, String sql) {
        try (Connection connection = scratch.connect()) {
            return SqlRunner.on(connection).query(sql).number();
        } catch (SQLException e) {
            throw new PalindromeException("What became of " + widening + " cannot be asked for: " + e.getMessage(), e);
        }
    }
}
