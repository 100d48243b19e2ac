package dev.palindrome.roundtrip.verdict;

import dev.palindrome.roundtrip.RoundTripSettings;
import dev.palindrome.roundtrip.Verdict;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be said, all in all.
 *
 * @param verdict the first that fits
 * @param reason what the verdict rests on, where it rests on a declaration; may be empty
 * @param note what else there is to say of declarations, where something worse has been found
 */
public record VerdictRules(Verdict verdict, String reason, Optional<String> note) {

    private static final Set<Verdict> NEVER_TRIED =
            EnumSet.of(Verdict.MIGRATION_FAILED, Verdict.NOT_REACHED, Verdict.UNDO_MISSING, Verdict.EXCLUDED);

    private static final Set<Verdict> NO_WAY_BACK = EnumSet.of(
            Verdict.UNDO_FAILED, Verdict.NOT_RESTORED, Verdict.DATA_LOST, Verdict.REDO_FAILED, Verdict.REDO_DIFFERS);

    private VerdictRules(Verdict verdict, String reason) {
        this(verdict, reason, Optional.empty());
    }

    public static VerdictRules of(
            Collection<Verdict> found,
            Optional<String> irreversible,
            LossComparison losses,
            RoundTripSettings settings) {
        Set<Verdict> verdicts = found.isEmpty() ? EnumSet.noneOf(Verdict.class) : EnumSet.copyOf(found);
        if (verdicts.contains(Verdict.COLUMN_ORDER) && settings.strictColumnOrder()) {
            verdicts.add(Verdict.NOT_RESTORED);
        }
        if (verdicts.stream().anyMatch(NEVER_TRIED::contains)) {
            return new VerdictRules(worst(verdicts), "");
        }
        if (irreversible.isPresent()) {
            return irreversible(verdicts, irreversible.get());
        }
        return losses.declared().isEmpty() ? new VerdictRules(worst(verdicts), "") : lossy(verdicts, losses);
    }

    private static VerdictRules irreversible(Set<Verdict> verdicts, String reason) {
        return verdicts.stream().anyMatch(NO_WAY_BACK::contains)
                ? new VerdictRules(Verdict.DECLARED_IRREVERSIBLE, reason)
                : new VerdictRules(
                        Verdict.DECLARATION_UNNEEDED,
                        "irreversible (" + reason + "), but the undo brings schema and rows back.");
    }

    private static VerdictRules lossy(Set<Verdict> verdicts, LossComparison losses) {
        if (losses.allDeclared()) {
            verdicts.remove(Verdict.DATA_LOST);
            verdicts.add(Verdict.DATA_LOSS_DECLARED);
        }
        Optional<String> unneeded = losses.unneeded();
        if (unneeded.isPresent()) {
            verdicts.add(Verdict.DECLARATION_UNNEEDED);
        }
        Verdict worst = worst(verdicts);
        return worst == Verdict.DECLARATION_UNNEEDED
                ? new VerdictRules(worst, unneeded.orElse(""))
                : new VerdictRules(worst, "", unneeded.map(why -> "The undo script declares what is not so: " + why));
    }

    private static Verdict worst(Set<Verdict> verdicts) {
        return verdicts.stream().min(Verdict::compareTo).orElse(Verdict.REVERSIBLE);
    }
}
