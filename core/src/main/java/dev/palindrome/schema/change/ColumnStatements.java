package dev.palindrome.schema.change;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Difference.Changed;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.tsql.UnnamedConstraint;
import java.util.Optional;

/** ALTER TABLE for columns. */
final class ColumnStatements {

    /** The longest name that SQL Server takes. */
    private static final int LONGEST_NAME = 128;

    private final SchemaObject table;
    private final String alterTable;
    private final ChangeScript script;

    ColumnStatements(SchemaObject expectedTable, ChangeScript script) {
        this.table = expectedTable;
        this.alterTable = "ALTER TABLE " + BracketedName.of(expectedTable.name());
        this.script = script;
    }

    void drop(SchemaObject column) {
        boolean computed = column.get(Property.COMPUTED).isPresent();
        script.add(
                computed ? ChangePhase.DROP_COMPUTED_COLUMN : ChangePhase.DROP_COLUMN,
                alterTable + " DROP COLUMN " + ColumnDefinition.name(column));
    }

    void dropDefault(SchemaObject actualTable, SchemaObject column) {
        if (column.get(Property.DEFAULT).isEmpty()) {
            return;
        }
        Optional<String> name = column.get(Property.DEFAULT_NAME);
        if (name.isPresent()) {
            script.add(ChangePhase.DROP_DEFAULT, alterTable + " DROP CONSTRAINT " + name.get());
        } else {
            UnnamedConstraint unnamed = new UnnamedConstraint(
                    UnnamedConstraint.Kind.DEFAULT, BracketedName.of(actualTable.name()), column.simpleName(), "");
            script.addAlone(ChangePhase.DROP_DEFAULT, unnamed.drop());
        }
    }

    void addDefault(SchemaObject column) {
        if (column.get(Property.DEFAULT).isPresent()) {
            script.add(
                    ChangePhase.ADD_DEFAULT,
                    alterTable + " ADD" + ColumnDefinition.defaultClause(column) + " FOR "
                            + ColumnDefinition.name(column));
        }
    }

    /** Adds a column, and gives it values where it cannot do without. */
    void add(SchemaObject actualTable, SchemaObject column) {
        new TableOptions(table, script).padding(column);
        if (column.get(Property.COMPUTED).isPresent()) {
            add(ChangePhase.ADD_COMPUTED_COLUMN, ColumnDefinition.of(column));
            return;
        }
        if (isFilledByServer(column)) {
            add(ChangePhase.ADD_COLUMN, ColumnDefinition.of(column));
            return;
        }
        script.data(ChangePhase.ADD_COLUMN, "the values of " + plain(column) + " cannot come back");
        FillerValue filler = new FillerValue(table, column);
        Optional<String> ofEachRow = filler.ofEachRow().filter(value -> hasPrimaryKey(actualTable));
        if (ofEachRow.isPresent()) {
            addFilled(column, ofEachRow.get());
        } else if (!column.is(Property.NOT_NULL) || column.get(Property.DEFAULT).isPresent()) {
            add(ChangePhase.ADD_COLUMN, ColumnDefinition.of(column));
        } else {
            addNotNull(column, filler.ofAllRows());
        }
    }

    /** Whether rows that are there have NULL in a column that is added. */
    static boolean comesBackEmpty(SchemaObject table, SchemaObject column) {
        return !column.is(Property.NOT_NULL)
                && column.get(Property.DEFAULT).isEmpty()
                && column.get(Property.COMPUTED).isEmpty()
                && !isFilledByServer(column)
                && new FillerValue(table, column).ofEachRow().isEmpty();
    }

    private static boolean isFilledByServer(SchemaObject column) {
        return column.get(Property.IDENTITY).isPresent()
                || column.get(Property.GENERATED).isPresent()
                || !new Column(column).isInsertable();
    }

    /** Rows are told apart by the primary key that they have when the column comes. */
    private static boolean hasPrimaryKey(SchemaObject actualTable) {
        return new Table(actualTable).primaryKey().isPresent();
    }

    private void add(ChangePhase phase, String column) {
        script.add(phase, alterTable + " ADD " + column);
    }

    private void addFilled(SchemaObject column, String value) {
        add(ChangePhase.ADD_COLUMN, ColumnDefinition.nullable(column));
        script.add(ChangePhase.FILL_COLUMN, update(column, value));
        if (column.is(Property.NOT_NULL)) {
            script.add(ChangePhase.ALTER_COLUMN, alterTable + " ALTER COLUMN " + ColumnDefinition.altered(column));
        }
        addDefault(column);
    }

    private String update(SchemaObject column, String value) {
        return "UPDATE " + BracketedName.of(table.name()) + " SET " + ColumnDefinition.name(column) + " = " + value;
    }

    /** Rows that are there get the value of a default that goes again. */
    private void addNotNull(SchemaObject column, Optional<String> value) {
        if (value.isEmpty()) {
            script.byHand("rows need a value for " + plain(column) + ", which is NOT NULL");
            add(ChangePhase.ADD_COLUMN, ColumnDefinition.of(column));
            return;
        }
        String quoted = temporaryName(table, column);
        add(
                ChangePhase.ADD_COLUMN,
                ColumnDefinition.withoutDefault(column) + " CONSTRAINT " + quoted + " DEFAULT " + value.get());
        script.add(ChangePhase.ADD_COLUMN, alterTable + " DROP CONSTRAINT " + quoted);
    }

    /** Of a default that goes again. */
    static String temporaryName(SchemaObject table, SchemaObject column) {
        String name = "palindrome_" + table.simpleName() + "_" + column.simpleName();
        return BracketedName.of(name.substring(0, Math.min(LONGEST_NAME, name.length())));
    }

    void alter(SchemaObject actualTable, ColumnTypeChange change) {
        SchemaObject column = change.expected().orElseThrow();
        if (change.mayLose()) {
            script.data(
                    ChangePhase.ALTER_COLUMN,
                    "values of " + plain(column) + " that do not fit " + type(column) + " stop this script; it was "
                            + type(change.actual()) + " until now");
        }
        if (change.becomesNotNull()) {
            fillNulls(actualTable, column);
        }
        mark(change.actual(), Property.ROWGUIDCOL, "DROP");
        script.add(ChangePhase.ALTER_COLUMN, alterTable + " ALTER COLUMN " + ColumnDefinition.altered(column));
        mark(column, Property.ROWGUIDCOL, "ADD");
        mark(column, Property.SPARSE, "ADD");
        new TableOptions(table, script).padding(column);
    }

    /** The ROWGUIDCOL cannot be altered, and what is altered is SPARSE no more (Microsoft: alter-table-transact-sql). */
    private void mark(SchemaObject column, Property property, String verb) {
        if (column.is(property)) {
            script.add(
                    ChangePhase.ALTER_COLUMN,
                    alterTable + " ALTER COLUMN " + ColumnDefinition.name(column) + " " + verb + " "
                            + property.label());
        }
    }

    private static String type(SchemaObject column) {
        return column.get(Property.TYPE).orElse("");
    }

    private void fillNulls(SchemaObject actualTable, SchemaObject column) {
        FillerValue filler = new FillerValue(table, column);
        Optional<String> value = filler.ofEachRow()
                .filter(each -> hasPrimaryKey(actualTable))
                .or(() -> column.get(Property.DEFAULT))
                .or(filler::ofAllRows);
        if (value.isPresent()) {
            script.data(ChangePhase.FILL_COLUMN, "rows without " + plain(column) + " get a value made up here");
            script.add(
                    ChangePhase.FILL_COLUMN,
                    update(column, value.get()) + " WHERE " + ColumnDefinition.name(column) + " IS NULL");
        } else {
            script.byHand("rows without " + plain(column) + " need a value, for it becomes NOT NULL");
        }
    }

    /** What ALTER COLUMN … ADD and DROP take. */
    void property(Changed changed, SchemaObject column) {
        Property property = changed.property();
        boolean there = changed.expected().isPresent();
        String verb = alterTable + " ALTER COLUMN " + ColumnDefinition.name(column) + (there ? " ADD " : " DROP ");
        switch (property) {
            case SPARSE, ROWGUIDCOL, HIDDEN, NOT_FOR_REPLICATION ->
                script.add(ChangePhase.ALTER_COLUMN, verb + property.label());
            case MASKED ->
                script.add(
                        ChangePhase.ALTER_COLUMN,
                        verb
                                + changed.expected()
                                        .map(mask -> "MASKED WITH " + ColumnDefinition.mask(mask))
                                        .orElse("MASKED"));
            default -> script.byHand(changed);
        }
    }

    /** Behind ADD PERIOD. */
    void hideInPeriod(SchemaObject column) {
        script.add(ChangePhase.ADD_KEY, alterTable + " ALTER COLUMN " + ColumnDefinition.name(column) + " ADD HIDDEN");
    }

    private String plain(SchemaObject column) {
        return BracketedName.readable(table.name()) + "." + BracketedName.readable(column.name());
    }
}
