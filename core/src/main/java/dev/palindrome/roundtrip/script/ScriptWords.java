package dev.palindrome.roundtrip.script;

import dev.palindrome.tsql.ExecutedSql;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What a script says that it does, in its own statements and in those that it executes out of literals. Comments and other
 * literals say nothing.
 *
 * @param texts the tokens of all that it runs
 * @param isAll whether nothing else is run; what a Java migration does is not known
 */
record ScriptWords(List<List<Token>> texts, boolean isAll) {

    static ScriptWords of(Optional<ExecutedSql> sql) {
        return sql.map(known -> new ScriptWords(known.texts(), known.isKnown()))
                .orElseGet(() -> new ScriptWords(List.of(), false));
    }

    /** Whether it may make values out of others. A column that gets another name has its values, and looks new. */
    boolean mayChangeRows() {
        return !isAll || says("INSERT", "UPDATE", "MERGE") || renames();
    }

    boolean mayMakeRows() {
        return !isAll || says("INSERT", "MERGE");
    }

    boolean mayAlterColumns() {
        return !isAll
                || texts.stream()
                        .anyMatch(text -> IntStream.range(1, text.size())
                                .anyMatch(i -> text.get(i).is("COLUMN")
                                        && text.get(i - 1).is("ALTER")));
    }

    boolean renames() {
        return texts.stream()
                .flatMap(List::stream)
                .anyMatch(token -> token.isName() && token.value().equalsIgnoreCase("sp_rename"));
    }

    /** The tables that it puts rows into, by name without schema. */
    Set<String> tablesInsertedInto() {
        Set<String> tables = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (List<Token> text : texts) {
            IntStream.range(0, text.size())
                    .filter(i -> isVerb(text, i, "INSERT", "MERGE"))
                    .mapToObj(i -> target(new TokenReader(text.subList(i + 1, text.size()))))
                    .forEach(table -> table.ifPresent(tables::add));
        }
        return tables;
    }

    private static Optional<String> target(TokenReader reader) {
        if (reader.accept("TOP") && reader.acceptSymbol("(")) {
            reader.until();
            reader.acceptSymbol(")");
            reader.accept("PERCENT");
        }
        reader.accept("INTO");
        return reader.lastNamePart();
    }

    private boolean says(String... verbs) {
        return texts.stream().anyMatch(text -> IntStream.range(0, text.size()).anyMatch(i -> isVerb(text, i, verbs)));
    }

    /** Not as in ON UPDATE CASCADE, and not as in MERGE JOIN. */
    private static boolean isVerb(List<Token> text, int at, String... verbs) {
        return text.get(at).is(verbs)
                && !(at > 0 && text.get(at - 1).is("ON"))
                && !(at + 1 < text.size() && text.get(at + 1).is("JOIN"));
    }
}
