package dev.palindrome.roundtrip.script;

import dev.palindrome.tsql.Token;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names in those statements of a script that work on rows, and of what it gives other names. Those in other statements,
 * such as DROP COLUMN, say nothing of rows.
 *
 * @param isKnown whether it reads nothing else
 * @param names of columns, tables and anything else, without schema
 */
record ReadNames(boolean isKnown, Set<String> names) {

    private static final String[] ON_ROWS = {"UPDATE", "INSERT", "DELETE", "MERGE", "SELECT", "IF", "WHILE"};

    private static final String[] ON_OTHERS = {"ALTER", "CREATE", "DROP", "TRUNCATE", "PRINT", "GRANT", "REVOKE", "DENY"
    };

    static ReadNames of(ScriptWords words) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        words.texts().forEach(text -> read(text, names));
        return new ReadNames(words.isKnown(), names);
    }

    boolean has(String name) {
        return !isKnown || names.contains(name);
    }

    boolean isNone() {
        return isKnown && names.isEmpty();
    }

    private static void read(List<Token> text, Set<String> names) {
        boolean reading = false;
        boolean renaming = false;
        for (int i = 0; i < text.size(); i++) {
            Token token = text.get(i);
            if (ScriptWords.isVerb(text, i, ON_ROWS) && !isCautious(text, i)) {
                reading = true;
                renaming = false;
            } else if (token.is(ON_OTHERS)) {
                reading = false;
                renaming = false;
            } else if (ScriptWords.isRename(token)) {
                renaming = true;
            } else if (reading && token.isName()) {
                names.add(token.value());
            } else if (renaming && token.kind() == Token.Kind.STRING) {
                names.addAll(ScriptWords.partsOf(token));
            }
        }
    }

    /** As in DROP TABLE IF EXISTS t. */
    private static boolean isCautious(List<Token> text, int at) {
        return text.get(at).is("IF")
                && at + 2 < text.size()
                && text.get(at + 1).is("EXISTS")
                && !text.get(at + 2).isSymbol("(");
    }
}
