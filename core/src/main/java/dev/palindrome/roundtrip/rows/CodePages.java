package dev.palindrome.roundtrip.rows;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.PortableName;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.SqlTypeFamily;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What VARCHAR and CHAR hold of a text on SQL Server, where the embedded engine holds all of it: the letters of a code page,
 * which is that of the collation, and a question mark for each other (Microsoft: char-and-varchar-transact-sql,
 * collation-and-unicode-support).
 *
 * @param collation the database's; empty for the usual one
 */
public record CodePages(Optional<String> collation) {

    private static final String USUAL = "windows-1252";

    /** By how names of collations begin (Microsoft: code-page-identifiers, and Windows collations by locale). */
    private static final Map<String, String> BY_LANGUAGE = Map.ofEntries(
            Map.entry("ALBANIAN", "windows-1250"),
            Map.entry("ARABIC", "windows-1256"),
            Map.entry("CHINESE_PRC", "GBK"),
            Map.entry("CHINESE_SIMPLIFIED", "GBK"),
            Map.entry("CHINESE", "Big5"),
            Map.entry("CROATIAN", "windows-1250"),
            Map.entry("CYRILLIC", "windows-1251"),
            Map.entry("CZECH", "windows-1250"),
            Map.entry("ESTONIAN", "windows-1257"),
            Map.entry("GREEK", "windows-1253"),
            Map.entry("HEBREW", "windows-1255"),
            Map.entry("HUNGARIAN", "windows-1250"),
            Map.entry("JAPANESE", "windows-31j"),
            Map.entry("KOREAN", "x-windows-949"),
            Map.entry("LATVIAN", "windows-1257"),
            Map.entry("LITHUANIAN", "windows-1257"),
            Map.entry("POLISH", "windows-1250"),
            Map.entry("ROMANIAN", "windows-1250"),
            Map.entry("SLOVAK", "windows-1250"),
            Map.entry("SLOVENIAN", "windows-1250"),
            Map.entry("THAI", "x-windows-874"),
            Map.entry("TURKISH", "windows-1254"),
            Map.entry("UKRAINIAN", "windows-1251"),
            Map.entry("VIETNAMESE", "windows-1258"));

    /** Puts question marks where SQL Server would have put them. */
    public void apply(Connection connection, Table table) throws SQLException {
        for (Column column : table.columns()) {
            if (column.isInsertable()
                    && column.type().filter(CodePages::hasCodePage).isPresent()) {
                Optional<Charset> page =
                        page(column.object().get(Property.COLLATION).or(this::collation));
                if (page.isPresent()) {
                    apply(connection, table, column, page.get().newEncoder());
                }
            }
        }
    }

    private static boolean hasCodePage(DeclaredType type) {
        return type.is(SqlTypeFamily.TEXT);
    }

    /** Empty where all letters are held. */
    static Optional<Charset> page(Optional<String> collation) {
        String name = collation.orElse("").toUpperCase(Locale.ROOT);
        if (name.endsWith("_UTF8")) {
            return Optional.empty();
        }
        String page = BY_LANGUAGE.entrySet().stream()
                .filter(entry -> name.startsWith(entry.getKey()))
                .max(Map.Entry.comparingByKey((one, other) -> Integer.compare(one.length(), other.length())))
                .map(Map.Entry::getValue)
                .orElse(USUAL);
        return Optional.of(page).filter(Charset::isSupported).map(Charset::forName);
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
