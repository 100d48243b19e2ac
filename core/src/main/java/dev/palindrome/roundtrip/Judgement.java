package dev.palindrome.roundtrip;

import dev.palindrome.migration.UndoDeclarations;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What is to be said, all in all.
 *
 * @param verdict the first that fits
 * @param reason what the verdict rests on, where it rests on a declaration; may be empty
 */
record Judgement(Verdict verdict, String reason) {

    private static final Set<Verdict> NEVER_TRIED =
            EnumSet.of(Verdict.MIGRATION_FAILED, Verdict.NOT_REACHED, Verdict.UNDO_MISSING, Verdict.EXCLUDED);

    private static final Set<Verdict> NO_WAY_BACK = EnumSet.of(
            Verdict.UNDO_FAILED, Verdict.NOT_RESTORED, Verdict.DATA_LOST, Verdict.REDO_FAILED, Verdict.REDO_DIFFERS);

    static Judgement of(
            Collection<Verdict> found,
            UndoDeclarations declarations,
            List<DataLoss> losses,
            RoundTripSettings settings) {
        Set<Verdict> verdicts = found.isEmpty() ? EnumSet.noneOf(Verdict.class) : EnumSet.copyOf(found);
        if (verdicts.contains(Verdict.COLUMN_ORDER) && settings.strictColumnOrder()) {
            verdicts.add(Verdict.NOT_RESTORED);
        }
        if (verdicts.stream().anyMatch(NEVER_TRIED::contains)) {
            return new Judgement(worst(verdicts), "");
        }
        if (declarations.irreversible().isPresent()) {
            return irreversible(verdicts, declarations.irreversible().get());
        }
        return declarations.losses().isEmpty()
                ? new Judgement(worst(verdicts), "")
                : lossy(verdicts, declarations, losses);
    }

    private static Judgement irreversible(Set<Verdict> verdicts, String reason) {
        return verdicts.stream().anyMatch(NO_WAY_BACK::contains)
                ? new Judgement(Verdict.DECLARED_IRREVERSIBLE, reason)
                : new Judgement(
                        Verdict.DECLARATION_UNNEEDED,
                        "irreversible (" + reason + "), but the undo brings schema and rows back.");
    }

    private static Judgement lossy(Set<Verdict> verdicts, UndoDeclarations declarations, List<DataLoss> losses) {
        List<DeclaredLoss> declared = DeclaredLoss.of(declarations);
        List<DeclaredLoss> unneeded = declared.stream()
                .filter(candidate -> losses.stream().noneMatch(candidate::covers))
                .toList();
        boolean allDeclared =
                losses.stream().allMatch(loss -> declared.stream().anyMatch(candidate -> candidate.covers(loss)));
        if (allDeclared) {
            verdicts.remove(Verdict.DATA_LOST);
            verdicts.add(Verdict.DATA_LOSS_DECLARED);
        }
        if (!unneeded.isEmpty()) {
            verdicts.add(Verdict.DECLARATION_UNNEEDED);
        }
        Verdict worst = worst(verdicts);
        return new Judgement(
                worst,
                worst == Verdict.DECLARATION_UNNEEDED
                        ? "loses " + unneeded.get(0) + ", but nothing of it is lost."
                        : "");
    }

    private static Verdict worst(Set<Verdict> verdicts) {
        return verdicts.stream().min(Verdict::compareTo).orElse(Verdict.REVERSIBLE);
    }
}
