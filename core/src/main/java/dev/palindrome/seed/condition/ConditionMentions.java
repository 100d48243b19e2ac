package dev.palindrome.seed.condition;

import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.tsql.Lexer;
import java.util.LinkedHashSet;
import java.util.Set;

/** The columns that a condition is about. */
public final class ConditionMentions {

    private ConditionMentions() {}

    /** Whether a condition that is not understood names a column, whatever its case. */
    public static boolean name(String column, String condition) {
        return Lexer.tokens(condition, 1).stream()
                .anyMatch(token -> token.isName() && token.value().equalsIgnoreCase(column));
    }

    /** All columns that it names, as {@link GeneratedRow#key} has them. */
    public static Set<String> columns(Condition condition) {
        Set<String> columns = new LinkedHashSet<>();
        add(condition, columns);
        return columns;
    }

    private static void add(Condition condition, Set<String> columns) {
        if (condition instanceof Condition.And and) {
            and.parts().forEach(part -> add(part, columns));
        } else if (condition instanceof Condition.Or or) {
            or.parts().forEach(part -> add(part, columns));
        } else if (condition instanceof Condition.Not not) {
            add(not.part(), columns);
        } else if (condition instanceof Condition.Comparison comparison) {
            add(comparison.left(), columns);
            add(comparison.right(), columns);
        } else if (condition instanceof Condition.Like like) {
            add(like.term(), columns);
        } else if (condition instanceof Condition.Rounded rounded) {
            add(rounded.column(), columns);
        } else if (condition instanceof Condition.IsNull isNull) {
            add(isNull.term(), columns);
        }
    }

    private static void add(Term term, Set<String> columns) {
        if (term instanceof Term.Column column) {
            columns.add(GeneratedRow.key(column.name()));
        } else if (term instanceof Term.Arithmetic arithmetic) {
            add(arithmetic.left(), columns);
            add(arithmetic.right(), columns);
        } else if (term instanceof Term.Conversion conversion) {
            add(conversion.converted(), columns);
        } else if (term instanceof Term.Call call) {
            call.arguments().forEach(argument -> add(argument, columns));
        }
    }
}
