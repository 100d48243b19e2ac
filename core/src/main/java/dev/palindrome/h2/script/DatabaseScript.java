package dev.palindrome.h2.script;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The statements that make an H2 database once more.
 *
 * @param settings that H2 keeps in its catalogue
 * @param statements all the others, in an order in which each finds what it needs; none has a semicolon at its end, which H2
 *     would take for a part of a view's query
 */
public record DatabaseScript(List<String> settings, List<String> statements) {

    /** While the other statements run it must be off: it would make every VARCHAR one that ignores case. */
    static final String IGNORE_CASE = "SET IGNORECASE ";

    private static final String SETTING = "SET ";

    private static final String USER = "CREATE USER ";

    /** For an empty database that was made without IGNORECASE. */
    public List<String> inOrder() {
        return Stream.of(
                        settings.stream().filter(setting -> !setting.startsWith(IGNORE_CASE)),
                        statements.stream(),
                        settings.stream().filter(setting -> setting.startsWith(IGNORE_CASE)))
                .flatMap(part -> part)
                .toList();
    }

    /**
     * What is left of this in a database where another script has run; empty if that has made anything that this does not.
     * Settings and the users' passwords are no obstacle: this sets them once more.
     */
    public Optional<DatabaseScript> after(DatabaseScript other) {
        boolean isPart = other.statements.stream()
                .filter(statement -> !statement.startsWith(SETTING) && !statement.startsWith(USER))
                .allMatch(new HashSet<>(statements)::contains);
        return isPart
                ? Optional.of(
                        new DatabaseScript(without(settings, other.settings), without(statements, other.statements)))
                : Optional.empty();
    }

    private static List<String> without(List<String> all, List<String> done) {
        Set<String> known = new HashSet<>(done);
        return all.stream().filter(each -> !known.contains(each)).toList();
    }

    /** In characters. */
    public long length() {
        return Stream.of(settings, statements)
                .flatMap(List::stream)
                .mapToLong(String::length)
                .sum();
    }
}
