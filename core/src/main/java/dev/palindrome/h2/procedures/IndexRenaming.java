package dev.palindrome.h2.procedures;

import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.SqlText;
import java.sql.SQLException;

/** Gives an index another name in H2 and in its record. */
final class IndexRenaming {

    private IndexRenaming() {}

    static void rename(H2Table table, String old, String name, Recorded recorded) throws SQLException {
        String schema = SqlText.name(table.schema()) + ".";
        table.execute("ALTER INDEX " + schema + SqlText.name(old) + " RENAME TO " + SqlText.name(name));
        record(table, name, recorded);
    }

    static void record(H2Table table, String name, Recorded recorded) throws SQLException {
        table.execute("COMMENT ON INDEX " + SqlText.name(table.schema()) + "." + SqlText.name(name) + " IS "
                + SqlText.string(recorded.text()));
    }
}
