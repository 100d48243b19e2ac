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
 * --- R__views.sql
 * a file of this name
 * --- requires
 * a script that a server can run in an empty database which can show this case, beside what the scripts tell themselves
 * --- expected
 * 1=REVERSIBLE
 * R=UNDO_FAILED and what the explanation must say
 * </pre>
 *
 * @param name what is special about it
 * @param scripts texts by their files' names
 * @param requires scripts that a server has to run which is to run this
 * @param expected what is expected of each entry of the report, in its order
 */
record VerdictCase(String name, Map<String, String> scripts, List<String> requires, List<Expected> expected) {

    private static final String REQUIRES = "requires";
    private static final String EXPECTED = "expected";

    /**
     * What is expected of one migration.
     *
     * @param verdict version and verdict
     * @param explanation what the explanation holds; may be empty
     */
    record Expected(String verdict, String explanation) {

        static Expected parse(String line) {
            String[] parts = line.split(" ", 2);
            return new Expected(parts[0], parts.length > 1 ? parts[1].strip() : "");
        }
    }

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
        List<String> requires = new ArrayList<>();
        List<Expected> expected = new ArrayList<>();
        for (int i = 1; i < sections.length; i++) {
            String title = sections[i].lines().findFirst().orElseThrow();
            String body = sections[i].lines().skip(1).collect(joining("\n"));
            if (title.equals(EXPECTED)) {
                body.lines()
                        .filter(line -> !line.isBlank())
                        .map(Expected::parse)
                        .forEach(expected::add);
            } else if (title.equals(REQUIRES)) {
                requires.add(body.strip());
            } else {
                scripts.put(title.endsWith(".sql") ? title : title + "__test.sql", body);
            }
        }
        if (expected.isEmpty()) {
            throw new IllegalArgumentException("Nothing is expected of \"" + sections[0].strip() + "\" in " + file);
        }
        requires.addAll(ScriptFeature.probesFor(scripts.values()));
        return new VerdictCase(file + ": " + sections[0].strip(), scripts, requires, expected);
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
