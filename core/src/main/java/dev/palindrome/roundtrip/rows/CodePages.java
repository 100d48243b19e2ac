package dev.palindrome.roundtrip.rows;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.Table;
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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

    private static final int USUAL = 1252;

    /**
     * By how names of Windows collations begin (Microsoft: Windows collation name, code-page-identifiers). Those that have no
     * code page, such as Indic_General, are not here: VARCHAR cannot have them.
     */
    private static final Map<Integer, List<String>> LANGUAGES = Map.ofEntries(
            Map.entry(
                    1250,
                    List.of(
                            "ALBANIAN",
                            "BOSNIAN_LATIN",
                            "CROATIAN",
                            "CZECH",
                            "HUNGARIAN",
                            "POLISH",
                            "ROMANIAN",
                            "SERBIAN_LATIN",
                            "SLOVAK",
                            "SLOVENIAN",
                            "TURKMEN")),
            Map.entry(
                    1251,
                    List.of(
                            "AZERI_CYRILLIC_90",
                            "BASHKIR",
                            "BOSNIAN_CYRILLIC",
                            "CYRILLIC",
                            "KAZAKH",
                            "MACEDONIAN",
                            "SERBIAN_CYRILLIC",
                            "TATAR",
                            "UKRAINIAN",
                            "YAKUT")),
            Map.entry(
                    1252,
                    List.of(
                            "BRETON",
                            "CORSICAN",
                            "DANISH",
                            "FINNISH",
                            "FRENCH",
                            "FRISIAN",
                            "GEORGIAN",
                            "GERMAN",
                            "ICELANDIC",
                            "LATIN1_GENERAL",
                            "MAPUDUNGAN",
                            "MODERN_SPANISH",
                            "MOHAWK",
                            "NORWEGIAN",
                            "ROMANSH",
                            "SAMI",
                            "SWEDISH",
                            "TAMAZIGHT",
                            "TRADITIONAL_SPANISH",
                            "UPPER_SORBIAN",
                            "WELSH")),
            Map.entry(1253, List.of("GREEK")),
            Map.entry(1254, List.of("AZERI_LATIN_90", "TURKISH", "UZBEK_LATIN")),
            Map.entry(1255, List.of("HEBREW")),
            Map.entry(1256, List.of("ARABIC", "DARI", "PERSIAN", "UIGHUR", "URDU")),
            Map.entry(1257, List.of("ESTONIAN", "LATVIAN", "LITHUANIAN")),
            Map.entry(1258, List.of("VIETNAMESE")),
            Map.entry(874, List.of("THAI")),
            Map.entry(932, List.of("JAPANESE")),
            Map.entry(936, List.of("CHINESE_PRC", "CHINESE_SIMPLIFIED")),
            Map.entry(949, List.of("KOREAN")),
            Map.entry(950, List.of("CHINESE")));

    private static final Map<String, Integer> BY_LANGUAGE = LANGUAGES.entrySet().stream()
            .flatMap(page -> page.getValue().stream().map(language -> Map.entry(language, page.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** Where Java's name is not windows- and the number. */
    private static final Map<Integer, String> NAMES = Map.of(
            437, "IBM437",
            850, "IBM850",
            874, "x-windows-874",
            932, "windows-31j",
            936, "x-mswin-936",
            949, "x-windows-949",
            950, "x-windows-950");

    /** In names of SQL Server's own collations: SQL_Latin1_General_CP1251_CI_AS. */
    private static final Pattern NUMBER = Pattern.compile("^SQL_.*_CP(\\d{1,5})_.*");

    /** How the names say 1252. */
    private static final int SHORT = 1;

    /**
     * Puts question marks where SQL Server would have put them. A column whose texts may not become these is left as it is.
     */
    public void apply(Transaction transaction, Table table) throws SQLException {
        for (Column column : table.columns()) {
            if (column.isInsertable()
                    && column.type().filter(CodePages::hasCodePage).isPresent()) {
                Optional<Charset> page =
                        page(column.object().get(Property.COLLATION).or(this::collation));
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

    /** Empty where all letters are held, or nobody knows which. */
    static Optional<Charset> page(Optional<String> collation) {
        String name = collation.orElse("").toUpperCase(Locale.ROOT);
        if (name.endsWith("_UTF8")) {
            return Optional.empty();
        }
        return number(name)
                .map(page -> NAMES.getOrDefault(page, "windows-" + page))
                .filter(Charset::isSupported)
                .map(Charset::forName);
    }

    private static Optional<Integer> number(String collation) {
        if (collation.isEmpty() || collation.equals("DATABASE_DEFAULT")) {
            return Optional.of(USUAL);
        }
        Matcher named = NUMBER.matcher(collation);
        if (named.matches()) {
            int page = Integer.parseInt(named.group(1));
            return Optional.of(page == SHORT ? USUAL : page);
        }
        return BY_LANGUAGE.entrySet().stream()
                .filter(entry -> collation.startsWith(entry.getKey()))
                .max(Map.Entry.comparingByKey(Comparator.comparingInt(String::length)))
                .map(Map.Entry::getValue);
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
