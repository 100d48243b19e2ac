package dev.palindrome.h2.administration;

import dev.palindrome.h2.definition.H2Column;
import dev.palindrome.h2.procedures.H2Table;
import dev.palindrome.h2.procedures.ObjectRecording;
import dev.palindrome.tsql.NamedValues;
import dev.palindrome.tsql.NamedValues.NamedValue;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is granted and denied. Each stands in the record of what it is about. */
final class Permissions {

    private static final List<String> ALL_OF_A_TABLE = List.of("DELETE", "INSERT", "REFERENCES", "SELECT", "UPDATE");

    private static final List<String> ALL_OF_A_DATABASE = List.of(
            "BACKUP DATABASE",
            "BACKUP LOG",
            "CREATE DEFAULT",
            "CREATE FUNCTION",
            "CREATE PROCEDURE",
            "CREATE RULE",
            "CREATE TABLE",
            "CREATE VIEW");

    private static final String WITH_OPTION = "GRANT_WITH_GRANT_OPTION";

    private static final Set<Kind> MODULES = Set.of(Kind.PROCEDURE, Kind.FUNCTION);

    private final Connection connection;

    Permissions(Connection connection) {
        this.connection = connection;
    }

    /**
     * GRANT, DENY, REVOKE.
     *
     * @param state the verb; GRANT_WITH_GRANT_OPTION, REVOKE_GRANT_OPTION
     * @param on DATABASE, OBJECT, SCHEMA …
     * @param permissions and behind each the column that it is about, or nothing
     */
    void change(
            String state,
            String on,
            @Nullable String schema,
            @Nullable String name,
            String grantee,
            String... permissions)
            throws SQLException {
        Principals principals = new Principals(connection);
        if (!principals.exists(grantee)) {
            throw Principals.unknown("find", "user", grantee);
        }
        String known = principals.known(grantee);
        for (int i = 0; i < permissions.length; i += 2) {
            for (String permission : each(permissions[i], on, schema, name)) {
                change(state, on, schema, name, known, permission, permissions[i + 1]);
            }
        }
    }

    private List<String> each(String permission, String on, @Nullable String schema, @Nullable String name)
            throws SQLException {
        if (!permission.equals("ALL")) {
            return List.of(permission);
        }
        if (on.equals("DATABASE")) {
            return ALL_OF_A_DATABASE;
        }
        return name != null && module(schema, name).isPresent() ? List.of("EXECUTE") : ALL_OF_A_TABLE;
    }

    private void change(
            String state,
            String on,
            @Nullable String schema,
            @Nullable String name,
            String grantee,
            String permission,
            String column)
            throws SQLException {
        boolean ofColumn = !column.isEmpty() && name != null;
        PropertyPlace place = (name != null && !column.isEmpty()
                        ? column(schema, name, column)
                        : place(on, schema, name))
                .orElseThrow(() -> Principals.unknown(
                        "find", on.toLowerCase(Locale.ROOT), column.isEmpty() ? String.valueOf(name) : column));
        List<String> key = new ArrayList<>(List.of(grantee, permission));
        key.addAll(place.part());
        place.write(changed(place.properties(), key, state));
        if (!ofColumn && name != null && on.equals("OBJECT")) {
            forgetColumns(schema, name, List.of(grantee, permission));
        }
    }

    /** A plain GRANT leaves the option of one that is there, and only a grant has an option to lose. */
    private static NamedValues changed(NamedValues before, List<String> key, String state) {
        boolean withOption = before.find(key)
                .flatMap(NamedValue::value)
                .filter(WITH_OPTION::equals)
                .isPresent();
        return switch (state) {
            case "REVOKE" -> before.without(key);
            case "REVOKE_GRANT_OPTION" -> withOption ? before.with(new NamedValue(key, Optional.of("GRANT"))) : before;
            case "GRANT" -> withOption ? before : before.with(new NamedValue(key, Optional.of(state)));
            default -> before.with(new NamedValue(key, Optional.of(state)));
        };
    }

    /** What is said of the whole table takes the place of what was said of its columns. */
    private void forgetColumns(@Nullable String schema, String name, List<String> key) throws SQLException {
        H2Table table = H2Table.of(connection, schema, name);
        if (new PropertyPlaces(connection)
                .object(table.schema(), "TABLE", table.name())
                .isEmpty()) {
            return;
        }
        for (H2Column column : table.columns()) {
            Recorded recorded = Recorded.parse(column.comment());
            NamedValues before = NamedValues.parse(recorded.get(Fact.PERMISSIONS));
            if (before.find(key).isPresent()) {
                new PropertyPlace(recorded, Fact.PERMISSIONS, List.of(), other -> table.record(column.name(), other))
                        .write(before.without(key));
            }
        }
    }

    private Optional<PropertyPlace> column(@Nullable String schema, String name, String column) throws SQLException {
        H2Table table = H2Table.of(connection, schema, name);
        Optional<PropertyPlace> view = new PropertyPlaces(connection).object(table.schema(), "VIEW", table.name());
        Optional<H2Column> found = table.h2Column(column);
        if (found.isPresent() && view.isEmpty()) {
            return found.map(known -> new PropertyPlace(
                    Recorded.parse(known.comment()),
                    Fact.PERMISSIONS,
                    List.of(),
                    recorded -> table.record(known.name(), recorded)));
        }
        return place("OBJECT", schema, name).map(known -> known.ofColumn(column));
    }

    /** Where the permissions on something stand; nothing if there is no such thing. */
    Optional<PropertyPlace> place(String on, @Nullable String schema, @Nullable String name) throws SQLException {
        PropertyPlaces places = new PropertyPlaces(connection);
        if (on.equals("DATABASE") || name == null) {
            return Optional.of(places.database().with(Fact.PERMISSIONS));
        }
        Optional<PropertyPlace> place = switch (on) {
            case "SCHEMA" -> places.schema(name);
            case "ROLE", "APPLICATION ROLE", "USER" -> places.principal(name);
            case "TYPE" -> places.type(schema == null ? connection.getSchema() : schema, name);
            default -> object(places, schema == null ? connection.getSchema() : schema, name);
        };
        return place.map(found -> found.with(Fact.PERMISSIONS));
    }

    private static Optional<PropertyPlace> object(PropertyPlaces places, String schema, String name)
            throws SQLException {
        for (String type : List.of("TABLE", "VIEW", "SEQUENCE", "PROCEDURE", "FUNCTION", "SYNONYM")) {
            Optional<PropertyPlace> found = places.object(schema, type, name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<RecordedObject> module(@Nullable String schema, String name) throws SQLException {
        ObjectRecording recording = new ObjectRecording(connection);
        for (Kind kind : MODULES) {
            Optional<RecordedObject> found =
                    recording.find(kind, schema == null ? connection.getSchema() : schema, name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
