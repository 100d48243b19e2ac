package dev.palindrome.seed.condition;

import dev.palindrome.seed.values.RandomLetters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A pattern of LIKE.
 *
 * @param text as written, such as {@code AB[0-9]%}
 * @param escape the escape character; empty if there is none
 */
public record LikePattern(String text, String escape) {

    private static final Pattern ONLY_THESE = Pattern.compile("%\\[\\^(.+)]%", Pattern.DOTALL);

    private static final String OTHERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    private enum Kind {
        MANY,
        ONE,
        CHARACTER,
        SET,
        OTHER_THAN_SET
    }

    private record Piece(Kind kind, String characters) {

        String regex() {
            return switch (kind) {
                case MANY -> ".*";
                case ONE -> ".";
                case CHARACTER -> Pattern.quote(characters);
                case SET -> "[" + escaped() + "]";
                case OTHER_THAN_SET -> "[^" + escaped() + "]";
            };
        }

        private String escaped() {
            return characters.replaceAll("[\\\\\\[\\]&^-]", "\\\\$0");
        }

        String example(SplittableRandom random) {
            return switch (kind) {
                case MANY -> random.nextBoolean() ? "" : RandomLetters.lower(1 + random.nextInt(4), random);
                case ONE -> RandomLetters.lower(1, random);
                case CHARACTER -> characters;
                case SET -> RandomLetters.of(characters, 1, random);
                case OTHER_THAN_SET -> RandomLetters.of(others(), 1, random);
            };
        }

        private String others() {
            String without = characters.toLowerCase(Locale.ROOT);
            return OTHERS.chars()
                    .filter(c -> without.indexOf(c) < 0)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
        }
    }

    /** Whether a text is like this. */
    boolean matches(String candidate, boolean tellsCase) {
        String regex = pieces().stream().map(Piece::regex).collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.DOTALL | (tellsCase ? 0 : Pattern.CASE_INSENSITIVE))
                .matcher(candidate)
                .matches();
    }

    /** A text that is like this. */
    public String example(SplittableRandom random) {
        return pieces().stream().map(piece -> piece.example(random)).collect(Collectors.joining());
    }

    /** The characters that {@code NOT LIKE '%[^0-9]%'} leaves: here the digits. */
    public Optional<String> alphabet() {
        Matcher matcher = ONLY_THESE.matcher(text);
        return matcher.matches() ? Optional.of(members(matcher.group(1))) : Optional.empty();
    }

    private List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            String character = text.substring(at, at + 1);
            int close = text.indexOf(']', at + 2);
            if (character.equals(escape) && at + 1 < text.length()) {
                pieces.add(new Piece(Kind.CHARACTER, text.substring(at + 1, at + 2)));
                at += 2;
            } else if (character.equals("[") && close > 0) {
                pieces.add(set(text.substring(at + 1, close)));
                at = close + 1;
            } else {
                pieces.add(single(character));
                at++;
            }
        }
        return pieces;
    }

    private static Piece set(String inside) {
        return inside.startsWith("^")
                ? new Piece(Kind.OTHER_THAN_SET, members(inside.substring(1)))
                : new Piece(Kind.SET, members(inside));
    }

    private static Piece single(String character) {
        return switch (character) {
            case "%" -> new Piece(Kind.MANY, "");
            case "_" -> new Piece(Kind.ONE, "");
            default -> new Piece(Kind.CHARACTER, character);
        };
    }

    private static String members(String set) {
        StringBuilder members = new StringBuilder();
        for (int i = 0; i < set.length(); i++) {
            boolean range = i + 2 < set.length() && set.charAt(i + 1) == '-';
            char last = range ? set.charAt(i + 2) : set.charAt(i);
            for (int c = set.charAt(i); c <= last; c++) {
                members.append((char) c);
            }
            i += range ? 2 : 0;
        }
        return members.toString();
    }
}
