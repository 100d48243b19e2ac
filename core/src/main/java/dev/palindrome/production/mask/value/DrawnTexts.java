package dev.palindrome.production.mask.value;

import dev.palindrome.seed.FakeWords;
import java.util.List;
import java.util.Locale;

/** How texts of each kind are made up. Addresses of mail are in domains that nobody can own (RFC 2606). */
final class DrawnTexts {

    private static final List<String> DOMAINS = List.of("@example.com", "@example.org", "@example.net");
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

    /** Of four letters behind a name there are a million, so that a million addresses hardly ever meet. */
    private static final int LETTERS_BEHIND = 4;

    private static final int ROOM_FOR_NAMES = 40;
    private static final int LONGEST_DOMAIN = 12;
    private static final int NUMBERS = 10_000;
    private static final int HOUSES = 200;
    private static final int LETTERS_OF_CODES = 3;

    private DrawnTexts() {}

    static DrawnText of(FakeKind kind) {
        return switch (kind) {
            case EMAIL -> email();
            case FIRST_NAME -> word(FakeWords.FIRST_NAMES);
            case LAST_NAME -> word(FakeWords.LAST_NAMES);
            case FULL_NAME -> fullName();
            case USERNAME -> username();
            case STREET -> street();
            case CITY -> city();
            case COUNTRY -> country();
            case COMPANY -> company();
            case TEXT -> new MeaninglessText();
            default -> throw new IllegalArgumentException(kind + " is not made up of words");
        };
    }

    private static String one(List<String> words, KeyedDraws draws) {
        return words.get(draws.below(words.size()));
    }

    private static DrawnText word(FakeWords kind) {
        List<String> words = kind.all();
        return (draws, original, room) -> one(words, draws);
    }

    private static DrawnText email() {
        List<String> first = simple(FakeWords.FIRST_NAMES);
        List<String> last = simple(FakeWords.LAST_NAMES);
        return (draws, original, room) -> {
            String domain = one(DOMAINS, draws);
            StringBuilder address = new StringBuilder(ROOM_FOR_NAMES);
            if (room >= ROOM_FOR_NAMES) {
                address.append(one(first, draws))
                        .append('.')
                        .append(one(last, draws))
                        .append('.');
            }
            int letters = room >= ROOM_FOR_NAMES ? LETTERS_BEHIND : Math.min(10, Math.max(1, room - LONGEST_DOMAIN));
            letters(draws, letters, address);
            if (room > LONGEST_DOMAIN) {
                return address.append(domain).toString();
            }
            address.setLength(0);
            return letters(draws, room, address).toString();
        };
    }

    private static StringBuilder letters(KeyedDraws draws, int count, StringBuilder behind) {
        for (int i = 0; i < count; i++) {
            behind.append(LETTERS.charAt(draws.below(LETTERS.length())));
        }
        return behind;
    }

    private static List<String> simple(FakeWords names) {
        return names.all().stream().map(DrawnTexts::simple).toList();
    }

    private static String simple(String name) {
        StringBuilder simple = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char letter = Character.toLowerCase(name.charAt(i));
            if (letter >= 'a' && letter <= 'z') {
                simple.append(letter);
            }
        }
        return simple.toString();
    }

    /** {@code Miller, Ann} stays in that order. */
    private static DrawnText fullName() {
        List<String> first = FakeWords.FIRST_NAMES.all();
        List<String> last = FakeWords.LAST_NAMES.all();
        return (draws, original, room) -> original.indexOf(',') > 0
                ? one(last, draws) + ", " + one(first, draws)
                : one(first, draws) + " " + one(last, draws);
    }

    private static DrawnText username() {
        List<String> first = simple(FakeWords.FIRST_NAMES);
        List<String> last = simple(FakeWords.LAST_NAMES);
        return (draws, original, room) -> one(first, draws).charAt(0) + one(last, draws) + draws.below(NUMBERS);
    }

    /** With its number where the original has one: in front, behind, or not at all. */
    private static DrawnText street() {
        List<String> names = FakeWords.LAST_NAMES.all();
        List<String> endings = FakeWords.STREET_ENDINGS.all();
        return (draws, original, room) -> {
            String old = original.strip();
            String street = one(names, draws) + " " + one(endings, draws);
            int number = 1 + draws.below(HOUSES);
            if (Character.isDigit(old.charAt(0))) {
                return number + " " + street;
            }
            return old.chars().anyMatch(Character::isDigit) ? street + " " + number : street;
        };
    }

    private static DrawnText city() {
        List<String> beginnings = FakeWords.TOWN_BEGINNINGS.all();
        List<String> names = FakeWords.LAST_NAMES.all();
        List<String> endings = FakeWords.TOWN_ENDINGS.all();
        return (draws, original, room) -> {
            String town = one(names, draws) + one(endings, draws);
            return draws.below(2) == 0 ? town : one(beginnings, draws) + " " + town;
        };
    }

    /** A code where the original is one. */
    private static DrawnText country() {
        List<String> names = FakeWords.COUNTRIES.all();
        List<String> codes = List.of(Locale.getISOCountries());
        List<String> longCodes = codes.stream()
                .map(code -> new Locale("", code).getISO3Country())
                .toList();
        return (draws, original, room) -> {
            String old = original.strip();
            if (old.length() > LETTERS_OF_CODES && room > LETTERS_OF_CODES) {
                return one(names, draws);
            }
            String code = one(old.length() == LETTERS_OF_CODES ? longCodes : codes, draws);
            return old.equals(old.toLowerCase(Locale.ROOT)) ? code.toLowerCase(Locale.ROOT) : code;
        };
    }

    private static DrawnText company() {
        List<String> names = FakeWords.LAST_NAMES.all();
        List<String> endings = FakeWords.COMPANY_ENDINGS.all();
        return (draws, original, room) -> {
            String first = one(names, draws);
            String ending = one(endings, draws);
            return draws.below(2) == 0 ? first + " " + ending : first + "-" + one(names, draws) + " " + ending;
        };
    }

    /** Words that mean nothing, of about the same length in all, and on as many lines. */
    private static final class MeaninglessText implements DrawnText {

        private final List<String> words = FakeWords.WORDS.all();

        @Override
        public String make(KeyedDraws draws, String original, int room) {
            StringBuilder text = new StringBuilder(original.length());
            int begin = 0;
            while (begin <= original.length()) {
                int end = original.indexOf('\n', begin);
                int stop = end < 0 ? original.length() : end;
                boolean behindReturn = stop > begin && original.charAt(stop - 1) == '\r';
                line(draws, original, begin, behindReturn ? stop - 1 : stop, text);
                if (end < 0) {
                    break;
                }
                text.append(behindReturn ? "\r\n" : "\n");
                begin = end + 1;
            }
            return text.toString();
        }

        private void line(KeyedDraws draws, String original, int begin, int end, StringBuilder text) {
            int length = original.substring(begin, end).stripTrailing().length();
            int start = text.length();
            while (text.length() - start < length) {
                if (text.length() > start) {
                    text.append(' ');
                }
                text.append(one(words, draws));
            }
            text.setLength(start + length);
            if (length > 0 && text.charAt(start + length - 1) == ' ') {
                text.setCharAt(start + length - 1, 'a');
            }
            if (length > 0 && Character.isUpperCase(original.charAt(begin))) {
                text.setCharAt(start, Character.toUpperCase(text.charAt(start)));
            }
        }
    }
}
