package dev.palindrome.tsql.flow;

import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.call.ProcedureName;
import dev.palindrome.tsql.statement.StatementEnd;
import dev.palindrome.tsql.statement.TokensText;
import dev.palindrome.tsql.statement.UnnamedConstraintMatch;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Whether a batch has what has to be run step by step. Most have not, and are statements that H2 runs as they are. */
public final class FlowNeed {

    private static final String[] STATEMENTS = {
        "WHILE",
        "GOTO",
        "RETURN",
        "BREAK",
        "CONTINUE",
        "THROW",
        "RAISERROR",
        "WAITFOR",
        "ROLLBACK",
        "OPEN",
        "FETCH",
        "CLOSE",
        "DEALLOCATE"
    };

    private static final String[] MODULES = {
        "AGGREGATE", "VIEW", "PROCEDURE", "PROC", "FUNCTION", "TRIGGER", "RULE", "DEFAULT"
    };

    private FlowNeed() {}

    /**
     * @param batch with an END
     * @param transactions whether BEGIN TRANSACTION and COMMIT have to be counted
     */
    public static boolean of(List<Token> batch, boolean transactions) {
        return of(batch, transactions, false);
    }

    /** @param rows whether the rows of its last statement have to be counted */
    public static boolean of(List<Token> batch, boolean transactions, boolean rows) {
        if (isModule(batch)) {
            return false;
        }
        if (rows) {
            return true;
        }
        for (int i = 0; i < batch.size(); i++) {
            Token token = batch.get(i);
            if (token.is("DECLARE")) {
                int start = i;
                i = UnnamedConstraintMatch.at(batch, i)
                        .map(match -> match.end() - 1)
                        .orElse(start);
                if (i == start) {
                    return true;
                }
            } else if (isNeed(batch, i, transactions)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it asks how many rows the last statement has changed, which may be one of the batch before. */
    public static boolean ofRowCount(List<Token> batch) {
        return !isModule(batch)
                && batch.stream()
                        .anyMatch(token ->
                                token.is("ROWCOUNT_BIG") || token.text().equalsIgnoreCase("@@ROWCOUNT"));
    }

    /** Whether it asks which identity was given last, be it in SQL that it runs or in a module. */
    public static boolean ofIdentity(List<Token> batch) {
        return batch.stream().anyMatch(FlowNeed::asksForIdentity);
    }

    private static boolean asksForIdentity(Token token) {
        return switch (token.kind()) {
            case WORD -> token.is("SCOPE_IDENTITY");
            case VARIABLE -> token.text().equalsIgnoreCase("@@IDENTITY");
            case STRING -> {
                String text = token.value().toUpperCase(Locale.ROOT);
                yield text.contains("SCOPE_IDENTITY") || text.contains("@@IDENTITY");
            }
            default -> false;
        };
    }

    /** Whether it puts rows in, be it in SQL that it runs. */
    public static boolean ofRows(List<Token> batch) {
        return !isModule(batch) && batch.stream().anyMatch(token -> token.is("INSERT", "MERGE", "EXEC", "EXECUTE"));
    }

    /** Whether a transaction of the script may end otherwise than by COMMIT, or is asked about. */
    public static boolean ofTransactions(List<Token> batch) {
        if (isModule(batch)) {
            return false;
        }
        for (int i = 0; i < batch.size(); i++) {
            Token token = batch.get(i);
            if (token.is("ROLLBACK") && !before(batch, i).is("WITH")
                    || token.text().equalsIgnoreCase("@@TRANCOUNT")
                    || token.is("XACT_STATE")) {
                return true;
            }
        }
        return false;
    }

    /** Whether a module is made, whose variables are its own. */
    static boolean isModule(List<Token> batch) {
        int kind = batch.size() > 3 && batch.get(1).is("OR") ? 3 : 1;
        return batch.size() > kind
                && batch.get(0).is("CREATE", "ALTER")
                && batch.get(kind).is(MODULES);
    }

    private static boolean isNeed(List<Token> batch, int i, boolean transactions) {
        Token token = batch.get(i);
        Token before = before(batch, i);
        Token after = batch.get(Math.min(i + 1, batch.size() - 1));
        return switch (token.kind()) {
            case NAME -> token.value().equalsIgnoreCase(TableLoop.NAME);
            case VARIABLE -> !isNameOfArgument(batch, i) && !isRedgate(batch, i);
            case WORD -> {
                if (token.is(STATEMENTS)) {
                    yield startsStatement(token, before, after);
                }
                yield token.is(TableLoop.NAME)
                        || token.is("EXEC", "EXECUTE") && (callsOwn(batch, i) || isInserted(batch, i))
                        || token.is("sp_executesql") && hasParameters(batch, i)
                        || token.is("EXEC", "EXECUTE") && after.isSymbol("(") && hasNeed(batch, i + 2)
                        || token.is("BEGIN", "END") && after.is("TRY", "CATCH")
                        || transactions && token.is("BEGIN", "COMMIT", "SAVE") && isTransaction(token, after)
                        || isStop(batch, i)
                        || token.is("ROWCOUNT")
                                && before.is("SET")
                                && !after.text().equals("0")
                        || token.is("SAVE") && after.is("TRAN", "TRANSACTION")
                        || after.isSymbol("(") && SessionValues.isCall(token.text())
                        || after.isSymbol(":") && !token.isReserved() && token.newlines() > 0;
            }
            default -> false;
        };
    }

    /** Whether a batch may come to {@code SET NOEXEC ON}. */
    public static boolean ofStop(List<Token> batch) {
        return IntStream.range(1, batch.size() - 1).anyMatch(i -> isStop(batch, i));
    }

    private static boolean isStop(List<Token> batch, int i) {
        return i > 0
                && batch.get(i).is("NOEXEC")
                && batch.get(i + 1).is("ON")
                && batch.get(i - 1).is("SET")
                && !isRedgate(batch, i - 4);
    }

    /** {@code INSERT … EXEC}. */
    private static boolean isInserted(List<Token> batch, int i) {
        int at = i - 1;
        while (at > 0 && !batch.get(at).isSymbol(";") && !batch.get(at).is(StatementEnd.STARTS)) {
            at--;
        }
        return at >= 0 && batch.get(at).is("INSERT");
    }

    /** {@code EXEC dbo.p}, and not {@code GRANT EXECUTE ON}. */
    private static boolean callsOwn(List<Token> batch, int i) {
        int at = behindResult(batch, i + 1);
        Token name = batch.get(at);
        boolean named = name.isName() && (name.kind() == Token.Kind.NAME || !name.isReserved());
        boolean right = before(batch, i).is("GRANT", "DENY", "REVOKE", "FOR")
                || before(batch, i).isSymbol(",");
        return named
                && !right
                && ProcedureName.isOwn(ProcedureName.read(new TokenReader(batch.subList(at, batch.size()))));
    }

    /** Where a call goes on behind {@code @result =}. */
    private static int behindResult(List<Token> batch, int at) {
        return batch.get(at).kind() == Token.Kind.VARIABLE && batch.get(at + 1).isSymbol("=") ? at + 2 : at;
    }

    private static boolean hasParameters(List<Token> batch, int i) {
        int at = behindResult(batch, i + 1);
        return batch.get(at).kind() == Token.Kind.STRING && (batch.get(at + 1).isSymbol(",") || hasNeed(batch, at));
    }

    /** {@code EXEC(N'UPDATE …; SELECT @@ROWCOUNT')}, as EF Core writes it. */
    private static boolean hasNeed(List<Token> batch, int at) {
        StringBuilder text = new StringBuilder();
        int i = at;
        while (i + 1 < batch.size()
                && batch.get(i).kind() == Token.Kind.STRING
                && batch.get(i + 1).isSymbol("+")) {
            text.append(batch.get(i).value());
            i += 2;
        }
        if (i >= batch.size() || batch.get(i).kind() != Token.Kind.STRING) {
            return false; // what a variable is in shows anyway
        }
        text.append(batch.get(i).value());
        List<Token> inside = Lexer.tokens(text.toString(), 1);
        return !TemporaryTable.names(inside).isEmpty() || text.indexOf("@") >= 0 && of(inside, false);
    }

    private static boolean isTransaction(Token token, Token after) {
        return token.is("COMMIT") || after.is("TRAN", "TRANSACTION");
    }

    private static boolean startsStatement(Token token, Token before, Token after) {
        return switch (token.upper()) {
            case "ROLLBACK" -> !before.is("WITH");
            case "FETCH" -> !before.is("ROWS", "ROW");
            case "OPEN", "CLOSE" ->
                !before.isSymbol(",") && !before.is("GRANT", "DENY", "REVOKE") && after.isName()
                        || after.kind() == Token.Kind.VARIABLE;
            case "THROW" ->
                token.newlines() > 0
                        || before.isSymbol(";")
                        || before.is("BEGIN", "ELSE")
                        || before.kind() == Token.Kind.END
                        || after.kind() == Token.Kind.NUMBER && !before.is("AS");
            case "BREAK", "CONTINUE" ->
                token.newlines() > 0
                        || before.isSymbol(";")
                        || before.is("BEGIN", "ELSE")
                        || before.kind() == Token.Kind.END;
            default -> true;
        };
    }

    /** {@code EXEC sp_rename @objname = N'…'}. */
    private static boolean isNameOfArgument(List<Token> batch, int i) {
        if (!batch.get(Math.min(i + 1, batch.size() - 1)).isSymbol("=")) {
            return false;
        }
        for (int at = i - 1; at >= 0; at--) {
            Token token = batch.get(at);
            if (token.is("EXEC", "EXECUTE") || token.is("fn_listextendedproperty")) {
                return true;
            }
            if (token.isSymbol(";") || token.is(StatementEnd.STARTS)) {
                return false;
            }
        }
        return true; // a procedure without EXEC
    }

    /** The first error ends the script anyway. */
    private static boolean isRedgate(List<Token> batch, int i) {
        return i > 0
                && i + 5 < batch.size()
                && batch.get(i).text().equalsIgnoreCase("@@ERROR")
                && TokensText.of(batch.subList(i - 1, i + 6))
                        .replaceAll("\\s+", " ")
                        .replace("!=", "<>")
                        .equalsIgnoreCase("IF @@ERROR <> 0 SET NOEXEC ON");
    }

    private static Token before(List<Token> batch, int i) {
        return i > 0 ? batch.get(i - 1) : batch.get(batch.size() - 1);
    }
}
