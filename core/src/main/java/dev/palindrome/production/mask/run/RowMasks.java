package dev.palindrome.production.mask.run;

import dev.palindrome.production.mask.MaskPlan;
import dev.palindrome.production.mask.value.MaskKey;
import dev.palindrome.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Masks rows on their way out of a database, by the same values as {@link MaskRun} within it. First all rows are {@linkplain
 * RowMask#learn learnt}, where {@link #hasConflicts} twice, then {@link #settle} is called, and then rows are masked one by one.
 * For one thread.
 */
public final class RowMasks {

    private final List<Target> targets;
    private final SoughtValues sought;
    private final TextSearch search;

    private RowMasks(List<Target> targets, SoughtValues sought) {
        this.targets = targets;
        this.sought = sought;
        this.search = new TextSearch(sought);
    }

    /**
     * Begins without values.
     *
     * @param plan which columns change
     * @param key what replacements follow from
     * @throws dev.palindrome.production.MaskException if a column's type takes nothing of its kind
     */
    public static RowMasks of(MaskPlan plan, MaskKey key) {
        SoughtValues sought = new SoughtValues();
        return new RowMasks(Targets.of(plan, Map.of(), key, sought), sought);
    }

    /** What masks a table's rows; missing where they stay as they are. */
    public Optional<RowMask> of(Table table) {
        return targets.stream()
                .filter(target -> target.table().equals(table))
                .findFirst()
                .map(RowMask::of);
    }

    /** When all rows are learnt: whether they must be once more. */
    public boolean hasConflicts() {
        return mappings().stream().anyMatch(ValueMapping::hasConflicts);
    }

    /**
     * When they are.
     *
     * @throws dev.palindrome.production.MaskException if there are not enough different replacements
     */
    public void settle() {
        mappings().forEach(ValueMapping::settle);
    }

    private List<ValueMapping> mappings() {
        return targets.stream()
                .flatMap(target -> target.columns().stream())
                .flatMap(column -> column.mapping().stream())
                .flatMap(ColumnMapping::values)
                .distinct()
                .toList();
    }

    /** What rules for members of documents have named in no row of those that were masked. */
    public List<String> notes() {
        return DocumentNotes.of(targets).ofDocuments();
    }

    /** Whether a text holds an original e-mail address, phone or number of a person, of those that were learnt. */
    public boolean isLeftIn(String text) {
        return sought.size() > 0 && search.finds(text);
    }
}
