package dev.palindrome.tsql.value;

import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.value.type.Expression;
import dev.palindrome.tsql.value.type.Question;
import dev.palindrome.tsql.value.type.Tokens;
import dev.palindrome.tsql.value.type.ValueContext;
import java.util.List;

/**
 * Blanks at the end of what LIKE looks at do not count, unless one of its texts is national.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/language-elements/like-transact-sql">LIKE</a>
 */
final class TrailingBlanks {

    private final ValueContext context;

    TrailingBlanks(ValueContext context) {
        this.context = context;
    }

    /**
     * The pattern, with any blanks behind it where these do not count.
     *
     * @param texts all that a LIKE has
     */
    List<Token> of(Expression pattern, List<Expression> texts) {
        boolean anyEnd = texts.size() == 2
                && pattern.isText()
                && pattern.literal().orElseThrow().value().endsWith("%");
        boolean broken = texts.size() == 3
                && pattern.isText()
                && texts.get(2).isText()
                && pattern.literal()
                        .orElseThrow()
                        .value()
                        .endsWith(texts.get(2).literal().orElseThrow().value());
        boolean national = texts.stream()
                .anyMatch(text -> text.type()
                        .filter(type -> type.is(SqlTypeFamily.NATIONAL_TEXT))
                        .isPresent());
        if (anyEnd || broken || national || texts.stream().anyMatch(Expression::isNull)) {
            return pattern.tokens();
        }
        if (texts.stream().anyMatch(text -> text.type().isEmpty())) {
            context.ask(Question.ALWAYS);
            return pattern.tokens();
        }
        return Tokens.call(pattern.tokens().get(0), "palindrome.with_blanks", List.of(pattern.tokens()), "");
    }
}
