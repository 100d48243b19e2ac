package dev.palindrome.tsql.rewrite.expression;

import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A condition of H2's without {@code IN}, and without an {@code OR} of which H2 could make one: H2 2.4.240 makes a set of the
 * values, which refuses every row once the connection is closed that made the CHECK or computed column. Of {@code IN} comes
 * a {@code CASE}, and what stands beside {@code OR} is hidden in a {@code CAST}. Where the condition was NULL, it is NULL.
 */
final class ConditionWithoutSets {

    private static final String TRUE = "TRUE";
    private static final String FALSE = "FALSE";

    private final String sql;
    private final List<Token> tokens;
    private int at;

    private ConditionWithoutSets(String sql) {
        this.sql = sql;
        this.tokens = Lexer.tokens(sql, 1);
    }

    static String of(String h2) {
        ConditionWithoutSets condition = new ConditionWithoutSets(h2);
        return condition.needsNothing() ? h2 : condition.rewritten();
    }

    private boolean needsNothing() {
        return tokens.stream().noneMatch(token -> token.is("IN", "OR"))
                || tokens.stream().anyMatch(token -> token.is("SELECT"));
    }

    private String rewritten() {
        StringBuilder text = new StringBuilder();
        while (!atEnd()) {
            text.append(operands());
            if (!atEnd()) {
                text.append(next());
            }
        }
        return text.toString();
    }

    private boolean atEnd() {
        return tokens.get(at).kind() == Token.Kind.END;
    }

    /** The next token with the blanks before it. */
    private String next() {
        Token token = tokens.get(at);
        int start = at == 0 ? 0 : tokens.get(at - 1).end();
        at++;
        return sql.substring(start, token.end());
    }

    /** What stands between commas, parentheses or the words of a CASE. */
    private String operands() {
        List<String> operands = new ArrayList<>();
        operands.add(operand());
        while (tokens.get(at).is("OR")) {
            at++;
            operands.add(operand());
        }
        return operands.size() == 1
                ? operands.get(0)
                : blanksBefore(operands.get(0))
                        + operands.stream()
                                .map(each -> "CAST(" + each.strip() + " AS BOOLEAN)")
                                .collect(Collectors.joining(" OR "));
    }

    private static String blanksBefore(String text) {
        return text.substring(0, text.length() - text.stripLeading().length());
    }

    /** What stands beside an OR. */
    private String operand() {
        StringBuilder before = new StringBuilder();
        StringBuilder predicate = new StringBuilder();
        while (!endsOperand()) {
            Token token = tokens.get(at);
            if (token.is("AND") || token.is("NOT") && predicate.isEmpty()) {
                before.append(predicate).append(next());
                predicate.setLength(0);
            } else if (token.is("IN", "NOT") && seesList(token.is("NOT") ? 1 : 0)) {
                String inList = in(predicate.toString());
                predicate.setLength(0);
                predicate.append(inList);
            } else {
                predicate.append(item());
            }
        }
        return before.append(predicate).toString();
    }

    private boolean endsOperand() {
        return atEnd()
                || tokens.get(at).isSymbol(")")
                || tokens.get(at).isSymbol(",")
                || tokens.get(at).is("OR", "WHEN", "THEN", "ELSE", "END");
    }

    private boolean seesList(int ahead) {
        return tokens.get(at + ahead).is("IN") && tokens.get(at + ahead + 1).isSymbol("(");
    }

    private String item() {
        Token token = tokens.get(at);
        if (token.is("CASE")) {
            return until("END");
        }
        return token.isSymbol("(") ? until(")") : next();
    }

    private String until(String end) {
        StringBuilder text = new StringBuilder(next());
        while (!atEnd() && !tokens.get(at).isSymbol(end) && !tokens.get(at).is(end)) {
            text.append(operands());
            if (!atEnd() && !tokens.get(at).isSymbol(end) && !tokens.get(at).is(end)) {
                text.append(next());
            }
        }
        return atEnd() ? text.toString() : text.append(next()).toString();
    }

    private String in(String operand) {
        boolean negated = tokens.get(at).is("NOT");
        at += negated ? 3 : 2;
        List<String> values = new ArrayList<>();
        List<String> perhapsNull = new ArrayList<>();
        boolean more = true;
        while (more && !atEnd()) {
            int start = at;
            String value = operands().strip();
            values.add(value);
            if (!isLiteral(start)) {
                perhapsNull.add(value);
            }
            more = tokens.get(at).isSymbol(",");
            at++;
        }
        return choice(operand, values, perhapsNull, negated);
    }

    /** One token, with a sign or without: a number or a text, and not NULL. */
    private boolean isLiteral(int start) {
        int first = tokens.get(start).isSymbol("-") || tokens.get(start).isSymbol("+") ? start + 1 : start;
        Token.Kind kind = tokens.get(first).kind();
        return at == first + 1 && (kind == Token.Kind.NUMBER || kind == Token.Kind.STRING);
    }

    private static String choice(String operand, List<String> values, List<String> perhapsNull, boolean negated) {
        String in = negated ? FALSE : TRUE;
        String out = negated ? TRUE : FALSE;
        StringBuilder choice =
                new StringBuilder(blanksBefore(operand)).append("CASE ").append(operand.strip());
        values.forEach(
                value -> choice.append(" WHEN ").append(value).append(" THEN ").append(in));
        // Of NULL, nothing is equal to anything, so that it comes to no end and is NULL.
        choice.append(" WHEN ").append(operand.strip()).append(" THEN ");
        choice.append(
                perhapsNull.isEmpty()
                        ? out
                        : "CASE WHEN "
                                + perhapsNull.stream()
                                        .map(value -> "(" + value + ") IS NULL")
                                        .collect(Collectors.joining(" OR "))
                                + " THEN NULL ELSE " + out + " END");
        return choice.append(" END").toString();
    }
}
