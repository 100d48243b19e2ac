package dev.palindrome.roundtrip.script;

import dev.palindrome.migration.Migration;
import dev.palindrome.migration.UndoDeclarations;
import dev.palindrome.migration.VersionedMigration;
import dev.palindrome.roundtrip.rows.TouchedTables;
import dev.palindrome.tsql.ExecutedSql;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A migration with its undo, and what both say of themselves.
 *
 * @param source both as they are written
 * @param declarations what the undo script declares
 * @param declaredLosses the places of these
 * @param up what the migration says that it does
 * @param down what the undo says; of none, the same as of a Java migration
 * @param touchedUp what the migration may touch
 * @param touchedDown what the migration or its undo may touch
 */
public record MigrationUnderTest(
        VersionedMigration source,
        UndoDeclarations declarations,
        List<DeclaredLoss> declaredLosses,
        ScriptWords up,
        ScriptWords down,
        TouchedTables touchedUp,
        TouchedTables touchedDown) {

    public static MigrationUnderTest of(VersionedMigration source, RunConditions conditions) {
        UndoDeclarations declarations = source.undoText()
                .map(text -> UndoDeclarations.of(source.undo().orElseThrow(), text))
                .orElse(UndoDeclarations.NONE);
        Optional<ExecutedSql> up = source.text().map(ExecutedSql::of);
        Optional<ExecutedSql> down = source.undoText().map(ExecutedSql::of);
        TouchedTables touchedUp = TouchedTables.by(up, conditions.scriptsSayAll());
        return new MigrationUnderTest(
                source,
                declarations,
                DeclaredLoss.of(declarations, conditions.defaultSchema()),
                ScriptWords.of(up),
                ScriptWords.of(down),
                touchedUp,
                source.undo().isPresent()
                        ? touchedUp.and(TouchedTables.by(down, conditions.scriptsSayAll()))
                        : touchedUp);
    }

    /**
     * Whether the undo may make old values out of new ones, which the migration has made out of the old. What a Java
     * migration does is not known.
     */
    public boolean undoReadsNewValues() {
        return source.undo().isPresent() && up.mayChangeRows() && down.mayChangeRows();
    }

    /** Whether the migration says that it gives something another name: what only looks like that, is not. */
    public boolean renames() {
        return source.text().isPresent() && up.renames();
    }

    /** Whether the migration or its undo may put rows somewhere: these may come and go, and identities count on. */
    public boolean mayMakeRows() {
        return up.mayMakeRows() || down.mayMakeRows();
    }

    /** The tables that the migration puts rows of its own into, by name without schema. */
    public Set<String> tablesInsertedInto() {
        return up.tablesInsertedInto();
    }

    public Migration migration() {
        return source.migration();
    }

    public boolean canTryUndo() {
        return source.undo().isPresent() && source.undoRefusal().isEmpty();
    }

    /** Whether the migration or its undo may touch a table of this name. */
    public boolean mentions(String table) {
        return touchedDown.words().map(words -> words.contains(table)).orElse(true);
    }

    /** Whether the migration may let a column take more than before. What a Java migration does is not known. */
    public boolean mayWidenColumns() {
        return up.mayAlterColumns();
    }

    @Override
    public String toString() {
        return migration().toString();
    }
}
