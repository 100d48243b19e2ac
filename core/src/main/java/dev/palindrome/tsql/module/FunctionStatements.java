package dev.palindrome.tsql.module;

import dev.palindrome.tsql.ScriptStatement;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.TsqlBatch;
import dev.palindrome.tsql.UntranslatableException;
import java.util.List;

/**
 * What the statements of a function may be: they change rows of its own table variables alone, give no rows to whoever calls
 * it, and end with RETURN (Microsoft: create-function-transact-sql).
 */
final class FunctionStatements {

    private static final String[] CHANGES = {"INSERT", "UPDATE", "DELETE", "MERGE"};

    private final List<Token> body;
    private final boolean table;

    /**
     * @param body without its BEGIN and END, but with the end of a batch
     * @param table whether it gives rows
     */
    FunctionStatements(List<Token> body, boolean table) {
        this.body = body;
        this.table = table;
    }

    void require() {
        List<ScriptStatement> statements = ScriptStatement.of(new TsqlBatch("", 0, 0, 1, 1, body));
        if (statements.isEmpty()) {
            throw FunctionEffects.lastIsNoReturn();
        }
        Token before = body.get(body.size() - 1);
        for (ScriptStatement leaf :
                statements.stream().flatMap(ScriptStatement::leaves).toList()) {
            if (!before.is("FOR")) { // a cursor
                require(leaf.tokens());
            }
            before = leaf.tokens().get(leaf.tokens().size() - 1);
        }
        requireReturn(statements);
    }

    private static void requireReturn(List<ScriptStatement> statements) {
        ScriptStatement last = statements.get(statements.size() - 1);
        if (last.isCompound() && last.begins("BEGIN")) {
            requireReturn(last.inner());
        } else if (!last.begins("RETURN")) {
            throw FunctionEffects.lastIsNoReturn();
        }
    }

    private void require(List<Token> statement) {
        Token first = statement.get(0);
        if (first.is("RETURN")) {
            boolean value = statement.size() > 1;
            if (table && value) {
                throw UntranslatableException.refused(178, first, "a function that gives rows returns no value");
            }
            if (!table && !value) {
                throw UntranslatableException.refused(1075, first, "a function that gives a value returns one");
            }
            return;
        }
        int verb = first.is("WITH") ? behindCommonTables(statement) : 0;
        if (verb == statement.size()) {
            return;
        }
        Token word = statement.get(verb);
        if (word.is("SELECT") && !assigns(statement, verb + 1)) {
            throw UntranslatableException.refused(444, word, "a SELECT whose rows nobody takes in a function");
        }
        if (word.is(CHANGES) && !changesVariable(statement, verb)) {
            throw FunctionEffects.refused(word, word.upper());
        }
    }

    private static int behindCommonTables(List<Token> statement) {
        int depth = 0;
        for (int i = 1; i < statement.size(); i++) {
            Token token = statement.get(i);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0 && (token.is("SELECT") || token.is(CHANGES))) {
                return i;
            }
        }
        return statement.size();
    }

    private static boolean assigns(List<Token> select, int from) {
        TokenReader reader = new TokenReader(select.subList(from, select.size()));
        if (!reader.accept("DISTINCT")) {
            reader.accept("ALL");
        }
        skipTop(reader);
        return reader.peek().kind() == Token.Kind.VARIABLE
                && reader.peek(1).kind() == Token.Kind.SYMBOL
                && reader.peek(1).text().endsWith("=");
    }

    private static void skipTop(TokenReader reader) {
        if (reader.accept("TOP")) {
            if (reader.seesSymbol("(")) {
                reader.parenthesised();
            } else {
                reader.next();
            }
            reader.accept("PERCENT");
        }
    }

    private static boolean changesVariable(List<Token> statement, int verb) {
        TokenReader reader = new TokenReader(statement.subList(verb + 1, statement.size()));
        skipTop(reader);
        if (!reader.accept("INTO")) {
            reader.accept("FROM");
        }
        Token target = reader.peek();
        if (target.kind() == Token.Kind.VARIABLE) {
            return true;
        }
        boolean alone = target.isName() && !reader.peek(1).isSymbol(".");
        return alone && !statement.get(verb).is("INSERT") && isOfVariable(statement, target);
    }

    /** {@code FROM @t AS target}, and {@code WITH target AS (SELECT … FROM @t)}. */
    private static boolean isOfVariable(List<Token> statement, Token target) {
        for (int i = 1; i < statement.size(); i++) {
            if (statement.get(i).isName() && statement.get(i).value().equalsIgnoreCase(target.value())) {
                Token before = statement.get(i - 1);
                Token named = i > 1 && before.is("AS") ? statement.get(i - 2) : before;
                boolean commonTable = before.is("WITH") || before.isSymbol(",");
                if (named.kind() == Token.Kind.VARIABLE
                        || commonTable && readsVariable(new TokenReader(statement.subList(i + 1, statement.size())))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean readsVariable(TokenReader reader) {
        if (!reader.accept("AS") || !reader.seesSymbol("(")) {
            return false;
        }
        List<Token> query = reader.parenthesised();
        for (int i = 1; i < query.size(); i++) {
            if (query.get(i - 1).is("FROM") && query.get(i).kind() == Token.Kind.VARIABLE) {
                return true;
            }
        }
        return false;
    }
}
