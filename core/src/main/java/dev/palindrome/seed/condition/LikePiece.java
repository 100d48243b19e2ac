package dev.palindrome.seed.condition;

import dev.palindrome.seed.values.RandomLetters;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** A piece of a {@link LikePattern}. */
sealed interface LikePiece {

    /** Whether it takes this character. */
    boolean takes(char character, boolean tellsCase);

    /** What it may stand for; empty if there is nothing. */
    Optional<String> example(SplittableRandom random);

    /** {@code %}: any number of characters. */
    record Many() implements LikePiece {

        @Override
        public boolean takes(char character, boolean tellsCase) {
            return true;
        }

        @Override
        public Optional<String> example(SplittableRandom random) {
            return Optional.of(random.nextBoolean() ? "" : RandomLetters.lower(1 + random.nextInt(4), random));
        }
    }

    /** {@code _}: any character. */
    record One() implements LikePiece {

        @Override
        public boolean takes(char character, boolean tellsCase) {
            return true;
        }

        @Override
        public Optional<String> example(SplittableRandom random) {
            return Optional.of(RandomLetters.lower(1, random));
        }
    }

    /** The character that is written. */
    record Exactly(char character) implements LikePiece {

        @Override
        public boolean takes(char other, boolean tellsCase) {
            return other == character || !tellsCase && LikeRanges.folded(other) == LikeRanges.folded(character);
        }

        @Override
        public Optional<String> example(SplittableRandom random) {
            return Optional.of(String.valueOf(character));
        }
    }

    /** A character of these: {@code [0-9]}. */
    record AnyOf(LikeRanges ranges) implements LikePiece {

        /** So that the pattern is like no text. */
        static final AnyOf NOTHING = new AnyOf(LikeRanges.NONE);

        @Override
        public boolean takes(char character, boolean tellsCase) {
            return ranges.have(character, tellsCase);
        }

        @Override
        public Optional<String> example(SplittableRandom random) {
            return oneOf(ranges.characters(), random);
        }
    }

    /** Any character but these: {@code [^0-9]}. */
    record NoneOf(LikeRanges ranges) implements LikePiece {

        private static final String USUAL = "abcdefghijklmnopqrstuvwxyz0123456789";

        private static final String OTHERS = " .,:;-_/()";

        @Override
        public boolean takes(char character, boolean tellsCase) {
            return !ranges.have(character, tellsCase);
        }

        @Override
        public Optional<String> example(SplittableRandom random) {
            String usual = taken(USUAL);
            return oneOf(usual.isEmpty() ? taken(OTHERS) : usual, random);
        }

        private String taken(String characters) {
            return characters
                    .chars()
                    .filter(character -> takes((char) character, false))
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
        }
    }

    private static Optional<String> oneOf(String characters, SplittableRandom random) {
        return Optional.of(RandomLetters.of(characters, 1, random)).filter(example -> !example.isEmpty());
    }
}
