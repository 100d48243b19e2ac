package dev.palindrome.h2.procedures.object;

import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.HiddenName;
import dev.palindrome.tsql.Recorded;
import java.sql.SQLException;
import java.util.List;

/**
 * A constraint of a table.
 *
 * @param table its table
 * @param name its name
 * @param kind PRIMARY KEY, UNIQUE, FOREIGN KEY or CHECK
 * @param index the name of the index that it uses in H2, empty for none
 * @param recorded its record
 */
public record H2Constraint(H2Table table, String name, String kind, String index, Recorded recorded) {

    private static final String OF_TABLE = """
            SELECT CONSTRAINT_NAME, CONSTRAINT_TYPE, COALESCE(INDEX_NAME, ''), COALESCE(REMARKS, '')
            FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?""";

    private static final String REFERENCING =
            "SELECT 1 FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS WHERE UNIQUE_CONSTRAINT_SCHEMA = ? AND UNIQUE_CONSTRAINT_NAME = ?";

    public static List<H2Constraint> of(H2Table table) throws SQLException {
        return SqlRunner.on(table.connection())
                .query(OF_TABLE, table.schema(), table.name())
                .list(row -> new H2Constraint(
                        table, row.getString(1), row.getString(2), row.getString(3), Recorded.parse(row.getString(4))));
    }

    public boolean isForeignKey() {
        return kind.equals("FOREIGN KEY");
    }

    public boolean isCheck() {
        return kind.equals("CHECK");
    }

    /** Whether it is the front's and no script's. */
    public boolean isHidden() {
        return HiddenName.is(name);
    }

    /** Whether a foreign key points to it. */
    public boolean isReferenced() throws SQLException {
        return SqlRunner.on(table.connection())
                .query(REFERENCING, table.schema(), name)
                .hasRows();
    }

    /** What makes it again without a look at the rows. */
    public String definition() throws SQLException {
        return SqlRunner.on(table.connection())
                .query("SELECT DB_OBJECT_SQL('CONSTRAINT', ?, ?)", table.schema(), name)
                .first(row -> row.getString(1))
                .orElseThrow(() -> new SQLException("The constraint " + name + " has no definition."));
    }

    public void drop() throws SQLException {
        table.execute("ALTER TABLE " + table.h2() + " DROP CONSTRAINT " + QuotedName.of(name));
    }

    /** Takes what is said here in its place, or leaves it as it is if H2 refuses that. */
    public void replace(String body, Recorded record) throws SQLException {
        String before = definition();
        String comment = record.facts().isEmpty() ? "" : " COMMENT " + SqlLiteral.h2(record.text());
        drop();
        try {
            table.execute(
                    "ALTER TABLE " + table.h2() + " ADD CONSTRAINT " + QuotedName.of(name) + comment + " " + body);
        } catch (SQLException e) {
            table.execute(before);
            throw e;
        }
    }
}
