package dev.palindrome.seed.condition;

import dev.palindrome.seed.condition.ConditionTokens.Kind;
import dev.palindrome.seed.condition.ConditionTokens.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads terms. A literal that is converted is read as it stands: values are compared whatever their type. */
final class TermParser {

    private final ConditionTokens tokens;

    TermParser(ConditionTokens tokens) {
        this.tokens = tokens;
    }

    Term term() {
        Term left = product();
        while (tokens.sees("+") || tokens.sees("-")) {
            left = new Term.Arithmetic(left, tokens.next().text(), product());
        }
        return left;
    }

    private Term product() {
        Term left = factor();
        while (tokens.sees("*") || tokens.sees("/") || tokens.sees("%")) {
            left = new Term.Arithmetic(left, tokens.next().text(), factor());
        }
        return left;
    }

    private Term factor() {
        if (tokens.accept("+")) {
            return factor();
        }
        if (tokens.accept("-")) {
            return negative(factor());
        }
        if (tokens.accept("(")) {
            Term inside = term();
            expect(")");
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
            case NUMBER -> new Term.Constant(new BigDecimal(token.text()));
            case STRING -> new Term.Constant(token.text());
            case NAME -> tokens.sees("(") ? call(token.text()) : column(token.text());
            case WORD -> word(token);
            default -> throw new UnknownConditionException();
        };
    }

    private Term word(Token token) {
        if (token.text().equals("NULL")) {
            return new Term.Constant(null);
        }
        if (tokens.peek().kind() == Kind.STRING) {
            return new Term.Constant(tokens.next().text());
        }
        if (token.text().equals("CURRENT_TIMESTAMP")) {
            return new Term.Call(token.text(), List.of());
        }
        return tokens.sees("(") ? call(token.text()) : column(token.written());
    }

    /** The last part of a name that may have the table before it. */
    private Term column(String first) {
        String name = first;
        while (tokens.accept(".")) {
            Token part = tokens.next();
            if (part.kind() == Kind.NAME && tokens.sees("(")) {
                return call(part.text());
            }
            name = part.kind() == Kind.WORD ? part.written() : part.text();
        }
        return new Term.Column(name);
    }

    private Term call(String function) {
        expect("(");
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
        while (!tokens.accept(",")) {
            if (tokens.accept("(")) {
                skipToClose();
            } else if (tokens.next().kind() == Kind.END) {
                throw new UnknownConditionException();
            }
        }
        Term converted = term();
        skipToClose();
        return converted(converted, type);
    }

    private String type() {
        return tokens.peek().text().toUpperCase(Locale.ROOT);
    }

    private static Term converted(Term term, String type) {
        return term instanceof Term.Constant ? term : new Term.Conversion(term, type);
    }

    private List<Term> arguments() {
        List<Term> arguments = new ArrayList<>();
        if (tokens.accept(")")) {
            return arguments;
        }
        do {
            arguments.add(term());
        } while (tokens.accept(","));
        expect(")");
        return List.copyOf(arguments);
    }

    private void skipToClose() {
        for (int depth = 1; depth > 0; ) {
            Token token = tokens.next();
            if (token.kind() == Kind.END) {
                throw new UnknownConditionException();
            }
            if (token.kind() == Kind.SIGN) {
                depth += token.text().equals("(") ? 1 : token.text().equals(")") ? -1 : 0;
            }
        }
    }

    void expect(String wordOrSign) {
        if (!tokens.accept(wordOrSign)) {
            throw new UnknownConditionException();
        }
    }
}
