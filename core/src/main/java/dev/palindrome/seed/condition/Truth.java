package dev.palindrome.seed.condition;

/** What a condition says about a row. A CHECK is broken by {@link #FALSE} alone. */
public enum Truth {
    TRUE,
    FALSE,
    /** Because of a NULL, or because only the server can tell. */
    UNKNOWN;

    static Truth of(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    Truth and(Truth other) {
        if (this == FALSE || other == FALSE) {
            return FALSE;
        }
        return this == TRUE ? other : UNKNOWN;
    }

    Truth or(Truth other) {
        return not().and(other.not()).not();
    }

    Truth not() {
        return this == UNKNOWN ? UNKNOWN : of(this == FALSE);
    }
}
