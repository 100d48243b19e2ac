package dev.palindrome.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is left of a text in the code page 1252, which SQL Server's default collation has for VARCHAR, CHAR, TEXT and literals
 * without an N.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/data-types/nchar-and-nvarchar-transact-sql">The N before a literal</a>
 */
public final class CodePage {

    private static final Charset PAGE = Charset.forName("windows-1252");

    /** Those of the page that Unicode has elsewhere; five of its places are no letter, and hold themselves. */
    private static final String MORE = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u0081\u008d\u008f\u0090\u009d";

    private static final char MISSING = '?';

    private static final int LAST_ASCII = 0x7F;

    private static final int FIRST_LATIN = 0xA0;

    private static final int LAST_LATIN = 0xFF;

    private static final int HEXADECIMAL = 16;

    /** Read when it is first needed. */
    private static final class Similar {
        private static final Map<Character, Character> LETTERS = read();

        private static Map<Character, Character> read() {
            Map<Character, Character> letters = new HashMap<>();
            try (InputStream file = Objects.requireNonNull(CodePage.class.getResourceAsStream("best-fit-1252.txt"))) {
                new String(file.readAllBytes(), StandardCharsets.US_ASCII)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> List.of(line.split(" ")))
                        .forEach(codes -> codes.stream()
                                .skip(1)
                                .forEach(code -> letters.put(letter(code), letter(codes.get(0)))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return letters;
        }

        private static char letter(String code) {
            return (char) Integer.parseInt(code, HEXADECIMAL);
        }
    }

    private static volatile boolean keepsAll;

    private CodePage() {}

    /**
     * From now on everything is left, in the whole JVM: one of its databases has another collation, whose page is not known
     * here.
     */
    public static void keepAll() {
        keepsAll = true;
    }

    /**
     * Whether all of a text is left.
     *
     * @param text any
     * @return whether {@link #held} gives the same
     */
    public static boolean holds(String text) {
        for (int i = 0; i < text.length() && !keepsAll; i++) {
            if (!holds(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(char letter) {
        return letter <= LAST_ASCII || letter >= FIRST_LATIN && letter <= LAST_LATIN || MORE.indexOf(letter) >= 0;
    }

    /**
     * A text as the code page holds it: each other letter becomes the one that Windows takes to be most like it ({@code l} for
     * {@code ł}), or else a question mark. One beyond the 65,536 first becomes two of them.
     *
     * @param text any
     * @return as long as it was
     */
    public static String held(String text) {
        if (keepsAll) {
            return text;
        }
        StringBuilder held = new StringBuilder(text.length());
        for (char letter : text.toCharArray()) {
            held.append(holds(letter) ? letter : Similar.LETTERS.getOrDefault(letter, MISSING));
        }
        return held.toString();
    }

    /**
     * Whether a collation has this page.
     *
     * @param collation its name in any case
     * @return false for others, and where it is not known
     */
    public static boolean isOf(String collation) {
        return CollationCodePage.of(collation).filter(PAGE::equals).isPresent();
    }
}
