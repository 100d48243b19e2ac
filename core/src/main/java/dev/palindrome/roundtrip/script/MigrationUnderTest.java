package dev.palindrome.roundtrip.script;

import dev.palindrome.migration.Migration;
import dev.palindrome.migration.UndoDeclarations;
import dev.palindrome.migration.VersionedMigration;
import dev.palindrome.roundtrip.rows.TouchedTables;
import dev.palindrome.schema.Column;
import dev.palindrome.schema.NameChange;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.NamedRows;
import dev.palindrome.sql.TableName;
import dev.palindrome.tsql.ExecutedSql;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A migration with its undo, and what both say of themselves.
 *
 * @param source both as they are written
 * @param declarations what the undo script declares
 * @param declaredLosses the places of these
 * @param up what the migration says that it does
 * @param down what the undo says; of none, the same as of a Java migration
 * @param filled what the migration fills with what it finds elsewhere
 * @param read what the undo reads
 * @param restarted the counters that either may make begin again
 * @param defaultSchema that of the migrations
 * @param nameChanges the names that the migration gives; empty where they cannot be told
 * @param touchedUp what the migration may touch
 * @param touchedDown what the migration or its undo may touch
 * @param saysAll whether both mention whatever they touch
 */
public record MigrationUnderTest(
        VersionedMigration source,
        UndoDeclarations declarations,
        List<DeclaredLoss> declaredLosses,
        ScriptWords up,
        ScriptWords down,
        FilledPlaces filled,
        ReadNames read,
        RestartedCounters restarted,
        String defaultSchema,
        Optional<List<NameChange>> nameChanges,
        TouchedTables touchedUp,
        TouchedTables touchedDown,
        boolean saysAll) {

    public static MigrationUnderTest of(VersionedMigration source, RunConditions conditions) {
        UndoDeclarations declarations = source.undoText()
                .map(text -> UndoDeclarations.of(source.undo().orElseThrow(), text))
                .orElse(UndoDeclarations.NONE);
        Optional<ExecutedSql> up = source.text().map(ExecutedSql::of);
        Optional<ExecutedSql> down = source.undoText().map(ExecutedSql::of);
        ScriptWords upWords = ScriptWords.of(up);
        ScriptWords downWords = ScriptWords.of(down);
        TouchedTables touchedUp = TouchedTables.by(up);
        return new MigrationUnderTest(
                source,
                declarations,
                DeclaredLoss.of(declarations, conditions.defaultSchema()),
                upWords,
                downWords,
                FilledPlaces.of(upWords),
                ReadNames.of(downWords),
                RestartedCounters.of(upWords, downWords),
                conditions.defaultSchema(),
                up.flatMap(sql -> ScriptRenames.of(sql, conditions.defaultSchema())),
                touchedUp,
                source.undo().isPresent() ? touchedUp.and(TouchedTables.by(down)) : touchedUp,
                conditions.scriptsSayAll());
    }

    /** The same, touching also what it does not mention, but reaches in these schemas. */
    public MigrationUnderTest reachingIn(SchemaSnapshot... schemas) {
        if (saysAll) {
            return this;
        }
        TouchedTables reachedUp = touchedUp;
        TouchedTables reachedDown = touchedDown;
        for (SchemaSnapshot schema : schemas) {
            reachedUp = reachedUp.reaching(schema);
            reachedDown = reachedDown.reaching(schema);
        }
        return new MigrationUnderTest(
                source,
                declarations,
                declaredLosses,
                up,
                down,
                filled,
                read,
                restarted,
                defaultSchema,
                nameChanges,
                reachedUp,
                reachedDown,
                true);
    }

    /**
     * Whether the undo may make old values out of those in a new column, which the migration has made out of the old. What a
     * Java migration does is not known.
     */
    public boolean movesValues(Table table, Column column) {
        return source.undo().isPresent() && filled.has(table, column) && read.has(column.name());
    }

    /** The same of the rows in a new table. */
    public boolean movesRows(Table table) {
        return source.undo().isPresent() && filled.has(table) && read.has(table.name());
    }

    /** Whether the migration says that it gives something this name, or takes it. */
    public boolean renames(String name) {
        return filled.renamed().contains(name);
    }

    /** Whether the undo may make old values or rows out of new ones at all. */
    public boolean movesAnything() {
        return source.undo().isPresent() && !filled.isNone() && !read.isNone();
    }

    /** Whether a sequence, or the identity of a table, may count from another place when both have run. */
    public boolean mayRestart(String name) {
        return restarted.has(name);
    }

    /** Whether that may be so of any. A draft in the place of an undo is not asked where counters stand. */
    public boolean mayCountAnew() {
        return canTryUndo() && !restarted.isNone();
    }

    /** Whether the migration says that it gives something another name: what only looks like that, is not. */
    public boolean renames() {
        return source.text().isPresent() && up.renames();
    }

    /** Whether the migration says that it makes a database: that stays, whatever is undone in this one. */
    public boolean makesDatabases() {
        return up.makesDatabases();
    }

    /** Whether the migration or its undo may put rows somewhere: these may come and go, and identities count on. */
    public boolean mayMakeRows() {
        return up.mayMakeRows() || down.mayMakeRows();
    }

    /** Whether the migration may bring rows of its own, also such as come with a table. */
    public boolean mayBringRows() {
        return touchedUp.words().isEmpty() || renames() || up.mayBringRows();
    }

    /** Whether the migration puts rows of its own into a table. */
    public boolean mayInsertInto(Table table) {
        return !up.isKnown() || up.tablesInsertedInto().stream().anyMatch(name -> isMeant(name, table));
    }

    /** Without a schema it is that of the migrations; {@code dbo} is meant as well. */
    private boolean isMeant(TableName written, Table table) {
        boolean schema = written.schema().isEmpty()
                ? Stream.of(defaultSchema, "dbo").anyMatch(table.schema()::equalsIgnoreCase)
                : written.schema().equalsIgnoreCase(table.schema());
        return schema && written.name().equalsIgnoreCase(table.name());
    }

    /** What both say of rows. */
    public NamedRows.Scripts said() {
        return new NamedRows.Scripts(up.texts(), down.texts());
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

    /** Whether the migration may move texts from one column to another, or to another type. */
    public boolean mayMoveTexts() {
        return up.mayMoveTexts();
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
