package dev.palindrome.roundtrip.script;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tables and sequences of which a script may make the counters begin again: by making them, emptying them, or by saying
 * so. Says too much rather than too little.
 *
 * @param isKnown whether it is none but these
 * @param names without schema
 */
record RestartedCounters(boolean isKnown, Set<String> names) {

    static RestartedCounters of(ScriptWords one, ScriptWords other) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        one.texts().forEach(text -> read(text, names));
        other.texts().forEach(text -> read(text, names));
        return new RestartedCounters(one.isKnown() && other.isKnown(), names);
    }

    boolean has(String name) {
        return !isKnown || names.contains(name);
    }

    boolean isNone() {
        return isKnown && names.isEmpty();
    }

    private static void read(List<Token> text, Set<String> names) {
        for (int i = 0; i < text.size(); i++) {
            TokenReader behind = new TokenReader(text.subList(i + 1, text.size()));
            Token token = text.get(i);
            if (token.is("CREATE", "TRUNCATE") && behind.accept("TABLE")
                    || token.is("CREATE", "ALTER") && behind.accept("SEQUENCE")
                    || token.is("ALTER") && behind.accept("TABLE") && counts(text)) {
                behind.lastNamePart().ifPresent(names::add);
            } else if (token.is("CHECKIDENT") || ScriptWords.isRename(token)) {
                addArguments(behind, names);
            }
        }
    }

    private static boolean counts(List<Token> text) {
        return text.stream().anyMatch(token -> token.is("IDENTITY", "RESTART"));
    }

    private static void addArguments(TokenReader behind, Set<String> names) {
        while (!behind.atEnd() && !behind.seesSymbol(";") && !behind.seesSymbol(")")) {
            Token token = behind.next();
            if (token.kind() == Token.Kind.STRING || token.isName()) {
                names.addAll(ScriptWords.partsOf(token));
            }
        }
    }
}
