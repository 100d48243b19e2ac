package dev.palindrome.roundtrip.pass;

import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.roundtrip.Verdict;
import dev.palindrome.roundtrip.verdict.PassResult;
import dev.palindrome.roundtrip.verdict.PassResults;
import dev.palindrome.text.VisibleLog;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The second way up: must lead where the first one led. On its way, drafts for faulty undos are tried. */
public final class SecondUpPass {

    private static final VisibleLog LOG = VisibleLog.of(SecondUpPass.class);

    private final PassDatabase database;
    private final FirstUpResult up;
    private final PassResults down;
    private final List<Migration> migrations;
    private final Map<Migration, MigrationEffect> effects = new HashMap<>();
    private final List<PassResult> results = new ArrayList<>();

    /** @param down what the way down has found */
    public SecondUpPass(PassDatabase database, FirstUpResult up, PassResults down) {
        this.database = database;
        this.up = up;
        this.down = down;
        this.migrations = up.effects().stream()
                .map(effect -> effect.migration().migration())
                .toList();
        up.effects().forEach(effect -> effects.put(effect.migration().migration(), effect));
    }

    /** @param floor the place of the first migration that goes up */
    public List<PassResult> run(int floor) throws SQLException {
        int next = floor;
        while (next < migrations.size()) {
            next = goUp(next);
        }
        return List.copyOf(results);
    }

    /** @return the place of the migration to go on with */
    private int goUp(int from) throws SQLException {
        RedoComparison comparison = new RedoComparison(database.current(), effects, up.filling(), down, results::add);
        try {
            database.current().migrations().up(migrations.subList(from, migrations.size()), comparison);
            return migrations.size();
        } catch (MigrationException e) {
            Migration failed = migrations.get(from + comparison.done());
            // Without an undo it stumbles over what drafts have left: that is no fault of its own.
            if (down.of(failed).has(Verdict.UNDO_MISSING)) {
                LOG.debug("{} fails when it goes up again, behind a draft of its undo.", failed, e);
            } else {
                results.add(PassResult.of(failed).finding(Verdict.REDO_FAILED, e));
            }
        } catch (UnusableDatabaseException e) {
            // Whatever there was to be said has been said.
        }
        int next = from + comparison.done() + 1;
        database.replace(up.first(next), up.filling());
        return next;
    }
}
