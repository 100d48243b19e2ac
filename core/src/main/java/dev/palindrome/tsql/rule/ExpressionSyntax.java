package dev.palindrome.tsql.rule;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
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

    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>");

    /** Functions that are conditions. */
    private static final String[] CONDITIONS = {"EXISTS", "CONTAINS", "FREETEXT", "MATCH", "UPDATE"};

    /** Reserved words that are functions. */
    private static final String[] CALLED = {
        "COALESCE",
        "NULLIF",
        "CONVERT",
        "TRY_CONVERT",
        "LEFT",
        "RIGHT",
        "IDENTITY",
        "OPENQUERY",
        "OPENROWSET",
        "OPENXML"
    };

    /** Reserved words that nobody means as a name. */
    private static final String[] CLAUSES = {
        "FROM", "WHERE", "HAVING", "UNION", "THEN", "WHEN", "ELSE", "END", "AND", "OR", "AS", "ON", "INTO", "SELECT",
        "JOIN", "IN"
    };

    /** Reserved words that are values. */
    private static final String[] VALUES = {
        "NULL",
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

    /** Makes sure that tokens are a value, from the first to the last. */
    public static void requireValue(List<Token> tokens) {
        TokenReader reader = new TokenReader(tokens);
        value(reader);
        reader.expectEndOfSyntax();
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
            boolean query = reader.next().is("EXISTS");
            if (query) {
                QuerySyntax.inParentheses(reader);
            } else if (reader.parenthesised().isEmpty()) {
                throw reader.syntax();
            }
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
            if (reader.accept("ALL") || reader.accept("ANY") || reader.accept("SOME")) {
                QuerySyntax.inParentheses(reader);
            } else {
                value();
            }
        }
    }

    private void list() {
        if (seesQuery()) {
            QuerySyntax.inParentheses(reader);
            return;
        }
        reader.requireSymbol("(");
        values();
        reader.requireSymbol(")");
    }

    private void values() {
        do {
            value();
        } while (reader.acceptSymbol(","));
    }

    private boolean seesQuery() {
        return QuerySyntax.isNext(reader);
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
            QuerySyntax.inParentheses(reader);
            methods();
        } else if (reader.acceptSymbol("(")) {
            value();
            reader.requireSymbol(")");
            methods();
        } else if (reader.accept("CASE")) {
            cases();
        } else if (reader.accept("NEXT", "VALUE", "FOR")) {
            QuerySyntax.name(reader);
            if (reader.accept("OVER")) {
                new WindowSyntax(reader).over();
            }
        } else if (reader.acceptSymbol("{")) {
            reader.until("}");
            reader.requireSymbol("}");
        } else if (reader.atEnd() || reader.peek().kind() == Token.Kind.SYMBOL) {
            throw reader.syntax();
        } else {
            named();
        }
        while (reader.accept("COLLATE")) {
            collation();
        }
        while (reader.accept("AT", "TIME", "ZONE")) {
            operand();
        }
    }

    /** {@code (SELECT … FOR XML PATH(''), TYPE).value('.', 'NVARCHAR(MAX)')}. */
    private void methods() {
        while (reader.acceptSymbol(".")) {
            Token method = reader.peek();
            if (!method.isName()) {
                throw reader.syntax();
            }
            reader.identifier();
            if (reader.seesSymbol("(")) {
                new ArgumentSyntax(reader).of(method);
            }
        }
    }

    private void collation() {
        if (!reader.peek().isName()) {
            throw reader.syntax();
        }
        reader.next();
    }

    /** A literal, a name, a call. */
    private void named() {
        Token first = reader.peek();
        boolean called = reader.peek(1).isSymbol("(");
        if (!first.isName()) {
            reader.next();
            if (first.kind() != Token.Kind.VARIABLE) {
                return;
            }
        } else if (called && first.isReserved()) {
            if (!first.is(CALLED)) {
                throw reader.syntax();
            }
            reader.next();
        } else if (first.is(VALUES)) {
            reader.next();
            return;
        } else if (first.is(CLAUSES)
                || first.is("ORDER", "GROUP") && reader.peek(1).is("BY")) {
            throw reader.syntax();
        } else {
            reader.identifier();
        }
        Token last = first;
        boolean call = false;
        while (reader.seesSymbol(".") || reader.seesSymbol("::") || reader.seesSymbol("(")) {
            if (reader.seesSymbol("(")) {
                if (reader.peek(1).is("SELECT", "WITH")) {
                    break; // OUTPUT inserted.id (SELECT …)
                }
                ArgumentSyntax arguments = new ArgumentSyntax(reader);
                if (last == first) {
                    arguments.of(first);
                } else {
                    arguments.ofOther();
                }
                call = true;
                continue;
            }
            while (reader.acceptSymbol(".") || reader.acceptSymbol("::")) {
                // a part that is left out
            }
            last = reader.peek();
            if (last.is("IDENTITYCOL", "ROWGUIDCOL")) {
                reader.next();
            } else if (last.isName()) {
                reader.identifier();
            } else {
                throw reader.syntax();
            }
        }
        if (call) {
            new WindowSyntax(reader).behindCall();
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
