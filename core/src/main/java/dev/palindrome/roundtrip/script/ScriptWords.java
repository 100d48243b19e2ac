package dev.palindrome.roundtrip.script;

import dev.palindrome.sql.TableName;
import dev.palindrome.tsql.ExecutedSql;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a script says that it does, in its own statements and in those that it executes out of literals. Comments and other
 * literals say nothing.
 *
 * @param texts the tokens of all that it runs
 * @param isKnown whether nothing else is run: not so of a Java migration, nor where SQL is put together at run time
 */
record ScriptWords(List<List<Token>> texts, boolean isKnown) {

    static ScriptWords of(Optional<ExecutedSql> sql) {
        return sql.map(known -> new ScriptWords(known.texts(), known.isKnown()))
                .orElseGet(() -> new ScriptWords(List.of(), false));
    }

    boolean mayMakeRows() {
        return !isKnown || says("INSERT", "MERGE");
    }

    /** Into a table that it makes: by SELECT INTO, or with the rows of another, too. */
    boolean mayBringRows() {
        return mayMakeRows()
                || texts.stream().flatMap(List::stream).anyMatch(token -> token.is("INTO", "SWITCH", "TRANSFER"));
    }

    boolean mayMoveTexts() {
        return mayAlterColumns() || says("INSERT", "UPDATE", "MERGE", "SELECT");
    }

    boolean mayAlterColumns() {
        return !isKnown
                || texts.stream()
                        .anyMatch(text -> IntStream.range(1, text.size())
                                .anyMatch(i -> text.get(i).is("COLUMN")
                                        && text.get(i - 1).is("ALTER")));
    }

    boolean renames() {
        return texts.stream().flatMap(List::stream).anyMatch(ScriptWords::isRename);
    }

    /** Not as in GRANT CREATE DATABASE TO, and not the audits, credentials and keys of the database that it runs in. */
    boolean makesDatabases() {
        return texts.stream()
                .anyMatch(text -> IntStream.range(0, text.size() - 2)
                        .anyMatch(i -> text.get(i).is("CREATE")
                                && text.get(i + 1).is("DATABASE")
                                && text.get(i + 2).isName()
                                && !text.get(i + 2).is("TO", "AUDIT", "ENCRYPTION", "SCOPED")
                                && (i == 0 || !text.get(i - 1).is("GRANT", "DENY", "REVOKE"))));
    }

    /** The parts of a name that stands in a string or in brackets of its own. */
    static List<String> partsOf(Token name) {
        return Stream.of(name.value().split("[\\[\\].\"]+"))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    static boolean isRename(Token token) {
        return token.isName() && token.value().equalsIgnoreCase("sp_rename");
    }

    /** The tables that it puts rows into. The schema is empty where none is written. */
    Set<TableName> tablesInsertedInto() {
        Set<TableName> tables = new LinkedHashSet<>();
        for (List<Token> text : texts) {
            IntStream.range(0, text.size())
                    .filter(i -> isVerb(text, i, "INSERT", "MERGE"))
                    .mapToObj(i -> targetParts(new TokenReader(text.subList(i + 1, text.size()))))
                    .filter(parts -> !last(parts).isEmpty())
                    .map(parts -> new TableName(parts.size() > 1 ? parts.get(parts.size() - 2) : "", last(parts)))
                    .forEach(tables::add);
        }
        return tables;
    }

    /** What stands behind the verb of a statement on rows, without schema. */
    static Optional<String> target(TokenReader reader) {
        return Optional.of(last(targetParts(reader))).filter(name -> !name.isEmpty());
    }

    private static List<String> targetParts(TokenReader reader) {
        if (reader.accept("TOP") && reader.acceptSymbol("(")) {
            reader.until();
            reader.acceptSymbol(")");
            reader.accept("PERCENT");
        }
        reader.accept("INTO");
        List<String> parts = new ArrayList<>();
        do {
            parts.add(reader.peek().isName() ? reader.next().value() : "");
        } while (reader.acceptSymbol("."));
        return parts;
    }

    private static String last(List<String> parts) {
        return parts.get(parts.size() - 1);
    }

    private boolean says(String... verbs) {
        return texts.stream().anyMatch(text -> IntStream.range(0, text.size()).anyMatch(i -> isVerb(text, i, verbs)));
    }

    /** Not as in ON UPDATE CASCADE, and not as in MERGE JOIN. */
    static boolean isVerb(List<Token> text, int at, String... verbs) {
        return text.get(at).is(verbs)
                && !(at > 0 && text.get(at - 1).is("ON"))
                && !(at + 1 < text.size() && text.get(at + 1).is("JOIN"));
    }
}
