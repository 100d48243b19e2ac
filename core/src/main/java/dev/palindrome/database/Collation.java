package dev.palindrome.database;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a SQL Server collation, such as {@code Latin1_General_100_CI_AS_SC_UTF8}. Its parts say how text compares
 * (Microsoft docs: "Collation and Unicode support").
 */
record Collation(String name) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]+(_[A-Za-z0-9]+)+");

    Collation {
        name = name.strip();
        if (!NAME.matcher(name).matches()) {
            throw new DatabaseException("'%s' is not the name of a SQL Server collation.".formatted(name)
                    + " They look like Latin1_General_CI_AS; SELECT name FROM sys.fn_helpcollations() lists them.");
        }
    }

    boolean isCaseSensitive() {
        return has("CS") || isBinary();
    }

    boolean isAccentSensitive() {
        return has("AS") || isBinary();
    }

    /** Whether the name says how case counts; every collation of SQL Server's does. */
    boolean saysHowToCompare() {
        return has("CS") || has("CI") || isBinary();
    }

    private boolean isBinary() {
        return has("BIN") || has("BIN2");
    }

    private boolean has(String part) {
        return List.of(name.toUpperCase(Locale.ROOT).split("_")).contains(part);
    }
}
