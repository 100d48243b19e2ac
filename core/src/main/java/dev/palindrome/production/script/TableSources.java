package dev.palindrome.production.script;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.sql.BracketedName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What views read. A view whose table has gone, or has another name by now, stays in an old database for years; a script
 * cannot make it (error 208). Only names with a schema that there is are looked up: of others it is not sure that they are
 * tables.
 */
final class TableSources {

    private static final Set<ObjectKind> SOURCES =
            Set.of(ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.FUNCTION, ObjectKind.SYNONYM);

    /** Histories and the like, which the server names and a snapshot does not hold. */
    private static final String OF_THE_SERVER = "mssql_";

    /** What Flyway calls the table of its history, now and before version 5. Snapshots do not hold it, whatever it is called. */
    private static final Set<String> HISTORIES = Set.of("flyway_schema_history", "schema_version");

    private final Set<String> schemas = new HashSet<>();
    private final Set<String> sources = new HashSet<>();

    TableSources(List<SchemaObject> objects) {
        for (SchemaObject object : objects) {
            if (object.kind() == ObjectKind.SCHEMA) {
                schemas.add(ObjectWords.key(object));
            } else if (SOURCES.contains(object.kind())) {
                sources.add(NamesInText.key(object.name()));
            }
        }
    }

    /** Why a view or function cannot be made, or no longer. */
    Optional<String> missing(NamesInText module) {
        return module.sources().stream()
                .filter(name -> name.size() == 2
                        && schemas.contains(ObjectWords.key(name.get(0)))
                        && !ObjectWords.key(name.get(1)).startsWith(OF_THE_SERVER)
                        && !sources.contains(NamesInText.key(name)))
                .findFirst()
                .map(name -> "it reads " + BracketedName.readable(name)
                        + (HISTORIES.contains(ObjectWords.key(name.get(1)))
                                ? ", in which Flyway keeps its history, and which is in no script: a migration behind this one"
                                        + " can make it"
                                : ", which is not there, so that it no longer works"));
    }

    /** Names in other databases that have to be there. */
    static List<String> elsewhere(NamesInText module) {
        return module.sources().stream()
                .filter(name -> name.size() > 2)
                .map(BracketedName::readable)
                .distinct()
                .toList();
    }
}
