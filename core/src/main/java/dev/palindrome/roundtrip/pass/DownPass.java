package dev.palindrome.roundtrip.pass;

import dev.palindrome.error.PalindromeException;
import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.migration.UndoSession;
import dev.palindrome.migration.VersionedMigration;
import dev.palindrome.roundtrip.Verdict;
import dev.palindrome.roundtrip.verdict.PassResult;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.seed.RowRefusal;
import dev.palindrome.sql.ErrorText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The way down, from behind the last migration that goes up to before the first that is judged. */
public final class DownPass {

    private final PassDatabase database;
    private final FirstUpResult up;
    private final int floor;
    private final Map<Migration, MigrationEffect> effects = new HashMap<>();
    private final List<PassResult> results = new ArrayList<>();
    private final List<Migration> forgotten = new ArrayList<>();
    private UndoComparison comparison;
    private UndoSession undoSession;

    /** The place of the migration that is undone next. */
    private int next;

    /** @param floor the place of the first migration that is undone */
    public DownPass(PassDatabase database, FirstUpResult up, int floor) {
        this.database = database;
        this.up = up;
        this.floor = floor;
        up.effects().forEach(effect -> effects.put(effect.migration().migration(), effect));
        this.comparison = comparison();
        this.undoSession = database.current().migrations().undoSession();
        this.next = up.reached() - 1;
    }

    private UndoComparison comparison() {
        return new UndoComparison(database.current(), effects, results::add);
    }

    /** Leaves the database as it was before the first migration that is judged. */
    public List<PassResult> run() throws SQLException {
        while (next >= floor) {
            List<Migration> chosen = undoable();
            comparison.begin();
            try {
                if (chosen.isEmpty()) {
                    stepWithoutUndo(up.effect(next));
                } else {
                    undoSession.undo(chosen, comparison);
                    next -= chosen.size();
                }
            } catch (MigrationException e) {
                goOnAfterFailure(up.effect(next - comparison.done()), e);
            } catch (UnusableDatabaseException e) {
                next -= comparison.done() + 1;
                startOver(repeatableObjects());
            }
        }
        undoSession.forget(forgotten);
        return List.copyOf(results);
    }

    /** From the next one downwards, as many as have an undo to try; none where that one has not. */
    private List<Migration> undoable() {
        List<Migration> run = new ArrayList<>();
        for (int i = next; i >= floor && up.effect(i).migration().canTryUndo(); i--) {
            run.add(up.effect(i).migration().migration());
        }
        return run;
    }

    private void stepWithoutUndo(MigrationEffect effect) throws SQLException {
        VersionedMigration source = effect.migration().source();
        PassResult result = PassResult.of(source.migration());
        results.add(source.undoRefusal()
                .map(refusal -> result.finding(Verdict.UNDO_FAILED, refusal))
                .orElseGet(() ->
                        result.finding(Verdict.UNDO_MISSING, source.almostUndo().orElse(""))));
        try (Connection connection = database.current().connect()) {
            boolean isDisturbed =
                    !database.current().takeBack(source.migration(), connection) || comparison.isDisturbed(effect);
            TriedDraft tried =
                    UndoDrafting.tryOut(database.current(), connection, effect, comparison.undamagedRows(effect));
            if (!isDisturbed) {
                results.add(result.drafting(tried.draft()));
            }
            comparison.damage(tried);
            if (!tried.restores()) {
                comparison.damage(effect);
                throw new UnusableDatabaseException(
                        effect.before().diff(database.current().last()));
            }
        }
        forgotten.add(source.migration());
        next--;
    }

    private void goOnAfterFailure(MigrationEffect failed, MigrationException e) throws SQLException {
        Migration migration = failed.migration().migration();
        PassResult result = PassResult.of(migration);
        List<SchemaObject> blocking = database.current()
                .foreign()
                .noteBlocking(migration, e, database.current().last());
        results.add(
                !blocking.isEmpty()
                        ? result.finding(Verdict.UNDO_FAILED, e.getMessage() + inTheWay(blocking), e)
                        :
                        // A second look tells whether there are rows that the undo takes.
                        comparison.isDamaged(failed) || RowRefusal.of(e).isPresent()
                                ? result.doubting()
                                : result.finding(Verdict.UNDO_FAILED, e));
        next -= comparison.done() + 1;
        forgotten.add(migration);
        List<SchemaObject> there = repeatableObjects();
        if (!putRight(failed, there)) {
            startOver(there);
        }
    }

    /** What repeatable migrations have made and no undo has dropped. */
    private List<SchemaObject> repeatableObjects() {
        return database.current().foreign().madeByRepeatables(database.current().last());
    }

    private String inTheWay(List<SchemaObject> blocking) {
        return blocking.stream()
                .map(object -> "\n" + database.current().foreign().inTheWay(object))
                .collect(Collectors.joining());
    }

    /** @param there what repeatable migrations had made before the undo that failed */
    private boolean putRight(MigrationEffect failed, List<SchemaObject> there) throws SQLException {
        try (Connection connection = database.current().connect()) {
            comparison.damage(failed);
            database.current().look(connection);
            List<SchemaObject> blocking =
                    database.current().foreign().blocking(failed.migration().migration());
            database.current().drop(connection, blocking);
            comparison.putRight(failed, connection, database.current().last());
            putBack(connection, there);
            return true;
        } catch (UnusableDatabaseException e) {
            return false;
        }
    }

    /** What stands in the way of one undo stands in the way of the next, too, as far as what it is bound to is there. */
    private void putBack(Connection connection, List<SchemaObject> objects) throws SQLException {
        List<SchemaObject> missing = new ArrayList<>(objects);
        missing.removeAll(database.current().look(connection).objects());
        int before;
        do {
            before = missing.size();
            for (SchemaObject object : List.copyOf(missing)) {
                if (isPutBack(connection, object)) {
                    missing.remove(object);
                }
            }
        } while (!missing.isEmpty() && missing.size() < before);
    }

    /** Not while something that it is bound to is missing: that may be among the others, or came later. */
    private boolean isPutBack(Connection connection, SchemaObject object) throws SQLException {
        SchemaSnapshot now = database.current().last();
        try {
            database.current()
                    .run(
                            connection,
                            "putting back what a repeatable migration made",
                            UndoDrafting.sql(now, now.replacing(List.of(), List.of(object))));
            return true;
        } catch (SQLException e) {
            if (ErrorText.isConnectionLost(e)) {
                throw e;
            }
            return false;
        } catch (PalindromeException e) {
            return false;
        } finally {
            database.current().look(connection);
        }
    }

    private void startOver(List<SchemaObject> there) throws SQLException {
        database.replace(up.first(next + 1), up.filling());
        if (!there.isEmpty()) {
            try (Connection connection = database.current().connect()) {
                putBack(connection, there);
            }
        }
        comparison = comparison();
        undoSession = database.current().migrations().undoSession();
        forgotten.clear();
    }
}
