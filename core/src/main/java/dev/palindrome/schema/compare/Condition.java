package dev.palindrome.schema.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is true or false of a row. NOT is carried inwards, nested ANDs and ORs are made one, and their operands are put in
 * order, since the server turns them round.
 */
sealed interface Condition extends Term {

    /** The text of this, or of its opposite. */
    String text(boolean negated);

    @Override
    default String text() {
        return text(false);
    }

    /**
     * A comparison, or a test.
     *
     * @param positive as it is
     * @param negative its opposite
     */
    record Test(String positive, String negative) implements Condition {

        static Test of(String test) {
            return new Test(test, "not " + test);
        }

        @Override
        public String text(boolean negated) {
            return negated ? negative : positive;
        }
    }

    /** The opposite of another one. */
    record Not(Condition of) implements Condition {

        @Override
        public String text(boolean negated) {
            return of.text(!negated);
        }
    }

    /**
     * Several with AND, or with OR, between them.
     *
     * @param all whether it is AND
     */
    record Junction(boolean all, List<Condition> operands) implements Condition {

        @Override
        public String text(boolean negated) {
            boolean and = all != negated;
            List<String> texts = new ArrayList<>();
            collect(this, negated, and, texts);
            if (texts.size() == 1) {
                return texts.get(0);
            }
            Collections.sort(texts);
            return "(" + String.join(and ? " and " : " or ", texts) + ")";
        }

        private static void collect(Condition condition, boolean negated, boolean and, List<String> texts) {
            if (condition instanceof Not not) {
                collect(not.of(), !negated, and, texts);
            } else if (condition instanceof Junction junction
                    && (junction.all() != negated == and || junction.operands().size() == 1)) {
                junction.operands().forEach(operand -> collect(operand, negated, and, texts));
            } else {
                texts.add(condition.text(negated));
            }
        }
    }
}
