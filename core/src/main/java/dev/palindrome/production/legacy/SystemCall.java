package dev.palindrome.production.legacy;

import dev.palindrome.tsql.ScriptStatement;
import dev.palindrome.tsql.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A call of a procedure.
 *
 * @param isElsewhere whether it names a server
 * @param database the database before its name, in lower case; empty where none is named
 * @param procedure the last part of its name, in lower case
 * @param arguments their values, as far as they are literals or names; in order
 */
record SystemCall(boolean isElsewhere, String database, String procedure, List<String> arguments) {

    /** Empty for what is no call, and for SQL that is put together. */
    static Optional<SystemCall> of(ScriptStatement statement) {
        List<Token> tokens = statement.tokens();
        int at = tokens.get(0).is("EXEC", "EXECUTE") ? 1 : 0;
        if (at + 2 < tokens.size()
                && tokens.get(at).kind() == Token.Kind.VARIABLE
                && tokens.get(at + 1).isSymbol("=")) {
            at += 2;
        }
        if (at >= tokens.size() || !tokens.get(at).isName()) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        parts.add(tokens.get(at++).value());
        while (at < tokens.size() && tokens.get(at).isSymbol(".")) {
            boolean named = at + 1 < tokens.size() && tokens.get(at + 1).isName();
            parts.add(named ? tokens.get(at + 1).value() : "");
            at += named ? 2 : 1;
        }
        return Optional.of(new SystemCall(
                parts.size() > 3,
                parts.size() > 2 ? lower(parts.get(parts.size() - 3)) : "",
                lower(parts.get(parts.size() - 1)),
                arguments(tokens.subList(at, tokens.size()))));
    }

    private static List<String> arguments(List<Token> tokens) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean isName = token.kind() == Token.Kind.VARIABLE
                    && i + 1 < tokens.size()
                    && tokens.get(i + 1).isSymbol("=");
            if (token.kind() != Token.Kind.SYMBOL && !isName) {
                values.add(token.value());
            }
        }
        return values;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    boolean isOneOf(String... names) {
        return Arrays.asList(names).contains(procedure);
    }

    Optional<String> argument(int index) {
        return index < arguments.size() ? Optional.of(arguments.get(index)) : Optional.empty();
    }
}
