package dev.palindrome.production.export;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A table that somebody has asked for.
 *
 * @param name as it was written
 * @param limit how many of its rows at most, by its primary key; missing for all
 * @param condition which of its rows, in the database's SQL; missing for all
 */
public record ChosenTable(String name, OptionalInt limit, Optional<String> condition) {

    boolean isWhole() {
        return limit.isEmpty() && condition.isEmpty();
    }
}
