package dev.palindrome.h2.procedures;

import dev.palindrome.h2.definition.H2Column;
import dev.palindrome.h2.definition.H2TablePart;
import dev.palindrome.h2.procedures.object.H2Comment;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.h2.temporal.TemporalTable;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import dev.palindrome.tsql.TokenReader;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is recorded about a table and its columns, and changes by itself. */
final class TableFacts {

    private static final String PRIMARY = "[PRIMARY]";

    private final H2Table table;

    TableFacts(H2Table table) {
        this.table = table;
    }

    /** The column by which its rows are parted. */
    static Optional<String> partitionColumn(H2Table table) throws SQLException {
        return comment(table)
                .flatMap(known -> known.recorded().get(Fact.DATA_SPACE))
                .flatMap(TableFacts::partitionColumn);
    }

    private static Optional<H2Comment> comment(H2Table table) throws SQLException {
        return H2Comment.find(table.connection(), "TABLE", table.schema(), table.name());
    }

    /** Of {@code [months]([month])}; nothing for a file group. */
    static Optional<String> partitionColumn(String place) {
        TokenReader reader = TokenReader.ofName(place);
        reader.identifier();
        return reader.acceptSymbol("(") ? Optional.of(reader.identifier()) : Optional.empty();
    }

    /** An index that says nothing else is parted as its table is, and a value must be unique within its part. */
    void requireInKey(String index, List<String> key) throws SQLException {
        Optional<String> column = partitionColumn(table);
        if (column.isPresent() && key.stream().noneMatch(column.get()::equalsIgnoreCase)) {
            throw TsqlError.of(
                    1908,
                    "Column '" + column.get() + "' is partitioning column of the index '" + index
                            + "'. Partition columns for a unique index must be a subset of the index key.");
        }
    }

    /** Indexes stay where they are when the rows go somewhere else. */
    private void keepIndexes(String before) throws SQLException {
        for (H2TablePart part : table.parts()) {
            boolean index = part.kind().equals("INDEX");
            boolean key = part.kind().equals("PRIMARY KEY") || part.kind().equals("UNIQUE");
            if ((index || key) && !SchemaRules.isClustered(part) && staysBehind(part.recorded())) {
                Recorded recorded = part.recorded().with(Fact.DATA_SPACE, before);
                if (index) {
                    IndexRenaming.record(table, part.name(), recorded);
                } else {
                    new ConstraintRenaming(table).record(part.name(), recorded);
                }
            }
        }
        RecordedParts parts = RecordedParts.of(table);
        for (RecordedObject part : parts.all(Kind.INDEX)) {
            if (staysBehind(part.recorded())) {
                parts.replace(part, part.recorded().with(Fact.DATA_SPACE, before));
            }
        }
    }

    private static boolean staysBehind(Recorded index) {
        return index.get(Fact.DATA_SPACE).isEmpty();
    }

    private void place(Recorded before, @Nullable String value) throws SQLException {
        String place = before.get(Fact.DATA_SPACE).orElse("");
        boolean partitioned = Stream.of(place, value == null ? "" : value)
                .anyMatch(known -> !known.isEmpty() && partitionColumn(known).isPresent());
        if (partitioned && !place.equals(value)) {
            keepIndexes(place.isEmpty() ? PRIMARY : place);
        }
    }

    void ofTable(Fact fact, @Nullable String value) throws SQLException {
        Optional<H2Comment> known = comment(table);
        if (known.isEmpty()) {
            throw TsqlError.of(
                    4902,
                    "Cannot find the object \"" + table.name()
                            + "\" because it does not exist or you do not have permissions.");
        }
        if (fact == Fact.DATA_SPACE) {
            place(known.get().recorded(), value);
        }
        if (known.get().recorded().get(fact).equals(Optional.ofNullable(value))) {
            return;
        }
        H2Comment.write(
                table.connection(), "TABLE " + table.h2(), with(known.get().recorded(), fact, value));
    }

    void ofColumn(String column, Fact fact, @Nullable String value) throws SQLException {
        Recorded recorded = table.requireColumn(column, "ALTER COLUMN");
        H2Column known = table.h2Column(column).orElseThrow();
        Optional<TemporalTable> temporal = TemporalTable.find(table.connection(), table.schema(), table.name());
        if (temporal.isPresent()) {
            temporal.get().requireFactFree(column, fact);
        }
        boolean fits = switch (fact) {
            case PERSISTED -> recorded.get(Fact.COMPUTED).isPresent();
            case IDENTITY_NOT_FOR_REPLICATION -> known.identity();
            case SPARSE ->
                value == null || known.nullable() && recorded.get(Fact.DEFAULT).isEmpty();
            case ROWGUIDCOL ->
                recorded.get(Fact.TYPE).filter("uniqueidentifier"::equals).isPresent();
            default -> true;
        };
        if (!fits) {
            throw TsqlError.of(
                    fact == Fact.SPARSE ? 1731 : 4936,
                    "The column '" + known.name() + "' of the table '" + table.name() + "' cannot be "
                            + fact.key().replace('-', ' ') + ".");
        }
        table.record(known.name(), with(recorded, fact, value));
    }

    private static Recorded with(Recorded recorded, Fact fact, @Nullable String value) {
        return value == null ? recorded.without(fact) : recorded.with(fact, value);
    }
}
