package dev.palindrome.seed.rule;

import dev.palindrome.seed.values.GeneratedRow;
import java.util.List;
import java.util.Optional;

/** What a row must not break. */
public interface RowRule {

    boolean allows(GeneratedRow row);

    /** Whether it is broken for certain, and not only where the server compares more strictly than others. */
    default boolean forbids(GeneratedRow row) {
        return !allows(row);
    }

    /** Takes notice of a row that will be in the table. */
    default void accept(GeneratedRow row) {}

    /** Says that no row at all can satisfy it any more, where that is so. */
    default Optional<String> exhausted() {
        return Optional.empty();
    }

    /** The columns that it is about, as {@link GeneratedRow#key} has them. */
    List<String> columns();

    /** What somebody can do where no values are found, as a sentence with a blank before it; empty if nothing helps. */
    default String advice() {
        return "";
    }

    /** Such as {@code the check ck_users_age}. */
    String label();
}
