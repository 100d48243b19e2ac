package dev.palindrome.migration;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an undo script declares in the comments at its head. */
final class UndoHead {

    private static final Pattern IRREVERSIBLE = Pattern.compile("--\\s*palindrome:\\s*irreversible\\b(.*)");

    private UndoHead() {}

    /** The reason for which a migration cannot be undone, where the script says so before its first statement. */
    static Optional<String> irreversible(String script) {
        return script.lines()
                .map(String::strip)
                .takeWhile(line -> line.isEmpty() || line.startsWith("--"))
                .map(IRREVERSIBLE::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1).strip())
                .findFirst();
    }
}
