package dev.palindrome.h2.administration;

import dev.palindrome.h2.definition.H2Column;
import dev.palindrome.h2.definition.H2TablePart;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.Recorded.Fact;
import java.sql.SQLException;

/** The unique index by which a full-text index finds rows. */
final class FullTextKey {

    private static final String UNIQUE =
            "SELECT 1 FROM INFORMATION_SCHEMA.INDEXES WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?"
                    + " AND INDEX_NAME = ? AND INDEX_TYPE_NAME LIKE 'UNIQUE%'";

    private FullTextKey() {}

    /** Its name as SQL Server's catalogue questions tell it: by its kind if the name was made up. */
    static String of(H2Table table, String key) throws SQLException {
        for (H2TablePart part : table.parts()) {
            boolean index = part.kind().equals("INDEX");
            boolean constraint =
                    part.kind().equals("PRIMARY KEY") || part.kind().equals("UNIQUE");
            boolean meant = part.recorded().get(Fact.NAME).orElse(part.name()).equalsIgnoreCase(key);
            if (meant && (constraint || index && isUnique(table, part)) && fits(table, part)) {
                return constraint && part.recorded().is(Fact.SYSTEM_NAMED)
                        ? part.kind().replace(' ', '_') + "_CONSTRAINT"
                        : BracketedName.of(part.recorded().get(Fact.NAME).orElse(part.name()));
            }
        }
        throw TsqlError.of(
                7653,
                "'" + key + "' is not a valid index to enforce a full-text search key. A full-text search key must be a"
                        + " unique, non-nullable, single-column index which is not offline, is not defined on a"
                        + " non-deterministic or imprecise nonpersisted computed column, does not have a filter, and has"
                        + " maximum size of 900 bytes. Choose another index for the full-text key.");
    }

    private static boolean isUnique(H2Table table, H2TablePart index) throws SQLException {
        return SqlRunner.on(table.connection())
                .query(UNIQUE, table.schema(), table.name(), index.name())
                .hasRows();
    }

    private static boolean fits(H2Table table, H2TablePart part) throws SQLException {
        boolean nullable = part.columns().size() != 1
                || table.h2Column(part.columns().get(0))
                        .filter(H2Column::nullable)
                        .isPresent();
        return !nullable
                && part.recorded().get(Fact.FILTER).isEmpty()
                && !part.recorded().is(Fact.DISABLED);
    }
}
