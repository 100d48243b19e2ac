package dev.palindrome.examples;

import java.util.Locale;

/** Whether a user may log in. */
public enum UserStatus {
    /** May log in. */
    ACTIVE,
    /** May not, and keeps todos and comments. */
    INACTIVE;

    static UserStatus of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
