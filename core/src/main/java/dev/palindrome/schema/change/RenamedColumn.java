package dev.palindrome.schema.change;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.compare.MentionedNames;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.SqlLiteral;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A column under another name.
 *
 * @param table that it is in, schema and name
 * @param from what it is called
 * @param to what it shall be called
 */
record RenamedColumn(List<String> table, String from, String to) {

    String sql() {
        return "EXEC sp_rename " + SqlLiteral.of(BracketedName.of(table) + "." + BracketedName.of(from)) + ", "
                + SqlLiteral.of(to) + ", " + SqlLiteral.of("COLUMN");
    }

    String sentence() {
        return BracketedName.readable(table) + "." + BracketedName.readable(List.of(from)) + " is taken for "
                + BracketedName.readable(table) + "." + BracketedName.readable(List.of(to)) + ", and keeps its values";
    }

    /** What would be in the way of sp_rename: expressions keep the name that they were written with. */
    boolean isInExpressionOf(SchemaObject object) {
        return object.parts().stream()
                .flatMap(part -> Stream.of(Property.CONDITION, Property.COMPUTED, Property.FILTER)
                        .flatMap(property -> part.get(property).stream()))
                .anyMatch(expression -> MentionedNames.of(from, expression));
    }

    /** The schema as it is afterwards: a history's columns are called as those of its table. */
    SchemaSnapshot in(SchemaSnapshot schema) {
        SchemaSnapshot renamed = ChangedEach.of(schema, this::in);
        return schema.objects(ObjectKind.TABLE).stream()
                .filter(object -> object.name().equals(table))
                .findFirst()
                .flatMap(TemporalVersioning::history)
                .map(history -> ChangedEach.of(renamed, new RenamedColumn(history, from, to)::in))
                .orElse(renamed);
    }

    /** Any object of the schema as it is afterwards. */
    SchemaObject in(SchemaObject object) {
        boolean own = object.kind() == ObjectKind.TABLE && object.name().equals(table);
        List<SchemaObject> parts = object.parts().stream()
                .map(part -> own ? ownPart(part) : reference(part))
                .toList();
        return own
                ? with(object.with(object.properties(), parts), Property.PERIOD)
                : object.with(object.properties(), parts);
    }

    private SchemaObject ownPart(SchemaObject part) {
        List<String> name = part.name();
        boolean column = part.kind() == ObjectKind.COLUMN && name.equals(List.of(from));
        boolean about =
                ExtraStatements.knows(part) && name.size() == 3 && name.get(2).equals(from);
        SchemaObject named =
                column ? part.named(List.of(to)) : about ? part.named(List.of(name.get(0), name.get(1), to)) : part;
        return reference(with(with(named, Property.COLUMNS), Property.INCLUDED));
    }

    private SchemaObject reference(SchemaObject part) {
        boolean here = part.get(Property.REFERENCES)
                .filter(reference -> reference.startsWith(BracketedName.of(table) + "("))
                .isPresent();
        return here ? with(part, Property.REFERENCES) : part;
    }

    private SchemaObject with(SchemaObject part, Property property) {
        if (part.get(property).isEmpty()) {
            return part;
        }
        Map<Property, String> properties = new EnumMap<>(part.properties());
        properties.computeIfPresent(property, (key, text) -> {
            int columns = text.indexOf('(');
            return text.substring(0, columns)
                    + text.substring(columns).replace(BracketedName.of(from), BracketedName.of(to));
        });
        return part.with(properties, part.parts());
    }
}
