package dev.palindrome.seed.condition;

import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.tsql.Lexer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whether a condition is about a column. */
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

    public static boolean column(Condition condition, String name) {
        if (condition instanceof Condition.And and) {
            return any(and.parts(), name);
        }
        if (condition instanceof Condition.Or or) {
            return any(or.parts(), name);
        }
        if (condition instanceof Condition.Not not) {
            return column(not.part(), name);
        }
        if (condition instanceof Condition.Comparison comparison) {
            return column(comparison.left(), name) || column(comparison.right(), name);
        }
        if (condition instanceof Condition.Like like) {
            return column(like.term(), name);
        }
        return condition instanceof Condition.IsNull isNull && column(isNull.term(), name);
    }

    private static boolean any(List<Condition> parts, String name) {
        return parts.stream().anyMatch(part -> column(part, name));
    }

    private static boolean column(Term term, String name) {
        if (term instanceof Term.Column column) {
            return column.name().equalsIgnoreCase(name);
        }
        if (term instanceof Term.Arithmetic arithmetic) {
            return column(arithmetic.left(), name) || column(arithmetic.right(), name);
        }
        if (term instanceof Term.Conversion conversion) {
            return column(conversion.converted(), name);
        }
        return term instanceof Term.Call call && call.arguments().stream().anyMatch(argument -> column(argument, name));
    }
}
