package dev.palindrome.production.mask;

import dev.palindrome.production.json.JsonPath;
import dev.palindrome.production.json.JsonPathException;
import dev.palindrome.production.mask.value.ColumnShape;
import java.util.List;
import java.util.Optional;

/**
 * A column with the rule that counts for it, or members of the JSON documents in it with theirs.
 *
 * @param name as the database has it
 * @param kind what becomes of its values; {@link MaskKind.Keep} where they stay, {@link MaskKind.Members} where members of them
 *     have rules of their own
 * @param rule that says so, or that says so of the column that a foreign key points to
 * @param shape what it takes
 * @param members what becomes of them, the most exact first; their rules have paths. Empty where the whole value has one
 */
public record MaskedColumn(String name, MaskKind kind, MaskRule rule, ColumnShape shape, List<MaskedColumn> members) {

    public MaskedColumn {
        members = List.copyOf(members);
    }

    /** Whether its values stay as they are. */
    public boolean isKept() {
        return keptFor().isPresent();
    }

    /** Why its values stay as they are; missing where they do not. */
    public Optional<String> keptFor() {
        return kind instanceof MaskKind.Keep keep ? Optional.of(keep.reason()) : Optional.empty();
    }

    /** Why all of its documents may stay but for {@link #members}; missing where nobody has said so. */
    public Optional<String> rest() {
        return kind instanceof MaskKind.Members of ? of.rest() : Optional.empty();
    }

    /** Whether it is a member of documents. */
    public boolean isMember() {
        return rule.path().isPresent();
    }

    /** Whether somebody has decided about what stands at a place in its documents, or about the whole where that is missing. */
    public boolean decides(Optional<String> place) {
        return !(kind instanceof MaskKind.Members)
                || rest().isPresent()
                || place.map(this::covers).orElseGet(this::isByName);
    }

    /** Whether a rule names the column: then every text in it has to be JSON. Wildcards may fit columns that hold none. */
    public boolean isByName() {
        return members.stream().anyMatch(member -> member.rule().isExact());
    }

    private boolean covers(String place) {
        try {
            JsonPath path = JsonPath.parse(place);
            return members.stream()
                    .flatMap(member -> member.rule().path().stream())
                    .anyMatch(covering -> covering.covers(path));
        } catch (JsonPathException e) {
            throw new IllegalStateException("The scan has written a path that nobody can read.", e);
        }
    }
}
