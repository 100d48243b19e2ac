package dev.palindrome.seed.rule;

import dev.palindrome.seed.values.GeneratedRow;
import java.util.List;

/** What a row must not break. */
public interface RowRule {

    boolean allows(GeneratedRow row);

    /** Whether it is broken for certain, and not only where the server compares more strictly than others. */
    default boolean forbids(GeneratedRow row) {
        return !allows(row);
    }

    /** Takes notice of a row that will be in the table. */
    default void accept(GeneratedRow row) {}

    /** The columns that it is about, as {@link GeneratedRow#key} has them. */
    List<String> columns();

    /** What somebody can do where no values are found, as a sentence with a blank before it; empty if nothing helps. */
    default String advice() {
        return "";
    }

    /** Such as {@code the check ck_users_age}. */
    String label();
}
