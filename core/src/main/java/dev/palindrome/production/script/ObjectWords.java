package dev.palindrome.production.script;

import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How objects are called in sentences, and which names texts mention. */
final class ObjectWords {

    private ObjectWords() {}

    /** {@code view dbo.titles}. */
    static String of(SchemaObject object) {
        return (object.kind().label() + " " + BracketedName.readable(object.name())).strip();
    }

    /** {@code foreign key fk of dbo.todos}; by what it does where it has no name of its own. */
    static String of(SchemaObject owner, SchemaObject part) {
        return (part.name().isEmpty() ? part.toString() : of(part)) + " of " + BracketedName.readable(owner.name());
    }

    /** Upper and lower case are not told apart: one too many does less harm than one too few. */
    static String key(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    static String key(SchemaObject object) {
        return key(object.simpleName());
    }

    /** Whether a text holds a word or name, wherever it stands. */
    static boolean holds(String sql, String name) {
        return Lexer.tokens(sql, 1).stream()
                .anyMatch(token -> token.isName() && key(token.value()).equals(key(name)));
    }

    /** Whether a text may name an object: by itself, or behind its schema. What stands behind another name is a column. */
    static boolean mentions(String sql, SchemaObject object) {
        List<Token> tokens = Lexer.tokens(sql, 1);
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            if (token.isName() && key(token.value()).equals(key(object))) {
                boolean qualified = at > 1 && tokens.get(at - 1).isSymbol(".");
                if (!qualified
                        || key(tokens.get(at - 2).value())
                                .equals(key(object.name().get(0)))) {
                    return true;
                }
            }
        }
        return false;
    }

    static SchemaObject without(SchemaObject object, Property property) {
        Map<Property, String> left = new EnumMap<>(Property.class);
        left.putAll(object.properties());
        left.remove(property);
        return object.with(left, object.parts());
    }

    static SchemaObject with(SchemaObject object, Property property, String value) {
        Map<Property, String> left = new EnumMap<>(Property.class);
        left.putAll(object.properties());
        left.put(property, value);
        return object.with(left, object.parts());
    }
}
