package dev.palindrome.tsql.rewrite;

import dev.palindrome.tsql.NeedsSqlServerException;
import dev.palindrome.tsql.NotTaken;
import dev.palindrome.tsql.StatementTokens;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokensText;
import java.util.List;

/** Words what the embedded engine cannot take. */
final class Refusal {

    private static final int LONGEST = 80;

    private static final String KNOWN =
            "%s, line %d: \"%s\" needs SQL Server (%s). Run with palindrome.engine=sqlserver.";

    private static final String UNCLEAR =
            "%s, line %d: \"%s\" is misspelt or needs SQL Server (%s). Correct it, or run with palindrome.engine=sqlserver.";

    private Refusal() {}

    static NeedsSqlServerException of(String script, StatementTokens statement, NotTaken why) {
        int line = statement.line();
        String message =
                (why.isUnclear() ? UNCLEAR : KNOWN).formatted(script, line, beginning(statement), why.reason(line));
        return new NeedsSqlServerException(script, line, message);
    }

    /** What defines something is shown as it is. In other statements literals are rows' values. */
    private static List<Token> shown(List<Token> tokens) {
        return tokens.get(0).is("CREATE", "ALTER", "DROP")
                ? tokens
                : tokens.stream().map(Token::withoutLiteral).toList();
    }

    private static String beginning(StatementTokens statement) {
        String text = TokensText.of(shown(statement.tokens())).replaceAll("\\s+", " ");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1).stripTrailing() + "…";
    }
}
