package dev.palindrome.production.script;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What an object needs to be made, and what it is needed as, in keys: the same key where one needs the other. */
final class ObjectNeeds {

    private static final String TABLE = "table ";
    private static final String CALL = "call ";
    private static final String TYPE = "type ";
    private static final String CURRENT = "current of ";

    private static final String HISTORY = "(HISTORY)";

    private ObjectNeeds() {}

    /** @param names what the text of a module names */
    static Stream<String> of(SchemaObject object, Function<SchemaObject, NamesInText> names) {
        return switch (object.kind()) {
            case TABLE, TABLE_TYPE -> Stream.concat(ofColumns(object), ofHistory(object));
            case VIEW, FUNCTION, SECURITY_POLICY -> all(names.apply(object));
            case PROCEDURE -> keys(TYPE, names.apply(object).types().stream());
            default -> Stream.empty();
        };
    }

    private static Stream<String> all(NamesInText names) {
        return Stream.of(keys(TABLE, names.tables().stream()), called(names), keys(TYPE, names.types().stream()))
                .flatMap(Function.identity());
    }

    static Stream<String> called(NamesInText names) {
        return keys(CALL, names.calls().stream());
    }

    static String table(String key) {
        return TABLE + key;
    }

    private static Stream<String> keys(String what, Stream<String> names) {
        return names.map(name -> what + name);
    }

    private static Stream<String> ofColumns(SchemaObject table) {
        String schema = table.name().get(0);
        return table.parts(ObjectKind.COLUMN).stream().flatMap(column -> {
            Stream<String> declared = Stream.of(Property.TYPE, Property.XML_COLLECTION)
                    .flatMap(property -> column.get(property).stream())
                    .filter(text -> text.startsWith("["))
                    .map(text -> TYPE + NamesInText.key(NamesInText.first(text)));
            Stream<String> computed = column.get(Property.COMPUTED).stream()
                    .flatMap(expression -> all(NamesInText.of(expression, schema)));
            return Stream.concat(declared, computed);
        });
    }

    /** A history goes with its table, which alone can make it one. */
    private static Stream<String> ofHistory(SchemaObject table) {
        return table.get(Property.HISTORY_TABLE).filter(HISTORY::equals).stream()
                .map(history -> CURRENT + NamesInText.key(table.name()));
    }

    /** What nothing else can be made without. */
    static List<String> givenBy(SchemaObject object) {
        String key = object.name().isEmpty() ? "" : NamesInText.key(object.name());
        return switch (object.kind()) {
            case TABLE ->
                Stream.concat(Stream.of(TABLE + key), history(object).stream()).toList();
            case VIEW -> List.of(TABLE + key);
            case FUNCTION -> List.of(TABLE + key, CALL + key);
            case TABLE_TYPE, CLR_TYPE, ALIAS_TYPE, XML_SCHEMA_COLLECTION -> List.of(TYPE + key);
            default -> List.of();
        };
    }

    /** {@code ([dbo].[t_history], 3 DAYS)}. */
    private static Optional<String> history(SchemaObject current) {
        return current.get(Property.HISTORY_TABLE)
                .filter(history -> history.startsWith("(["))
                .map(history -> CURRENT + NamesInText.key(NamesInText.first(history.substring(1))));
    }

    static String reason(String need, SchemaObject object) {
        return (need.startsWith(CURRENT) ? "it is the history of " : "it mentions ") + ObjectWords.of(object)
                + ", which is left out";
    }
}
