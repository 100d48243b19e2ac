package dev.palindrome.tsql.value.type;

import dev.palindrome.tsql.Token;
import java.util.List;
import java.util.Optional;

/**
 * A piece of T-SQL that is a value.
 *
 * @param type missing where it is not known
 * @param tokens as H2's front is to have them
 * @param literal the one token that it is but for a sign and parentheses
 * @param negative whether a literal has a minus before it
 */
public record Expression(Optional<ValueType> type, List<Token> tokens, Optional<Token> literal, boolean negative) {

    public static Expression of(Optional<ValueType> type, List<Token> tokens) {
        return new Expression(type, tokens, Optional.empty(), false);
    }

    public boolean isNull() {
        return literal.filter(token -> token.is("NULL")).isPresent();
    }

    public boolean isText() {
        return literal.filter(token -> token.kind() == Token.Kind.STRING).isPresent();
    }

    public boolean isNumber() {
        return literal.filter(token -> token.kind() == Token.Kind.NUMBER).isPresent();
    }

    /** The same in parentheses. */
    public Expression with(List<Token> other) {
        return new Expression(type, other, literal, negative);
    }

    /** The same where a call began that it stands for. */
    public Expression startingAt(Token place) {
        return with(Tokens.startingAt(place, tokens));
    }

    public Expression withType(ValueType other) {
        return new Expression(Optional.of(other), tokens, literal, negative);
    }
}
