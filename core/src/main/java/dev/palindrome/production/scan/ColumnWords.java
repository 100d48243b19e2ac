package dev.palindrome.production.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The phrases of columns' names: column-words.txt. */
final class ColumnWords {

    static final ColumnWords KNOWN = new ColumnWords(WordFile.read("column-words.txt"), TableWords.KNOWN);

    /**
     * A phrase in a name.
     *
     * @param begin the first of its words
     * @param end the one behind its last
     * @param meanings none where it says that the column is not personal
     */
    record Found(int begin, int end, List<NameMeaning> meanings) {}

    private final Map<List<String>, List<NameMeaning>> phrases = new HashMap<>();
    private final Set<String> harmless = new HashSet<>();
    private final Set<String> switches = new HashSet<>();
    private final TableWords tables;
    private final NameParts parts;
    private int longest;

    ColumnWords(List<WordFile.Section> sections, TableWords tables) {
        this.tables = tables;
        Set<String> known = new HashSet<>(tables.words());
        for (WordFile.Section section : sections) {
            section.phrases().forEach(known::addAll);
            switch (section.head()) {
                case "harmless" -> section.phrases().forEach(harmless::addAll);
                case "switch" -> section.phrases().forEach(switches::addAll);
                case "nothing" -> section.phrases().forEach(phrase -> add(phrase, List.of()));
                default -> {
                    List<NameMeaning> meaning = List.of(meaning(section.head()));
                    section.phrases().forEach(phrase -> add(phrase, meaning));
                }
            }
        }
        this.parts = new NameParts(known);
    }

    private void add(List<String> phrase, List<NameMeaning> meaning) {
        longest = Math.max(longest, phrase.size());
        phrases.computeIfAbsent(phrase, any -> new ArrayList<>()).addAll(meaning);
    }

    /** Such as {@code full name 0.75 people alone}. */
    private static NameMeaning meaning(String head) {
        List<String> words = Arrays.asList(head.split(" "));
        int number = 0;
        while (!Character.isDigit(words.get(number).charAt(0))) {
            number++;
        }
        EnumSet<NameCondition> conditions = EnumSet.noneOf(NameCondition.class);
        words.subList(number + 1, words.size())
                .forEach(word -> conditions.add(NameCondition.valueOf(word.toUpperCase(Locale.ROOT))));
        return new NameMeaning(
                PersonalKind.of(String.join(" ", words.subList(0, number))),
                Double.parseDouble(words.get(number)),
                Collections.unmodifiableSet(conditions));
    }

    List<String> words(String name) {
        return parts.of(name);
    }

    /** The longest phrase; without meanings where there is none. */
    Found find(List<String> name) {
        Found best = new Found(0, 0, List.of());
        if (name.isEmpty() || switches.contains(name.get(0))) {
            return best;
        }
        int most = 0;
        for (int begin = 0; begin < name.size(); begin++) {
            for (int end = begin + 1; end <= Math.min(name.size(), begin + longest); end++) {
                List<NameMeaning> meanings = phrases.get(name.subList(begin, end));
                int letters = String.join("", name.subList(begin, end)).length();
                if (meanings != null && letters >= most && isHarmless(name.subList(end, name.size()), Set.of())) {
                    most = letters;
                    best = new Found(begin, end, meanings);
                }
            }
        }
        return best;
    }

    /** Whether none of these words changes what a phrase beside them means. */
    boolean isHarmless(List<String> words, Set<String> own) {
        return words.stream()
                .allMatch(word -> harmless.contains(word)
                        || own.contains(word)
                        || Character.isDigit(word.charAt(0))
                        || tables.isPerson(word));
    }

    boolean isPerson(String word) {
        return tables.isPerson(word);
    }

    TableKind kindOfTable(List<String> name) {
        return tables.kind(name);
    }
}
