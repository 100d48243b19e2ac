package dev.palindrome.tsql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The name of a table, view, sequence …
 *
 * @param schema null where the statement leaves it to the connection
 * @param name without brackets
 */
public record ObjectName(@Nullable String schema, String name) {

    public static ObjectName of(List<String> parts) {
        if (parts.size() > 2) {
            throw new NotTaken("a name with a database in it");
        }
        String name = parts.get(parts.size() - 1);
        if (name.startsWith("#")) {
            throw new NotTaken("a temporary table");
        }
        String schema = parts.size() == 2 ? parts.get(0) : null;
        if ("sys".equalsIgnoreCase(schema)) {
            throw new NotTaken("a system object");
        }
        return new ObjectName(schema, name);
    }

    public String h2() {
        return inSchema(name);
    }

    /** Another name in the same schema. */
    public String inSchema(String other) {
        return schema == null ? SqlText.name(other) : SqlText.name(schema) + '.' + SqlText.name(other);
    }

    /** Schema and name as two arguments of a call. */
    public String arguments() {
        return SqlText.stringOrNull(schema) + ", " + SqlText.string(name);
    }
}
