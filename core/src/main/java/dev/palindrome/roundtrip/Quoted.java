package dev.palindrome.roundtrip;

import dev.palindrome.schema.Table;

/**
 * Names in SQL that both engines are asked without the T-SQL front. H2 reads brackets, but not a bracket within them; quotes
 * it reads as SQL Server does, where QUOTED_IDENTIFIER is on as the driver sets it (Microsoft: database-identifiers).
 */
final class Quoted {

    private Quoted() {}

    /** {@code "a]b"}. */
    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** {@code "dbo"."users"}. */
    static String table(Table table) {
        return name(table.schema()) + '.' + name(table.name());
    }
}
