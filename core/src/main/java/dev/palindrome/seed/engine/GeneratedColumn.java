package dev.palindrome.seed.engine;

import dev.palindrome.schema.Column;
import dev.palindrome.sql.DeclaredType;
import java.util.Optional;

/**
 * A column whose value the database makes.
 *
 * @param type of the engine's own, where the user's type stands for one; empty for a computed column
 */
public record GeneratedColumn(Column column, Optional<DeclaredType> type) {

    String name() {
        return column.name();
    }
}
