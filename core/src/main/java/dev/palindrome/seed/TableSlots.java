package dev.palindrome.seed;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.ForeignKey;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Divides columns of a table into {@link Slot}s. */
final class TableSlots {

    private final TableColumns table;
    private final TableRules rules;
    private final ValueSource source;
    private final Numbering numbering;
    private final Randoms randoms;

    TableSlots(TableColumns table, TableRules rules, ValueSource source, Numbering numbering) {
        this.table = table;
        this.rules = rules;
        this.source = source;
        this.numbering = numbering;
        this.randoms = source.randoms(table.table());
    }

    /**
     * The slots.
     *
     * @param wanted columns that are to get values
     * @param foreignKeys that these values are held to
     */
    List<Slot> of(List<Column> wanted, List<ForeignKey> foreignKeys) throws SQLException {
        Map<String, Column> open = new LinkedHashMap<>();
        wanted.forEach(column -> open.put(Row.key(column.name()), column));
        List<Slot> slots = new ArrayList<>(new ReferenceSlots(table, source).of(foreignKeys, open.keySet()));
        open.values().forEach(column -> slots.add(single(column)));
        return slots;
    }

    private Slot single(Column column) {
        Dice dice = randoms.of(column.name());
        Domain domain = table.domain(column.name());
        Candidates candidates = new Candidates(domain, rules.hints().of(column.name()));
        boolean numbered = numbering.numbers(column.name());
        ColumnNulls nulls = ColumnNulls.of(
                column.isNullable(), source.isTelling(), numbered && !numbering.takesNull(column.name()));
        Suggestion first = source.first(table.table(), column, candidates, dice);
        String name = Row.key(column.name());
        Limits limits = Limits.of(name, candidates, rules.rules());
        return new ColumnSlot(name, nulls, candidates, limits, numbered ? numbered(domain, first) : first, dice);
    }

    private static Suggestion numbered(Domain domain, Suggestion word) {
        return (row, random) ->
                domain.numbered(row.number(), domain instanceof TextDomain ? (String) word.value(row, random) : "");
    }
}
