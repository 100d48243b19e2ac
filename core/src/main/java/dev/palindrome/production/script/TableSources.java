package dev.palindrome.production.script;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What views read. A view whose table has gone, or has another name by now, stays in an old database for years; a script
 * cannot make it (error 208). Only names with a schema that there is are looked up: of others it is not sure that they are
 * tables.
 */
final class TableSources {

    private static final Set<ObjectKind> SOURCES =
            Set.of(ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.FUNCTION, ObjectKind.SYNONYM);

    /** Histories and the like, which the server names and a snapshot does not hold. */
    private static final String OF_THE_SERVER = "mssql_";

    private final Set<String> schemas = new HashSet<>();
    private final Set<String> sources = new HashSet<>();

    TableSources(List<SchemaObject> objects) {
        for (SchemaObject object : objects) {
            if (object.kind() == ObjectKind.SCHEMA) {
                schemas.add(ObjectWords.key(object));
            } else if (SOURCES.contains(object.kind())) {
                sources.add(key(object.name()));
            }
        }
    }

    /** Why a view or function can no longer be made. */
    Optional<String> missing(SchemaObject module) {
        return namesIn(module).stream()
                .filter(name -> name.size() == 2
                        && schemas.contains(ObjectWords.key(name.get(0)))
                        && !ObjectWords.key(name.get(1)).startsWith(OF_THE_SERVER)
                        && !sources.contains(key(name)))
                .findFirst()
                .map(name -> "it reads " + BracketedName.readable(name)
                        + ", which is not there, so that it no longer works");
    }

    /** Names in other databases that have to be there. */
    List<String> elsewhere(SchemaObject module) {
        return namesIn(module).stream()
                .filter(name -> name.size() > 2)
                .map(BracketedName::readable)
                .distinct()
                .toList();
    }

    private static String key(List<String> name) {
        return ObjectWords.key(BracketedName.of(name));
    }

    private static List<List<String>> namesIn(SchemaObject module) {
        List<Token> tokens = Lexer.tokens(module.get(Property.DEFINITION).orElse(""), 1);
        List<List<String>> names = new ArrayList<>();
        for (int at = 0; at < tokens.size() - 1; at++) {
            if (tokens.get(at).is("FROM", "JOIN") && tokens.get(at + 1).isName()) {
                name(tokens, at + 1).ifPresent(names::add);
            }
        }
        return names;
    }

    /** What is called is no table: {@code x.nodes('/a')}. */
    private static Optional<List<String>> name(List<Token> tokens, int first) {
        List<String> name = new ArrayList<>(List.of(tokens.get(first).value()));
        int at = first + 1;
        while (tokens.get(at).isSymbol(".")
                && (tokens.get(at + 1).isName() || tokens.get(at + 1).isSymbol("."))) {
            at++;
            boolean empty = tokens.get(at).isSymbol(".");
            name.add(empty ? "" : tokens.get(at).value());
            at += empty ? 0 : 1;
        }
        return tokens.get(at).isSymbol("(") && !tokens.get(at).spaced() ? Optional.empty() : Optional.of(name);
    }
}
