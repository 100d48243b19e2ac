package dev.palindrome.tsql;

import dev.palindrome.sql.BracketedName;
import java.util.List;

/**
 * The table that the embedded database has for a table type: in the front's own schema, under a name that holds the type's.
 * So its columns, keys and checks are read as those of a table are.
 */
public final class TableTypeName {

    /** Where it is. */
    public static final String SCHEMA = "palindrome";

    /** How its name begins. */
    public static final String PREFIX = "table type:";

    private static final String DEFAULT_SCHEMA = "dbo";

    private TableTypeName() {}

    /**
     * The table's name.
     *
     * @param type the type's; without a schema it is one of dbo
     * @return in the front's schema
     */
    public static ObjectName of(ObjectName type) {
        String schema = type.schema() == null ? DEFAULT_SCHEMA : type.schema();
        return new ObjectName(SCHEMA, PREFIX + BracketedName.of(List.of(schema, type.name())));
    }

    /**
     * Whether a table is one of these.
     *
     * @param schema the table's
     * @param table its name
     * @return false for any other
     */
    public static boolean isOne(String schema, String table) {
        return schema.equals(SCHEMA) && table.startsWith(PREFIX);
    }

    /**
     * The type's name.
     *
     * @param table the table's
     * @return schema and name
     */
    public static List<String> parts(String table) {
        return TokenReader.ofName(table.substring(PREFIX.length())).nameParts();
    }
}
