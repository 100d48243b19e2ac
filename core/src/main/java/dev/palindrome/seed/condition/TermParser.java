package dev.palindrome.seed.condition;

import dev.palindrome.seed.values.Numbers;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads terms. A literal that is converted is read as it stands: values are compared whatever their type. */
final class TermParser {

    /** More than people write; a reader, and whoever asks what was read, needs stack for each level. */
    private static final int DEEPEST = 100;

    private static final int MOST_SIGNS = 200;

    private final TokenReader tokens;
    private int depth;
    private int signs;

    TermParser(TokenReader tokens) {
        this.tokens = tokens;
    }

    Term term() {
        enter();
        try {
            return sum();
        } finally {
            leave();
        }
    }

    /** Comes before whatever may nest. */
    void enter() {
        if (depth == DEEPEST) {
            throw new UnknownConditionException();
        }
        depth++;
    }

    void leave() {
        depth--;
    }

    private Term sum() {
        Term left = product();
        while (tokens.seesSymbol("+") || tokens.seesSymbol("-")) {
            left = arithmetic(left, tokens.next().text(), product());
        }
        return left;
    }

    /** A row of signs is as deep as it is long. */
    private Term arithmetic(Term left, String sign, Term right) {
        if (++signs > MOST_SIGNS) {
            throw new UnknownConditionException();
        }
        return new Term.Arithmetic(left, sign, right);
    }

    private Term product() {
        Term left = factor();
        while (tokens.seesSymbol("*") || tokens.seesSymbol("/") || tokens.seesSymbol("%")) {
            left = arithmetic(left, tokens.next().text(), factor());
        }
        return left;
    }

    private Term factor() {
        boolean negated = false;
        while (tokens.seesSymbol("+") || tokens.seesSymbol("-")) {
            negated ^= tokens.next().isSymbol("-");
        }
        Term positive = positive();
        return negated ? negative(positive) : positive;
    }

    private Term positive() {
        if (tokens.acceptSymbol("(")) {
            Term inside = term();
            expectSymbol(")");
            return inside;
        }
        return single(tokens.next());
    }

    private static Term negative(Term term) {
        if (term instanceof Term.Constant constant && constant.content() instanceof BigDecimal number) {
            return new Term.Constant(number.negate());
        }
        return new Term.Arithmetic(new Term.Constant(BigDecimal.ZERO), "-", term);
    }

    private Term single(Token token) {
        return switch (token.kind()) {
            case NUMBER, MONEY -> new Term.Constant(number(token.value()));
            case STRING -> new Term.Constant(token.value());
            case NAME -> tokens.seesSymbol("(") ? call(token.value()) : column(token.value());
            case WORD -> word(token);
            default -> throw new UnknownConditionException();
        };
    }

    /** In T-SQL, an exponent may lack its digits. A number that no column can hold would be computed with for ever. */
    private static BigDecimal number(String text) {
        return Numbers.parse(text.replaceFirst("[eE][+-]?$", "")).orElseThrow(UnknownConditionException::new);
    }

    private Term word(Token token) {
        if (token.is("NULL")) {
            return new Term.Constant(null);
        }
        if (tokens.peek().kind() == Token.Kind.STRING) {
            return new Term.Constant(tokens.next().value());
        }
        if (token.is("CURRENT_TIMESTAMP")) {
            return new Term.Call(token.upper(), List.of());
        }
        return tokens.seesSymbol("(") ? call(token.upper()) : column(token.text());
    }

    /** The last part of a name that may have the table before it. */
    private Term column(String first) {
        String name = first;
        while (tokens.acceptSymbol(".")) {
            Token part = tokens.next();
            if (part.kind() == Token.Kind.NAME && tokens.seesSymbol("(")) {
                return call(part.value());
            }
            name = part.value();
        }
        return new Term.Column(name);
    }

    private Term call(String function) {
        expectSymbol("(");
        return switch (function) {
            case "CAST", "TRY_CAST" -> cast();
            case "CONVERT", "TRY_CONVERT" -> convert();
            default -> new Term.Call(function, arguments());
        };
    }

    private Term cast() {
        Term converted = term();
        expect("AS");
        String type = type();
        skipToClose();
        return converted(converted, type);
    }

    private Term convert() {
        String type = type();
        while (!tokens.acceptSymbol(",")) {
            if (tokens.acceptSymbol("(")) {
                skipToClose();
            } else if (tokens.next().kind() == Token.Kind.END) {
                throw new UnknownConditionException();
            }
        }
        Term converted = term();
        skipToClose();
        return converted(converted, type);
    }

    private String type() {
        return tokens.peek().value().toUpperCase(Locale.ROOT);
    }

    private static Term converted(Term term, String type) {
        return term instanceof Term.Constant ? term : new Term.Conversion(term, type);
    }

    private List<Term> arguments() {
        List<Term> arguments = new ArrayList<>();
        if (tokens.acceptSymbol(")")) {
            return arguments;
        }
        do {
            arguments.add(term());
        } while (tokens.acceptSymbol(","));
        expectSymbol(")");
        return List.copyOf(arguments);
    }

    private void skipToClose() {
        for (int depth = 1; depth > 0; ) {
            Token token = tokens.next();
            if (token.kind() == Token.Kind.END) {
                throw new UnknownConditionException();
            }
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
        }
    }

    void expect(String word) {
        if (!tokens.accept(word)) {
            throw new UnknownConditionException();
        }
    }

    void expectSymbol(String symbol) {
        if (!tokens.acceptSymbol(symbol)) {
            throw new UnknownConditionException();
        }
    }
}
