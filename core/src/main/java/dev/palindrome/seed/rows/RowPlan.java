package dev.palindrome.seed.rows;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.ForeignKey;
import dev.palindrome.seed.FillReport;
import dev.palindrome.seed.filler.ColumnFiller;
import dev.palindrome.seed.filler.SelfReferenceFiller;
import dev.palindrome.seed.filler.TableFillers;
import dev.palindrome.seed.filler.ValueSource;
import dev.palindrome.seed.rule.Numbering;
import dev.palindrome.seed.rule.TableRules;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.RowRandom;
import dev.palindrome.seed.values.TableColumns;
import dev.palindrome.seed.values.Value;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the rows of a table are made of.
 *
 * @param table the table
 * @param columns which rows have values for; others are the server's
 * @param given those of them that the user makes the values of, as {@link GeneratedRow#key} has them
 * @param foreignKeys that the rows are held to
 * @param later columns that hold NULL until the tables that they reference have rows
 * @param copies columns that point to their own row
 * @param leftOut columns without values, though the table has rows
 */
public record RowPlan(
        TableColumns table,
        List<Column> columns,
        Set<String> given,
        List<ForeignKey> foreignKeys,
        List<String> later,
        List<SelfReferenceFiller> copies,
        List<FillReport.NotFilled> leftOut) {

    /** Columns that values are drawn for. */
    List<Column> open() {
        Set<String> fixed = new HashSet<>(later);
        fixed.addAll(given);
        copies.forEach(copy -> fixed.addAll(copy.columns()));
        copies.forEach(copy -> fixed.removeAll(copy.referenced()));
        return columns.stream()
                .filter(column -> !fixed.contains(GeneratedRow.key(column.name())))
                .toList();
    }

    /** Open columns that reference nothing, as {@link GeneratedRow#key} has them. */
    List<String> free() {
        Set<String> referencing = new HashSet<>();
        foreignKeys.forEach(foreignKey -> referencing.addAll(GeneratedRow.keys(foreignKey.columns())));
        return open().stream()
                .map(column -> GeneratedRow.key(column.name()))
                .filter(column -> !referencing.contains(column))
                .toList();
    }

    RowMaker maker(TableRules rules, ValueSource source, Numbering numbering) throws SQLException {
        List<ColumnFiller> fillers = new TableFillers(table, rules, source, numbering).of(open(), foreignKeys);
        RowRandom rowRandom = source.randoms(table.table()).of("");
        return new RowMaker(fillers, copies, rules.rules(), given, rowRandom);
    }

    GeneratedRow empty(long number) {
        GeneratedRow row = new GeneratedRow(number);
        later.forEach(column -> row.put(column, Value.NULL));
        return row;
    }
}
