package dev.palindrome.seed.filler;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.UniqueKey;
import dev.palindrome.seed.rule.Numbering;
import dev.palindrome.seed.rule.TableRules;
import dev.palindrome.seed.suggestion.Suggestion;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.RowRandom;
import dev.palindrome.seed.values.TableColumns;
import dev.palindrome.seed.values.TableRandom;
import dev.palindrome.seed.values.TextDomain;
import dev.palindrome.seed.values.ValueDomain;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Divides columns of a table into {@link ColumnFiller}s. */
public final class TableFillers {

    private final TableColumns table;
    private final TableRules rules;
    private final ValueSource source;
    private final Numbering numbering;
    private final TableRandom randoms;

    public TableFillers(TableColumns table, TableRules rules, ValueSource source, Numbering numbering) {
        this.table = table;
        this.rules = rules;
        this.source = source;
        this.numbering = numbering;
        this.randoms = source.randoms(table.table());
    }

    /**
     * The fillers.
     *
     * @param wanted columns that are to get values
     * @param foreignKeys that these values are held to
     */
    public List<ColumnFiller> of(List<Column> wanted, List<ForeignKey> foreignKeys) throws SQLException {
        Map<String, Column> open = new LinkedHashMap<>();
        wanted.forEach(column -> open.put(GeneratedRow.key(column.name()), column));
        List<ColumnFiller> fillers =
                new ArrayList<>(new ReferenceFillers(table, source, numbering).of(foreignKeys, open.keySet()));
        open.values().forEach(column -> fillers.add(single(column)));
        return fillers;
    }

    private ColumnFiller single(Column column) {
        RowRandom rowRandom = randoms.of(column.name());
        ValueDomain domain = table.domain(column.name());
        Candidates candidates = new Candidates(domain, rules.hints().of(column.name()));
        boolean numbered = numbering.numbers(column.name());
        NullPattern nulls = NullPattern.of(
                column.isNullable(),
                source.isTelling(),
                numbered && !numbering.takesNull(column.name()),
                isOdd(column.name(), table));
        Suggestion first = source.first(table.table(), column, candidates, rowRandom);
        String name = GeneratedRow.key(column.name());
        Object furthest = source.isTelling() || isIndexed(name) ? domain.greatest() : domain.longest();
        BoundaryValues limits = BoundaryValues.of(name, candidates, furthest, rules.rules());
        return new SingleColumnFiller(
                name, nulls, candidates, limits, numbered ? numbered(domain, first) : first, rowRandom);
    }

    /** Whether it is the first column of its table that takes NULL, the third, the fifth … */
    static boolean isOdd(String name, TableColumns table) {
        List<String> nullable = table.table().columns().stream()
                .filter(Column::isNullable)
                .map(column -> GeneratedRow.key(column.name()))
                .toList();
        return nullable.indexOf(GeneratedRow.key(name)) % 2 == 0;
    }

    /** What an index holds has a limit. */
    private boolean isIndexed(String column) {
        SchemaObject object = table.table().object();
        return Stream.of(ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE_KEY, ObjectKind.INDEX)
                .flatMap(kind -> object.parts(kind).stream())
                .anyMatch(key -> GeneratedRow.keys(new UniqueKey(key).columns()).contains(column));
    }

    private static Suggestion numbered(ValueDomain domain, Suggestion word) {
        return (row, random) ->
                domain.numbered(row.number(), domain instanceof TextDomain ? (String) word.value(row, random) : "");
    }
}
