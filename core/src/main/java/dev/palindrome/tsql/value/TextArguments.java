package dev.palindrome.tsql.value;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.function.BuiltInFunction;
import dev.palindrome.tsql.value.conversion.TextValue;
import dev.palindrome.tsql.value.type.Expression;
import dev.palindrome.tsql.value.type.Question;
import dev.palindrome.tsql.value.type.ValueContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Arguments that functions take as text, whatever they are. */
final class TextArguments {

    private static final int ALL = Integer.MAX_VALUE;

    /** How many of their arguments, from the first on. */
    private static final Map<String, Integer> FUNCTIONS = Map.ofEntries(
            Map.entry("LEN", 1),
            Map.entry("LOWER", 1),
            Map.entry("UPPER", 1),
            Map.entry("LTRIM", 1),
            Map.entry("RTRIM", 1),
            Map.entry("TRIM", 1),
            Map.entry("LEFT", 1),
            Map.entry("RIGHT", 1),
            Map.entry("STRING_AGG", 1),
            Map.entry("CONCAT", ALL),
            Map.entry("CONCAT_WS", ALL));

    private final ValueContext context;

    TextArguments(ValueContext context) {
        this.context = context;
    }

    List<Expression> of(Token name, List<Expression> arguments) {
        int texts = BuiltInFunction.find(name.upper())
                .map(BuiltInFunction::texts)
                .orElseGet(() -> FUNCTIONS.getOrDefault(name.upper(), 0));
        List<Expression> out = new ArrayList<>();
        for (Expression argument : arguments) {
            out.add(out.size() < texts ? text(argument) : argument);
        }
        return out;
    }

    /** What has no type is left to H2 until the types of columns are known. */
    private Expression text(Expression argument) {
        boolean trimmed = argument.tokens().stream().anyMatch(token -> token.is("FROM")); // TRIM('x' FROM text)
        if (argument.tokens().isEmpty() || TextValue.is(argument) || trimmed) {
            return argument;
        }
        if (argument.tokens().get(0).is("DISTINCT", "ALL")) {
            Expression value = Expression.of(
                    argument.type(),
                    argument.tokens().subList(1, argument.tokens().size()));
            List<Token> all = new ArrayList<>(argument.tokens().subList(0, 1));
            Expression text = text(value);
            all.addAll(text.tokens());
            return Expression.of(text.type(), all);
        }
        boolean known = argument.type().isPresent();
        context.ask(known ? Question.NONE : Question.ALWAYS);
        return known || context.isLate() ? TextValue.of(argument) : argument;
    }
}
