package dev.palindrome.tsql.rule;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.List;
import java.util.Set;

/**
 * Reads values and conditions, and makes sure that there is a condition behind WHERE, ON, HAVING, WHEN, IF and CHECK. To H2 any value is one, and any condition
 * a value; SQL Server refuses {@code WHERE active} and {@code (a = 1) = (b = 2)}. What is compared is left to others.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/queries/search-condition-transact-sql">Search condition</a>
 */
public final class ExpressionSyntax {

    private static final Set<String> COMPARISONS = Set.of("=", "<>", "!=", ">", ">=", "!>", "<", "<=", "!<");

    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%", "&", "|", "^");

    /** Functions that are conditions. */
    private static final String[] CONDITIONS = {"EXISTS", "CONTAINS", "FREETEXT", "MATCH", "UPDATE"};

    /** Reserved words that are values. */
    private static final String[] VALUES = {
        "NULL",
        "DEFAULT",
        "CURRENT_TIMESTAMP",
        "CURRENT_DATE",
        "CURRENT_USER",
        "SESSION_USER",
        "SYSTEM_USER",
        "USER",
        "IDENTITYCOL",
        "ROWGUIDCOL"
    };

    private final TokenReader reader;

    private ExpressionSyntax(TokenReader reader) {
        this.reader = reader;
    }

    /**
     * Reads a condition to its end, and nothing behind it.
     *
     * @throws dev.palindrome.tsql.UntranslatableException with SQL Server's error if there is none
     */
    public static void condition(TokenReader reader) {
        new ExpressionSyntax(reader).condition();
    }

    /**
     * Reads a value to its end, and nothing behind it.
     *
     * @return its tokens
     * @throws dev.palindrome.tsql.UntranslatableException with SQL Server's error if there is none
     */
    public static List<Token> value(TokenReader reader) {
        int start = reader.position();
        new ExpressionSyntax(reader).value();
        return reader.since(start);
    }

    /** Makes sure that tokens are a condition, from the first to the last. */
    public static void requireCondition(List<Token> tokens) {
        TokenReader reader = new TokenReader(tokens);
        condition(reader);
        reader.expectEndOfSyntax();
    }

    private void condition() {
        do {
            while (reader.accept("NOT")) {
                // the next one
            }
            term();
        } while (reader.accept("AND") || reader.accept("OR"));
    }

    private void term() {
        if (reader.peek().is(CONDITIONS) && reader.peek(1).isSymbol("(")) {
            reader.next();
            reader.parenthesised();
            return;
        }
        if (reader.seesSymbol("(") && !isOperand()) {
            reader.requireSymbol("(");
            condition();
            reader.requireSymbol(")");
            return;
        }
        value();
        predicate();
    }

    /** Whether what stands in the parenthesis that opens here is compared with something, or part of what is. */
    private boolean isOperand() {
        int start = reader.position();
        reader.parenthesised();
        Token behind = reader.peek();
        reader.back(start);
        boolean compared = behind.kind() == Token.Kind.SYMBOL
                        && (COMPARISONS.contains(behind.text()) || ARITHMETIC.contains(behind.text()))
                || behind.is("IS", "IN", "LIKE", "BETWEEN", "COLLATE", "NOT");
        return seesQuery() || compared;
    }

    private void predicate() {
        if (reader.accept("IS")) {
            reader.accept("NOT");
            if (reader.accept("DISTINCT")) {
                reader.require("FROM");
                value();
            } else {
                reader.require("NULL");
            }
            return;
        }
        boolean not = reader.accept("NOT");
        if (reader.accept("IN")) {
            list();
        } else if (reader.accept("LIKE")) {
            value();
            if (reader.accept("ESCAPE")) {
                value();
            }
        } else if (reader.accept("BETWEEN")) {
            value();
            reader.require("AND");
            value();
        } else if (not || !isComparison(reader.peek())) {
            throw reader.syntax();
        } else {
            reader.next();
            if (!reader.accept("ALL") && !reader.accept("ANY")) {
                reader.accept("SOME");
            }
            value();
        }
    }

    private void list() {
        if (seesQuery()) {
            reader.parenthesised();
            return;
        }
        reader.requireSymbol("(");
        do {
            value();
        } while (reader.acceptSymbol(","));
        reader.requireSymbol(")");
    }

    private boolean seesQuery() {
        return reader.seesSymbol("(") && reader.peek(1).is("SELECT", "WITH");
    }

    private static boolean isComparison(Token token) {
        return token.kind() == Token.Kind.SYMBOL && COMPARISONS.contains(token.text());
    }

    /** Reads operands and what stands between them. */
    private void value() {
        do {
            operand();
        } while (acceptArithmetic());
    }

    private boolean acceptArithmetic() {
        boolean seen = reader.peek().kind() == Token.Kind.SYMBOL
                && ARITHMETIC.contains(reader.peek().text());
        if (seen) {
            reader.next();
        }
        return seen;
    }

    private void operand() {
        while (reader.acceptSymbol("-") || reader.acceptSymbol("+") || reader.acceptSymbol("~")) {
            // a sign
        }
        if (seesQuery()) {
            reader.parenthesised();
        } else if (reader.acceptSymbol("(")) {
            value();
            reader.requireSymbol(")");
        } else if (reader.accept("CASE")) {
            cases();
        } else if (reader.accept("NEXT", "VALUE", "FOR")) {
            reader.objectName();
        } else if (reader.seesSymbol("{")) {
            throw new UntranslatableException("the symbol {");
        } else if (reader.atEnd() || reader.peek().kind() == Token.Kind.SYMBOL) {
            throw reader.syntax();
        } else {
            named();
        }
        while (reader.accept("COLLATE")) {
            reader.identifier();
        }
    }

    /** A literal, a name, a call. */
    private void named() {
        boolean name = reader.peek().isName()
                && !reader.peek(1).isSymbol("(")
                && !reader.peek().is(VALUES);
        if (name) {
            reader.identifier();
        } else {
            reader.next();
        }
        while (reader.seesSymbol(".") || reader.seesSymbol("::") || reader.seesSymbol("(")) {
            if (reader.seesSymbol("(")) {
                reader.parenthesised();
            } else {
                reader.next();
                reader.next();
            }
        }
        if (reader.accept("WITHIN", "GROUP")) {
            reader.parenthesised();
        }
        if (reader.accept("OVER")) {
            reader.parenthesised();
        }
        while (reader.accept("AT", "TIME", "ZONE")) {
            operand();
        }
    }

    private void cases() {
        boolean simple = !reader.sees("WHEN");
        if (simple) {
            value();
        }
        do {
            reader.require("WHEN");
            if (simple) {
                value();
            } else {
                condition();
            }
            reader.require("THEN");
            value();
        } while (reader.sees("WHEN"));
        if (reader.accept("ELSE")) {
            value();
        }
        reader.require("END");
    }
}
