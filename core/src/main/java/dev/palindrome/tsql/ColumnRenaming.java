package dev.palindrome.tsql;

import dev.palindrome.tsql.Recorded.Fact;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;

/** Renames a column, and names it anew in the records that mention it. */
final class ColumnRenaming {

    private static final String INDEXES = """
            SELECT INDEX_NAME FROM INFORMATION_SCHEMA.INDEXES
            WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND REMARKS IS NOT NULL
            """;

    private static final String INDEX_REMARKS = """
            SELECT REMARKS FROM INFORMATION_SCHEMA.INDEXES
            WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND INDEX_NAME = ?
            """;

    private static final String CONSTRAINTS = """
            SELECT CONSTRAINT_NAME FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS
            WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND REMARKS IS NOT NULL
            """;

    private static final String CONSTRAINT_REMARKS = """
            SELECT REMARKS FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS
            WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND CONSTRAINT_NAME = ?
            """;

    private final H2Table table;

    ColumnRenaming(H2Table table) {
        this.table = table;
    }

    void rename(String old, String name, Supplier<SQLException> notFound) throws SQLException {
        Recorded recorded = table.column(old).orElse(null);
        if (recorded == null) {
            throw notFound.get();
        }
        refuseEnforced(old, recorded);
        table.execute("ALTER TABLE " + table.h2() + " ALTER COLUMN " + SqlText.name(old) + " RENAME TO "
                + SqlText.name(name));
        String oldName = KeyColumn.bracketed(old);
        String newName = KeyColumn.bracketed(name);
        indexes(oldName, newName);
        constraints(oldName, newName);
    }

    /** SQL Server protects what its checks, filters and computed columns are written with. */
    private void refuseEnforced(String column, Recorded recorded) throws SQLException {
        List<ColumnDependents.Dependent> dependents = ColumnDependents.of(table, column, recorded);
        if (dependents.stream().anyMatch(dependent -> dependent.kind().equals("CHECK"))) {
            throw TsqlError.of(
                    15336,
                    "Object '" + table.name() + "." + column
                            + "' cannot be renamed because the object participates in enforced dependencies.");
        }
    }

    private void indexes(String old, String name) throws SQLException {
        for (String index : table.texts(INDEXES)) {
            Recorded recorded = Recorded.parse(table.texts(INDEX_REMARKS, index).get(0));
            Recorded after = replaced(recorded, Fact.INCLUDED, old, name);
            if (!after.equals(recorded)) {
                IndexRenaming.record(table, index, after);
            }
        }
    }

    private void constraints(String old, String name) throws SQLException {
        for (String constraint : table.texts(CONSTRAINTS)) {
            Recorded recorded =
                    Recorded.parse(table.texts(CONSTRAINT_REMARKS, constraint).get(0));
            Recorded after = replaced(recorded, Fact.KEY, old, name);
            if (!after.equals(recorded)) {
                new ConstraintRenaming(table).record(constraint, after);
            }
        }
    }

    private static Recorded replaced(Recorded recorded, Fact fact, String old, String name) {
        return recorded.get(fact)
                .map(text -> recorded.with(
                        fact,
                        text.replaceAll(
                                "(?i)" + java.util.regex.Pattern.quote(old),
                                java.util.regex.Matcher.quoteReplacement(name))))
                .orElse(recorded);
    }
}
