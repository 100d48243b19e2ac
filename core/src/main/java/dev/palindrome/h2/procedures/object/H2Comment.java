package dev.palindrome.h2.procedures.object;

import dev.palindrome.h2.definition.DefinitionComment;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.Recorded;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What makes an object in H2, and the record in its comment.
 *
 * @param definition H2's own statement
 * @param recorded nothing where there is no comment, or none of ours
 */
public record H2Comment(String definition, Recorded recorded) {

    private static final String DEFINITION = "SELECT DB_OBJECT_SQL(?, ?, ?)";

    /**
     * Of an object in a schema, or nothing if there is none.
     *
     * @param kind TABLE for views as well, INDEX or CONSTRAINT
     */
    public static Optional<H2Comment> find(Connection connection, String kind, String schema, String name)
            throws SQLException {
        return SqlRunner.on(connection)
                .query(DEFINITION, kind, schema, name)
                .first(row -> Optional.ofNullable(row.getString(1)))
                .flatMap(found -> found)
                .map(sql -> new H2Comment(sql, DefinitionComment.of(sql)));
    }

    /** @param object kind and name as COMMENT ON takes them */
    public static void write(Connection connection, String object, Recorded recorded) throws SQLException {
        String comment = recorded.facts().isEmpty() ? "NULL" : SqlLiteral.h2(recorded.text());
        SqlRunner.on(connection).run("COMMENT ON " + object + " IS " + comment);
    }
}
