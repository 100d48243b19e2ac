package dev.palindrome.tsql.query;

import dev.palindrome.tsql.Arguments;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.List;
import java.util.Optional;

/**
 * Which of a query's rows it gives.
 *
 * @param order what they are sorted by
 * @param skipped how many are left out; empty for none
 * @param most how many there are at most; empty for all
 * @param isWithTies whether those come too that are alike
 */
record Limit(List<List<Token>> order, List<Token> skipped, List<Token> most, boolean isWithTies) {

    /** Missing where it gives all of them, or a part that PERCENT says. */
    static Optional<Limit> of(SelectParts select) {
        List<Token> top = List.of();
        boolean ties = false;
        for (int i = 0; i < select.head().size(); i++) {
            if (select.head().get(i).is("TOP")) {
                List<Token> behind = select.head().subList(i + 1, select.head().size());
                TokenReader reader = new TokenReader(behind);
                top = reader.seesSymbol("(") ? reader.parenthesised() : List.of(reader.next());
                if (reader.sees("PERCENT")) {
                    return Optional.empty();
                }
                ties = reader.sees("WITH", "TIES");
            }
        }
        TokenReader reader = new TokenReader(select.order());
        List<List<Token>> terms = List.of();
        if (reader.accept("ORDER", "BY")) {
            terms = Arguments.of(reader.until("OFFSET"));
        }
        List<Token> skipped = List.of();
        if (reader.accept("OFFSET")) {
            skipped = reader.until("ROW", "ROWS");
            reader.next();
            if (reader.accept("FETCH")) {
                reader.next();
                top = reader.until("ROW", "ROWS");
            }
        }
        return top.isEmpty() && skipped.isEmpty()
                ? Optional.empty()
                : Optional.of(new Limit(terms, skipped, top, ties));
    }

    /**
     * Holds for the rows that it gives.
     *
     * @param number the column that counts them from 1
     */
    List<Token> condition(Token place, String alias, String number) {
        Made made = new Made(place);
        if (!skipped.isEmpty()) {
            made.name(alias).add(".").name(number).add("> (").add(skipped).add(")");
        }
        if (!most.isEmpty()) {
            made.add(skipped.isEmpty() ? "" : "AND")
                    .name(alias)
                    .add(".")
                    .name(number)
                    .add("<= (");
            if (!skipped.isEmpty()) {
                made.add(skipped).add(") + (");
            }
            made.add(most).add(")");
        }
        return made.tokens();
    }
}
