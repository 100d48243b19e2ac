package dev.palindrome.schema.read;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables in which Flyway keeps its history, known by their columns: a database does not tell how a team called its own. */
public final class HistoryTables {

    /** As Flyway makes it on SQL Server (Flyway: SQLServerDatabase.getRawCreateScript), and has since version 4. */
    private static final Set<String> COLUMNS = Set.of(
            "installed_rank",
            "version",
            "description",
            "type",
            "script",
            "checksum",
            "installed_by",
            "installed_on",
            "execution_time",
            "success");

    private HistoryTables() {}

    public static SchemaSnapshot leftOutOf(SchemaSnapshot schema) {
        return SchemaSnapshot.of(
                schema.objects().stream().filter(object -> !isHistory(object)).toList(), schema.notCompared());
    }

    private static boolean isHistory(SchemaObject object) {
        return object.kind() == ObjectKind.TABLE
                && object.parts(ObjectKind.COLUMN).stream()
                        .map(column -> column.simpleName().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet())
                        .equals(COLUMNS);
    }
}
