package dev.palindrome.seed;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Table;

/**
 * Where ordinary values come from.
 *
 * @param recipe says of what style they are
 * @param suggestions asked where the style is telling
 * @param parents keys of rows that may be pointed to
 */
record ValueSource(Recipe recipe, Suggestions suggestions, ParentKeys parents) {

    boolean isTelling() {
        return recipe.isTelling();
    }

    Randoms randoms(Table table) {
        return new Randoms(recipe.seed(), table.toString());
    }

    /** What the name says; else what the conditions lead to; else anything. */
    Suggestion first(Table table, Column column, Candidates candidates, Dice dice) {
        Domain domain = candidates.domain();
        if (!isTelling()) {
            return anything(candidates, (row, random) -> domain.ordinary(random));
        }
        return suggestions
                .of(table, column, domain, dice)
                .filter(suggestion -> !candidates.dependOnToday())
                .orElseGet(() -> anything(
                        candidates, suggestions.words(domain, dice).orElse((row, random) -> domain.ordinary(random))));
    }

    private static Suggestion anything(Candidates candidates, Suggestion otherwise) {
        return candidates.isEmpty()
                ? otherwise
                : (row, random) -> candidates
                        .oneOf(row, random, false)
                        .flatMap(Value::present)
                        .orElseGet(() -> otherwise.value(row, random));
    }
}
