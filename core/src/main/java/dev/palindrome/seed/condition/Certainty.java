package dev.palindrome.seed.condition;

import dev.palindrome.seed.values.GeneratedRow;
import java.util.Collection;

/** Whether a condition can be judged without the database. */
public final class Certainty {

    private Certainty() {}

    /**
     * Says so.
     *
     * @param columns whose values are known, as {@link GeneratedRow#key} has them
     */
    public static boolean of(Condition condition, Collection<String> columns) {
        if (condition instanceof Condition.And and) {
            return and.parts().stream().allMatch(part -> of(part, columns));
        }
        if (condition instanceof Condition.Or or) {
            return or.parts().stream().allMatch(part -> of(part, columns));
        }
        if (condition instanceof Condition.Not not) {
            return of(not.part(), columns);
        }
        if (condition instanceof Condition.Comparison comparison) {
            return of(comparison.left(), columns) && of(comparison.right(), columns);
        }
        if (condition instanceof Condition.Like like) {
            return of(like.term(), columns);
        }
        return condition instanceof Condition.IsNull isNull && of(isNull.term(), columns);
    }

    private static boolean of(Term term, Collection<String> columns) {
        if (term instanceof Term.Column column) {
            return columns.contains(GeneratedRow.key(column.name()));
        }
        if (term instanceof Term.Arithmetic arithmetic) {
            return of(arithmetic.left(), columns) && of(arithmetic.right(), columns);
        }
        if (term instanceof Term.Call call) {
            return TsqlFunctions.isKnown(call.function())
                    && call.arguments().stream().allMatch(argument -> of(argument, columns));
        }
        return !(term instanceof Term.Conversion);
    }
}
