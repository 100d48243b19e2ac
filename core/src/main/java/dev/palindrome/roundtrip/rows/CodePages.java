package dev.palindrome.roundtrip.rows;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.CollationCodePage;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.PortableName;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.sql.Transaction;
import dev.palindrome.text.VisibleLog;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What VARCHAR and CHAR hold of a text on SQL Server, where the embedded engine holds all of it: the letters of a code page,
 * which is that of the collation (Microsoft: char-and-varchar-transact-sql, collation-and-unicode-support). In the place of
 * each other letter SQL Server puts the one that looks most like it, if the table of Windows for that page has one (O for a
 * Greek omega in 1252; unicode.org, MAPPINGS/VENDORS/MICSFT/WindowsBestFit), and else a question mark. Here it is always the
 * question mark: which other letter it becomes makes no difference to what is lost, and rows that are generated for such
 * columns hold nothing but ASCII, which all pages hold.
 *
 * @param collation the database's; empty for the usual one
 */
public record CodePages(Optional<String> collation) {

    private static final VisibleLog LOG = VisibleLog.of(CodePages.class);

    /**
     * Puts question marks where SQL Server would have put them. A column whose texts may not become these is left as it is.
     */
    public void apply(Transaction transaction, Table table) throws SQLException {
        for (Column column : table.columns()) {
            if (column.isInsertable()
                    && column.type().filter(CodePages::hasCodePage).isPresent()) {
                Optional<Charset> page = CollationCodePage.of(column.object()
                        .get(Property.COLLATION)
                        .or(this::collation)
                        .orElse(""));
                if (page.isPresent()) {
                    CharsetEncoder encoder = page.get().newEncoder();
                    transaction
                            .attempt(on -> apply(on, table, column, encoder))
                            .ifPresent(refused -> LOG.debug(
                                    "{}, column {} keeps letters that {} has not: {}",
                                    table.name(),
                                    column.name(),
                                    page.get(),
                                    refused.getMessage()));
                }
            }
        }
    }

    private static boolean hasCodePage(DeclaredType type) {
        return type.is(SqlTypeFamily.TEXT);
    }

    private static void apply(Connection connection, Table table, Column column, CharsetEncoder page)
            throws SQLException {
        String name = PortableName.of(column.name());
        record Change(long row, String text) {}
        List<Change> changes = new ArrayList<>();
        SqlRunner.on(connection)
                .query("SELECT _ROWID_, " + name + " FROM " + table.portableName() + " WHERE " + name + " IS NOT NULL")
                .forEach(row -> {
                    String text = row.getString(2);
                    if (!page.canEncode(text)) {
                        changes.add(new Change(row.getLong(1), held(text, page)));
                    }
                });
        for (Change change : changes) {
            SqlRunner.on(connection)
                    .update(
                            "UPDATE " + table.portableName() + " SET " + name + " = ? WHERE _ROWID_ = ?",
                            change.text(),
                            change.row());
        }
    }

    static String held(String text, CharsetEncoder page) {
        StringBuilder held = new StringBuilder();
        text.codePoints()
                .mapToObj(Character::toString)
                .forEach(letter -> held.append(page.canEncode(letter) ? letter : "?".repeat(letter.length())));
        return held.toString();
    }
}
