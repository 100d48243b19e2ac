package dev.palindrome.h2.script;

import dev.palindrome.h2.H2Exception;
import dev.palindrome.sql.SqlRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes a database again under the feet of those who are connected to it: for H2 a database in memory is its name, and
 * connections do not notice.
 */
public final class DatabaseRebuild {

    private static final Pattern USER =
            Pattern.compile("CREATE USER IF NOT EXISTS (\"(?:[^\"]++|\"\")*+\") .*?(SALT '\\w+' HASH '\\w+')( ADMIN)?");

    private static final String ANY = "SET ";

    private final ScriptSource source;
    private final DatabaseScript script;

    /**
     * Knows what to make.
     *
     * @param source runs the script
     * @param script of the database as it is to be
     */
    public DatabaseRebuild(ScriptSource source, DatabaseScript script) {
        this.source = source;
        this.script = script;
    }

    /**
     * Settings go first, because one of them may be in the way, and because nothing is dropped yet if that fails.
     *
     * @throws H2Exception if the database cannot be made again; it stays as it is then, but for its settings
     */
    public void run(Connection connection) throws SQLException {
        SqlRunner sql = SqlRunner.on(connection);
        sql.run(settings(ANY));
        requireNoOtherSetting(connection);
        requireNoMaterializedView(connection);
        sql.run("DROP ALL OBJECTS");
        // Or every text column that tells upper from lower case would be made without.
        sql.run(DatabaseScript.IGNORE_CASE + "FALSE");
        source.run(connection, script.statements());
        sql.run(passwords());
        sql.run(settings(DatabaseScript.IGNORE_CASE));
        sql.run(administrators());
    }

    private List<String> settings(String which) {
        return script.settings().stream()
                .filter(setting -> setting.startsWith(which))
                .toList();
    }

    /** Who works here cannot be dropped, and is there already when the statements come to making him. */
    private List<String> passwords() {
        return users().map(user -> "ALTER USER %s SET %s".formatted(user.group(1), user.group(2)))
                .toList();
    }

    /** The first is the one who works here, and comes last: he may be none, and then he can do nothing more. */
    private List<String> administrators() {
        List<String> users = new ArrayList<>(users().map(
                        user -> "ALTER USER %s ADMIN %s".formatted(user.group(1), user.group(3) != null))
                .toList());
        Collections.reverse(users);
        return users;
    }

    private Stream<MatchResult> users() {
        return script.statements().stream()
                .map(USER::matcher)
                .filter(Matcher::lookingAt)
                .map(Matcher::toMatchResult);
    }

    /** {@code DROP ALL OBJECTS} would never end. */
    private void requireNoMaterializedView(Connection connection) throws SQLException {
        if (source.hasHadMaterializedView(connection)) {
            throw new H2Exception(
                    "The database cannot be brought back and stays as it is: H2 cannot drop everything"
                            + " where there is a materialized view, or was one. Let tests that make one have a database of their own.");
        }
    }

    /** SQL has no way to take a setting out again. */
    private void requireNoOtherSetting(Connection connection) throws SQLException {
        List<String> added = new ArrayList<>(source.settings(connection));
        added.removeAll(script.settings());
        added.removeIf(setting -> setting.startsWith(DatabaseScript.IGNORE_CASE));
        if (!added.isEmpty()) {
            throw new H2Exception(
                    ("The database cannot be brought back and stays as it is: \"%s\" was not set before, and this"
                                    + " version of H2 cannot forget it. Leave it out of tests, or use H2 2.4.240.")
                            .formatted(String.join(" ", added)));
        }
    }
}
