package dev.palindrome.h2.procedures;

import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.Recorded;
import java.sql.SQLException;

/** Gives an index another name in H2 and in its record. */
final class IndexRenaming {

    private IndexRenaming() {}

    static void rename(H2Table table, String old, String name, Recorded recorded) throws SQLException {
        String schema = QuotedName.of(table.schema()) + ".";
        RenameSteps.run(
                old,
                name,
                (from, to) -> table.execute(
                        "ALTER INDEX " + schema + QuotedName.of(from) + " RENAME TO " + QuotedName.of(to)));
        record(table, name, recorded);
    }

    static void record(H2Table table, String name, Recorded recorded) throws SQLException {
        table.execute("COMMENT ON INDEX " + QuotedName.of(table.schema()) + "." + QuotedName.of(name) + " IS "
                + SqlLiteral.h2(recorded.text()));
    }
}
