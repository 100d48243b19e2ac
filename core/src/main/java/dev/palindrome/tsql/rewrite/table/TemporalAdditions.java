package dev.palindrome.tsql.rewrite.table;

import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.call.ProcedureCall;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What ALTER TABLE … ADD means for a temporal table, which only the database knows. */
final class TemporalAdditions {

    private TemporalAdditions() {}

    /** A call to stand before it. */
    static List<String> before(ObjectName table, List<TableElement> elements) {
        Set<String> kinds = new LinkedHashSet<>();
        elements.forEach(element -> add(element, kinds));
        return kinds.isEmpty() ? List.of() : List.of(call("require_addable", table, kinds));
    }

    private static void add(TableElement element, Set<String> kinds) {
        if (element instanceof TableElement.Column column) {
            kinds.add("COLUMN");
            ofColumn(column, kinds);
            column.constraints().forEach(constraint -> add(constraint, kinds));
        } else if (element instanceof TableElement.Key key) {
            kinds.add(key.primary() ? "PRIMARY KEY" : "UNIQUE");
        } else if (element instanceof TableElement.ForeignKey) {
            kinds.add("FOREIGN KEY");
        } else if (element instanceof TableElement.Check) {
            kinds.add("CHECK");
        } else if (element instanceof TableElement.Period) {
            kinds.add("PERIOD");
        }
    }

    private static void ofColumn(TableElement.Column column, Set<String> kinds) {
        boolean rowversion =
                DeclaredType.parse(column.recorded().get(Fact.TYPE).orElse("")).isRowversion();
        if (column.identity().isPresent()) {
            kinds.add("IDENTITY");
        }
        if (!column.computed().isEmpty()) {
            kinds.add("COMPUTED");
        }
        if (rowversion) {
            kinds.add("ROWVERSION");
        }
        if (column.withValues() && column.nullable()) {
            kinds.add("WITH VALUES");
        }
        for (Fact fact : List.of(Fact.ROWGUIDCOL, Fact.SPARSE)) {
            if (column.recorded().is(fact)) {
                kinds.add(fact.name());
            }
        }
    }

    /** A call to stand behind it. */
    static List<String> behind(ObjectName table, List<TableElement> elements) {
        List<String> columns = new ArrayList<>();
        for (TableElement element : elements) {
            if (element instanceof TableElement.Column column && !PeriodRules.isGenerated(column)) {
                columns.add(column.name());
            }
        }
        return columns.isEmpty() ? List.of() : List.of(call("add_to_history", table, columns));
    }

    private static String call(String procedure, ObjectName table, Iterable<String> names) {
        List<String> arguments = new ArrayList<>(List.of(table.arguments()));
        names.forEach(name -> arguments.add(SqlLiteral.h2(name)));
        return ProcedureCall.of(procedure, arguments.toArray(String[]::new));
    }
}
