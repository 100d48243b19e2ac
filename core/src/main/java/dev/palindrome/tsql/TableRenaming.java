package dev.palindrome.tsql;

import dev.palindrome.tsql.Recorded.Fact;
import java.sql.SQLException;
import java.util.List;

/** Renames a table, and with it its indexes, which carry its name in H2. */
final class TableRenaming {

    private static final String INDEXES = """
            SELECT INDEX_NAME FROM INFORMATION_SCHEMA.INDEXES
            WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND NOT IS_GENERATED
            """;

    private static final String REMARKS = """
            SELECT REMARKS FROM INFORMATION_SCHEMA.INDEXES
            WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND INDEX_NAME = ?
            """;

    private final H2Table table;

    TableRenaming(H2Table table) {
        this.table = table;
    }

    void rename(String newName) throws SQLException {
        List<String> indexes = table.texts(INDEXES);
        table.execute("ALTER TABLE " + table.h2() + " RENAME TO " + SqlText.name(newName));
        H2Table renamed = new H2Table(table.connection(), table.schema(), newName);
        for (String index : indexes) {
            Recorded recorded = Recorded.parse(renamed.texts(REMARKS, index).get(0));
            String name = recorded.get(Fact.NAME).orElse(index);
            IndexRenaming.rename(renamed, index, CreateIndex.h2Name(newName, name), recorded);
        }
    }
}
