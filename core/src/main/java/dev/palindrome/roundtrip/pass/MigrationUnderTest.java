package dev.palindrome.roundtrip.pass;

import dev.palindrome.migration.Migration;
import dev.palindrome.migration.UndoDeclarations;
import dev.palindrome.migration.VersionedMigration;
import dev.palindrome.roundtrip.DataLoss;
import dev.palindrome.roundtrip.RoundTripSettings;
import dev.palindrome.roundtrip.UndoDraft;
import dev.palindrome.roundtrip.Verdict;
import dev.palindrome.roundtrip.rows.ColumnWidening;
import dev.palindrome.roundtrip.rows.ForeignKeyCascades;
import dev.palindrome.roundtrip.rows.RowHashes;
import dev.palindrome.roundtrip.rows.TouchedTables;
import dev.palindrome.roundtrip.verdict.DeclaredLoss;
import dev.palindrome.roundtrip.verdict.Finding;
import dev.palindrome.roundtrip.verdict.LossComparison;
import dev.palindrome.roundtrip.verdict.VerdictRules;
import dev.palindrome.schema.SchemaDiff;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One migration on its way, and what has been found out about it so far. */
public final class MigrationUnderTest {

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

    public final VersionedMigration source;
    final UndoDeclarations declarations;
    private final List<DeclaredLoss> declared;
    final TouchedTables touchedUp;
    final TouchedTables touchedDown;

    /** The schema and the touched rows from before the migration, and the schema behind it. */
    public SchemaSnapshot before = SchemaSnapshot.empty();

    SchemaSnapshot after = SchemaSnapshot.empty();
    final Map<Table, RowHashes> rowsBefore = new LinkedHashMap<>();

    Duration up = Duration.ZERO;
    Duration down = Duration.ZERO;
    Duration redo = Duration.ZERO;

    private final Set<Verdict> found = EnumSet.noneOf(Verdict.class);
    private final List<String> reasons = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private SchemaDiff schemaDiff = Finding.NO_DIFFERENCE;
    private List<DataLoss> dataLosses = List.of();
    private Optional<UndoDraft> undoDraft = Optional.empty();
    private boolean suspicious;

    MigrationUnderTest(VersionedMigration source, RunConditions ground) {
        this.source = source;
        this.declarations = source.undoText()
                .map(text -> UndoDeclarations.of(source.undo().orElseThrow(), text))
                .orElse(UndoDeclarations.NONE);
        this.declared = DeclaredLoss.of(declarations, ground.defaultSchema());
        this.touchedUp = TouchedTables.by(source.text(), ground.scriptsSayAll());
        this.touchedDown = source.undo().isPresent()
                ? touchedUp.and(TouchedTables.by(source.undoText(), ground.scriptsSayAll()))
                : touchedUp;
    }

    /**
     * Whether the undo may make old values out of new ones, which the migration has made out of the old. What a Java
     * migration does is not known.
     */
    boolean undoReadsNewValues() {
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
    boolean renames() {
        return source.text().isPresent() && says(TouchedTables.RENAMES, source.text());
    }

    /** Whether identities may have counted on although the rows are the same: rows may have come and gone. */
    boolean movesIdentities() {
        boolean makesRows = says(MAKES_ROWS, source.text()) || says(MAKES_ROWS, source.undoText());
        return makesRows
                && touchedDown.tables(after, new ForeignKeyCascades()).stream()
                        .flatMap(table -> table.columns().stream())
                        .anyMatch(column -> column.identity().isPresent());
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

    boolean canTryUndo() {
        return source.undo().isPresent() && source.undoRefusal().isEmpty();
    }

    /** Whether the migration or its undo may touch a table of this name. */
    boolean mentions(String table) {
        return touchedDown.words().map(words -> words.contains(table)).orElse(true);
    }

    List<ColumnWidening> widenings() {
        return source.text().filter(text -> !WIDENS.matcher(text).find()).isPresent()
                ? List.of()
                : ColumnWidening.between(before, after, renames());
    }

    public void find(Verdict verdict, String reason) {
        if (found.add(verdict) && !reason.isEmpty() && isWorst(verdict)) {
            reasons.clear();
            reasons.add(reason);
        }
    }

    void notReached(Migration failed) {
        find(Verdict.NOT_REACHED, "It comes after " + failed + ", which fails.");
    }

    void find(Verdict verdict, SchemaDiff difference) {
        boolean worst = found.stream().allMatch(other -> other.compareTo(verdict) > 0);
        find(verdict, "");
        if (worst) {
            schemaDiff = difference;
        }
    }

    void lose(List<DataLoss> losses) {
        found.add(Verdict.DATA_LOST);
        dataLosses = List.copyOf(losses);
    }

    private boolean isWorst(Verdict verdict) {
        return found.stream().noneMatch(other -> other.compareTo(verdict) < 0);
    }

    boolean has(Verdict verdict) {
        return found.contains(verdict);
    }

    boolean isFaulty() {
        return found.stream().anyMatch(verdict -> !verdict.passes());
    }

    void draft(UndoDraft draft) {
        undoDraft = Optional.of(draft);
    }

    void note(String note) {
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }

    /** Something may be wrong whose cause is not certain: it is looked at by itself later. */
    public void suspect() {
        suspicious = true;
    }

    public boolean isSuspicious() {
        return suspicious && !has(Verdict.NOT_RESTORED) && !has(Verdict.UNDO_FAILED) && !has(Verdict.UNDO_MISSING);
    }

    /** A script of comments undoes nothing, though a migration may have changed nothing that could be seen. */
    private boolean undoIsEmpty() {
        return source.undoText().isPresent()
                && declarations.irreversible().isEmpty()
                && !UndoDeclarations.hasStatement(source.undoText().get());
    }

    Finding finding(RoundTripSettings settings) {
        if (undoIsEmpty() && canTryUndo() && !has(Verdict.MIGRATION_FAILED) && !has(Verdict.NOT_REACHED)) {
            find(
                    Verdict.UNDO_MISSING,
                    source.undo().orElseThrow() + " has no statement, so it does not undo anything.");
        }
        VerdictRules judgement = VerdictRules.of(
                found, declarations.irreversible(), new LossComparison(declared, dataLosses, before), settings);
        judgement.note().ifPresent(this::note);
        List<String> why = judgement.reason().isEmpty() ? reasons : List.of(judgement.reason());
        return new Finding(
                migration(),
                source.undo(),
                judgement.verdict(),
                String.join("\n", why),
                schemaDiff,
                dataLosses,
                undoDraft,
                notes,
                up,
                down,
                redo);
    }
}
