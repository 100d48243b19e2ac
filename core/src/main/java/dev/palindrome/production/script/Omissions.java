package dev.palindrome.production.script;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a script does not say of a schema, or says differently, in sentences for its head: each once, in order. */
final class Omissions {

    private final Set<String> sentences = new LinkedHashSet<>();

    void add(String sentence) {
        sentences.add(sentence);
    }

    /** What a change leaves to a person. */
    void addNote(String note) {
        if (note.startsWith("by hand: ")) {
            add(note);
        }
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }
}
