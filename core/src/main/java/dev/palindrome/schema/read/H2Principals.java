package dev.palindrome.schema.read;

import dev.palindrome.h2.H2RecordedObjects;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.sql.TableName;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The users and roles at a watch's last look. A script that drops or renames one of them changes tables that it does not
 * name: those that he owned or had permissions on.
 */
final class H2Principals {

    private static final List<Kind> KINDS = List.of(Kind.USER, Kind.ROLE);

    /** By identity: who is dropped and made again in one script has an equal record, but no permissions any more. */
    private Set<RecordedObject> known = Set.of();

    void beginWith(Connection connection) throws SQLException {
        known = read(connection);
    }

    private static Set<RecordedObject> read(Connection connection) throws SQLException {
        Set<RecordedObject> now = Collections.newSetFromMap(new IdentityHashMap<>());
        now.addAll(H2RecordedObjects.of(connection, KINDS));
        return now;
    }

    /**
     * The names of tables that have changed with somebody.
     *
     * @param many of so many names each can no longer be asked for on its own
     */
    Set<String> tablesChangedWith(Connection connection, H2PresentTables present, int many) throws SQLException {
        Map<TableName, H2TableGrants> before = namingSomebody(goneSinceLastLook(connection), present);
        if (before.isEmpty()) {
            return Set.of();
        }
        Set<String> names = new HashSet<>();
        before.keySet().forEach(table -> names.add(table.name()));
        H2InformationSchema rows =
                names.size() > many ? new H2InformationSchema(connection) : new H2InformationSchema(connection, names);
        Map<TableName, H2TableGrants> now = H2TableGrants.read(rows, before.keySet());
        Set<String> changed = new HashSet<>();
        before.forEach((table, grants) -> {
            if (!grants.equals(now.get(table))) {
                changed.add(H2PresentTables.key(table.name()));
            }
        });
        return changed;
    }

    /** Those, too, whose record has changed: a new member of a role changes no table, which its comment then shows. */
    private Set<String> goneSinceLastLook(Connection connection) throws SQLException {
        Set<RecordedObject> before = known;
        known = read(connection);
        Set<String> gone = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        before.stream()
                .filter(principal -> !known.contains(principal))
                .forEach(principal -> gone.add(principal.name()));
        return gone;
    }

    private static Map<TableName, H2TableGrants> namingSomebody(Set<String> principals, H2PresentTables present) {
        Map<TableName, H2TableGrants> naming = new HashMap<>();
        if (principals.isEmpty()) {
            return naming;
        }
        for (SchemaObject table : present.all()) {
            H2TableGrants grants = H2TableGrants.of(table);
            if (grants.nameOneOf(principals)) {
                naming.put(new TableName(table.name().get(0), table.simpleName()), grants);
            }
        }
        return naming;
    }
}
