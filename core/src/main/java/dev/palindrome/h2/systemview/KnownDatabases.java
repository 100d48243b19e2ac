package dev.palindrome.h2.systemview;

import dev.palindrome.h2.H2RecordedObjects;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.DatabaseCollation;
import dev.palindrome.tsql.NamedValues;
import dev.palindrome.tsql.NamedValues.NamedValue;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The databases that a script knows: those of every server, this one by H2's name for it, and the one that a script made,
 * whose part it plays.
 */
final class KnownDatabases {

    /** SQL Server's own, in the order of their numbers. */
    private static final List<String> OF_THE_SERVER = List.of("master", "tempdb", "model", "msdb");

    /** That of SQL Server 2022, as which the embedded engine answers. */
    private static final String COMPATIBILITY_LEVEL = "160";

    private final Connection connection;
    private final List<String> names;
    private final Recorded recorded;

    private KnownDatabases(Connection connection, List<String> names, Recorded recorded) {
        this.connection = connection;
        this.names = names;
        this.recorded = recorded;
    }

    static KnownDatabases of(Connection connection) throws SQLException {
        Recorded recorded = H2RecordedObjects.of(connection, List.of(Kind.DATABASE)).stream()
                .map(RecordedObject::recorded)
                .findFirst()
                .orElse(Recorded.nothing());
        List<String> names = new ArrayList<>(OF_THE_SERVER);
        names.add(connection.getCatalog());
        for (NamedValue name :
                NamedValues.parse(recorded.get(Fact.DATABASE_NAMES)).all()) {
            names.add(name.name().get(0));
        }
        return new KnownDatabases(connection, names, recorded);
    }

    Optional<Integer> number(@Nullable String name) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(name)) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }

    Optional<String> name(int number) {
        return number < 1 || number > names.size() ? Optional.empty() : Optional.of(names.get(number - 1));
    }

    /** Whether this database is meant. */
    boolean isThis(String name) {
        return number(name).filter(number -> number > OF_THE_SERVER.size()).isPresent();
    }

    /** The one that the session's last USE named. */
    String current() throws SQLException {
        return SqlRunner.on(connection)
                .query("SELECT @palindrome_database")
                .first(row -> Optional.ofNullable(row.getString(1)))
                .flatMap(used -> used.flatMap(this::number))
                .flatMap(this::name)
                .orElse(names.get(OF_THE_SERVER.size()));
    }

    List<SystemRow> rows() {
        List<SystemRow> rows = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            rows.add(row(names.get(i), i + 1));
        }
        return rows;
    }

    private SystemRow row(String name, int number) {
        Optional<String> own = isThis(name) ? recorded.get(Fact.COMPATIBILITY_LEVEL) : Optional.empty();
        int level = Integer.parseInt(own.orElse(COMPATIBILITY_LEVEL));
        Map<String, Object> values = new HashMap<>();
        values.put("name", name);
        values.put("database_id", number);
        values.put("dbid", number);
        values.put("compatibility_level", level);
        values.put("cmptlevel", level);
        values.put("collation_name", DatabaseCollation.NAME);
        values.put("state", 0);
        values.put("state_desc", "ONLINE");
        values.put("is_read_only", false);
        values.put("user_access", 0);
        values.put("user_access_desc", "MULTI_USER");
        return SystemRow.of(values);
    }
}
