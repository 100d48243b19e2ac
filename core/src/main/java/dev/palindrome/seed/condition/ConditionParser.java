package dev.palindrome.seed.condition;

import dev.palindrome.seed.values.Value;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads conditions: as written, as SQL Server stores them ({@code ([a]>=(1) AND [a]<=(5))}), and as H2 prints them
 * ({@code "a" BETWEEN 1 AND 5}).
 */
public final class ConditionParser {

    private final TokenReader tokens;
    private final TermParser terms;

    /** Whether what is not understood behind AND or OR is left out. */
    private final boolean isLenient;

    private ConditionParser(String text) {
        this(new TokenReader(Lexer.tokens(text, 1)), false);
    }

    private ConditionParser(TokenReader tokens, boolean isLenient) {
        this.tokens = tokens;
        this.terms = new TermParser(tokens);
        this.isLenient = isLenient;
    }

    /** The condition; empty where it is not understood. */
    public static Optional<Condition> parse(String text) {
        try {
            ConditionParser parser = new ConditionParser(text);
            Condition condition = parser.or();
            return parser.tokens.atEnd() ? Optional.of(condition) : Optional.empty();
        } catch (UnknownConditionException e) {
            return Optional.empty();
        }
    }

    /**
     * The condition that stands next in a script, up to what is not understood. Where there is none, nothing is read.
     *
     * @param tokens the script
     */
    static Optional<Condition> next(TokenReader tokens) {
        int start = tokens.position();
        try {
            return Optional.of(new ConditionParser(tokens, true).or());
        } catch (UnknownConditionException e) {
            tokens.back(start);
            return Optional.empty();
        }
    }

    /** The term that stands next in a script. Where there is none, nothing is read. */
    static Optional<Term> nextTerm(TokenReader tokens) {
        int start = tokens.position();
        try {
            return Optional.of(new TermParser(tokens).term());
        } catch (UnknownConditionException e) {
            tokens.back(start);
            return Optional.empty();
        }
    }

    /** The value of an expression that is the same for every row; empty where only the server can tell. */
    public static Optional<Value> constant(String expression) {
        try {
            ConditionParser parser = new ConditionParser(expression);
            Value value = parser.terms.term().value(column -> Value.UNKNOWN);
            return parser.tokens.atEnd() && value.known() ? Optional.of(value) : Optional.empty();
        } catch (UnknownConditionException e) {
            return Optional.empty();
        }
    }

    /** Whatever nests comes through here or through {@link TermParser#term}. */
    private Condition or() {
        terms.enter();
        try {
            return either();
        } finally {
            terms.leave();
        }
    }

    private Condition either() {
        List<Condition> parts = new ArrayList<>();
        parts.add(and());
        while (tokens.sees("OR") && more(parts, this::and)) {}
        return parts.size() == 1 ? parts.get(0) : new Condition.Or(List.copyOf(parts));
    }

    private Condition and() {
        List<Condition> parts = new ArrayList<>();
        parts.add(not());
        while (tokens.sees("AND") && more(parts, this::not)) {}
        return parts.size() == 1 ? parts.get(0) : new Condition.And(List.copyOf(parts));
    }

    /** What stands behind AND or OR. */
    private boolean more(List<Condition> parts, Supplier<Condition> part) {
        int start = tokens.position();
        tokens.next();
        try {
            parts.add(part.get());
            return true;
        } catch (UnknownConditionException e) {
            if (!isLenient) {
                throw e;
            }
            tokens.back(start);
            return false;
        }
    }

    private Condition not() {
        boolean negated = false;
        while (tokens.accept("NOT")) {
            negated = !negated;
        }
        return negatedIf(negated, predicate());
    }

    /** A parenthesis opens a condition or a term; which one shows only later. */
    private Condition predicate() {
        int start = tokens.position();
        if (tokens.acceptSymbol("(")) {
            try {
                Condition inside = or();
                terms.expectSymbol(")");
                return inside;
            } catch (UnknownConditionException e) {
                tokens.back(start);
            }
        }
        return about(terms.term());
    }

    private Condition about(Term term) {
        if (tokens.accept("IS")) {
            boolean not = tokens.accept("NOT");
            terms.expect("NULL");
            return negatedIf(not, new Condition.IsNull(term));
        }
        boolean not = tokens.accept("NOT");
        if (tokens.accept("LIKE")) {
            return negatedIf(not, like(term));
        }
        if (tokens.accept("IN")) {
            return negatedIf(not, in(term));
        }
        if (tokens.accept("BETWEEN")) {
            return negatedIf(not, between(term));
        }
        return comparison(term);
    }

    private static Condition negatedIf(boolean not, Condition condition) {
        return not ? new Condition.Not(condition) : condition;
    }

    private Condition like(Term term) {
        String pattern = string();
        String escape = tokens.accept("ESCAPE") ? string() : "";
        return new Condition.Like(term, LikePattern.of(pattern, escape));
    }

    private String string() {
        boolean wrapped = tokens.acceptSymbol("(");
        Token token = tokens.next();
        if (token.kind() != Token.Kind.STRING || wrapped && !tokens.acceptSymbol(")")) {
            throw new UnknownConditionException();
        }
        return token.value();
    }

    private Condition in(Term term) {
        terms.expectSymbol("(");
        List<Condition> parts = new ArrayList<>();
        do {
            parts.add(new Condition.Comparison(term, Condition.Operator.EQUAL, terms.term()));
        } while (tokens.acceptSymbol(","));
        terms.expectSymbol(")");
        return parts.size() == 1 ? parts.get(0) : new Condition.Or(List.copyOf(parts));
    }

    private Condition between(Term term) {
        Term least = terms.term();
        terms.expect("AND");
        Term greatest = terms.term();
        return new Condition.And(List.of(
                new Condition.Comparison(term, Condition.Operator.AT_LEAST, least),
                new Condition.Comparison(term, Condition.Operator.AT_MOST, greatest)));
    }

    private Condition comparison(Term term) {
        Token sign = tokens.next();
        Condition.Operator operator = Condition.Operator.of(sign.kind() == Token.Kind.SYMBOL ? sign.text() : "")
                .orElseThrow(UnknownConditionException::new);
        return new Condition.Comparison(term, operator, terms.term());
    }
}
