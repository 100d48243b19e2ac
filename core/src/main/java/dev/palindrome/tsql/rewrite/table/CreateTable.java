package dev.palindrome.tsql.rewrite.table;

import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.TableTypeName;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.call.ProcedureCall;
import dev.palindrome.tsql.call.UndoableSteps;
import dev.palindrome.tsql.declaration.DataSpace;
import dev.palindrome.tsql.declaration.TableStorage;
import dev.palindrome.tsql.flow.TemporaryTable;
import dev.palindrome.tsql.index.IndexText;
import dev.palindrome.tsql.statement.TokensText;
import dev.palindrome.tsql.value.StatementValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** CREATE TABLE: one statement on H2, records included. */
public final class CreateTable {

    private final SystemName systemName;
    private final StatementValues values;
    private final ModuleSettings settings;

    public CreateTable(SystemName systemName, StatementValues values, ModuleSettings settings) {
        this.systemName = systemName;
        this.values = values;
        this.settings = settings;
    }

    /** From behind {@code CREATE TABLE}. */
    public List<String> rewrite(TokenReader reader) {
        return rewrite(reader.objectName(), reader);
    }

    /** From behind the name. */
    public List<String> rewrite(ObjectName table, TokenReader reader) {
        int start = reader.position();
        reader.expectSymbol("(");
        List<TableElement> elements = TableValues.ofNewTable(
                table, TableElement.enforced(table, settings.remembered(TableElementReader.elements(reader))), values);
        reader.expectSymbol(")");
        String declared = TokensText.of(reader.since(start));
        TableStorage storage = TableStorage.read(reader);
        reader.expectEnd();
        List<IndexText> indexes = indexes(elements);
        if (TemporaryTable.is(table)) {
            return TemporaryTable.create(table, lines(table, elements), indexes).stream()
                    .map(create -> ComputedType.resolved(elements, create))
                    .toList();
        }
        Recorded recorded = placed(storage.recorded(), elements, indexes);
        if (TableTypeName.isOne(String.valueOf(table.schema()), table.name())) {
            recorded = recorded.with(Fact.DEFINITION, declared); // for variables of the type
        }
        UndoableSteps steps = new UndoableSteps(TableRules.ofNewTable(table, elements, recorded, indexes));
        String comment = recorded.facts().isEmpty() ? "" : " COMMENT " + SqlLiteral.h2(recorded.text());
        String create = "CREATE TABLE " + table.h2() + comment + " (" + String.join(", ", lines(table, elements)) + ")";
        steps.add(ComputedType.resolved(elements, create), ProcedureCall.of("drop_table", table.arguments(), "FALSE"));
        for (TableElement element : elements) {
            if (element instanceof TableElement.Column column && column.caseSensitive()) {
                steps.add(CaseSensitivity.call(table, column), "");
            }
        }
        indexes.forEach(index -> steps.addAll(CreateIndex.behindTable(table, index)));
        return steps.addAll(PeriodRules.ofNewTable(table, elements, storage.versioning()))
                .asOne();
    }

    /** The clustered key or index is the table, and where it is the table is. */
    private static Recorded placed(Recorded storage, List<TableElement> elements, List<IndexText> indexes) {
        Stream<Recorded> clustered = Stream.concat(
                indexes.stream().filter(IndexText::isClustered).map(IndexText::recorded),
                Clustering.of(TableElement.constraints(elements), indexes)
                        .filter(constraint -> constraint instanceof TableElement.Key key && key.isClustered())
                        .map(constraint -> ((TableElement.Key) constraint).storage()));
        Optional<String> place = clustered
                .flatMap(recorded -> recorded.get(Fact.DATA_SPACE).stream())
                .findFirst();
        Recorded elsewhere = place.isEmpty() ? storage : storage.without(Fact.DATA_SPACE);
        return place.filter(known -> !known.equals(DataSpace.PRIMARY))
                .map(known -> elsewhere.with(Fact.DATA_SPACE, known))
                .orElse(elsewhere);
    }

    private List<String> lines(ObjectName table, List<TableElement> elements) {
        ColumnText columnText = new ColumnText(table, systemName);
        ConstraintText constraintText = new ConstraintText(table, systemName);
        List<String> lines = new ArrayList<>();
        for (TableElement element : elements) {
            if (element instanceof TableElement.Column column) {
                boolean heedsCase = TemporaryTable.is(table) && column.caseSensitive();
                lines.add(heedsCase ? heedingCase(column, columnText.of(column)) : columnText.of(column));
            } else if (element instanceof TableElement.DefaultFor) {
                throw new UntranslatableException("a default outside its column");
            }
        }
        Clustering.of(TableElement.constraints(elements), indexes(elements))
                .map(constraintText::of)
                .forEach(lines::add);
        return lines;
    }

    /** H2 need not remember this of a temporary table. */
    private static String heedingCase(TableElement.Column column, String line) {
        String type = column.type().orElseThrow().h2();
        String length = type.substring(type.indexOf('('));
        String name = QuotedName.of(column.name()) + " ";
        return name + "VARCHAR_CASESENSITIVE" + length + line.substring(name.length() + type.length());
    }

    private static List<IndexText> indexes(List<TableElement> elements) {
        List<IndexText> indexes = new ArrayList<>();
        for (TableElement element : elements) {
            if (element instanceof TableElement.Index index) {
                indexes.add(index.text());
            } else if (element instanceof TableElement.Column column) {
                indexes.addAll(column.indexes());
            }
        }
        return indexes;
    }
}
