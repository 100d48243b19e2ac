package dev.palindrome.production.script;

import dev.palindrome.sql.BracketedName;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a text of T-SQL names, by the places in which names stand, so that a column is taken for no table. A name without a
 * schema is that of an object in the schema of the text's own object, or in dbo.
 *
 * @param isModule whether it makes something
 * @param marks those words of {@link #MARKS} that it has
 * @param sources what it reads and does not call, each as written
 * @param tables keys of what it reads, called or not: {@code FROM t(NOLOCK)} reads a table
 * @param calls keys of what it calls by schema and name
 * @param types keys of what it says as a type
 */
record NamesInText(
        boolean isModule,
        Set<String> marks,
        List<List<String>> sources,
        Set<String> tables,
        Set<String> calls,
        Set<String> types) {

    /** Words that say how a module works. */
    static final List<String> MARKS = List.of("NATIVE_COMPILATION", "SCHEMABINDING", "BEGIN");

    private static final int SCHEMA_AND_NAME = 2;

    /**
     * Reads a module or an expression.
     *
     * @param schema of its object
     */
    static NamesInText of(String sql, String schema) {
        List<Token> tokens = Lexer.tokens(sql, 1);
        Set<String> marks = new HashSet<>(MARKS);
        marks.removeIf(mark -> tokens.stream().noneMatch(token -> token.is(mark)));
        NamePlaces places = NamePlaces.in(tokens);
        return new NamesInText(
                tokens.get(0).is("CREATE", "ALTER"),
                marks,
                places.sources(),
                keys(places.tables(), schema),
                keys(places.calls(), schema),
                keys(places.types(), schema));
    }

    /** Names in other databases are none of this one's objects. */
    private static Set<String> keys(Collection<List<String>> names, String schema) {
        Set<String> keys = new HashSet<>();
        for (List<String> name : names) {
            if (name.size() == 1) {
                keys.add(key(List.of(schema, name.get(0))));
                keys.add(key(List.of("dbo", name.get(0))));
            } else if (name.size() == SCHEMA_AND_NAME) {
                keys.add(key(name));
            }
        }
        return keys;
    }

    /** The name that a text begins with, such as {@code [dbo].[notes](DOCUMENT)}. */
    static List<String> first(String text) {
        List<Token> tokens = Lexer.tokens(text, 1);
        List<String> name = new ArrayList<>(List.of(tokens.get(0).value()));
        for (int at = 1; tokens.get(at).isSymbol(".") && tokens.get(at + 1).isName(); at += 2) {
            name.add(tokens.get(at + 1).value());
        }
        return name;
    }

    static String key(List<String> name) {
        return ObjectWords.key(BracketedName.of(name));
    }
}
