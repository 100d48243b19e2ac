package dev.palindrome.sql;

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
     * @param text {@code users}, {@code dbo.users}, {@code [dbo].[users]} or {@code dbo.[users]}; without a schema {@code dbo} is meant
     * @return the name
     */
    public static TableName parse(String text) {
        int dot = text.indexOf('.', text.startsWith("[") ? closing(text) : 0);
        return dot < 0
                ? new TableName(DEFAULT_SCHEMA, unquoted(text))
                : new TableName(unquoted(text.substring(0, dot)), unquoted(text.substring(dot + 1)));
    }

    private static String unquoted(String part) {
        return part.startsWith("[") && closing(part) == part.length() - 1
                ? part.substring(1, part.length() - 1).replace("]]", "]")
                : part;
    }

    /** The offset of the bracket that closes the first one; a doubled one stands for itself. */
    private static int closing(String text) {
        int at = text.indexOf(']');
        while (at >= 0 && text.startsWith("]]", at)) {
            at = text.indexOf(']', at + 2);
        }
        return at;
    }

    /**
     * Schema and name.
     *
     * @return always two parts, as they are, without brackets
     */
    public List<String> parts() {
        return List.of(schema, name);
    }

    /** Schema and name. */
    @Override
    public String toString() {
        return BracketedName.readable(parts());
    }
}
