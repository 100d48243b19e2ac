package dev.palindrome.h2.procedures;

import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import java.sql.SQLException;

/** Renames a key, foreign key or check. */
final class ConstraintRenaming {

    private static final String REMARKS = """
            SELECT COALESCE(REMARKS, '') FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS
            WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND CONSTRAINT_NAME = ?
            """;

    private final H2Table table;

    ConstraintRenaming(H2Table table) {
        this.table = table;
    }

    void rename(String old, String name) throws SQLException {
        Recorded recorded = Recorded.parse(table.texts(REMARKS, old).get(0)).without(Fact.SYSTEM_NAMED);
        RenameSteps.run(
                old,
                name,
                (from, to) -> table.execute("ALTER TABLE " + table.h2() + " RENAME CONSTRAINT " + QuotedName.of(from)
                        + " TO " + QuotedName.of(to)));
        record(name, recorded);
    }

    void record(String name, Recorded recorded) throws SQLException {
        String comment = recorded.facts().isEmpty() ? "NULL" : SqlLiteral.h2(recorded.text());
        table.execute("COMMENT ON CONSTRAINT " + QuotedName.of(table.schema()) + "." + QuotedName.of(name) + " IS "
                + comment);
    }
}
