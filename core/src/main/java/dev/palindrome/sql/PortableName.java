package dev.palindrome.sql;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Names in SQL that both engines are asked without the T-SQL front. H2 reads brackets, but not a bracket within them: such a name
 * stands in quotes, which SQL Server reads where QUOTED_IDENTIFIER is on as the driver sets it (Microsoft:
 * database-identifiers). All others stand in brackets, because a migration may have switched that setting off.
 */
public final class PortableName {

    private PortableName() {}

    /**
     * A name of one part.
     *
     * @param name as it is
     * @return such as {@code [users]}, or {@code "a]b"}
     */
    public static String of(String name) {
        return name.indexOf(']') >= 0 ? QuotedName.of(name) : BracketedName.of(name);
    }

    /**
     * A table with its schema.
     *
     * @param schema its name, as it is
     * @param table its name, as it is
     * @return such as {@code [dbo].[users]}
     */
    public static String of(String schema, String table) {
        return of(schema) + '.' + of(table);
    }

    /**
     * Names for a list of columns.
     *
     * @param names each of one part, as it is
     * @return such as {@code [id], [email]}
     */
    public static String list(List<String> names) {
        return names.stream().map(PortableName::of).collect(Collectors.joining(", "));
    }
}
