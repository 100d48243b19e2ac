package dev.palindrome.tsql.rewrite.table;

import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.sql.SqlType;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.TableTypeName;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.call.ProcedureCall;
import dev.palindrome.tsql.declaration.SystemVersioning;
import java.util.List;
import java.util.Optional;

/**
 * The period of a temporal table, and what SQL Server demands of its columns (Microsoft: create-table-transact-sql,
 * temporal-tables).
 */
final class PeriodRules {

    private static final String START = "(AS_ROW_START)";
    private static final String END = "(AS_ROW_END)";

    private final ObjectName table;
    private final List<TableElement.Column> columns;
    private final List<TableElement.Period> periods;

    private PeriodRules(ObjectName table, List<TableElement> elements) {
        this.table = table;
        this.columns = elements.stream()
                .filter(TableElement.Column.class::isInstance)
                .map(TableElement.Column.class::cast)
                .toList();
        this.periods = elements.stream()
                .filter(TableElement.Period.class::isInstance)
                .map(TableElement.Period.class::cast)
                .toList();
    }

    /** From {@code PERIOD} on. */
    static TableElement.Period read(TokenReader reader) {
        reader.expect("PERIOD", "FOR");
        reader.require("SYSTEM_TIME");
        reader.requireSymbol("(");
        String start = reader.identifier();
        reader.requireSymbol(",");
        String end = reader.identifier();
        reader.requireSymbol(")");
        return new TableElement.Period(start, end);
    }

    /** From behind {@code GENERATED}. */
    static Recorded generated(TokenReader reader, Recorded column) {
        reader.require("ALWAYS");
        reader.require("AS");
        if (reader.peek().is("TRANSACTION_ID", "SEQUENCE_NUMBER")) {
            throw new UntranslatableException("a column of a ledger");
        }
        if (reader.peek().is("SUSER_SID", "SUSER_SNAME")) {
            throw new UntranslatableException(
                    "GENERATED ALWAYS AS " + reader.peek().upper());
        }
        reader.require("ROW");
        String bound = reader.sees("START") ? START : END;
        reader.require("START", "END");
        return column.with(Fact.GENERATED, bound).withYes(Fact.HIDDEN, reader.accept("HIDDEN"));
    }

    /**
     * What is to stand behind CREATE TABLE.
     *
     * @throws UntranslatableException if SQL Server takes no such table
     */
    static List<String> ofNewTable(
            ObjectName table, List<TableElement> elements, Optional<SystemVersioning> versioning) {
        PeriodRules rules = new PeriodRules(table, elements);
        rules.refuse();
        if (rules.periods.isEmpty()) {
            if (versioning.isPresent()) {
                throw UntranslatableException.refused(
                        13510, "SYSTEM_VERSIONING takes a period, and " + table.name() + " has none");
            }
            return List.of();
        }
        if (TableTypeName.isOne(String.valueOf(table.schema()), table.name())) {
            throw UntranslatableException.refused(13572, "a table type has no period");
        }
        rules.refusePair();
        String period = ProcedureCall.of("period", table.arguments());
        if (versioning.isEmpty()) {
            return List.of(period);
        }
        rules.refuseUnversionable(elements);
        return List.of(period, versioning.get().call(table, true));
    }

    /** What is to stand behind ALTER TABLE … ADD. */
    static List<String> ofAddition(ObjectName table, List<TableElement> elements) {
        PeriodRules rules = new PeriodRules(table, elements);
        rules.refuse();
        if (rules.periods.isEmpty()) {
            return List.of();
        }
        TableElement.Period period = rules.periods.get(0);
        if (rules.columns.stream().anyMatch(PeriodRules::isGenerated)) {
            rules.refusePair();
            return List.of(ProcedureCall.of("period", table.arguments()));
        }
        return List.of(ProcedureCall.of(
                "add_period", table.arguments(), SqlLiteral.h2(period.start()), SqlLiteral.h2(period.end())));
    }

    static boolean isGenerated(TableElement.Column column) {
        return column.recorded().get(Fact.GENERATED).isPresent();
    }

    private void refuse() {
        if (periods.size() > 1) {
            throw UntranslatableException.refused(13508, "a table has one period at most");
        }
        for (TableElement.Column column : columns) {
            if (isGenerated(column)) {
                refuseColumn(column);
            }
        }
        refuseSeveral(START, 13502);
        refuseSeveral(END, 13503);
        if (periods.isEmpty() && columns.stream().anyMatch(PeriodRules::isGenerated)) {
            throw UntranslatableException.refused(
                    13509, "GENERATED ALWAYS takes PERIOD FOR SYSTEM_TIME in the same statement");
        }
    }

    private static void refuseColumn(TableElement.Column column) {
        boolean fits = column.type()
                .filter(type -> DeclaredType.parse(type.declared()).is(SqlType.DATETIME2))
                .isPresent();
        if (!fits || column.identity().isPresent()) {
            throw UntranslatableException.refused(
                    13501, "a column of a period is of type DATETIME2, and " + column.name() + " is not");
        }
        if (column.nullable()) {
            throw UntranslatableException.refused(
                    13587, "a column of a period takes no NULL, and " + column.name() + " is to");
        }
    }

    private void refuseSeveral(String bound, int error) {
        if (columns.stream().filter(column -> is(column, bound)).count() > 1) {
            throw UntranslatableException.refused(error, "a period has one start and one end");
        }
    }

    private static boolean is(TableElement.Column column, String bound) {
        return column.recorded().get(Fact.GENERATED).filter(bound::equals).isPresent();
    }

    private void refusePair() {
        TableElement.Column start = bound(START, 13504, "START");
        TableElement.Column end = bound(END, 13505, "END");
        TableElement.Period period = periods.get(0);
        refuseOther(period.start(), start, 13506);
        refuseOther(period.end(), end, 13507);
        if (!start.type().equals(end.type())) {
            throw UntranslatableException.refused(
                    13513,
                    "the columns of a period have the same precision, and those of " + table.name() + " have not");
        }
    }

    private TableElement.Column bound(String bound, int error, String which) {
        return columns.stream()
                .filter(column -> is(column, bound))
                .findFirst()
                .orElseThrow(() -> UntranslatableException.refused(
                        error, "a period takes a column that is GENERATED ALWAYS AS ROW " + which));
    }

    private static void refuseOther(String named, TableElement.Column column, int error) {
        if (!named.equalsIgnoreCase(column.name())) {
            throw UntranslatableException.refused(
                    error, "the period names " + named + " where " + column.name() + " is generated");
        }
    }

    /** What the table's history would have to hold, and cannot here. */
    private void refuseUnversionable(List<TableElement> elements) {
        boolean keyed = elements.stream().anyMatch(PeriodRules::isPrimary)
                || columns.stream()
                        .flatMap(column -> column.constraints().stream())
                        .anyMatch(PeriodRules::isPrimary);
        if (!keyed) {
            throw UntranslatableException.refused(
                    13553, "a table with SYSTEM_VERSIONING has a primary key, and " + table.name() + " has none");
        }
        for (TableElement.Column column : columns) {
            if (!column.computed().isEmpty()) {
                throw new UntranslatableException("a computed column in a table with SYSTEM_VERSIONING");
            }
            if (DeclaredType.parse(column.recorded().get(Fact.TYPE).orElse("")).isRowversion()) {
                throw new UntranslatableException("a ROWVERSION in a table with SYSTEM_VERSIONING");
            }
        }
    }

    private static boolean isPrimary(TableElement element) {
        return element instanceof TableElement.Key key && key.primary();
    }
}
