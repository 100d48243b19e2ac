package dev.palindrome.schema;

import dev.palindrome.schema.text.DiffText;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * What makes one schema differ from another: every difference once, grouped by table, worst first. Always in the same
 * order.
 */
public final class SchemaDiff {

    private final List<Difference> differences;
    private final List<NotCompared> notCompared;

    /**
     * Makes one.
     *
     * @param differences worst first
     * @param notCompared what may differ besides, since one side does not hold it
     */
    public SchemaDiff(List<Difference> differences, List<NotCompared> notCompared) {
        this.differences = List.copyOf(differences);
        this.notCompared = List.copyOf(notCompared);
    }

    /**
     * Whether there is none.
     *
     * @return true if the schemas are the same, column order included, as far as they were compared
     */
    public boolean isEmpty() {
        return differences.isEmpty();
    }

    /**
     * Whether everything is as expected, but for the order of columns.
     *
     * @return false if there is no difference at all
     */
    public boolean isOnlyColumnOrder() {
        return !isEmpty() && differences.stream().allMatch(Difference.ColumnOrder.class::isInstance);
    }

    /**
     * The same without the order of columns of some tables.
     *
     * @param tables their names, schema first
     * @return what else differs
     */
    public SchemaDiff withoutColumnOrderOf(Collection<List<String>> tables) {
        return new SchemaDiff(
                differences.stream()
                        .filter(difference -> !(difference instanceof Difference.ColumnOrder)
                                || !tables.contains(difference.object().name()))
                        .toList(),
                notCompared);
    }

    /**
     * Every difference.
     *
     * @return in the order of the text
     */
    public List<Difference> differences() {
        return differences;
    }

    /**
     * What one schema or the other does not say, so that it may differ.
     *
     * @return nothing where everything was compared
     */
    public List<NotCompared> notCompared() {
        return notCompared;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SchemaDiff that
                && differences.equals(that.differences)
                && notCompared.equals(that.notCompared);
    }

    @Override
    public int hashCode() {
        return Objects.hash(differences, notCompared);
    }

    /** The differences as a person reads them, one on each line, and then what was not compared. */
    @Override
    public String toString() {
        return DiffText.of(differences, notCompared);
    }
}
