package dev.palindrome.tsql.query;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * {@code WINDOW w AS (…)}: what it stands for takes the place of its name.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/queries/select-window-transact-sql">WINDOW</a>
 */
final class NamedWindows {

    static final String WORD = "WINDOW";

    private final Map<String, List<Token>> windows = new HashMap<>();

    private NamedWindows() {}

    /** @param select one SELECT */
    static List<Token> without(List<Token> select) {
        int at = place(select);
        return at < 0 ? select : new NamedWindows().replaced(select, at);
    }

    private static int place(List<Token> select) {
        int depth = 0;
        for (int i = 1; i + 3 < select.size(); i++) {
            depth += select.get(i).isSymbol("(") ? 1 : select.get(i).isSymbol(")") ? -1 : 0;
            boolean clause = depth == 0
                    && select.get(i).is(WORD)
                    && select.get(i + 1).isName()
                    && select.get(i + 2).is("AS")
                    && select.get(i + 3).isSymbol("(");
            if (clause) {
                return i;
            }
        }
        return -1;
    }

    private List<Token> replaced(List<Token> select, int at) {
        TokenReader reader = new TokenReader(select);
        reader.back(at + 1);
        do {
            String name = reader.identifier().toLowerCase(Locale.ROOT);
            reader.expect("AS");
            windows.put(name, reader.parenthesised());
        } while (reader.acceptSymbol(","));
        List<Token> all = new ArrayList<>(select.subList(0, at));
        all.addAll(reader.rest());
        return overs(all);
    }

    private List<Token> overs(List<Token> tokens) {
        List<Token> out = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean over = i > 0 && tokens.get(i - 1).is("OVER");
            boolean opened = i > 1
                    && token.isName()
                    && tokens.get(i - 1).isSymbol("(")
                    && tokens.get(i - 2).is("OVER");
            if (over && token.isName()) {
                out.addAll(new Made(token)
                        .add("(")
                        .add(window(token, Set.of()))
                        .add(")")
                        .tokens());
            } else if (opened && windows.containsKey(token.value().toLowerCase(Locale.ROOT))) {
                out.addAll(window(token, Set.of()));
            } else {
                out.add(token);
            }
        }
        return out;
    }

    /** @param seen those that lead here */
    private List<Token> window(Token word, Set<String> seen) {
        String name = word.value().toLowerCase(Locale.ROOT);
        List<Token> window = windows.get(name);
        if (window == null) {
            throw new UntranslatableException("the window " + word.value() + ", which its query does not name");
        }
        if (seen.contains(name)) {
            throw new UntranslatableException("the window " + word.value() + ", which stands for itself");
        }
        boolean named = !window.isEmpty()
                && window.get(0).isName()
                && windows.containsKey(window.get(0).value().toLowerCase(Locale.ROOT));
        if (!named) {
            return window;
        }
        Set<String> all = new HashSet<>(seen);
        all.add(name);
        List<Token> out = new ArrayList<>(window(window.get(0), all));
        out.addAll(window.subList(1, window.size()));
        return out;
    }
}
