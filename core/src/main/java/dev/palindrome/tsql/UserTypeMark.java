package dev.palindrome.tsql;

import dev.palindrome.sql.SqlLiteral;
import java.util.Optional;

/**
 * What stands behind the type that an alias stands for, where a statement is rewritten once the alias is known: {@code
 * NVARCHAR(50) @@palindrome_type N'[dbo].[name]' 'not null'}.
 *
 * @param name of the alias, with its schema, in brackets
 * @param notNull whether a column of that type takes no NULL unless it is said
 */
public record UserTypeMark(String name, boolean notNull) {

    private static final String MARK = "@@palindrome_type";

    private static final String NOT_NULL = "not null";

    /**
     * For the statement.
     *
     * @return what {@link #read} reads
     */
    public String text() {
        return " " + MARK + " " + SqlLiteral.of(name) + " '" + (notNull ? NOT_NULL : "null") + "'";
    }

    /**
     * Reads one, if it comes next.
     *
     * @param reader behind a type
     * @return nothing for a type that is no alias
     */
    public static Optional<UserTypeMark> read(TokenReader reader) {
        if (reader.peek().kind() != Token.Kind.VARIABLE || !reader.peek().text().equals(MARK)) {
            return Optional.empty();
        }
        reader.next();
        String name = reader.next().value();
        return Optional.of(new UserTypeMark(name, reader.next().value().equals(NOT_NULL)));
    }
}
