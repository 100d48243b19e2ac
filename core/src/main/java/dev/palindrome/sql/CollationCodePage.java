package dev.palindrome.sql;

import java.nio.charset.Charset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which code page VARCHAR and CHAR have under a collation of SQL Server's, told by its name. */
public final class CollationCodePage {

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

    private CollationCodePage() {}

    /**
     * The page, as Java has it.
     *
     * @param collation its name in any case; empty for the usual one
     * @return empty where all letters are held, or nobody knows which
     */
    public static Optional<Charset> of(String collation) {
        String name = collation.toUpperCase(Locale.ROOT);
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
}
