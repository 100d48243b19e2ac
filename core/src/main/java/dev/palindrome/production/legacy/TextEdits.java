package dev.palindrome.production.legacy;

import java.util.Map;
import java.util.TreeMap;

/** Changes of a text that leave every line where it is. */
final class TextEdits implements Edits {

    private record Edit(int end, String replacement) {}

    private final String text;
    private final Map<Integer, Edit> edits = new TreeMap<>();

    TextEdits(String text) {
        this.text = text;
    }

    /** Puts something on one line in the place of a part; its line breaks stay behind it. A later change of the same beats it. */
    @Override
    public void replace(int start, int end, String replacement) {
        edits.put(start, new Edit(end, replacement));
    }

    String result() {
        StringBuilder result = new StringBuilder(text.length());
        int at = 0;
        for (Map.Entry<Integer, Edit> entry : edits.entrySet()) {
            if (entry.getKey() < at) {
                continue; // within a part that has gone
            }
            result.append(text, at, entry.getKey()).append(entry.getValue().replacement());
            at = entry.getValue().end();
            text.substring(entry.getKey(), at).chars().filter(c -> c == '\n').forEach(c -> result.append('\n'));
        }
        return result.append(text, at, text.length()).toString();
    }
}
