package dev.palindrome.schema.change;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.schema.compare.MentionedNames;
import dev.palindrome.sql.BracketedName;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * The checks, defaults and computed columns of tables that call a function which is made anew: as long as they are there it
 * cannot go (error 3729), so they go before it and come back behind it.
 */
final class FunctionCallers {

    private final ChangedObjects objects;
    private final ChangeScript script;
    private final PartChanges parts;
    private final Set<String> functions;

    /** @param functions the names of those that go and come back */
    FunctionCallers(ChangedObjects objects, ChangeScript script, PartChanges parts, Set<String> functions) {
        this.objects = objects;
        this.script = script;
        this.parts = parts;
        this.functions = functions;
    }

    /** @param rebuilt tables that are made anew, with all that is theirs */
    void makeWay(Set<SchemaObject> rebuilt) {
        if (functions.isEmpty()) {
            return;
        }
        for (Table table : objects.actual().tables()) {
            expected(table)
                    .filter(expected -> !rebuilt.contains(table.object()))
                    .ifPresent(expected -> makeWay(table.object(), expected.object()));
        }
    }

    private Optional<Table> expected(Table table) {
        SchemaSnapshot wanted = objects.expected();
        return wanted.table(table.schema(), table.name());
    }

    private void makeWay(SchemaObject actual, SchemaObject expected) {
        actual.parts(ObjectKind.CHECK).stream()
                .filter(check -> calls(check, Property.CONDITION))
                .forEach(check -> parts.drop(actual, check));
        expected.parts(ObjectKind.CHECK).stream()
                .filter(check -> calls(check, Property.CONDITION))
                .forEach(check -> parts.create(expected, check));
        for (SchemaObject column : actual.parts(ObjectKind.COLUMN)) {
            expected.parts(ObjectKind.COLUMN).stream()
                    .filter(other -> other.simpleName().equals(column.simpleName()) && isUnchanged(expected, other))
                    .forEach(other -> makeWay(actual, expected, column, other));
        }
    }

    /** What changes makes way already. */
    private boolean isUnchanged(SchemaObject table, SchemaObject column) {
        return objects.pair(table)
                .map(pair -> pair.differences(column).isEmpty())
                .orElse(true);
    }

    private void makeWay(SchemaObject actual, SchemaObject expected, SchemaObject column, SchemaObject other) {
        ColumnStatements statements = new ColumnStatements(expected, script);
        if (calls(column, Property.DEFAULT)) {
            statements.dropDefault(actual, column);
            statements.addDefault(other);
        }
        if (calls(column, Property.COMPUTED)) {
            script.byHand("drop the computed column " + BracketedName.readable(expected.name()) + "."
                    + column.simpleName() + " before the function that it calls, and add it again behind that");
        }
    }

    private boolean calls(SchemaObject part, Property property) {
        return part.get(property)
                .filter(text -> !Collections.disjoint(MentionedNames.in(text), functions))
                .isPresent();
    }
}
