package dev.palindrome.tsql.index;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.List;

/**
 * The WHERE of an index: comparisons of a column with a constant, IN and IS [NOT] NULL, joined by AND. H2 is not asked to
 * read it, so whatever SQL Server refuses is refused here.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/statements/create-index-transact-sql">CREATE INDEX</a>
 */
public final class IndexFilter {

    private static final List<String> COMPARISONS = List.of("=", "<>", "!=", ">", ">=", "!>", "<", "<=", "!<");

    private final TokenReader reader;

    private IndexFilter(TokenReader reader) {
        this.reader = reader;
    }

    /** The tokens from behind WHERE to the end of the filter. */
    public static List<Token> read(TokenReader reader) {
        int start = reader.position();
        new IndexFilter(reader).conjunction();
        if (!reader.atEnd() && !reader.peek().is("WITH", "ON", "FILESTREAM_ON") && !inside(reader)) {
            throw reader.syntax();
        }
        return reader.since(start);
    }

    /** An index inside CREATE TABLE. */
    private static boolean inside(TokenReader reader) {
        return reader.seesSymbol(",") || reader.seesSymbol(")");
    }

    private void conjunction() {
        do {
            conjunct();
        } while (reader.accept("AND"));
    }

    private void conjunct() {
        if (reader.seesSymbol("(") && !isColumnInParentheses()) {
            reader.next();
            conjunction();
            reader.requireSymbol(")");
            return;
        }
        column();
        if (reader.accept("IS")) {
            reader.accept("NOT");
            reader.require("NULL");
        } else if (reader.accept("IN")) {
            reader.requireSymbol("(");
            do {
                constant();
            } while (reader.acceptSymbol(","));
            reader.requireSymbol(")");
        } else {
            comparison();
            constant();
        }
    }

    private boolean isColumnInParentheses() {
        return reader.peek(1).isName() && reader.peek(2).isSymbol(")");
    }

    private void column() {
        boolean parenthesis = reader.acceptSymbol("(");
        if (!reader.peek().isName()) {
            throw reader.syntax();
        }
        reader.identifier();
        if (parenthesis) {
            reader.requireSymbol(")");
        }
    }

    private void comparison() {
        Token token = reader.peek();
        if (token.kind() != Token.Kind.SYMBOL || !COMPARISONS.contains(token.text())) {
            throw reader.syntax();
        }
        reader.next();
    }

    private void constant() {
        if (reader.acceptSymbol("(")) {
            constant();
            reader.requireSymbol(")");
        } else if (reader.accept("CAST")) {
            reader.requireSymbol("(");
            constant();
            reader.require("AS");
            type();
            reader.requireSymbol(")");
        } else if (reader.accept("CONVERT")) {
            reader.requireSymbol("(");
            type();
            reader.requireSymbol(",");
            constant();
            if (reader.acceptSymbol(",")) {
                reader.number();
            }
            reader.requireSymbol(")");
        } else if (!reader.accept("NULL")) {
            literal();
        }
    }

    /** Any: what it is a constant of is not asked here. */
    private void type() {
        reader.nameParts();
        if (reader.seesSymbol("(")) {
            reader.parenthesised();
        }
    }

    private void literal() {
        boolean signed = reader.acceptSymbol("-") || reader.acceptSymbol("+");
        Token.Kind kind = reader.peek().kind();
        boolean number = kind == Token.Kind.NUMBER || kind == Token.Kind.MONEY;
        if (!number && (signed || kind != Token.Kind.STRING && kind != Token.Kind.BINARY)) {
            throw reader.syntax();
        }
        reader.next();
    }
}
