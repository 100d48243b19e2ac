package dev.palindrome.seed.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LikePatternTest {

    @ParameterizedTest
    @CsvSource({
        "AB%, abc, true",
        "AB%, ba, false",
        "A_C, abc, true",
        "[0-9][^0-9], 1a, true",
        "[0-9][^0-9], 11, false",
        "[a-c^], ^, true",
        "100!%, 100%, true",
        "100!%, 1000, false",
        "a.c, abc, false",
        "[[]x], [x], true",
        "[-acd], -, true",
        "[a-], -, true",
        "[a-cx-z], y, true",
        "[a-cx-z], m, false",
        "a!bc, abc, true"
    })
    void matchesAsTheServerDoes(String pattern, String text, boolean matches) {
        assertThat(LikePattern.of(pattern, "!").matches(text, false)).isEqualTo(matches);
    }

    /** The first ] ends a bracket; a range from a later to an earlier character is empty. */
    @ParameterizedTest
    @CsvSource({
        "[], '', false",
        "[], ], false",
        "[]], ], false",
        "[^], a, true",
        "[^], ^, true",
        "[^], '', false",
        "[z-a], m, false",
        "[z-a], z, false",
        "[^z-a], m, true",
        "[A-z], _, false"
    })
    void knowsEmptySets(String pattern, String text, boolean matches) {
        assertThat(LikePattern.of(pattern, "").matches(text, false)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({"%[%, a[b", "[a, [a", "[a, a", "[, ["})
    void isLikeNothingWhereABracketIsNotClosed(String pattern, String text) {
        assertThat(LikePattern.of(pattern, "").matches(text, false)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "[a!-c], -, true",
        "[a!-c], b, false",
        "[!^a], ^, true",
        "[!^a], b, false",
        "[a!]b], ], true",
        "[a-!c], b, true",
        "a!!b, a!b, true"
    })
    void escapesInBracketsToo(String pattern, String text, boolean matches) {
        assertThat(LikePattern.of(pattern, "!").matches(text, false)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({"a!, a", "a!, a!", "%!, a", "[a!, a"})
    void isLikeNothingWhereNothingFollowsTheEscape(String pattern, String text) {
        assertThat(LikePattern.of(pattern, "!").matches(text, false)).isFalse();
    }

    @Test
    void tellsCaseIfItShall() {
        assertThat(LikePattern.of("AB%", "").matches("abc", true)).isFalse();
        assertThat(LikePattern.of("AB%", "").matches("ABc", true)).isTrue();
    }

    /** Against the plainest way to say what a pattern means: all short ones with all short texts. */
    @Test
    void agreesWithTheMeaningOfPatterns() {
        List<String> texts = words("ab]-^", 3);

        for (String pattern : words("ab%_[]^-!", 4)) {
            LikePattern like = LikePattern.of(pattern, "!");
            for (String text : texts) {
                assertThat(like.matches(text, true))
                        .as("'%s' LIKE '%s'", text, pattern)
                        .isEqualTo(Meaning.matches(pattern, text));
            }
        }
    }

    @Test
    void looksForTheRestBehindEachPercentSign() {
        List<String> texts = words("ab", 6);

        for (String pattern : words("ab%_", 6)) {
            LikePattern like = LikePattern.of(pattern, "!");
            for (String text : texts) {
                assertThat(like.matches(text, true))
                        .as("'%s' LIKE '%s'", text, pattern)
                        .isEqualTo(Meaning.matches(pattern, text));
            }
        }
    }

    @Test
    void doesNotTryEachWayToReadALongText() {
        LikePattern pattern = LikePattern.of("%a%a%a%a%a%a%b", "");

        boolean matches = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> pattern.matches("a".repeat(10_000), false));

        assertThat(matches).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AB%", "A_C", "[0-9][^0-9]_", "%@%.%", "100!%", "[A-C]-[x-z]%", "[^a-z0-9]", "[^]"})
    void makesTextsThatMatch(String text) {
        LikePattern pattern = LikePattern.of(text, "!");
        SplittableRandom random = new SplittableRandom(1);

        for (int i = 0; i < 20; i++) {
            assertThat(pattern.example(random))
                    .hasValueSatisfying(example -> assertThat(example).matches(it -> pattern.matches(it, true)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "a[z-a]", "[", "a!"})
    void makesNoTextForWhatNoTextIsLike(String text) {
        assertThat(LikePattern.of(text, "!").example(new SplittableRandom(1))).isEmpty();
    }

    @Test
    void knowsWhatOnlyTheseCharactersMeans() {
        assertThat(LikePattern.of("%[^0-3x]%", "").alphabet()).contains("0123x");
        assertThat(LikePattern.of("%[0-3]%", "").alphabet()).isEmpty();
        assertThat(LikePattern.of("%[^]%", "").alphabet()).isEmpty();
    }

    /** Of these letters, all words up to a length. */
    private static List<String> words(String letters, int length) {
        List<String> words = new ArrayList<>(List.of(""));
        for (int from = 0, i = 0; i < length; i++) {
            int to = words.size();
            for (String word : words.subList(from, to).toArray(String[]::new)) {
                letters.chars().forEach(letter -> words.add(word + (char) letter));
            }
            from = to;
        }
        return words;
    }

    /** What a pattern means with {@code !} as its escape character, letter by letter. */
    private record Meaning(String pattern, String text) {

        static boolean matches(String pattern, String text) {
            return new Meaning(pattern, text).matches();
        }

        boolean matches() {
            if (pattern.isEmpty()) {
                return text.isEmpty();
            }
            String rest = pattern.substring(1);
            return switch (pattern.charAt(0)) {
                case '%' -> matches(rest, text) || !text.isEmpty() && matches(pattern, text.substring(1));
                case '_' -> !text.isEmpty() && matches(rest, text.substring(1));
                case '[' -> !text.isEmpty() && bracket(rest);
                case '!' -> !rest.isEmpty() && one(rest.charAt(0), rest.substring(1));
                default -> one(pattern.charAt(0), rest);
            };
        }

        private boolean one(char wanted, String rest) {
            return text.startsWith(String.valueOf(wanted)) && matches(rest, text.substring(1));
        }

        /** Behind the opening one: a character stands in front of each escaped one, so that none of these is a sign. */
        private boolean bracket(String behind) {
            List<String> members = new ArrayList<>();
            int at = 0;
            while (at < behind.length() && behind.charAt(at) != ']') {
                int length = behind.charAt(at) == '!' ? 2 : 1;
                if (at + length > behind.length()) {
                    return false;
                }
                members.add(behind.substring(at, at + length));
                at += length;
            }
            if (at == behind.length()) {
                return false;
            }
            boolean not = !members.isEmpty() && members.get(0).equals("^");
            return contains(not ? members.subList(1, members.size()) : members) != not
                    && matches(behind.substring(at + 1), text.substring(1));
        }

        private boolean contains(List<String> members) {
            if (members.isEmpty()) {
                return false;
            }
            boolean range = members.size() > 2 && members.get(1).equals("-");
            char first = last(members.get(0));
            char end = range ? last(members.get(2)) : first;
            return first <= text.charAt(0) && text.charAt(0) <= end
                    || contains(members.subList(range ? 3 : 1, members.size()));
        }

        private static char last(String member) {
            return member.charAt(member.length() - 1);
        }
    }
}
