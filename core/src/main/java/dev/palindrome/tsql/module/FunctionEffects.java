package dev.palindrome.tsql.module;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.UntranslatableException;
import java.util.List;

/**
 * What a function may not do: change anything outside of it, speak, begin a transaction, catch an error. Only rows of its own
 * table variables may change (Microsoft: create-function-transact-sql, create-user-defined-functions-database-engine).
 */
final class FunctionEffects {

    /** Reserved words, which are no names. */
    private static final String[] NEVER = {
        "PRINT", "RAISERROR", "CREATE", "ALTER", "DROP", "TRUNCATE", "COMMIT", "ROLLBACK", "SAVE", "WAITFOR"
    };

    private FunctionEffects() {}

    /**
     * @param body without its BEGIN and END, but with the end of a batch
     * @param table whether it gives rows
     */
    static void refuse(List<Token> body, boolean table) {
        refuseChanging(body);
        for (int i = 0; i + 1 < body.size(); i++) {
            Token token = body.get(i);
            Token next = body.get(i + 1);
            boolean begins = token.is("BEGIN") && next.is("TRY", "TRAN", "TRANSACTION");
            boolean runsText = token.is("EXEC", "EXECUTE") && next.isSymbol("(");
            if (token.is(NEVER) || begins || runsText) {
                throw refused(token, begins ? token.upper() + " " + next.upper() : token.upper());
            }
            if (token.isName() && token.value().startsWith("#")) {
                throw UntranslatableException.refused(2772, token, "a temporary table in a function");
            }
        }
        new FunctionStatements(body, table).require();
    }

    static UntranslatableException lastIsNoReturn() {
        return UntranslatableException.refused(455, "the last statement of a function is RETURN");
    }

    /** Functions that give something else at each call. */
    static void refuseChanging(List<Token> tokens) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            boolean part = i > 0 && tokens.get(i - 1).isSymbol(".");
            if (!part && tokens.get(i).is("NEWID", "RAND") && tokens.get(i + 1).isSymbol("(")) {
                throw refused(tokens.get(i), tokens.get(i).upper());
            }
        }
    }

    static UntranslatableException refused(Token place, String what) {
        return UntranslatableException.refused(
                443, place, what + " has an effect outside of the function, or another one each time");
    }
}
