package dev.palindrome.tsql.rewrite.table;

import dev.palindrome.h2.procedures.H2Procedures;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.TsqlType;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.UserTypeMark;
import dev.palindrome.tsql.call.ProcedureCall;
import dev.palindrome.tsql.call.UndoableSteps;
import dev.palindrome.tsql.declaration.ColumnCollation;
import dev.palindrome.tsql.declaration.TypeReader;
import dev.palindrome.tsql.declaration.XmlCollection;
import dev.palindrome.tsql.flow.TemporaryTable;
import dev.palindrome.tsql.index.IndexOptions;
import dev.palindrome.tsql.module.TriggerSwitch;
import dev.palindrome.tsql.rewrite.expression.ExpressionRewriter;
import dev.palindrome.tsql.value.StatementValues;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** ALTER TABLE. What depends on what is there is left to {@link H2Procedures}. */
public final class AlterTable {

    private final SystemName systemName;
    private final StatementValues values;
    private final ModuleSettings settings;

    public AlterTable(SystemName systemName, StatementValues values, ModuleSettings settings) {
        this.systemName = systemName;
        this.values = values;
        this.settings = settings;
    }

    /** From behind {@code ALTER TABLE}. */
    public List<String> rewrite(TokenReader reader) {
        ObjectName table = reader.objectName();
        Optional<List<String>> option = AlterTableOption.read(reader, table);
        if (option.isPresent()) {
            reader.expectEnd();
            return option.get();
        }
        boolean withCheck = reader.accept("WITH", "CHECK");
        boolean withNoCheck = !withCheck && reader.accept("WITH", "NOCHECK");
        List<String> statements;
        if (reader.accept("ADD")) {
            statements = add(reader, table, !withNoCheck);
        } else if (reader.accept("ALTER", "COLUMN")) {
            statements = alterColumn(reader, table);
        } else if (reader.accept("DROP")) {
            statements = drop(reader, table);
        } else if (reader.accept("CHECK", "CONSTRAINT")) {
            statements = List.of(constraints(reader, "check_constraint", table, withCheck ? "TRUE" : "FALSE"));
        } else if (TriggerSwitch.sees(reader) && !withCheck && !withNoCheck) {
            statements = TriggerSwitch.ofTable(reader, table);
        } else if (reader.accept("NOCHECK", "CONSTRAINT")) {
            statements = List.of(constraints(reader, "nocheck_constraint", table));
        } else {
            throw reader.unexpected();
        }
        reader.expectEnd();
        return statements;
    }

    /** Reads {@code ALL}, or names. */
    private static String constraints(TokenReader reader, String procedure, ObjectName table, String... more) {
        List<String> arguments = new ArrayList<>(List.of(table.arguments()));
        arguments.addAll(List.of(more));
        if (!reader.accept("ALL")) {
            do {
                arguments.add(SqlLiteral.h2(reader.identifier()));
            } while (reader.acceptSymbol(","));
        }
        return ProcedureCall.of(procedure, arguments.toArray(String[]::new));
    }

    private List<String> add(TokenReader reader, ObjectName table, boolean trusted) {
        List<TableElement> written =
                TableElement.enforced(table, settings.remembered(TableElementReader.elements(reader)));
        List<TableElement> elements = TableValues.ofAddition(table, withDefaults(written), values);
        List<String> rules = new ArrayList<>(TemporalAdditions.before(table, elements));
        rules.addAll(TableRules.ofAddition(table, elements));
        UndoableSteps steps = new UndoableSteps(rules);
        Iterator<TableElement.Constraint> constraints =
                Clustering.of(TableElement.constraints(elements), List.of()).iterator();
        for (TableElement element : elements) {
            if (element instanceof TableElement.Column column) {
                addColumn(table, column, steps);
                column.constraints().forEach(each -> addConstraint(table, constraints.next(), trusted, steps));
            } else if (element instanceof TableElement.Constraint) {
                addConstraint(table, constraints.next(), trusted, steps);
            } else if (element instanceof TableElement.Period) {
                continue; // stands behind all of them
            } else if (element instanceof TableElement.Index) {
                throw new UntranslatableException("an index that is added inside a table, which is memory-optimised");
            } else {
                addDefault(table, (TableElement.DefaultFor) element, steps);
            }
        }
        steps.addAll(PeriodRules.ofAddition(table, elements)).addAll(TemporalAdditions.behind(table, elements));
        return steps.asOne();
    }

    /** A default for a column that is added beside it counts for the rows that are there. */
    private static List<TableElement> withDefaults(List<TableElement> elements) {
        List<TableElement> all = new ArrayList<>(elements);
        for (TableElement element : elements) {
            if (element instanceof TableElement.DefaultFor added && give(all, added)) {
                all.remove(added);
            }
        }
        return all;
    }

    /** Whether it is for one of them, which has it now. */
    private static boolean give(List<TableElement> all, TableElement.DefaultFor added) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) instanceof TableElement.Column column && mayHave(column, added)) {
                all.set(i, column.with(added));
                return true;
            }
        }
        return false;
    }

    private static boolean mayHave(TableElement.Column column, TableElement.DefaultFor added) {
        return column.name().equalsIgnoreCase(added.column())
                && column.type().isPresent()
                && column.defaultValue().isEmpty();
    }

    private void addColumn(ObjectName table, TableElement.Column column, UndoableSteps steps) {
        ColumnText text = new ColumnText(table, systemName);
        boolean nullInRows = column.nullable() && column.defaultValue().isPresent() && !column.withValues();
        String head = "ALTER TABLE " + table.h2() + " ";
        String name = QuotedName.of(column.name());
        String definition = nullInRows ? text.withoutDefault(column) : text.of(column);
        if (TemporaryTable.is(table)) {
            String add = ProcedureCall.of("add_temporary_column", table.arguments(), SqlLiteral.h2(definition));
            String drop = ProcedureCall.of("drop_column", table.arguments(), SqlLiteral.h2(column.name()), "TRUE");
            steps.add(ComputedType.resolved(table, column, add), drop);
        } else {
            steps.add(
                    ComputedType.resolved(table, column, head + "ADD COLUMN " + definition),
                    head + "DROP COLUMN " + name);
        }
        if (nullInRows) {
            steps.add(
                    head + "ALTER COLUMN " + name + " SET DEFAULT "
                            + ExpressionRewriter.onOneLine(
                                    column.defaultValue().get().here()),
                    "");
        }
        if (column.caseSensitive()) {
            steps.add(CaseSensitivity.call(table, column), "");
        }
    }

    private void addConstraint(
            ObjectName table, TableElement.Constraint constraint, boolean trusted, UndoableSteps steps) {
        ConstraintText text = new ConstraintText(table, systemName);
        String undo = "ALTER TABLE " + table.h2() + " DROP CONSTRAINT " + QuotedName.of(text.nameOf(constraint));
        List<String> added = new ArrayList<>(List.of(constraintText(table, constraint, trusted)));
        if (!(constraint instanceof TableElement.Key key) || !key.isClustered()) {
            steps.add(added.get(0), undo);
            return;
        }
        key.storage().get(Fact.DATA_SPACE).ifPresent(place -> added.add(CreateIndex.placed(table, place)));
        if (Clustering.isOpen(key)) {
            steps.add(Clustering.ofTable(table, added, constraintText(table, key.nonclustered(), trusted)), undo);
        } else {
            steps.add(added.get(0), undo).addAll(added.subList(1, added.size()));
        }
    }

    private String constraintText(ObjectName table, TableElement.Constraint constraint, boolean trusted) {
        return "ALTER TABLE " + table.h2() + " ADD " + new ConstraintText(table, systemName).of(constraint, trusted);
    }

    private void addDefault(ObjectName table, TableElement.DefaultFor element, UndoableSteps steps) {
        Recorded recorded = new ColumnText(table, systemName)
                .recorded(Recorded.nothing(), element.column(), element.defaultValue());
        String expression = ExpressionRewriter.onOneLine(element.defaultValue().here());
        steps.add(
                ProcedureCall.of(
                        "add_default",
                        table.arguments(),
                        SqlLiteral.h2(element.column()),
                        SqlLiteral.h2(expression),
                        SqlLiteral.h2(recorded.text())),
                dropConstraint(table, recorded.get(Fact.DEFAULT_NAME).orElseThrow(), false));
    }

    private static String dropConstraint(ObjectName table, String name, boolean ifExists) {
        return ProcedureCall.of("drop_constraint", table.arguments(), SqlLiteral.h2(name), ifExists ? "TRUE" : "FALSE");
    }

    private static List<String> alterColumn(TokenReader reader, ObjectName table) {
        String column = reader.identifier();
        if (reader.peek().is("ADD", "DROP")) {
            return List.of(AlterTableOption.ofColumn(reader, table, column));
        }
        TsqlType type = TypeReader.ofColumn(column, reader);
        Optional<UserTypeMark> alias = UserTypeMark.read(reader);
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        XmlCollection.read(type, reader).ifPresent(known -> facts.put(Fact.XML_COLLECTION, known));
        ColumnCollation collation =
                reader.accept("COLLATE") ? ColumnCollation.read(reader, type) : ColumnCollation.OF_DATABASE;
        readMore(reader, facts);
        boolean notNull = reader.accept("NOT", "NULL");
        if (!notNull) {
            reader.accept("NULL");
        }
        readMore(reader, facts);
        if (notNull && facts.containsKey(Fact.SPARSE)) {
            throw UntranslatableException.refused(
                    1731, "a sparse column takes NULL, and " + column + " is to take none");
        }
        List<String> statements = new ArrayList<>();
        Optional.ofNullable(facts.get(Fact.XML_COLLECTION))
                .ifPresent(known -> statements.add(XmlCollection.required(known)));
        statements.add(ProcedureCall.of(
                "alter_column",
                table.arguments(),
                SqlLiteral.h2(column),
                SqlLiteral.h2(collation.compared(type).h2()),
                SqlLiteral.h2(type.declared()),
                SqlLiteral.h2OrNull(collation.name().orElse(null)),
                collation.isCaseSensitive(type) ? "TRUE" : "FALSE",
                notNull ? "FALSE" : "TRUE"));
        alias.ifPresent(known -> statements.add(
                ProcedureCall.of("user_type", table.arguments(), SqlLiteral.h2(column), SqlLiteral.h2(known.name()))));
        facts.forEach(
                (fact, value) -> statements.add(AlterTableOption.columnFact(table, column, fact, Optional.of(value))));
        return statements;
    }

    /** What may stand behind the type of a column that is altered (Microsoft: alter-table-transact-sql). */
    private static void readMore(TokenReader reader, Map<Fact, String> facts) {
        if (reader.accept("SPARSE")) {
            facts.put(Fact.SPARSE, "yes");
        }
        if (reader.accept("MASKED")) {
            facts.put(Fact.MASKED, ColumnReader.mask(reader));
        }
        if (reader.accept("WITH")) {
            reader.requireSymbol("(");
            IndexOptions.option(reader);
            reader.requireSymbol(")");
        }
    }

    /** What goes is asked for before any of it does. */
    private static List<String> drop(TokenReader reader, ObjectName table) {
        List<String> statements = new ArrayList<>();
        List<String> parts = new ArrayList<>(List.of(table.arguments()));
        String kind = "CONSTRAINT";
        boolean ifExists = false;
        boolean period = false;
        do {
            if (reader.peek().is("PERIOD") && reader.peek(1).is("FOR")) {
                reader.expect("PERIOD", "FOR");
                reader.require("SYSTEM_TIME");
                statements.add(ProcedureCall.of("drop_period", table.arguments()));
                period = true;
                continue;
            }
            if (reader.peek().is("COLUMN", "CONSTRAINT") && reader.peek(1).isName()) {
                kind = reader.next().upper();
                ifExists = reader.accept("IF", "EXISTS");
            }
            String name = reader.identifier();
            parts.add(SqlLiteral.h2(kind + (ifExists ? " IF EXISTS" : "")));
            parts.add(SqlLiteral.h2(name));
            if (kind.equals("CONSTRAINT")) {
                clusteredOptions(reader);
            }
            statements.add(
                    kind.equals("CONSTRAINT")
                            ? dropConstraint(table, name, ifExists)
                            : ProcedureCall.of(
                                    "drop_column",
                                    table.arguments(),
                                    SqlLiteral.h2(name),
                                    ifExists ? "TRUE" : "FALSE"));
        } while (reader.acceptSymbol(","));
        return statements.size() == 1 || period
                ? statements
                : new UndoableSteps(List.of(ProcedureCall.of("require_droppable", parts.toArray(String[]::new))))
                        .addAll(statements)
                        .asOne();
    }

    /** {@code WITH (ONLINE = OFF)} behind a clustered key, as SSMS scripts it (Microsoft: alter-table-transact-sql). */
    private static void clusteredOptions(TokenReader reader) {
        if (!reader.accept("WITH")) {
            return;
        }
        reader.requireSymbol("(");
        do {
            if (reader.sees("MOVE", "TO")) {
                throw new UntranslatableException("MOVE TO");
            }
            if (!reader.peek().is("ONLINE", "MAXDOP")) {
                throw reader.syntax();
            }
            IndexOptions.option(reader);
        } while (reader.acceptSymbol(","));
        reader.requireSymbol(")");
    }
}
