package dev.palindrome.seed.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A pattern of LIKE as SQL Server reads it (Microsoft: like-transact-sql). It is matched by hand and greedily, because this
 * is done for every generated row: behind each {@code %} the rest is looked for, and what was before is never tried again.
 *
 * @param pieces what must follow each other in a text
 */
public record LikePattern(List<LikePiece> pieces) {

    /**
     * Makes a pattern.
     *
     * @param pieces see above
     */
    public LikePattern {
        pieces = List.copyOf(pieces);
    }

    /**
     * Reads a pattern.
     *
     * @param text as written, such as {@code AB[0-9]%}
     * @param escape the escape character; empty if there is none
     */
    static LikePattern of(String text, String escape) {
        return new Reader(text, escape).read();
    }

    /** Of texts that another is in. */
    static LikePattern around(String text) {
        List<LikePiece> pieces = new ArrayList<>();
        pieces.add(new LikePiece.Many());
        text.chars().forEach(character -> pieces.add(new LikePiece.Exactly((char) character)));
        pieces.add(new LikePiece.Many());
        return new LikePattern(pieces);
    }

    /** Whether a text is like this. */
    boolean matches(String text, boolean tellsCase) {
        int piece = 0;
        int at = 0;
        int pieceBehindMany = -1;
        int atBehindMany = 0;
        while (at < text.length()) {
            if (piece < pieces.size() && pieces.get(piece) instanceof LikePiece.Many) {
                pieceBehindMany = ++piece;
                atBehindMany = at;
                if (piece == pieces.size()) {
                    return true;
                }
            } else if (piece < pieces.size() && pieces.get(piece).takes(text.charAt(at), tellsCase)) {
                piece++;
                at++;
            } else if (pieceBehindMany >= 0) {
                piece = pieceBehindMany;
                at = ++atBehindMany;
            } else {
                return false;
            }
        }
        while (piece < pieces.size() && pieces.get(piece) instanceof LikePiece.Many) {
            piece++;
        }
        return piece == pieces.size();
    }

    /** A text that is like this; empty where there is none. */
    public Optional<String> example(SplittableRandom random) {
        StringBuilder example = new StringBuilder();
        for (LikePiece piece : pieces) {
            Optional<String> part = piece.example(random);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            example.append(part.get());
        }
        return Optional.of(example.toString());
    }

    /** The characters that {@code NOT LIKE '%[^0-9]%'} leaves: here the digits. */
    public Optional<String> alphabet() {
        boolean onlyThese = pieces.size() == 3
                && pieces.get(0) instanceof LikePiece.Many
                && pieces.get(2) instanceof LikePiece.Many;
        return onlyThese && pieces.get(1) instanceof LikePiece.NoneOf others
                ? Optional.of(others.ranges().characters()).filter(characters -> !characters.isEmpty())
                : Optional.empty();
    }

    /** Takes a pattern apart. */
    private static final class Reader {

        private final String text;
        private final String escape;
        private int at;

        Reader(String text, String escape) {
            this.text = text;
            this.escape = escape;
        }

        LikePattern read() {
            List<LikePiece> pieces = new ArrayList<>();
            while (at < text.length()) {
                pieces.add(piece());
            }
            return new LikePattern(pieces);
        }

        private LikePiece piece() {
            boolean escaped = skipEscape();
            if (escaped && at == text.length()) {
                return LikePiece.AnyOf.NOTHING;
            }
            char character = text.charAt(at++);
            if (escaped) {
                return new LikePiece.Exactly(character);
            }
            return switch (character) {
                case '%' -> new LikePiece.Many();
                case '_' -> new LikePiece.One();
                case '[' -> set();
                default -> new LikePiece.Exactly(character);
            };
        }

        private boolean skipEscape() {
            boolean escaped = atEscape();
            at += escaped ? escape.length() : 0;
            return escaped;
        }

        private boolean atEscape() {
            return !escape.isEmpty() && text.startsWith(escape, at);
        }

        /** The first ] ends it, so that [] and a set that nothing ends take no character, and [^] takes each. */
        private LikePiece set() {
            boolean others = text.startsWith("^", at);
            at += others ? 1 : 0;
            LikeRanges ranges = LikeRanges.NONE;
            while (at < text.length() && text.charAt(at) != ']') {
                skipEscape();
                if (at < text.length()) {
                    ranges = ranges.with(range());
                }
            }
            boolean ended = at < text.length();
            at++;
            return !ended
                    ? LikePiece.AnyOf.NOTHING
                    : others ? new LikePiece.NoneOf(ranges) : new LikePiece.AnyOf(ranges);
        }

        private LikeRanges.Range range() {
            char first = text.charAt(at++);
            if (at + 1 < text.length() && text.charAt(at) == '-' && !atEscape() && text.charAt(at + 1) != ']') {
                at++;
                skipEscape();
                return new LikeRanges.Range(first, at < text.length() ? text.charAt(at++) : first);
            }
            return new LikeRanges.Range(first, first);
        }
    }
}
