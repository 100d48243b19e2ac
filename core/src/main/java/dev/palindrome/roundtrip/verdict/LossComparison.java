package dev.palindrome.roundtrip.verdict;

import dev.palindrome.roundtrip.DataLoss;
import dev.palindrome.roundtrip.script.DeclaredLoss;
import dev.palindrome.schema.SchemaSnapshot;
import java.util.List;
import java.util.Optional;

/**
 * What an undo script says is lost beside what is.
 *
 * @param declared by the undo script
 * @param found by comparing rows
 * @param before the schema that the names of both come from
 */
public record LossComparison(List<DeclaredLoss> declared, List<DataLoss> found, SchemaSnapshot before) {

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
                        .findFirst()
                        .map(candidate -> "loses " + candidate + ", but nothing of it is lost."));
    }
}
