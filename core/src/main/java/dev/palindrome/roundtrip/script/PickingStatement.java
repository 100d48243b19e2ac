package dev.palindrome.roundtrip.script;

import dev.palindrome.tsql.ExecutedSql;
import dev.palindrome.tsql.GoCount;
import dev.palindrome.tsql.ScriptStatement;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.TsqlBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A statement of a script that changes only such rows as it picks: one with a condition. Not one that puts rows in which are not
 * there yet, because there it is well that it finds none.
 *
 * @param line on which it begins
 * @param words its verb and table, for messages
 */
public record PickingStatement(int line, String words) {

    private static final String[] VERBS = {"UPDATE", "DELETE", "MERGE", "INSERT"};

    /** In the order of the script, without those in procedures and triggers. */
    public static List<PickingStatement> in(String script) {
        List<PickingStatement> found = new ArrayList<>();
        for (TsqlBatch batch : TsqlBatch.split(script, GoCount.REPEATS)) {
            for (ScriptStatement statement : ScriptStatement.of(batch)) {
                if (!statement.isModule()) {
                    statement
                            .leaves()
                            .flatMap(leaf ->
                                    words(leaf, script).stream().map(words -> new PickingStatement(leaf.line(), words)))
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    private static Optional<String> words(ScriptStatement leaf, String script) {
        return leaf.begins("EXEC") || leaf.begins("EXECUTE")
                ? ExecutedSql.of(script.substring(leaf.start(), leaf.end())).texts().stream()
                        .skip(1)
                        .flatMap(text -> words(text).stream())
                        .findFirst()
                : words(leaf.tokens());
    }

    private static Optional<String> words(List<Token> tokens) {
        List<Token> outside = outside(tokens);
        int verb = first(outside, VERBS);
        if (verb < 0 || verb > 0 && !outside.get(0).is("WITH")) {
            return Optional.empty();
        }
        List<Token> behind = outside.subList(verb + 1, outside.size());
        String target = target(new TokenReader(behind));
        return !target.isEmpty() && !isOfSession(target) && picks(outside.get(verb), behind)
                ? Optional.of(outside.get(verb).text().toUpperCase(Locale.ROOT) + " " + target)
                : Optional.empty();
    }

    /** What stands in no parentheses. */
    private static List<Token> outside(List<Token> tokens) {
        List<Token> outside = new ArrayList<>();
        int depth = 0;
        for (Token token : tokens) {
            depth -= token.isSymbol(")") ? 1 : 0;
            if (depth == 0) {
                outside.add(token);
            }
            depth += token.isSymbol("(") ? 1 : 0;
        }
        return outside;
    }

    private static int first(List<Token> tokens, String... words) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is(words)) {
                return i;
            }
        }
        return -1;
    }

    private static String target(TokenReader reader) {
        if (reader.accept("TOP") && reader.acceptSymbol("(")) {
            reader.acceptSymbol(")");
            reader.accept("PERCENT");
        }
        if (!reader.accept("INTO")) {
            reader.accept("FROM");
        }
        List<String> parts = new ArrayList<>();
        do {
            parts.add(reader.peek().text());
            reader.next();
        } while (reader.acceptSymbol("."));
        return parts.stream().collect(Collectors.joining("."));
    }

    /** Rows of a variable or a temporary table are the script's own. */
    private static boolean isOfSession(String target) {
        return target.startsWith("@") || target.contains("#");
    }

    private static boolean picks(Token verb, List<Token> behind) {
        if (verb.is("MERGE")) {
            return followEachOther(behind, "BY", "SOURCE") || followEachOther(behind, "WHEN", "MATCHED");
        }
        boolean picks = first(behind, "WHERE") >= 0;
        if (verb.is("INSERT")) {
            return picks && first(behind, "EXISTS", "EXCEPT", "NOT", "LEFT") < 0;
        }
        return picks || first(behind, "JOIN") >= 0;
    }

    private static boolean followEachOther(List<Token> tokens, String one, String other) {
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i).is(other) && tokens.get(i - 1).is(one)) {
                return true;
            }
        }
        return false;
    }
}
