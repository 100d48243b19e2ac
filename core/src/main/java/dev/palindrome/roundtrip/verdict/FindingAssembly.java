package dev.palindrome.roundtrip.verdict;

import dev.palindrome.migration.ScriptPlace;
import dev.palindrome.migration.UndoDeclarations;
import dev.palindrome.migration.VersionedMigration;
import dev.palindrome.roundtrip.RoundTripSettings;
import dev.palindrome.roundtrip.Verdict;
import dev.palindrome.roundtrip.script.MigrationUnderTest;
import dev.palindrome.schema.SchemaDiff;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts together what all passes have found out about a migration: the one place where that becomes a verdict. */
public record FindingAssembly(RoundTripSettings settings) {

    /** What brings a repeatable migration back is that it runs again. */
    private static final String SECOND_RUN = "its second run";

    /**
     * @param before the schema from before the migration; empty where it was not reached
     * @param empty tables that held no rows then
     */
    public Finding versioned(MigrationUnderTest migration, SchemaSnapshot before, Set<Table> empty, PassResult found) {
        PassResult result = undoIsEmpty(migration) && isTried(found)
                ? found.finding(
                        Verdict.UNDO_MISSING,
                        migration.source().undo().orElseThrow() + " has no statement, so it does not undo anything.")
                : found;
        VerdictRules rules = VerdictRules.of(
                onlyDeclares(migration) ? untried(verdicts(result)) : verdicts(result),
                migration.declarations().irreversible(),
                LossComparison.of(migration.declaredLosses(), result, before, empty),
                settings);
        Finding finding = finding(migration.source().undo(), rules, result);
        return onlyDeclares(migration) ? finding.neverUndone() : finding;
    }

    /** Of a migration that never runs. */
    public Finding notLookedAt(VersionedMigration source, String why) {
        VerdictRules none = VerdictRules.of(List.of(), Optional.empty(), LossComparison.NONE, settings);
        return finding(source.undo(), none, PassResult.of(source.migration())).excluded(why);
    }

    public Finding repeatable(PassResult result) {
        VerdictRules rules = VerdictRules.of(verdicts(result), Optional.empty(), LossComparison.NONE, settings);
        return finding(Optional.of(SECOND_RUN), rules, result);
    }

    private Finding finding(Optional<String> undo, VerdictRules rules, PassResult result) {
        List<String> notes = new ArrayList<>(result.notes());
        rules.note().filter(note -> !notes.contains(note)).ifPresent(notes::add);
        return new Finding(
                result.migration(),
                undo,
                rules.verdict(),
                rules.reason().isEmpty() ? reason(result) : rules.reason(),
                difference(rules.verdict(), result),
                result.dataLosses(),
                result.undoDraft(),
                notes,
                result.time(Pass.UP),
                result.time(Pass.DOWN),
                result.time(Pass.UP_AGAIN),
                rules.reason().isEmpty() ? place(result) : Optional.empty());
    }

    private static Set<Verdict> verdicts(PassResult result) {
        return result.observations().stream()
                .map(Observation::verdict)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Verdict.class)));
    }

    private static String reason(PassResult result) {
        return explained(result).map(Observation::reason).orElse("");
    }

    private static Optional<ScriptPlace> place(PassResult result) {
        return explained(result).flatMap(Observation::place);
    }

    /** The worst that has a reason; of equally bad ones the first. */
    private static Optional<Observation> explained(PassResult result) {
        return worstFirst(result).stream()
                .filter(observation -> !observation.reason().isEmpty())
                .findFirst();
    }

    /** What is tolerated does not explain a verdict that does not pass. */
    private SchemaDiff difference(Verdict verdict, PassResult result) {
        return worstFirst(result).stream()
                .filter(observation -> verdict.passes()
                        || settings.strictColumnOrder()
                        || !observation.verdict().passes())
                .map(Observation::difference)
                .filter(difference -> !difference.isEmpty())
                .findFirst()
                .orElse(Finding.NO_DIFFERENCE);
    }

    private static List<Observation> worstFirst(PassResult result) {
        return result.observations().stream()
                .sorted(Comparator.comparing(Observation::verdict))
                .toList();
    }

    /** Whether the undo script holds nothing but the declaration that there is no way back. */
    private static boolean onlyDeclares(MigrationUnderTest migration) {
        return migration.declarations().irreversible().isPresent()
                && migration
                        .source()
                        .undoText()
                        .filter(text -> !UndoDeclarations.hasStatement(text))
                        .isPresent();
    }

    /** Such a script brings nothing back, even where nothing could be seen to be gone. */
    private static Set<Verdict> untried(Set<Verdict> verdicts) {
        verdicts.add(Verdict.NOT_RESTORED);
        return verdicts;
    }

    /** A script of comments undoes nothing, though a migration may have changed nothing that could be seen. */
    private static boolean undoIsEmpty(MigrationUnderTest migration) {
        VersionedMigration source = migration.source();
        return migration.canTryUndo()
                && migration.declarations().irreversible().isEmpty()
                && source.undoText()
                        .filter(text -> !UndoDeclarations.hasStatement(text))
                        .isPresent();
    }

    private static boolean isTried(PassResult result) {
        return !result.has(Verdict.MIGRATION_FAILED) && !result.has(Verdict.NOT_REACHED);
    }
}
