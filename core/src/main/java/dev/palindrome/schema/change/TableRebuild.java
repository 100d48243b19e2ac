package dev.palindrome.schema.change;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.SqlLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A new table with the rows of the old one takes its place: T-SQL can neither give an identity to a column nor take it
 * away nor change how it counts (Microsoft: create-table-transact-sql-identity-property).
 */
final class TableRebuild {

    private static final List<Property> OBSTACLES =
            List.of(Property.HISTORY_TABLE, Property.PERIOD, Property.LEDGER, Property.MEMORY_OPTIMIZED);

    private final ObjectPair pair;
    private final ChangeScript script;
    private final PartChanges parts;

    TableRebuild(ObjectPair pair, ChangeScript script, PartChanges parts) {
        this.pair = pair;
        this.script = script;
        this.parts = parts;
    }

    void plan() {
        SchemaObject table = pair.expected();
        Optional<String> obstacle = obstacle(pair);
        if (obstacle.isPresent()) {
            script.byHand("the table " + BracketedName.readable(table.name())
                    + " would have to be made anew, which cannot be written for " + obstacle.get());
            return;
        }
        move();
        parts.remakeReferencing(pair.actual());
        table.parts().stream()
                .filter(part -> part.kind() != ObjectKind.COLUMN)
                .forEach(part -> parts.create(table, part));
        new TableOptions(table, script).set(List.of());
    }

    /** What a table of such a kind is, which cannot be made anew. */
    static Optional<String> obstacle(ObjectPair pair) {
        return OBSTACLES.stream()
                .filter(property -> pair.expected().get(property).isPresent()
                        || pair.actual().get(property).isPresent())
                .findFirst()
                .map(property -> "one with " + property.label())
                .or(() -> TableDefinition.specialKind(pair.expected()))
                .or(() -> TableDefinition.specialKind(pair.actual()));
    }

    private void move() {
        SchemaObject table = pair.expected();
        List<String> name = table.name();
        String old = BracketedName.of(pair.actual().name());
        String fresh = BracketedName.of(List.of(name.get(0), "palindrome_" + name.get(1)));
        boolean identity = table.parts(ObjectKind.COLUMN).stream()
                .anyMatch(column -> column.get(Property.IDENTITY).isPresent()
                        && source(column).isPresent());
        script.add(ChangePhase.REBUILD_TABLE, TableDefinition.bare(table, fresh));
        script.addAlone(ChangePhase.REBUILD_TABLE, rows(old, fresh, identity));
        script.add(ChangePhase.REBUILD_TABLE, "DROP TABLE " + old);
        script.add(
                ChangePhase.REBUILD_TABLE,
                "EXEC sp_rename " + SqlLiteral.of(fresh) + ", " + SqlLiteral.of(table.simpleName()));
        ColumnStatements statements = new ColumnStatements(table, script);
        table.parts(ObjectKind.COLUMN).forEach(statements::addDefault);
    }

    private String rows(String old, String fresh, boolean identity) {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (SchemaObject column : pair.expected().parts(ObjectKind.COLUMN)) {
            Optional<String> source = source(column);
            if (source.isPresent()) {
                columns.add(ColumnDefinition.name(column));
                values.add(source.get());
            }
        }
        String insert = "INSERT INTO %s (%s)\nSELECT %s FROM %s;"
                .formatted(fresh, String.join(", ", columns), String.join(", ", values), old);
        return identity
                ? "SET IDENTITY_INSERT " + fresh + " ON;\n" + insert + "\nSET IDENTITY_INSERT " + fresh + " OFF;"
                : insert;
    }

    /** Where a column's values come from; missing for what the server makes itself. */
    private Optional<String> source(SchemaObject column) {
        Optional<SchemaObject> before = pair.actual().parts(ObjectKind.COLUMN).stream()
                .filter(known ->
                        pair.expectedOf(known).filter(own -> own == column).isPresent())
                .findFirst();
        boolean made = column.get(Property.COMPUTED).isPresent() || isRowversion(column);
        if (made || before.isEmpty() && column.get(Property.IDENTITY).isPresent()) {
            return Optional.empty();
        }
        if (before.isEmpty()) {
            script.data(
                    ChangePhase.REBUILD_TABLE,
                    "the values of " + BracketedName.readable(pair.expected().name()) + "."
                            + BracketedName.readable(column.name()) + " cannot come back");
            return column.get(Property.DEFAULT).or(() -> filler(column));
        }
        String name = BracketedName.of(before.get().simpleName());
        boolean mayBeNull = column.is(Property.NOT_NULL) && !before.get().is(Property.NOT_NULL);
        return mayBeNull
                ? filler(column)
                        .map(value -> "COALESCE(" + name + ", " + value + ")")
                        .or(() -> Optional.of(name))
                : Optional.of(name);
    }

    private Optional<String> filler(SchemaObject column) {
        if (!column.is(Property.NOT_NULL)) {
            return Optional.empty();
        }
        FillerValue filler = new FillerValue(pair.expected(), column);
        return filler.ofEachRow().or(filler::ofAllRows);
    }

    private static boolean isRowversion(SchemaObject column) {
        return !new Column(column).isInsertable()
                && column.get(Property.IDENTITY).isEmpty();
    }
}
