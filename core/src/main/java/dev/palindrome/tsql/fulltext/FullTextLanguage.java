package dev.palindrome.tsql.fulltext;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.Locale;
import java.util.Map;

/** The number of a language, as sys.fulltext_languages has it. */
final class FullTextLanguage {

    /** That of the server, unless somebody has set another one. */
    static final String USUAL = "1033";

    private static final Map<String, String> NUMBERS = Map.ofEntries(
            Map.entry("neutral", "0"),
            Map.entry("english", USUAL),
            Map.entry("british english", "2057"),
            Map.entry("german", "1031"),
            Map.entry("french", "1036"),
            Map.entry("spanish", "3082"),
            Map.entry("italian", "1040"),
            Map.entry("dutch", "1043"),
            Map.entry("portuguese", "2070"),
            Map.entry("brazilian", "1046"),
            Map.entry("swedish", "1053"),
            Map.entry("russian", "1049"),
            Map.entry("polish", "1045"),
            Map.entry("turkish", "1055"),
            Map.entry("japanese", "1041"),
            Map.entry("korean", "1042"),
            Map.entry("simplified chinese", "2052"),
            Map.entry("traditional chinese", "1028"));

    private FullTextLanguage() {}

    /** Reads {@code 1033}, {@code 0x409} or {@code 'English'}. */
    static String read(TokenReader reader) {
        Token token = reader.next();
        return switch (token.kind()) {
            case NUMBER -> token.text();
            case BINARY -> String.valueOf(Integer.parseInt(token.text().substring(2), 16));
            case STRING, WORD, NAME -> {
                String number = NUMBERS.get(token.value().toLowerCase(Locale.ROOT));
                if (number == null) {
                    throw new UntranslatableException("the language " + token.value());
                }
                yield number;
            }
            default -> throw UntranslatableException.syntax(token);
        };
    }
}
