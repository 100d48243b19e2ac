package dev.palindrome.seed.run;

import dev.palindrome.seed.SeedException;

/**
 * So many rows for a table.
 *
 * @param table as the user wrote it
 * @param rows at least 0
 */
public record FillRequest(String table, int rows) {

    private static final String FORM = "\"%s\" does not say which table gets how many rows: write it as \"users:10\".";

    private static final String NEGATIVE = "%s cannot get %s rows: the number must be 0 or more.";

    public FillRequest {
        if (rows < 0) {
            throw new SeedException(NEGATIVE.formatted(table, rows));
        }
    }

    /** Reads {@code users:10}. */
    public static FillRequest parse(String text) {
        int colon = text.lastIndexOf(':');
        String table = text.substring(0, Math.max(colon, 0)).strip();
        String rows = text.substring(colon + 1).strip();
        if (!table.isEmpty() && rows.matches("-\\d++")) {
            throw new SeedException(NEGATIVE.formatted(table, rows));
        }
        if (!table.isEmpty() && rows.matches("\\d{10,}+")) {
            throw new SeedException(
                    "%s cannot get more than 999999999 rows: write a number of at most nine digits.".formatted(table));
        }
        if (table.isEmpty() || !rows.matches("\\d{1,9}")) {
            throw new SeedException(FORM.formatted(text));
        }
        return new FillRequest(table, Integer.parseInt(rows));
    }

    @Override
    public String toString() {
        return table + ":" + rows;
    }
}
