package dev.palindrome.schema;

import java.util.List;

/**
 * Names a table or anything else that lives in a schema.
 *
 * @param schema such as {@code dbo}
 * @param name without schema
 */
public record TableName(String schema, String name) {

    private static final String DEFAULT_SCHEMA = "dbo";

    /**
     * Reads a name as scripts and messages write it.
     *
     * @param text {@code users}, {@code dbo.users} or {@code [dbo].[users]}; without a schema {@code dbo} is meant
     * @return the name
     */
    public static TableName parse(String text) {
        if (text.contains("[")) {
            List<String> parts = ColumnList.parse(text).name();
            return parts.size() == 1 ? new TableName(DEFAULT_SCHEMA, parts.get(0)) : of(parts);
        }
        int dot = text.indexOf('.');
        return dot < 0
                ? new TableName(DEFAULT_SCHEMA, text)
                : new TableName(text.substring(0, dot), text.substring(dot + 1));
    }

    static TableName of(List<String> parts) {
        return new TableName(parts.get(0), parts.get(1));
    }

    List<String> parts() {
        return List.of(schema, name);
    }

    /** Schema and name. */
    @Override
    public String toString() {
        return Names.plain(parts());
    }
}
