package dev.palindrome.seed.condition;

import dev.palindrome.seed.values.RowValues;
import dev.palindrome.seed.values.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a condition that has a value. */
public sealed interface Term {

    Value value(RowValues row);

    /** A column. */
    record Column(String name) implements Term {

        @Override
        public Value value(RowValues row) {
            return row.of(name);
        }
    }

    /** A literal: a number, a text, or NULL. */
    record Constant(@Nullable Object content) implements Term {

        @Override
        public Value value(RowValues row) {
            return Value.of(content);
        }
    }

    /** A function of terms, its name in upper case. */
    record Call(String function, List<Term> arguments) implements Term {

        @Override
        public Value value(RowValues row) {
            return TsqlFunctions.call(
                    function, arguments.stream().map(term -> term.value(row)).toList());
        }
    }

    /**
     * A conversion of something that differs from row to row.
     *
     * @param converted what is converted
     * @param type as written, in upper case, without length and the like
     */
    record Conversion(Term converted, String type) implements Term {

        @Override
        public Value value(RowValues row) {
            return TsqlFunctions.convert(converted.value(row), type);
        }
    }

    /** {@code left + right} and the like. */
    record Arithmetic(Term left, String sign, Term right) implements Term {

        @Override
        public Value value(RowValues row) {
            return TsqlFunctions.calculate(left.value(row), sign, right.value(row));
        }
    }
}
