package dev.palindrome.database.definition;

import dev.palindrome.database.DatabaseException;
import dev.palindrome.sql.CollationName;
import dev.palindrome.text.VisibleText;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a SQL Server collation, such as {@code Latin1_General_100_CI_AS_SC_UTF8}. Its parts say how text compares
 * (Microsoft docs: "Collation and Unicode support").
 */
public record Collation(String name) {

    private static final Pattern NAME = Pattern.compile("^[A-Za-z0-9]++(?:_[A-Za-z0-9]++)++");

    /**
     * With which word each begins (Microsoft docs: "Windows collation name", "SQL Server collation name", "Collation and Unicode
     * support"). A server knows better; this is for where there is none.
     */
    private static final Set<String> FIRST_WORDS = Set.of("""
                    ALBANIAN ARABIC ASSAMESE AZERI BASHKIR BENGALI BOSNIAN BRETON CHINESE COMPATIBILITY
                    CORSICAN CROATIAN CYRILLIC CZECH DANISH DARI DIVEHI ESTONIAN FINNISH FRENCH FRISIAN
                    GEORGIAN GERMAN GREEK HEBREW HINDI HUNGARIAN ICELANDIC INDIC JAPANESE KAZAKH KHMER KOREAN
                    LAO LATIN1 LATVIAN LITHUANIAN MACEDONIAN MALTESE MAORI MAPUDUNGAN MODERN MOHAWK NEPALI
                    NORWEGIAN PASHTO PERSIAN POLISH ROMANIAN ROMANSH SAMI SERBIAN SLOVAK SLOVENIAN SQL SYRIAC
                    TAMAZIGHT TATAR THAI TIBETAN TRADITIONAL TURKISH TURKMEN UIGHUR UKRAINIAN UPPER URDU UTF8
                    UZBEK VIETNAMESE WELSH YAKUT
            """.strip().split("\\s+"));

    public Collation {
        name = name.strip();
        if (!NAME.matcher(name).matches()) {
            throw unknown(name);
        }
    }

    /**
     * The same collation, if SQL Server can have it.
     *
     * @throws DatabaseException if its name begins like none of SQL Server's, or nearly like one
     */
    public Collation requireKnown() {
        if (!FIRST_WORDS.contains(words().get(0))) {
            throw unknown(name);
        }
        CollationName.meant(name).ifPresent(meant -> {
            throw new DatabaseException("There is no collation %s (is %s meant?)."
                    .formatted(VisibleText.line(name), VisibleText.line(meant)));
        });
        return this;
    }

    public boolean isCaseSensitive() {
        return has("CS") || isBinary();
    }

    public boolean isAccentSensitive() {
        return has("AS") || isBinary();
    }

    /** Whether the name says how case counts; every collation of SQL Server's does. */
    public boolean saysHowToCompare() {
        return has("CS") || has("CI") || isBinary();
    }

    private static DatabaseException unknown(String name) {
        return new DatabaseException("'%s' is not the name of a SQL Server collation.".formatted(name)
                + " They look like Latin1_General_CI_AS; SELECT name FROM sys.fn_helpcollations() lists them.");
    }

    private boolean isBinary() {
        return has("BIN") || has("BIN2");
    }

    private boolean has(String part) {
        return words().contains(part);
    }

    private List<String> words() {
        return List.of(name.toUpperCase(Locale.ROOT).split("_"));
    }
}
