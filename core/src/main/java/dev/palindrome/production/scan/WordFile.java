package dev.palindrome.production.scan;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads a list of words: sections, and in each lines of a language and its phrases. The files' heads say more. */
final class WordFile {

    /**
     * A section.
     *
     * @param head what stands in brackets
     * @param phrases each as its words
     */
    record Section(String head, List<List<String>> phrases) {}

    private WordFile() {}

    static List<Section> read(String resource) {
        try (InputStream file = Objects.requireNonNull(WordFile.class.getResourceAsStream(resource), resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return parse(lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Section> parse(List<String> lines) {
        List<Section> sections = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("[") && line.endsWith("]")) {
                sections.add(new Section(line.substring(1, line.length() - 1), new ArrayList<>()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                sections.get(sections.size() - 1).phrases().addAll(phrases(line));
            }
        }
        return sections;
    }

    private static List<List<String>> phrases(String line) {
        String[] languageAndPhrases = line.split(": ", 2);
        if (languageAndPhrases.length < 2) {
            throw new IllegalStateException("Not a language, a colon and phrases: " + line);
        }
        return Stream.of(languageAndPhrases[1].split(","))
                .map(phrase -> List.of(phrase.strip().split(" ")))
                .toList();
    }
}
