package dev.palindrome.production.script;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Line feeds alone, which is what a script has that goes through version control. Only within literals do others count. */
final class LineBreaks {

    private static final Set<ObjectKind> WHOLE_LITERALS =
            Set.of(ObjectKind.EXTENDED_PROPERTY, ObjectKind.XML_SCHEMA_COLLECTION);

    private final Omissions omissions;

    LineBreaks(Omissions omissions) {
        this.omissions = omissions;
    }

    SchemaObject normalised(SchemaObject object) {
        SchemaObject own = normalised(object, Optional.empty());
        return own.with(
                own.properties(),
                own.parts().stream()
                        .map(part -> normalised(part, Optional.of(object)))
                        .toList());
    }

    private SchemaObject normalised(SchemaObject object, Optional<SchemaObject> owner) {
        if (object.properties().values().stream().noneMatch(value -> value.indexOf('\r') >= 0)) {
            return object;
        }
        Map<Property, String> properties = new EnumMap<>(Property.class);
        object.properties().forEach((property, value) -> {
            if (value.indexOf('\r') >= 0 && (WHOLE_LITERALS.contains(object.kind()) || isInLiteral(value))) {
                omissions.add(owner.map(known -> ObjectWords.of(known, object)).orElse(ObjectWords.of(object))
                        + ": texts in it have carriage returns in the database, and line feeds alone here");
            }
            properties.put(property, value.replace("\r\n", "\n").replace('\r', '\n'));
        });
        return object.with(properties, object.parts());
    }

    private static boolean isInLiteral(String sql) {
        return Lexer.tokens(sql, 1).stream()
                .anyMatch(token ->
                        token.kind() == Token.Kind.STRING && token.text().indexOf('\r') >= 0);
    }
}
