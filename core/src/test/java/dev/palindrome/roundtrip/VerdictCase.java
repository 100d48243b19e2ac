package dev.palindrome.roundtrip;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Migrations with their undos, and the verdicts that they deserve. A file holds several:
 *
 * <pre>
 * === the case's name
 * --- V1
 * a script of this name, with what stands in front of it
 * --- expected
 * 1=REVERSIBLE
 * </pre>
 *
 * @param name what is special about it
 * @param scripts texts by the beginning of their names
 * @param expected verdicts by version
 */
record VerdictCase(String name, Map<String, String> scripts, Map<String, Verdict> expected) {

    private static final String EXPECTED = "expected";

    /** @param file a name without its ending, of a file beside this class in {@code verdicts} */
    static List<VerdictCase> in(String file) {
        List<VerdictCase> cases = new ArrayList<>();
        for (String text : text(file).split("(?m)^=== ")) {
            if (!text.isBlank()) {
                cases.add(parse(file, text));
            }
        }
        return cases;
    }

    private static VerdictCase parse(String file, String text) {
        String[] sections = text.split("(?m)^--- ");
        Map<String, String> scripts = new LinkedHashMap<>();
        Map<String, Verdict> expected = new LinkedHashMap<>();
        for (int i = 1; i < sections.length; i++) {
            String title = sections[i].lines().findFirst().orElseThrow();
            String body = sections[i].lines().skip(1).collect(joining("\n"));
            if (title.equals(EXPECTED)) {
                body.lines().filter(line -> !line.isBlank()).forEach(line -> {
                    String[] verdict = line.split("=");
                    expected.put(verdict[0], Verdict.valueOf(verdict[1]));
                });
            } else {
                scripts.put(title, body);
            }
        }
        if (expected.isEmpty()) {
            throw new IllegalArgumentException("Nothing is expected of \"" + sections[0].strip() + "\" in " + file);
        }
        return new VerdictCase(file + ": " + sections[0].strip(), scripts, expected);
    }

    private static String text(String file) {
        try (InputStream in = VerdictCase.class.getResourceAsStream("verdicts/" + file + ".txt")) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
