package dev.palindrome.sql;

import dev.palindrome.text.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The name of a SQL Server collation: a language or alphabet, perhaps a version or a code page, and how texts compare. A server
 * knows all 5,500; here, only the first part is held against those that there are, whatever the version.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/statements/windows-collation-name-transact-sql">Windows collation name</a>
 * @see <a href="https://learn.microsoft.com/sql/t-sql/statements/sql-server-collation-name-transact-sql">SQL Server collation
 *     name</a>
 * @see <a href="https://learn.microsoft.com/sql/relational-databases/collations/collation-and-unicode-support">Collation and
 *     Unicode support</a>
 */
public final class CollationName {

    private static final List<String> LANGUAGES = Arrays.asList("""
            Albanian Arabic Assamese Azeri_Cyrillic Azeri_Latin Bashkir Bengali Bosnian_Cyrillic Bosnian_Latin Breton
            Chinese_Hong_Kong_Stroke Chinese_PRC Chinese_PRC_Stroke Chinese_Simplified_Pinyin
            Chinese_Simplified_Stroke_Order Chinese_Taiwan_Bopomofo Chinese_Taiwan_Stroke Chinese_Traditional_Bopomofo
            Chinese_Traditional_Pinyin Chinese_Traditional_Stroke_Count Chinese_Traditional_Stroke_Order Compatibility
            Corsican Croatian Cyrillic_General Czech Danish_Greenlandic Danish_Norwegian Dari Divehi Estonian
            Finnish_Swedish French Frisian Georgian_Modern_Sort German_PhoneBook Greek Hebrew Hindi Hungarian
            Hungarian_Technical Icelandic Indic_General Japanese Japanese_Bushu_Kakusu Japanese_Unicode Japanese_XJIS
            Kazakh Khmer Korean Korean_Wansung Korean_Wansung_Unicode Lao Latin1_General Latvian Lithuanian
            Lithuanian_Classic Macedonian Macedonian_FYROM Maltese Maori Mapudungan Modern_Spanish Mohawk Nepali Norwegian
            Pashto Persian Polish Romanian Romansh Sami_Norway Sami_Sweden_Finland Serbian_Cyrillic Serbian_Latin Slovak
            Slovenian Syriac Tamazight Tatar Thai Tibetan Traditional_Spanish Turkish Turkmen Uighur Ukrainian
            Upper_Sorbian Urdu UTF8 Uzbek_Latin Vietnamese Welsh Yakut
            SQL_1xCompat SQL_AltDiction SQL_AltDiction_Pref SQL_Croatian SQL_Czech SQL_Danish_Pref SQL_Estonian
            SQL_Hungarian SQL_Icelandic_Pref SQL_Latin1_General SQL_Latin1_General_Pref SQL_Latvian SQL_Lithuanian
            SQL_MixDiction SQL_Polish SQL_Romanian SQL_Scandinavian SQL_Scandinavian_Pref SQL_Slovak SQL_Slovenian
            SQL_SwedishPhone_Pref SQL_SwedishStd_Pref SQL_Ukrainian
            """.strip().split("\\s+"));

    private static final Map<String, String> KNOWN =
            LANGUAGES.stream().collect(Collectors.toMap(CollationName::key, Function.identity()));

    /** From where on there is a version, a code page, or how texts compare. */
    private static final Pattern REST = Pattern.compile(
            "_(?:[0-9]{2,3}|CP[0-9]{1,5}|C[IS]_A[IS]|BIN2?)(?:_[A-Z0-9]{1,6}){0,9}+$", Pattern.CASE_INSENSITIVE);

    private CollationName() {}

    /**
     * The name that is probably meant by one that is misspelt.
     *
     * @param name of a collation
     * @return missing where the language or alphabet is one that there is, and where none is near: it may be a new one
     */
    public static Optional<String> meant(String name) {
        Matcher rest = REST.matcher(name);
        if (!rest.find()) {
            return Optional.empty();
        }
        String language = name.substring(0, rest.start());
        return KNOWN.containsKey(key(language))
                ? Optional.empty()
                : NearestName.of(language, LANGUAGES).map(near -> near + name.substring(rest.start()));
    }

    private static String key(String language) {
        return language.toLowerCase(Locale.ROOT);
    }
}
