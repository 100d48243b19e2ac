package dev.palindrome.reset;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A database as the statements that make it. With them it is made again under the feet of those who are connected to it:
 * for H2 a database in memory is its name, and connections do not notice.
 *
 * @param settings that H2 keeps in its catalogue
 * @param statements all the others
 */
record H2Script(List<String> settings, List<String> statements) {

    private static final String IGNORE_CASE = "SET IGNORECASE ";

    static H2Script withoutRows(H2Session session) throws SQLException {
        return of(session.texts("SCRIPT NODATA"));
    }

    static H2Script withRows(H2Session session) throws SQLException {
        return of(session.texts("SCRIPT"));
    }

    private static H2Script of(List<String> script) {
        Map<Boolean, List<String>> parts =
                script.stream().collect(Collectors.partitioningBy(statement -> statement.startsWith("SET ")));
        return new H2Script(List.copyOf(parts.get(true)), List.copyOf(parts.get(false)));
    }

    /** Settings go first, because one of them may be in the way, and because nothing is dropped yet if that fails. */
    void run(H2Session session) throws SQLException {
        set(session, "SET ");
        requireNoOtherSetting(session);
        session.execute("DROP ALL OBJECTS");
        // Or every text column that tells upper from lower case would be made without.
        session.execute(IGNORE_CASE + "FALSE");
        for (String statement : statements) {
            session.execute(statement);
        }
        set(session, IGNORE_CASE);
    }

    private void set(H2Session session, String which) throws SQLException {
        for (String setting : settings) {
            if (setting.startsWith(which)) {
                session.execute(setting);
            }
        }
    }

    /** SQL has no way to take a setting out again. */
    private void requireNoOtherSetting(H2Session session) throws SQLException {
        List<String> added = new ArrayList<>(withoutRows(session).settings);
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
