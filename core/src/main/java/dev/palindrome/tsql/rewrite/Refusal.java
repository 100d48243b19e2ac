package dev.palindrome.tsql.rewrite;

import dev.palindrome.tsql.GoCount;
import dev.palindrome.tsql.NeedsSqlServerException;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TsqlBatch;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.rule.SqlcmdText;
import dev.palindrome.tsql.statement.StatementTokens;
import dev.palindrome.tsql.statement.TokensText;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Words what the embedded engine cannot take. */
final class Refusal {

    private static final int LONGEST = 80;

    /** Functions of ours begin so, which the front has put into statements before they run. */
    private static final String OURS = "palindrome$";

    /** What H2 reads with the smallest stack that a JVM gives a thread by itself, and more than SQL Server takes. */
    private static final int DEEPEST = 100;

    private static final String KNOWN =
            "%s, line %d: \"%s\" needs SQL Server (%s). Run with palindrome.engine=sqlserver.";

    private static final String UNCLEAR =
            "%s, line %d: \"%s\" is misspelt or needs SQL Server (%s). Correct it, or run with palindrome.engine=sqlserver.";

    private static final String REFUSED = "%s, line %d: \"%s\" is refused by SQL Server (error %d: %s). Correct it.";

    private static final String UNCLOSED = "%s, line %d: the %s that begins here never ends. Close it.";

    private static final String COUNT =
            "%s, line %d: \"GO %s\" ends a batch and repeats none: Flyway sends the %3$s to SQL"
                    + " Server with the next batch, which is then refused. Write the batch as often as it is to run.";

    private static final String COUNT_THAT_REPEATS =
            "%s, line %d: behind GO stands how often the batch is run, a whole number of at most nine digits with nothing"
                    + " behind it, and not what begins with %s. Correct it.";

    private static final String TOO_DEEP =
            "%s, line %d: something is nested too deeply here. SQL Server refuses that, too (error 191). Write it with"
                    + " fewer levels.";

    private static final String TOO_LONG_A_ROW =
            "%s, line %d: too many statements hang on each other here, as in a long row of IF. Divide it.";

    /** What the embedded engine writes down of a batch that is repeated, in characters. */
    private static final long LONGEST_REPETITION = 20_000_000;

    private static final String TOO_OFTEN =
            "%s, line %d: the batch that begins here is to run %d times, which is too much for the embedded engine. Write"
                    + " a loop of fewer rounds, or run with palindrome.engine=sqlserver.";

    private static final String SQLCMD =
            "%s, line %d: %s is a command of sqlcmd, which Management Studio reads in its SQLCMD mode, and SQL Server itself"
                    + " does not read. Take it out: Flyway has placeholders of its own, ${name}, runs one script after the"
                    + " other, and ends with the first error.";

    private static final String SQLCMD_VARIABLE =
            "%s, line %d: %s is a variable of sqlcmd's, and nobody puts in its value here. Write it as a placeholder of"
                    + " Flyway's, ${name}, or set Flyway's placeholderPrefix to $( and its placeholderSuffix to ).";

    private Refusal() {}

    /** What makes no statement of a batch. */
    static Optional<NeedsSqlServerException> ofUnreadable(String script, TsqlBatch batch, GoCount count) {
        Token first = batch.tokens().get(0);
        if (batch.start() > 0 && first.kind() == Token.Kind.NUMBER && first.newlines() == 0) {
            return Optional.of(error(
                    script,
                    first.line(),
                    (count == GoCount.REPEATS ? COUNT_THAT_REPEATS : COUNT)
                            .formatted(script, first.line(), first.text())));
        }
        Nesting nesting = Nesting.of(batch.tokens());
        if (isTooDeep(nesting)) {
            return Optional.of(tooDeep(script, nesting.lineOfDeepest()));
        }
        if ((long) batch.repeat() * (batch.end() - batch.start()) > LONGEST_REPETITION) {
            int line = batch.firstLine();
            return Optional.of(error(script, line, TOO_OFTEN.formatted(script, line, batch.repeat())));
        }
        Optional<SqlcmdText.Found> sqlcmd = SqlcmdText.find(batch.tokens());
        if (sqlcmd.isPresent()) {
            int line = sqlcmd.get().token().line();
            String message = sqlcmd.get().command() ? SQLCMD : SQLCMD_VARIABLE;
            return Optional.of(error(
                    script, line, message.formatted(script, line, sqlcmd.get().text())));
        }
        Token last = batch.tokens().get(batch.tokens().size() - 2);
        return last.kind() == Token.Kind.UNCLOSED
                ? Optional.of(error(script, last.line(), UNCLOSED.formatted(script, last.line(), what(last))))
                : Optional.empty();
    }

    /** A rule that only all of a batch shows. */
    static void inBatch(String script, TsqlBatch batch, Consumer<List<Token>> rule) {
        try {
            rule.accept(batch.tokens());
        } catch (UntranslatableException reason) {
            throw of(script, new StatementTokens.Simple(batch.tokens()), reason);
        }
    }

    static boolean isTooDeep(Nesting nesting) {
        return nesting.deepest() > DEEPEST;
    }

    static NeedsSqlServerException ofDepth(String script, int line) {
        return error(script, line, TOO_LONG_A_ROW.formatted(script, line));
    }

    private static NeedsSqlServerException tooDeep(String script, int line) {
        return error(script, line, TOO_DEEP.formatted(script, line));
    }

    private static NeedsSqlServerException error(String script, int line, String message) {
        return new NeedsSqlServerException(script, line, false, message);
    }

    /** What a token is that never ends. */
    static String what(Token unclosed) {
        return switch (unclosed.text().charAt(0)) {
            case '/' -> "comment";
            case '[', '"' -> "quoted name";
            default -> "string";
        };
    }

    static NeedsSqlServerException of(String script, StatementTokens statement, UntranslatableException why) {
        int line = statement.line();
        String beginning = beginning(statement);
        if (why.sqlServerError() > 0) {
            String reason = why.reason(line);
            return NeedsSqlServerException.refused(
                    script,
                    line,
                    REFUSED.formatted(script, line, beginning, why.sqlServerError(), reason),
                    why.sqlServerError(),
                    reason);
        }
        String message = (why.isUnclear() ? UNCLEAR : KNOWN).formatted(script, line, beginning, why.reason(line));
        return new NeedsSqlServerException(script, line, !why.isUnclear(), message);
    }

    /** Up to what stands in a statement only where it runs. */
    private static String withoutOurs(String text) {
        int ours = text.indexOf(OURS);
        return ours < 0 ? text : text.substring(0, ours) + "…";
    }

    /** What defines something is shown as it is. In other statements literals are rows' values. */
    private static List<Token> shown(List<Token> tokens) {
        return tokens.get(0).is("CREATE", "ALTER", "DROP")
                ? tokens
                : tokens.stream().map(Token::withoutLiteral).toList();
    }

    private static String beginning(StatementTokens statement) {
        String text = withoutOurs(TokensText.of(shown(statement.tokens())).replaceAll("\\s+", " "));
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1).stripTrailing() + "…";
    }
}
