package dev.palindrome.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The statements that make an H2 database once more, in an order in which nothing changes on the way.
 *
 * @param sql each without the semicolon at its end
 */
public record H2Statements(List<String> sql) {

    /** While the other statements run it must be off: it would make every VARCHAR one that ignores case. */
    private static final String IGNORE_CASE = "SET IGNORECASE ";

    /**
     * Puts them in order.
     *
     * @param objects what is in the database
     * @param rows statements that put rows in, or none
     */
    public static H2Statements of(H2Objects objects, List<String> rows) {
        List<String> statements = new ArrayList<>(objects.settings());
        statements.removeIf(setting -> setting.startsWith(IGNORE_CASE));
        statements.addAll(objects.statements(rows));
        objects.settings().stream()
                .filter(setting -> setting.startsWith(IGNORE_CASE))
                .forEach(statements::add);
        return new H2Statements(List.copyOf(statements));
    }

    /** Runs them in an empty database that was made without IGNORECASE. */
    public void run(Connection empty) throws SQLException {
        H2Objects.run(empty, sql);
    }

    /**
     * What is left of them in a database where others have run; empty if those have made anything that these do not. Settings
     * and the users' passwords are no obstacle: these set them once more.
     */
    public Optional<H2Statements> after(H2Statements others) {
        Set<String> done = new HashSet<>(others.sql);
        List<String> left = sql.stream().filter(each -> !done.contains(each)).toList();
        done.removeIf(each -> each.startsWith("SET ") || each.startsWith("CREATE USER "));
        return new HashSet<>(sql).containsAll(done) ? Optional.of(new H2Statements(left)) : Optional.empty();
    }

    /** In characters. */
    public long length() {
        return sql.stream().mapToLong(String::length).sum();
    }
}
