package dev.palindrome.sql;

import dev.palindrome.schema.Table;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Names in SQL that both engines are asked without the T-SQL front. H2 reads brackets, but not a bracket within them: such a
 * name stands in quotes, which SQL Server reads where QUOTED_IDENTIFIER is on as the driver sets it (Microsoft:
 * database-identifiers). All others stand in brackets, because a migration may have switched that setting off.
 */
public final class SqlNames {

    private SqlNames() {}

    /**
     * A name of one part.
     *
     * @param name as it is
     * @return such as {@code [users]}, or {@code "a]b"}
     */
    public static String name(String name) {
        return name.indexOf(']') < 0 ? '[' + name + ']' : '"' + name.replace("\"", "\"\"") + '"';
    }

    /**
     * Names for a list of columns.
     *
     * @param names each of one part, as it is
     * @return such as {@code [id], [email]}
     */
    public static String list(List<String> names) {
        return names.stream().map(SqlNames::name).collect(Collectors.joining(", "));
    }

    /**
     * A table with its schema.
     *
     * @param table any
     * @return such as {@code [dbo].[users]}
     */
    public static String table(Table table) {
        return table(table.schema(), table.name());
    }

    /**
     * A table with its schema.
     *
     * @param schema its name, as it is
     * @param table its name, as it is
     * @return such as {@code [dbo].[users]}
     */
    public static String table(String schema, String table) {
        return name(schema) + '.' + name(table);
    }
}
