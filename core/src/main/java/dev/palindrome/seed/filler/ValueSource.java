package dev.palindrome.seed.filler;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.RowOptions;
import dev.palindrome.seed.suggestion.Suggestion;
import dev.palindrome.seed.suggestion.Suggestions;
import dev.palindrome.seed.values.RowRandom;
import dev.palindrome.seed.values.TableRandom;
import dev.palindrome.seed.values.Value;
import dev.palindrome.seed.values.ValueDomain;

/**
 * Where ordinary values come from.
 *
 * @param options says of what style they are
 * @param suggestions asked where the style is telling
 * @param parents keys of rows that may be pointed to
 */
public record ValueSource(RowOptions options, Suggestions suggestions, ParentKeys parents) {

    boolean isTelling() {
        return options.isTelling();
    }

    public TableRandom randoms(Table table) {
        return new TableRandom(options.seed(), table.toString());
    }

    /** What the name says; else what the conditions lead to; else anything. */
    Suggestion first(Table table, Column column, Candidates candidates, RowRandom rowRandom) {
        ValueDomain domain = candidates.domain();
        if (!isTelling()) {
            return anything(candidates, (row, random) -> domain.ordinary(random));
        }
        return suggestions
                .of(table, column, domain, rowRandom)
                .filter(suggestion -> !candidates.dependOnToday())
                .orElseGet(() -> anything(
                        candidates,
                        suggestions.words(domain, rowRandom).orElse((row, random) -> domain.ordinary(random))));
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
