package dev.palindrome.production.scan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of tables' names: table-words.txt. */
final class TableWords {

    static final TableWords KNOWN = new TableWords(WordFile.read("table-words.txt"));

    private final Map<String, TableKind> kinds = new HashMap<>();
    private final Set<String> lists = new HashSet<>();
    private final Set<String> skipped = new HashSet<>();

    private TableWords(List<WordFile.Section> sections) {
        for (WordFile.Section section : sections) {
            for (List<String> phrase : section.phrases()) {
                switch (section.head()) {
                    case "lists" -> lists.addAll(phrase);
                    case "skipped" -> skipped.addAll(phrase);
                    default ->
                        kinds.put(
                                phrase.get(0), TableKind.valueOf(section.head().toUpperCase(Locale.ROOT)));
                }
            }
        }
    }

    Set<String> words() {
        Set<String> words = new HashSet<>(kinds.keySet());
        words.addAll(skipped);
        return words;
    }

    /** By the last word that is known. What has an unknown word behind it is something of those persons. */
    TableKind kind(List<String> name) {
        if (name.size() > 1 && lists.contains(name.get(0))) {
            return TableKind.THINGS;
        }
        boolean isUnknownBehind = false;
        for (int i = name.size() - 1; i >= 0; i--) {
            TableKind kind = kind(name.get(i));
            if (kind != TableKind.UNKNOWN) {
                return kind == TableKind.PEOPLE && isUnknownBehind ? TableKind.RECORDS : kind;
            }
            isUnknownBehind |= !skipped.contains(name.get(i))
                    && !Character.isDigit(name.get(i).charAt(0));
        }
        return TableKind.UNKNOWN;
    }

    boolean isPerson(String word) {
        return kind(word) == TableKind.PEOPLE;
    }

    private TableKind kind(String word) {
        TableKind kind = kinds.get(word);
        for (String ending : List.of("s", "es", "n", "en", "e")) {
            if (kind == null && word.endsWith(ending)) {
                kind = kinds.get(word.substring(0, word.length() - ending.length()));
            }
        }
        if (kind == null && word.endsWith("ies")) {
            kind = kinds.get(word.substring(0, word.length() - 3) + "y");
        }
        return kind == null ? TableKind.UNKNOWN : kind;
    }
}
