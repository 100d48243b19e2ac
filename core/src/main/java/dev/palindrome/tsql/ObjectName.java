package dev.palindrome.tsql;

import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlLiteral;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The name of a table, view, sequence …
 *
 * @param schema null where the statement leaves it to the connection
 * @param name without brackets
 */
public record ObjectName(@Nullable String schema, String name) {

    /**
     * Makes one of its parts.
     *
     * @param parts without brackets: a name, or a schema and a name
     * @return the name
     * @throws UntranslatableException if it leads into another database, or to what belongs to the system
     */
    public static ObjectName of(List<String> parts) {
        if (parts.size() > 2) {
            throw new UntranslatableException("a name with a database in it");
        }
        String name = parts.get(parts.size() - 1);
        boolean temporary = name.startsWith("#"); // in whatever schema it is named
        String schema = parts.size() == 2 && !temporary ? parts.get(0) : null;
        if ("sys".equalsIgnoreCase(schema)) {
            throw new UntranslatableException("a system object");
        }
        return new ObjectName(schema, name);
    }

    /**
     * The same for whatever differs in capitals alone.
     *
     * @return in lower case; with dbo where the statement leaves the schema to the connection
     */
    public ObjectName folded() {
        return new ObjectName(schema == null ? "dbo" : schema.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
    }

    /**
     * The name for H2.
     *
     * @return in quotes, with its schema if the statement names one
     */
    public String h2() {
        return inSchema(name);
    }

    /**
     * Another name in the same schema, for H2.
     *
     * @param other without brackets
     * @return in quotes, with the schema if the statement names one
     */
    public String inSchema(String other) {
        return schema == null ? QuotedName.of(other) : QuotedName.of(schema) + '.' + QuotedName.of(other);
    }

    /**
     * Schema and name as two arguments of a call.
     *
     * @return two literals of H2's, the first one NULL where the statement names no schema
     */
    public String arguments() {
        return SqlLiteral.h2OrNull(schema) + ", " + SqlLiteral.h2(name);
    }
}
