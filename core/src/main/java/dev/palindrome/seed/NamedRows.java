package dev.palindrome.seed;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.condition.Conjunction;
import dev.palindrome.seed.named.NamedConditions;
import dev.palindrome.tsql.Token;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The rows that scripts name: those that satisfy their conditions. Round trips have such rows in their tables. */
public final class NamedRows {

    /** Of no script. */
    public static final NamedRows NONE = new NamedRows(new NamedConditions());

    private final NamedConditions conditions;

    private NamedRows(NamedConditions conditions) {
        this.conditions = conditions;
    }

    /**
     * What a migration says.
     *
     * @param up the tokens of all that it runs
     * @param down those of its undo
     */
    public record Scripts(List<List<Token>> up, List<List<Token>> down) {

        /**
         * Copies both.
         *
         * @param up see above
         * @param down see above
         */
        public Scripts {
            up = List.copyOf(up);
            down = List.copyOf(down);
        }
    }

    /**
     * Reads scripts.
     *
     * @param migrations in their order
     * @return the rows that they name
     */
    public static NamedRows of(List<Scripts> migrations) {
        NamedConditions conditions = new NamedConditions();
        migrations.forEach(scripts -> conditions.read(scripts.up(), scripts.down()));
        return conditions.isNone() ? NONE : new NamedRows(conditions);
    }

    /**
     * The kinds of rows that a table gets, as far as nothing is against them.
     *
     * @param table as it is now
     * @return fewer where some would be like others
     */
    public Set<RowKind> kinds(Table table) {
        Set<RowKind> kinds = EnumSet.complementOf(EnumSet.copyOf(RowKind.named()));
        long nullable = table.columns().stream().filter(Column::isNullable).count();
        if (nullable < 2) {
            kinds.remove(RowKind.HALF_MISSING);
        }
        kinds.addAll(RowKind.named().subList(0, named(table)));
        return kinds;
    }

    private int named(Table table) {
        int groups = groups(table).size();
        return conditions.isReferenced(table) ? 2 * groups : groups;
    }

    private List<List<Conjunction>> groups(Table table) {
        return conditions.isNone()
                ? List.of()
                : conditions.wanted(table, RowKind.named().size());
    }

    /** What is to be true of one of the rows. */
    List<Conjunction> wanted(Table table, RowKind kind) {
        List<List<Conjunction>> groups = groups(table);
        return groups.isEmpty() ? List.of() : groups.get(RowKind.named().indexOf(kind) % groups.size());
    }

    /** What is to be true of any of them. */
    List<Conjunction> wanted(Table table) {
        return groups(table).stream().flatMap(List::stream).toList();
    }

    NamedConditions conditions() {
        return conditions;
    }
}
