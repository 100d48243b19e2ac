package dev.palindrome.reset;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.h2.engine.Database;

/**
 * A schema as the statements that make it. With them a database is made again under the feet of those who are connected to
 * it: for H2 a database in memory is its name, and connections do not notice.
 *
 * @param statements as H2's SCRIPT gives them
 */
record H2Script(List<String> statements) {

    static H2Script of(H2Session session) throws SQLException {
        return new H2Script(session.texts("SCRIPT NODATA"));
    }

    H2State rebuild(String name, H2Session session, H2State before) throws SQLException {
        Database engine = session.engine();
        session.execute("DROP ALL OBJECTS");
        before.options().putBack(engine);
        // Or every text column that tells upper from lower case would be made without.
        engine.setIgnoreCase(false);
        for (String statement : statements) {
            if (!statement.startsWith("SET IGNORECASE")) {
                session.execute(statement);
            }
        }
        before.options().putBack(engine);
        H2State empty = H2State.of(engine);
        Map<String, H2TableRows> tables =
                empty.tables().stream().collect(Collectors.toMap(H2TableRows::name, Function.identity()));
        session.run(work -> before.tables().forEach(table -> table.fill(work, tables.get(table.name()))));
        H2State after = H2State.of(engine);
        requireSame(name, before, after);
        return after;
    }

    private static void requireSame(String name, H2State before, H2State after) {
        Map<String, H2TableRows> tables =
                after.tables().stream().collect(Collectors.toMap(H2TableRows::name, Function.identity()));
        for (H2TableRows table : before.tables()) {
            if (!table.holdsTheSameAs(tables.get(table.name()))) {
                throw new ResetException("%s could not be reset: somebody wrote to %s while it was put back."
                        .formatted(name, table.name()));
            }
        }
    }
}
