package dev.palindrome.roundtrip.script;

import dev.palindrome.migration.Migration;
import dev.palindrome.migration.UndoDeclarations;
import dev.palindrome.migration.VersionedMigration;
import dev.palindrome.roundtrip.rows.TouchedTables;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A migration with its undo, and what both say of themselves.
 *
 * @param source both as they are written
 * @param declarations what the undo script declares
 * @param declaredLosses the places of these
 * @param touchedUp what the migration may touch
 * @param touchedDown what the migration or its undo may touch
 */
public record MigrationUnderTest(
        VersionedMigration source,
        UndoDeclarations declarations,
        List<DeclaredLoss> declaredLosses,
        TouchedTables touchedUp,
        TouchedTables touchedDown) {

    /** Statements that make values out of others. */
    private static final Pattern CHANGES_ROWS =
            Pattern.compile("(?<!\\bon )\\b(insert|update|merge|exec(ute)?)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern MAKES_ROWS =
            Pattern.compile("\\b(insert|merge|exec(ute)?)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern COMMENT = Pattern.compile("--[^\\r\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    private static final Pattern WIDENS = Pattern.compile("\\balter\\s+column\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern INSERTS_INTO = Pattern.compile(
            "\\b(?:insert|merge)\\s+(?:into\\s+)?(?:[\\w\\[\\]\"]+\\.)*([\\w$#@]+|\\[[^\\]]+\\]|\"[^\"]+\")",
            Pattern.CASE_INSENSITIVE);

    public static MigrationUnderTest of(VersionedMigration source, RunConditions conditions) {
        UndoDeclarations declarations = source.undoText()
                .map(text -> UndoDeclarations.of(source.undo().orElseThrow(), text))
                .orElse(UndoDeclarations.NONE);
        TouchedTables touchedUp = TouchedTables.by(source.text(), conditions.scriptsSayAll());
        return new MigrationUnderTest(
                source,
                declarations,
                DeclaredLoss.of(declarations, conditions.defaultSchema()),
                touchedUp,
                source.undo().isPresent()
                        ? touchedUp.and(TouchedTables.by(source.undoText(), conditions.scriptsSayAll()))
                        : touchedUp);
    }

    /**
     * Whether the undo may make old values out of new ones, which the migration has made out of the old. What a Java
     * migration does is not known.
     */
    public boolean undoReadsNewValues() {
        return source.undo().isPresent() && changesRows(source.text()) && changesRows(source.undoText());
    }

    private static boolean changesRows(Optional<String> script) {
        return says(CHANGES_ROWS, script);
    }

    /** What a Java migration does is not known. */
    private static boolean says(Pattern what, Optional<String> script) {
        return script.map(text ->
                        what.matcher(COMMENT.matcher(text).replaceAll(" ")).find())
                .orElse(true);
    }

    /** Whether the migration says that it gives something another name: what only looks like that, is not. */
    public boolean renames() {
        return source.text().isPresent() && says(TouchedTables.RENAMES, source.text());
    }

    /** Whether the migration or its undo may put rows somewhere: these may come and go, and identities count on. */
    public boolean mayMakeRows() {
        return says(MAKES_ROWS, source.text()) || says(MAKES_ROWS, source.undoText());
    }

    /** The tables that the migration puts rows of its own into, by name without schema. */
    public Set<String> tablesInsertedInto() {
        Set<String> tables = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Matcher matcher = INSERTS_INTO.matcher(source.text().orElse(""));
        while (matcher.find()) {
            tables.add(matcher.group(1).replaceAll("[\\[\\]\"]", ""));
        }
        return tables;
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
        return source.text().map(text -> WIDENS.matcher(text).find()).orElse(true);
    }

    @Override
    public String toString() {
        return migration().toString();
    }
}
