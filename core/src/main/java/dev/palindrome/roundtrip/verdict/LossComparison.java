package dev.palindrome.roundtrip.verdict;

import dev.palindrome.roundtrip.DataLoss;
import dev.palindrome.roundtrip.script.DeclaredLoss;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an undo script says is lost beside what is.
 *
 * @param declared by the undo script
 * @param found by comparing rows
 * @param before the schema that the names of both come from
 * @param notCompared tables in which nothing could have been seen to get lost
 */
public record LossComparison(
        List<DeclaredLoss> declared, List<DataLoss> found, SchemaSnapshot before, Set<Table> notCompared) {

    static final LossComparison NONE = new LossComparison(List.of(), List.of(), SchemaSnapshot.empty(), Set.of());

    /**
     * @param result what the passes have found
     * @param empty tables that held no rows before the migration
     */
    static LossComparison of(List<DeclaredLoss> declared, PassResult result, SchemaSnapshot before, Set<Table> empty) {
        Set<Table> notCompared = new HashSet<>(empty);
        if (result.leavesRowsUncompared()) {
            notCompared.addAll(before.tables());
        }
        return new LossComparison(declared, result.dataLosses(), before, notCompared);
    }

    boolean allDeclared() {
        return found.stream().allMatch(loss -> declared.stream().anyMatch(candidate -> candidate.covers(loss)));
    }

    /** A sentence about the first declaration that nothing of what is lost belongs to, such as one with a wrong name. */
    Optional<String> unneeded() {
        List<DeclaredLoss> unneeded = declared.stream()
                .filter(candidate -> found.stream().noneMatch(candidate::covers))
                .toList();
        return unneeded.stream()
                .flatMap(candidate -> candidate.unknownIn(before).stream())
                .findFirst()
                .or(() -> unneeded.stream()
                        .filter(candidate -> notCompared.stream().noneMatch(candidate::isAbout))
                        .findFirst()
                        .map(candidate -> "loses " + candidate + ", but nothing of it is lost."));
    }
}
