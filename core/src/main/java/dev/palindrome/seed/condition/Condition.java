package dev.palindrome.seed.condition;

import dev.palindrome.seed.values.RowValues;
import dev.palindrome.seed.values.Value;
import dev.palindrome.seed.values.ValueOrder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a CHECK or the filter of an index demands of a row. BETWEEN and IN are taken apart into comparisons. */
public sealed interface Condition {

    Truth test(RowValues row);

    /** All of them. */
    record And(List<Condition> parts) implements Condition {

        @Override
        public Truth test(RowValues row) {
            Truth all = Truth.TRUE;
            for (int i = 0; i < parts.size() && all != Truth.FALSE; i++) {
                all = all.and(parts.get(i).test(row));
            }
            return all;
        }
    }

    /**
     * One of them.
     *
     * @param constants what can be told of the parts without a look at each
     */
    record Or(List<Condition> parts, Optional<ConstantSet> constants) implements Condition {

        Or(List<Condition> parts) {
            this(parts, ConstantSet.of(parts));
        }

        @Override
        public Truth test(RowValues row) {
            return constants
                    .flatMap(set -> set.test(row).map(equal -> equal.or(any(set.others(), row))))
                    .orElseGet(() -> any(parts, row));
        }

        private static Truth any(List<Condition> parts, RowValues row) {
            Truth any = Truth.FALSE;
            for (int i = 0; i < parts.size() && any != Truth.TRUE; i++) {
                any = any.or(parts.get(i).test(row));
            }
            return any;
        }
    }

    /** The opposite. */
    record Not(Condition part) implements Condition {

        @Override
        public Truth test(RowValues row) {
            return part.test(row).not();
        }
    }

    /** {@code left = right} and the like. */
    record Comparison(Term left, Operator operator, Term right) implements Condition {

        @Override
        public Truth test(RowValues row) {
            Optional<Object> one = left.value(row).present();
            Optional<Object> other = right.value(row).present();
            if (one.isEmpty() || other.isEmpty()) {
                return Truth.UNKNOWN;
            }
            OptionalInt compared = ValueOrder.compare(one.get(), other.get(), row.tellsCase());
            return compared.isEmpty() ? Truth.UNKNOWN : Truth.of(operator.holds(compared.getAsInt()));
        }
    }

    /** {@code term LIKE pattern}. */
    record Like(Term term, LikePattern pattern) implements Condition {

        @Override
        public Truth test(RowValues row) {
            return term.value(row)
                    .text()
                    .map(text -> test(text, row.tellsCase()))
                    .orElse(Truth.UNKNOWN);
        }

        /** Whether blanks at the end of a text count depends on its type (Microsoft: like-transact-sql). */
        private Truth test(String text, boolean tellsCase) {
            boolean matches = pattern.matches(text, tellsCase);
            return !matches && text.endsWith(" ") ? Truth.UNKNOWN : Truth.of(matches);
        }
    }

    /** {@code term IS NULL}. */
    record IsNull(Term term) implements Condition {

        @Override
        public Truth test(RowValues row) {
            Value value = term.value(row);
            return value.known() ? Truth.of(value.content() == null) : Truth.UNKNOWN;
        }
    }

    /** The column holds a number that does not come back when it is computed with and rounded. */
    record Rounded(Term.Column column, RoundingLoss loss) implements Condition {

        @Override
        public Truth test(RowValues row) {
            return column.value(row)
                    .number()
                    .map(number -> Truth.of(loss.isOf(number)))
                    .orElse(Truth.UNKNOWN);
        }
    }

    /** How two values compare. */
    enum Operator {
        EQUAL("="),
        UNEQUAL("<>"),
        LESS("<"),
        AT_MOST("<="),
        GREATER(">"),
        AT_LEAST(">=");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        static Optional<Operator> of(String sign) {
            String plain = switch (sign) {
                case "!=" -> "<>";
                case "!<" -> ">=";
                case "!>" -> "<=";
                default -> sign;
            };
            return List.of(values()).stream()
                    .filter(operator -> operator.sign.equals(plain))
                    .findFirst();
        }

        Operator opposite() {
            return switch (this) {
                case EQUAL -> UNEQUAL;
                case UNEQUAL -> EQUAL;
                case LESS -> AT_LEAST;
                case AT_MOST -> GREATER;
                case GREATER -> AT_MOST;
                case AT_LEAST -> LESS;
            };
        }

        boolean holds(int compared) {
            return switch (this) {
                case EQUAL -> compared == 0;
                case UNEQUAL -> compared != 0;
                case LESS -> compared < 0;
                case AT_MOST -> compared <= 0;
                case GREATER -> compared > 0;
                case AT_LEAST -> compared >= 0;
            };
        }
    }
}
