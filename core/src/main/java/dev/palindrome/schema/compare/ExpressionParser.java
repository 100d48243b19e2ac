package dev.palindrome.schema.compare;

import dev.palindrome.schema.compare.Condition.Junction;
import dev.palindrome.schema.compare.Condition.Not;
import dev.palindrome.schema.compare.Condition.Test;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads an expression into the one form that all have which SQL Server stores alike: it writes BETWEEN as two comparisons,
 * IN as ORs, CAST as CONVERT, and parentheses where it wants them (dba.stackexchange 212047). What is true of the same rows
 * by NOT alone has the same form, too.
 */
final class ExpressionParser {

    private static final int DEEPEST = 200;

    private static final Map<String, String> OPPOSITES =
            Map.of("=", "<>", "<>", "=", "<", ">=", ">=", "<", ">", "<=", "<=", ">");

    /** Other spellings of comparisons. */
    private static final Map<String, String> SPELLINGS = Map.of("!=", "<>", "!<", ">=", "!>", "<=");

    private final List<Token> tokens;
    private final OperandReader operands;
    private int at;
    private int depth;

    private ExpressionParser(String expression, NameRule names) {
        this.tokens = Lexer.tokens(expression, 1);
        this.operands = new OperandReader(this, names);
    }

    /** @return empty where something is in it that is not known */
    static Optional<String> form(String expression, NameRule names) {
        ExpressionParser parser = new ExpressionParser(expression, names);
        try {
            Term term = parser.term();
            return parser.peek().kind() == Token.Kind.END ? Optional.of(term.text()) : Optional.empty();
        } catch (UnreadableExpressionException e) {
            return Optional.empty();
        }
    }

    Token peek() {
        return tokens.get(Math.min(at, tokens.size() - 1));
    }

    Token next() {
        Token token = peek();
        at++;
        return token;
    }

    boolean accept(String word) {
        boolean is = peek().is(word);
        at += is ? 1 : 0;
        return is;
    }

    boolean acceptSymbol(String symbol) {
        boolean is = peek().isSymbol(symbol);
        at += is ? 1 : 0;
        return is;
    }

    void expect(String word) throws UnreadableExpressionException {
        if (!accept(word)) {
            throw new UnreadableExpressionException(word);
        }
    }

    void expectSymbol(String symbol) throws UnreadableExpressionException {
        if (!acceptSymbol(symbol)) {
            throw new UnreadableExpressionException(symbol);
        }
    }

    /** One more within another. What is nested too deep for the stack is not read. */
    void enter() throws UnreadableExpressionException {
        if (++depth > DEEPEST) {
            throw new UnreadableExpressionException("nested too deep");
        }
    }

    void leave() {
        depth--;
    }

    Term term() throws UnreadableExpressionException {
        Term first = conjunction();
        if (!peek().is("OR")) {
            return first;
        }
        List<Condition> all = new ArrayList<>(List.of(condition(first)));
        while (accept("OR")) {
            all.add(condition(conjunction()));
        }
        return new Junction(false, all);
    }

    private Term conjunction() throws UnreadableExpressionException {
        Term first = negation();
        if (!peek().is("AND")) {
            return first;
        }
        List<Condition> all = new ArrayList<>(List.of(condition(first)));
        while (accept("AND")) {
            all.add(condition(negation()));
        }
        return new Junction(true, all);
    }

    private Term negation() throws UnreadableExpressionException {
        boolean not = false;
        while (accept("NOT")) {
            not = !not;
        }
        Term term = predicate();
        return not ? new Not(condition(term)) : term;
    }

    private Term predicate() throws UnreadableExpressionException {
        Term left = operands.sum();
        if (left instanceof Condition) {
            return left;
        }
        Optional<String> comparison = operator();
        if (comparison.isPresent()) {
            return comparison(left.text(), comparison.get(), operands.value());
        }
        if (accept("IS")) {
            boolean not = accept("NOT");
            expect("NULL");
            return negated(not, new Test(left.text() + " is null", left.text() + " is not null"));
        }
        return accept("NOT") ? negated(true, test(left.text())) : isTest() ? test(left.text()) : left;
    }

    /** T-SQL lets white space stand in the middle of it. */
    private Optional<String> operator() {
        if (peek().kind() != Token.Kind.SYMBOL) {
            return Optional.empty();
        }
        String first = peek().text();
        String both = first + tokens.get(Math.min(at + 1, tokens.size() - 1)).text();
        for (String sign : List.of(both, first)) {
            String operator = SPELLINGS.getOrDefault(sign, sign);
            if (OPPOSITES.containsKey(operator)) {
                at += sign.equals(first) ? 1 : 2;
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    private boolean isTest() {
        return peek().is("BETWEEN", "IN", "LIKE");
    }

    private Condition test(String left) throws UnreadableExpressionException {
        if (accept("BETWEEN")) {
            String low = operands.value();
            expect("AND");
            return new Junction(true, List.of(comparison(left, ">=", low), comparison(left, "<=", operands.value())));
        }
        if (accept("IN")) {
            return in(left);
        }
        expect("LIKE");
        String like = left + " like " + operands.value();
        return Test.of(accept("ESCAPE") ? like + " escape " + operands.value() : like);
    }

    private Condition in(String left) throws UnreadableExpressionException {
        expectSymbol("(");
        List<Condition> any = new ArrayList<>();
        do {
            any.add(comparison(left, "=", operands.value()));
        } while (acceptSymbol(","));
        expectSymbol(")");
        return new Junction(false, any);
    }

    private static Test comparison(String left, String operator, String right) {
        return new Test(
                left + " " + operator + " " + right,
                left + " " + OPPOSITES.getOrDefault(operator, operator) + " " + right);
    }

    private static Condition negated(boolean not, Condition condition) {
        return not ? new Not(condition) : condition;
    }

    Condition condition(Term term) throws UnreadableExpressionException {
        if (term instanceof Condition condition) {
            return condition;
        }
        throw new UnreadableExpressionException(term.text());
    }
}
