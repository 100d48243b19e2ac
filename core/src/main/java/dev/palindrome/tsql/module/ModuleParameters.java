package dev.palindrome.tsql.module;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.List;

/** The parameters in a module's head. */
final class ModuleParameters {

    private final TokenReader reader;

    private ModuleParameters(TokenReader reader) {
        this.reader = reader;
    }

    /** A procedure's, which may have none, and stand in parentheses. */
    static void optional(TokenReader reader) {
        boolean inParentheses = reader.acceptSymbol("(");
        if (inParentheses || reader.peek().kind() == Token.Kind.VARIABLE) {
            new ModuleParameters(reader).list();
        }
        if (inParentheses) {
            reader.requireSymbol(")");
        }
    }

    /** A function's, whose parentheses are always there. */
    static void inParentheses(TokenReader reader) {
        reader.requireSymbol("(");
        if (!reader.seesSymbol(")")) {
            new ModuleParameters(reader).list();
        }
        reader.requireSymbol(")");
    }

    private void list() {
        do {
            parameter();
        } while (reader.acceptSymbol(","));
    }

    private void parameter() {
        requireKind(Token.Kind.VARIABLE);
        reader.accept("AS");
        type(reader);
        reader.accept("VARYING");
        if (!reader.accept("NULL")) {
            reader.accept("NOT", "NULL");
        }
        if (reader.acceptSymbol("=")) {
            defaultValue();
        }
        if (!reader.accept("OUT") && !reader.accept("OUTPUT")) {
            reader.accept("READONLY");
        }
    }

    /** Any type, be it a user's. */
    static void type(TokenReader reader) {
        if (!reader.accept("CURSOR")) {
            reader.accept("NATIONAL");
            if (!reader.accept("DOUBLE", "PRECISION")) {
                reader.nameParts();
            }
            reader.accept("VARYING");
        }
        if (!reader.seesSymbol("(")) {
            return;
        }
        TokenReader sizes = new TokenReader(reader.parenthesised());
        do {
            if (!sizes.peek().isName()) { // MAX, or a collection of XML schemas
                if (sizes.peek().kind() != Token.Kind.NUMBER) {
                    throw sizes.syntax();
                }
                sizes.next();
            } else {
                sizes.nameParts();
            }
        } while (sizes.acceptSymbol(",") || sizes.peek().isName());
        sizes.expectEndOfSyntax();
    }

    /** A constant, or a word that stands for itself. */
    private void defaultValue() {
        if (reader.acceptSymbol("-") || reader.acceptSymbol("+")) {
            requireKind(Token.Kind.NUMBER, Token.Kind.MONEY);
        } else if (!reader.accept("NULL")) {
            if (reader.peek().isReserved()) {
                throw reader.syntax();
            }
            requireKind(
                    Token.Kind.STRING,
                    Token.Kind.NUMBER,
                    Token.Kind.MONEY,
                    Token.Kind.BINARY,
                    Token.Kind.VARIABLE,
                    Token.Kind.NAME,
                    Token.Kind.WORD);
        }
    }

    private void requireKind(Token.Kind... kinds) {
        if (!List.of(kinds).contains(reader.peek().kind())) {
            throw reader.syntax();
        }
        reader.next();
    }
}
