package dev.palindrome.h2.procedures;

import dev.palindrome.h2.definition.H2Identifiers;
import dev.palindrome.h2.procedures.object.H2Comment;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Token;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Renames a sequence, which H2 cannot: another one of the new name goes on where it is. */
final class SequenceRenaming {

    /** H2's number for something that is needed. */
    private static final int NEEDED = 90107;

    private final Connection connection;
    private final String schema;
    private final String name;

    SequenceRenaming(Connection connection, String schema, String name) {
        this.connection = connection;
        this.schema = schema;
        this.name = name;
    }

    void rename(String newName) throws SQLException {
        RenameSteps.run(name, newName, this::move);
    }

    private void move(String from, String to) throws SQLException {
        SqlRunner sql = SqlRunner.on(connection);
        String definition = H2Identifiers.plain(sql.query("SELECT DB_OBJECT_SQL('SEQUENCE', ?, ?)", schema, from)
                .first(row -> row.getString(1))
                .orElseThrow());
        List<Token> tokens = Lexer.tokens(definition, 1);
        String options = definition.substring(tokens.get(4).end());
        @Nullable String remarks = sql.query(
                        "SELECT COALESCE(REMARKS, '') FROM INFORMATION_SCHEMA.SEQUENCES WHERE SEQUENCE_SCHEMA = ? AND SEQUENCE_NAME = ?",
                        schema,
                        from)
                .first(row -> row.getString(1))
                .orElse("");
        String renamed = QuotedName.of(schema, to);
        sql.run("CREATE SEQUENCE " + renamed + options);
        H2Comment.write(connection, "SEQUENCE " + renamed, Recorded.parse(remarks));
        try {
            sql.run("DROP SEQUENCE " + QuotedName.of(schema, from));
        } catch (SQLException e) {
            sql.run("DROP SEQUENCE " + renamed);
            throw e.getErrorCode() == NEEDED ? TableRenaming.enforced(from) : e;
        }
    }
}
