package dev.palindrome.h2;

import dev.palindrome.reset.ResetException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A database as the statements that make it. With them it is made again under the feet of those who are connected to it:
 * for H2 a database in memory is its name, and connections do not notice.
 *
 * @param settings that H2 keeps in its catalogue
 * @param statements all the others
 */
public record H2RebuildScript(List<String> settings, List<String> statements) {

    private static final Pattern USER =
            Pattern.compile("CREATE USER IF NOT EXISTS (\"(?:[^\"]++|\"\")*+\") .*?(SALT '\\w+' HASH '\\w+')( ADMIN)?");

    private static final String IGNORE_CASE = "SET IGNORECASE ";

    public static H2RebuildScript withoutRows(H2Session session) throws SQLException {
        return of(session.objects(), List.of());
    }

    public static H2RebuildScript withRows(H2Session session) throws SQLException {
        return of(session.objects(), session.rows());
    }

    private static H2RebuildScript of(H2Objects objects, List<String> rows) {
        return new H2RebuildScript(objects.settings(), objects.statements(rows));
    }

    /** Settings go first, because one of them may be in the way, and because nothing is dropped yet if that fails. */
    public void run(H2Session session) throws SQLException {
        session.takeAllRights();
        set(session, "SET ");
        requireNoOtherSetting(session);
        requireNoMaterializedView(session);
        session.execute("DROP ALL OBJECTS");
        // Or every text column that tells upper from lower case would be made without.
        session.execute(IGNORE_CASE + "FALSE");
        session.make(statements);
        session.make(passwords());
        set(session, IGNORE_CASE);
        session.make(administrators());
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
        return statements.stream().map(USER::matcher).filter(Matcher::lookingAt).map(Matcher::toMatchResult);
    }

    private void set(H2Session session, String which) throws SQLException {
        for (String setting : settings) {
            if (setting.startsWith(which)) {
                session.execute(setting);
            }
        }
    }

    /** {@code DROP ALL OBJECTS} would never end. */
    private static void requireNoMaterializedView(H2Session session) {
        if (session.hasHadMaterializedView()) {
            throw new ResetException("The database cannot be brought back and stays as it is: H2 cannot drop everything"
                    + " where there is a materialized view, or was one.");
        }
    }

    /** SQL has no way to take a setting out again. */
    private void requireNoOtherSetting(H2Session session) throws SQLException {
        List<String> added = new ArrayList<>(session.settings());
        added.removeAll(settings);
        added.removeIf(setting -> setting.startsWith(IGNORE_CASE));
        if (!added.isEmpty()) {
            throw new ResetException(
                    ("The database cannot be brought back and stays as it is: \"%s\" was not set before, and this"
                                    + " version of H2 cannot forget it.")
                            .formatted(String.join(" ", added)));
        }
    }
}
