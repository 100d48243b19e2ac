package dev.palindrome.h2.administration;

import dev.palindrome.h2.definition.H2Column;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.tsql.NamedValues;
import dev.palindrome.tsql.NamedValues.NamedValue;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
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

    private static final List<String> OBJECTS =
            List.of("TABLE", "VIEW", "SEQUENCE", "PROCEDURE", "FUNCTION", "SYNONYM");

    /** They have all permissions anyway. */
    private static final Set<String> ALMIGHTY = Set.of("dbo", "sys", "information_schema");

    /** An object, and where the permissions on it stand. */
    private record SecuredObject(ObjectPermissions permissions, PropertyPlace place) {}

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
        if (ALMIGHTY.contains(known.toLowerCase(Locale.ROOT))) {
            throw TsqlError.of(
                    4624,
                    "Cannot grant, deny, or revoke permissions to sa, dbo, entity owner, information_schema, sys, or"
                            + " yourself.");
        }
        for (int i = 0; i < permissions.length; i += 2) {
            for (String permission : each(permissions[i], on, schema, name)) {
                change(state, on, schema, name, known, permission, permissions[i + 1]);
            }
        }
    }

    private List<String> each(String permission, String on, @Nullable String schema, @Nullable String name)
            throws SQLException {
        if (name == null) {
            return permission.equals("ALL") ? ALL_OF_A_DATABASE : List.of(permission);
        }
        Optional<ObjectPermissions> possible =
                on.equals("OBJECT") ? object(schema, name).map(SecuredObject::permissions) : Optional.empty();
        if (possible.isEmpty()) {
            return ObjectPermissions.TABLE.meantBy(permission);
        }
        List<String> meant = possible.get().meantBy(permission);
        for (String one : meant) {
            if (!possible.get().have(one)) {
                throw TsqlError.of(4606, "Granted or revoked privilege " + one + " is not compatible with object.");
            }
        }
        return meant;
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
                .orElseThrow(() -> Principals.unknown("find", on.toLowerCase(Locale.ROOT), String.valueOf(name)));
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
        Optional<SecuredObject> owner = object(schema, name);
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        ObjectPermissions kind = owner.get().permissions();
        H2Table table = H2Table.of(connection, schema, name);
        Optional<H2Column> found = table.h2Column(column);
        if (found.isEmpty() && kind.haveColumns()) {
            throw TsqlError.of(207, "Invalid column name '" + column + "'.");
        }
        if (kind == ObjectPermissions.TABLE) {
            return found.map(known -> new PropertyPlace(
                    Recorded.parse(known.comment()),
                    Fact.PERMISSIONS,
                    List.of(),
                    recorded -> table.record(known.name(), recorded)));
        }
        return Optional.of(owner.get()
                .place()
                .with(Fact.PERMISSIONS)
                .ofColumn(found.map(H2Column::name).orElse(column)));
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
            default -> object(schema, name).map(SecuredObject::place);
        };
        return place.map(found -> found.with(Fact.PERMISSIONS));
    }

    private Optional<SecuredObject> object(@Nullable String schema, String name) throws SQLException {
        String known = schema == null ? connection.getSchema() : schema;
        for (String type : OBJECTS) {
            Optional<PropertyPlace> found = new PropertyPlaces(connection).object(known, type, name);
            if (found.isPresent()) {
                return found.map(place -> new SecuredObject(ObjectPermissions.of(type, place.recorded()), place));
            }
        }
        return Optional.empty();
    }
}
