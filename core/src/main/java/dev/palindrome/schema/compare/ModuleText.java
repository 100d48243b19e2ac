package dev.palindrome.schema.compare;

import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of a module as far as it counts: without white space, and with CREATE at its head, however it was last
 * changed. Comments count: SQL Server keeps them (Microsoft: sys-sql-modules-transact-sql).
 */
final class ModuleText {

    private ModuleText() {}

    static String comparable(String definition) {
        List<String> tokens = tokens(definition);
        while (!tokens.isEmpty() && tokens.get(tokens.size() - 1).equals(";")) {
            tokens.remove(tokens.size() - 1);
        }
        int head = head(tokens);
        if (head < tokens.size()) {
            tokens.set(head, "CREATE");
            if (is(tokens, head + 1, "OR") && is(tokens, head + 2, "ALTER")) {
                tokens.subList(head + 1, head + 3).clear();
            }
        }
        return String.join("\n", tokens);
    }

    private static List<String> tokens(String definition) {
        List<String> tokens = new ArrayList<>();
        Lexer lexer = Lexer.withComments(definition, 1);
        for (Token token = lexer.next(); token.kind() != Token.Kind.END; token = lexer.next()) {
            if (token.kind() == Token.Kind.SYMBOL) {
                tokens.addAll(ExpressionText.signs(token));
            } else {
                tokens.add(text(token));
            }
        }
        return tokens;
    }

    /** Which line breaks a comment has depends on whose editor or version control it came through. */
    private static String text(Token token) {
        return token.kind() == Token.Kind.COMMENT
                ? token.text().stripTrailing().replace("\r\n", "\n")
                : token.text().stripTrailing();
    }

    private static int head(List<String> tokens) {
        int head = 0;
        while (head < tokens.size() && !is(tokens, head, "CREATE") && !is(tokens, head, "ALTER")) {
            head++;
        }
        return head;
    }

    private static boolean is(List<String> tokens, int at, String word) {
        return at < tokens.size() && tokens.get(at).equalsIgnoreCase(word);
    }
}
