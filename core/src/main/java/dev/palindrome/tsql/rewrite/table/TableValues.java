package dev.palindrome.tsql.rewrite.table;

import dev.palindrome.tsql.FlowProgram.Function;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TsqlType;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.value.StatementValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The values in what makes a table: those of its defaults, checks and computed columns. */
final class TableValues {

    private final ObjectName table;
    private final StatementValues values;
    private final UnaryOperator<List<Token>> overTable;

    private TableValues(ObjectName table, StatementValues values, UnaryOperator<List<Token>> overTable) {
        this.table = table;
        this.values = values;
        this.overTable = overTable;
    }

    static List<TableElement> ofNewTable(ObjectName table, List<TableElement> elements, StatementValues values) {
        Map<String, TsqlType> types = types(elements);
        TableValues all = new TableValues(table, values, expression -> values.over(types, expression));
        return elements.stream().map(all::of).toList();
    }

    static List<TableElement> ofAddition(ObjectName table, List<TableElement> elements, StatementValues values) {
        Map<String, TsqlType> types = types(elements);
        TableValues all = new TableValues(table, values, expression -> values.over(table, types, expression));
        return elements.stream()
                .map(element ->
                        element instanceof TableElement.DefaultFor added ? all.of(table, added) : all.of(element))
                .toList();
    }

    private static Map<String, TsqlType> types(List<TableElement> elements) {
        Map<String, TsqlType> types = new LinkedHashMap<>();
        for (TableElement element : elements) {
            if (element instanceof TableElement.Column column) {
                column.type().ifPresent(type -> types.put(column.name(), type));
            }
        }
        return types;
    }

    private TableElement of(TableElement element) {
        if (element instanceof TableElement.Column column) {
            ComputedType.requireStored(values.functions(column.computed()));
            return column.with(
                    overTable.apply(column.computed()),
                    column.defaultValue().map(known -> of(known, column.type())),
                    column.constraints().stream().map(this::of).toList());
        }
        return element instanceof TableElement.Constraint constraint ? of(constraint) : element;
    }

    /** H2 asks a CHECK before the row is there, and SQL Server when it is. */
    private void requireOthers(List<Token> condition) {
        for (Function function : values.functions(condition)) {
            if (values.reads(Lexer.tokens(function.body(), 1), table)) {
                throw new UntranslatableException("a CHECK with the function " + function.label()
                        + ", which reads the table that is checked: " + table.name());
            }
        }
    }

    private TableElement.Constraint of(TableElement.Constraint constraint) {
        if (constraint instanceof TableElement.Check check) {
            requireOthers(check.condition());
        }
        return constraint instanceof TableElement.Check check
                ? new TableElement.Check(
                        check.name(), check.condition(), overTable.apply(check.condition()), check.notForReplication())
                : constraint;
    }

    private TableElement.Default of(TableElement.Default known, Optional<TsqlType> type) {
        return new TableElement.Default(known.name(), known.expression(), values.defaultOf(known.expression(), type));
    }

    private TableElement of(ObjectName table, TableElement.DefaultFor added) {
        TableElement.Default known = added.defaultValue();
        List<Token> here = values.defaultOf(known.expression(), table, added.column());
        return new TableElement.DefaultFor(
                new TableElement.Default(known.name(), known.expression(), here), added.column(), added.withValues());
    }
}
