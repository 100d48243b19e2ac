package dev.palindrome.tsql.rule;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.Locale;

/** Reads what stands in the parentheses of a function's call. */
final class ArgumentSyntax {

    private final TokenReader reader;

    ArgumentSyntax(TokenReader reader) {
        this.reader = reader;
    }

    /** @param function the name of one that is built in; one behind a point or colons has values alone */
    void of(Token function) {
        String name = function.kind() == Token.Kind.WORD ? function.upper() : "";
        if (name.startsWith("JSON_") || name.startsWith("OPEN") || name.equals("IDENTITY") || name.startsWith("AI_")) {
            reader.parenthesised();
            return;
        }
        reader.requireSymbol("(");
        switch (name) {
            case "CAST", "TRY_CAST" -> cast();
            case "PARSE", "TRY_PARSE" -> {
                cast();
                if (reader.accept("USING")) {
                    ExpressionSyntax.value(reader);
                }
            }
            case "CONVERT", "TRY_CONVERT" -> {
                type();
                reader.requireSymbol(",");
                ExpressionSyntax.value(reader);
                if (reader.acceptSymbol(",")) {
                    ExpressionSyntax.value(reader);
                }
            }
            case "IIF" -> {
                ExpressionSyntax.condition(reader);
                reader.requireSymbol(",");
                ExpressionSyntax.value(reader);
                reader.requireSymbol(",");
                ExpressionSyntax.value(reader);
            }
            case "TRIM" -> trim();
            default -> values();
        }
        reader.requireSymbol(")");
    }

    /** Of a function of the user's own, or a method. */
    void ofOther() {
        reader.requireSymbol("(");
        values();
        reader.requireSymbol(")");
    }

    private void cast() {
        ExpressionSyntax.value(reader);
        reader.require("AS");
        type();
    }

    private void trim() {
        if (reader.peek().is("LEADING", "TRAILING", "BOTH") && !reader.peek(1).isSymbol(")")) {
            reader.next();
        }
        ExpressionSyntax.value(reader);
        if (reader.accept("FROM")) {
            ExpressionSyntax.value(reader);
        }
    }

    private void values() {
        if (reader.seesSymbol(")")) {
            return;
        }
        if (!reader.accept("DISTINCT")) {
            reader.accept("ALL");
        }
        do {
            if (!reader.accept("DEFAULT") && !reader.acceptSymbol("*")) {
                ExpressionSyntax.value(reader);
            }
        } while (reader.acceptSymbol(","));
    }

    /** The name of a type, and what it has in parentheses. */
    private void type() {
        if (reader.accept("DOUBLE")) {
            reader.require("PRECISION");
            return;
        }
        reader.accept("NATIONAL");
        boolean xml = reader.sees("XML");
        boolean varying = reader.peek().is("CHAR", "CHARACTER", "NCHAR", "BINARY");
        QuerySyntax.name(reader);
        if (varying) {
            reader.accept("VARYING");
        }
        if (!reader.seesSymbol("(")) {
            return;
        }
        TokenReader inside = new TokenReader(reader.parenthesised());
        if (xml) {
            return;
        }
        do {
            Token size = inside.next();
            boolean number = size.kind() == Token.Kind.NUMBER
                    && !size.text().contains(".")
                    && !size.text().toLowerCase(Locale.ROOT).contains("e");
            if (!number && !size.is("MAX") && !size.isName() && size.kind() != Token.Kind.STRING) {
                throw inside.syntax();
            }
        } while (inside.acceptSymbol(","));
        inside.expectEndOfSyntax();
    }
}
