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

    void run(H2Session session) throws SQLException {
        session.execute("DROP ALL OBJECTS");
        // Or every text column that tells upper from lower case would be made without.
        session.execute("SET IGNORECASE FALSE");
        for (String statement : statements) {
            session.execute(statement);
        }
        for (String setting : settings) {
            session.execute(setting);
        }
        requireNoOtherSetting(session);
    }

    /** H2 has no way to take a setting out again. */
    private void requireNoOtherSetting(H2Session session) throws SQLException {
        List<String> added = new ArrayList<>(withoutRows(session).settings);
        added.removeAll(settings);
        added.remove("SET IGNORECASE FALSE;");
        if (!added.isEmpty()) {
            throw new ResetException(
                    "The database cannot be brought back: \"%s\" was not set before, and H2 cannot forget it."
                            .formatted(String.join(" ", added)));
        }
    }
}
