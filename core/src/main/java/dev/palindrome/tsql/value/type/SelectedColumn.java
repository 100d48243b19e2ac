package dev.palindrome.tsql.value.type;

import java.util.Optional;

/**
 * A column of a table or query.
 *
 * @param name empty where it has none
 * @param type missing where it is not known
 * @param hidden whether {@code *} leaves it out
 */
public record SelectedColumn(String name, Optional<ValueType> type, boolean hidden) {

    public SelectedColumn(String name, Optional<ValueType> type) {
        this(name, type, false);
    }
}
