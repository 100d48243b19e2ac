package dev.palindrome.production.scan;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes names apart: {@code billingCity}, {@code BILLING_CITY} and {@code billingcity} are all "billing" and "city".
 */
final class NameParts {

    private static final Pattern BORDERS = Pattern.compile("[^\\p{L}\\p{N}]++|(?<=\\p{Ll})(?=\\p{Lu})"
            + "|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})");

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}++");

    /** They say nothing, and people leave them out as often as not. */
    private static final Set<String> PARTICLES = Set.of(
            "of", "the", "de", "du", "des", "del", "della", "dello", "di", "do", "da", "dos", "das", "la", "le", "el",
            "van", "von", "l", "d");

    /** In a compound: shorter ones would be found in every word. */
    private static final int SHORTEST_PIECE = 3;

    private static final Set<String> SHORT_PIECES = Set.of("nr", "no", "id", "ip", "by");

    private static final int LONGEST_COMPOUND = 60;

    private final Set<String> known;

    NameParts(Set<String> known) {
        this.known = known;
    }

    /** The words of a name, in lower case and without accents. */
    List<String> of(String name) {
        List<String> words = new ArrayList<>();
        for (String part : BORDERS.split(name.replace("'", ""))) {
            String word = folded(part);
            if (!word.isEmpty() && !PARTICLES.contains(word)) {
                words.addAll(pieces(word));
            }
        }
        return words;
    }

    /** Umlauts as they are written where there are none, and no accents. */
    static String folded(String word) {
        String plain = word.toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        return ACCENTS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
    }

    private List<String> pieces(String word) {
        if (known.contains(word)) {
            return List.of(word);
        }
        if (word.endsWith("s") && known.contains(word.substring(0, word.length() - 1))) {
            return List.of(word.substring(0, word.length() - 1));
        }
        List<String> pieces = word.length() > LONGEST_COMPOUND ? List.of() : compound(word);
        return pieces.isEmpty() ? List.of(word) : pieces;
    }

    /** The fewest known words that it is made of; empty if it is not. */
    private List<String> compound(String word) {
        List<List<String>> upTo = new ArrayList<>();
        upTo.add(List.of());
        for (int end = 1; end <= word.length(); end++) {
            List<String> best = List.of();
            for (int begin = 0; begin < end; begin++) {
                List<String> before = upTo.get(begin);
                String piece = word.substring(begin, end);
                boolean isReached = begin == 0 || !before.isEmpty();
                if (isReached && isPiece(piece) && (best.isEmpty() || before.size() + 1 < best.size())) {
                    best = new ArrayList<>(before);
                    best.add(known.contains(piece) ? piece : piece.substring(0, piece.length() - 1));
                }
            }
            upTo.add(best);
        }
        return upTo.get(word.length());
    }

    /** A known word, with an s behind it where two are joined or there are many. */
    private boolean isPiece(String piece) {
        return SHORT_PIECES.contains(piece)
                || piece.length() >= SHORTEST_PIECE && known.contains(piece)
                || piece.length() > SHORTEST_PIECE + 1
                        && piece.endsWith("s")
                        && known.contains(piece.substring(0, piece.length() - 1));
    }
}
