package dev.palindrome.migration.script;

import java.util.List;

/** Where the batch begins that SQL Server counts lines in. */
public final class GoBatch {

    private GoBatch() {}

    /**
     * The first line of a batch as Flyway sends it: from its first comment on, though Flyway's messages name the line of
     * its first word that is none.
     *
     * @param script the whole script
     * @param line a line of the batch, from 1
     */
    public static int firstLine(String script, int line) {
        List<String> lines = script.lines().toList();
        int first = Math.min(line, lines.size());
        while (first > 1 && !isGo(lines.get(first - 2))) {
            first--;
        }
        while (first < line && lines.get(first - 1).isBlank()) {
            first++;
        }
        return first;
    }

    private static boolean isGo(String line) {
        return line.strip().matches("(?i)GO(\\s+\\d+)?");
    }
}
