package dev.palindrome.tsql.approximation;

import dev.palindrome.engine.Approximation;
import dev.palindrome.engine.Approximation.Kind;
import dev.palindrome.sql.SqlType;
import dev.palindrome.tsql.GoCount;
import dev.palindrome.tsql.ScriptStatement;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.TsqlBatch;
import dev.palindrome.tsql.call.ProcedureName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads a script for them. Words are enough here: scripts that are not taken are refused elsewhere, and
 * nothing is refused here. Of what it
 * executes, texts that are written out are read, too.
 */
public final class ScriptApproximations {

    /** How many names one clause has. */
    private static final int NAMES = 5;

    /** How many texts may stand in each other. */
    private static final int DEEPEST = 3;

    private static final String[] DEFINITIONS = {"CREATE", "ALTER", "DROP", "TRUNCATE"};

    private final Map<Kind, Set<String>> names = new TreeMap<>();
    private final Map<Kind, Set<Integer>> lines = new TreeMap<>();
    private boolean definitions;
    private boolean unpadded;

    private ScriptApproximations() {}

    public static List<Approximation> of(String name, String script) {
        ScriptApproximations all = new ScriptApproximations();
        all.text(script, 0, 0);
        return all.names.entrySet().stream()
                .map(entry -> new Approximation(
                        name,
                        entry.getKey(),
                        Sentences.of(entry.getKey(), limited(entry.getValue())),
                        List.copyOf(all.lines.getOrDefault(entry.getKey(), Set.of()))))
                .toList();
    }

    private static String limited(Set<String> names) {
        String first = names.stream().limit(NAMES).collect(Collectors.joining(", "));
        return names.size() <= NAMES ? first : first + " and " + (names.size() - NAMES) + " more";
    }

    /** @param line of the statement that executes it; 0 for the script itself */
    private void text(String tsql, int line, int depth) {
        for (TsqlBatch batch : TsqlBatch.split(tsql, GoCount.REPEATS)) {
            for (ScriptStatement statement : ScriptStatement.of(batch)) {
                statement.leaves().forEach(leaf -> leaf(leaf.tokens(), line == 0 ? leaf.line() : line, depth));
            }
        }
    }

    private void leaf(List<Token> tokens, int line, int depth) {
        Token first = tokens.get(0);
        if (first.is("ROLLBACK")) {
            rollback(line);
        }
        definitions |= first.is(DEFINITIONS) && !isOfTheSession(tokens);
        padding(tokens, line);
        new StatementApproximations(tokens, (kind, name) -> add(kind, name, line)).read();
        if (first.is("EXEC", "EXECUTE") && depth < DEEPEST && isRun(tokens)) {
            tokens.stream()
                    .filter(token -> token.kind() == Token.Kind.STRING)
                    .forEach(token -> text(token.value(), line, depth + 1));
        }
    }

    /** Columns of some types remember how the session is set where they are made. */
    private void padding(List<Token> tokens, int line) {
        Token first = tokens.get(0);
        if (first.is("SET") && tokens.stream().anyMatch(token -> token.is("ANSI_PADDING"))) {
            unpadded = tokens.stream().anyMatch(token -> token.is("OFF"));
        } else if (unpadded && makesColumns(tokens)) {
            add(Kind.PADDING, "", line);
        }
    }

    private static boolean makesColumns(List<Token> tokens) {
        boolean defined = tokens.get(0).is("CREATE", "ALTER")
                && tokens.stream().anyMatch(token -> token.is("TABLE"))
                && tokens.stream()
                        .anyMatch(token -> token.isName()
                                && SqlType.find(token.value())
                                        .filter(SqlType::remembersPadding)
                                        .isPresent());
        return defined || tokens.get(0).is("SELECT", "WITH") && tokens.stream().anyMatch(token -> token.is("INTO"));
    }

    /** H2 commits with each definition but of a temporary table. */
    private static boolean isOfTheSession(List<Token> tokens) {
        return tokens.size() > 2
                && tokens.get(0).is("CREATE")
                && tokens.get(1).is("TABLE")
                && tokens.get(2).value().startsWith("#");
    }

    private static boolean isRun(List<Token> tokens) {
        TokenReader reader = new TokenReader(tokens);
        reader.next();
        return reader.seesSymbol("(") || ProcedureName.read(reader).equals("sp_executesql");
    }

    private void rollback(int line) {
        if (definitions) {
            add(Kind.ROLLBACK_OF_DEFINITIONS, "", line);
        }
    }

    private void add(Kind kind, String name, int line) {
        names.computeIfAbsent(kind, absent -> new LinkedHashSet<>());
        if (!name.isEmpty()) {
            names.get(kind).add(name);
        }
        lines.computeIfAbsent(kind, absent -> new TreeSet<>()).add(line);
    }
}
