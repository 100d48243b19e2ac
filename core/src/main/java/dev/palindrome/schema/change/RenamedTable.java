package dev.palindrome.schema.change;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.SqlLiteral;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A table under another name in the same schema.
 *
 * @param from what it is called, schema and name
 * @param to what it shall be called, schema and name
 */
record RenamedTable(List<String> from, List<String> to) {

    String sql() {
        return "EXEC sp_rename " + SqlLiteral.of(BracketedName.of(from)) + ", " + SqlLiteral.of(to.get(1));
    }

    String sentence() {
        return BracketedName.readable(from) + " is taken for " + BracketedName.readable(to) + ", and keeps its rows";
    }

    /** Any object of the schema as it is afterwards. */
    SchemaObject in(SchemaObject object) {
        SchemaObject named =
                object.kind() == ObjectKind.TABLE && object.name().equals(from) ? object.named(to) : object;
        return named.with(
                named.properties(), named.parts().stream().map(this::reference).toList());
    }

    private SchemaObject reference(SchemaObject part) {
        String old = BracketedName.of(from) + "(";
        if (part.get(Property.REFERENCES).filter(text -> text.startsWith(old)).isEmpty()) {
            return part;
        }
        Map<Property, String> properties = new EnumMap<>(part.properties());
        properties.computeIfPresent(
                Property.REFERENCES, (key, text) -> BracketedName.of(to) + "(" + text.substring(old.length()));
        return part.with(properties, part.parts());
    }
}
