package dev.palindrome.check.rule;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a check may find. The numbers stay: they stand in people's scripts. */
public enum FindingCode {
    PAL001("two scripts claim one version", Acceptance.NEVER),
    PAL002("an undo script without its migration", Acceptance.NEVER),
    PAL003("a name that Flyway passes over", Acceptance.WITH_REASON),
    PAL004("no undo script", Acceptance.WITH_REASON),
    PAL005("a declaration that cannot be read, or stands where nobody reads it", Acceptance.NEVER),
    PAL006("not in the encoding that the settings say", Acceptance.NEVER),
    PAL007("a string, a name or a comment that never ends", Acceptance.NEVER),
    PAL008("an allowance that cannot be", Acceptance.NEVER),
    PAL009("an allowance that is not needed", Acceptance.NEVER),
    PAL010("a statement that the script's transaction cannot hold", Acceptance.WITH_REASON),
    PAL011("a NOT NULL column without a default, in a table that may have rows", Acceptance.WITH_REASON),
    PAL012("a column that gets narrower", Acceptance.WITH_REASON),
    PAL013("a table or column dropped without a declared loss", Acceptance.WITH_REASON),
    PAL014("a unique index or key on a table that may have rows", Acceptance.WITH_REASON),
    PAL015("a table or column renamed in place", Acceptance.WITH_REASON),
    PAL016("every row of a table updated or deleted", Acceptance.WITH_REASON),
    PAL017("a table altered and all its rows updated in one transaction", Acceptance.WITH_REASON),
    PAL018("a column that refuses NULL from now on, and may hold some", Acceptance.WITH_REASON);

    private enum Acceptance {
        NEVER,
        WITH_REASON
    }

    private final String title;
    private final Acceptance acceptance;

    FindingCode(String title, Acceptance acceptance) {
        this.title = title;
        this.acceptance = acceptance;
    }

    /** In a few words. */
    public String title() {
        return title;
    }

    /** Whether an allowance can accept it: what stops migrating cannot be accepted. */
    public boolean isAcceptable() {
        return acceptance == Acceptance.WITH_REASON;
    }

    public static Optional<FindingCode> find(String code) {
        String upper = code.toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(each -> each.name().equals(upper)).findFirst();
    }
}
