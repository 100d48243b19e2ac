package dev.palindrome;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Users' texts are of any length: a regular expression that calls itself for each character ends in a StackOverflowError,
 * and one that tries again from each character takes hours. So each of this module is held to texts that repeat something,
 * with little stack. What is counted is how often it looks at a character, not how long that takes.
 */
class RegularExpressionsTest {

    private static final int LENGTH = 2_000;

    /**
     * Looks at each character, on average. Nested possessive quantifiers need about ten; what tries again from each piece, of at
     * most 15 characters, needs one for 30 of the length.
     */
    private static final long LOOKS = 60L * LENGTH;

    /** What scripts, definitions, data and errors may repeat. */
    private static final List<String> PIECES = List.of(
            "a",
            " ",
            "\n",
            "\r\n",
            "\t \n",
            "'",
            "''",
            "\"",
            "\"\"",
            "\\",
            "\\\"",
            "[",
            "]",
            "]]",
            "[a]",
            "(",
            ")",
            "-",
            "--",
            "-- palindrome: ",
            ".",
            ",",
            ";",
            ";\n",
            "0",
            "9.",
            "1e",
            "_",
            "A_",
            "a.b",
            "*",
            "**/",
            "?",
            "`",
            "'a' ",
            "\"a\" ",
            " a=\"b\"",
            "INDEX \"",
            "ON ",
            "CREATE ",
            "CREATE VIEW ",
            "ALTER TABLE ",
            "INSERT INTO ",
            "SET ",
            "SALT '1' ",
            " RESTART WITH 1",
            "host=",
            "é",
            "V1",
            "GO\n",
            "0x",
            "ORDER (",
            " FOR ");

    /** What a pattern might be looking for before it meets the rest. */
    private static final List<String> BEGINNINGS = List.of(
            "",
            "CREATE VIEW ",
            "CREATE INDEX ",
            "\"",
            "'",
            "[",
            "(",
            "(USING [",
            "(ORDER (",
            "1",
            "V1",
            "-- palindrome: loses ",
            "CREATE USER IF NOT EXISTS \"a\" ",
            "Location: ",
            "constraint \"",
            "Unique index or primary key violation: \"a",
            "COMMENT ON TABLE ",
            "SYSTEM_SEQUENCE_",
            " a=\"",
            "index ",
            "host=",
            "ClientConnectionId:",
            "a ");

    /** What is only shown what Palindrome or H2 has named, of at most 256 characters, and why else it need not be held. */
    private static final Map<String, String> SHORT_TEXTS = Map.of(
            "ObjectChange.OBJECT_MADE_BY_H2", "a kind and a name of H2's",
            "RandomPassword.GOOD", "a password of Palindrome's own",
            "TextForms.EMAIL", "values of at most 120 letters, and bounded for each letter",
            "TextForms.STREET", "values of at most 120 letters, and bounded for each letter",
            "RuleName.UNIQUE_ON_H2", "H2's message, which has a parenthesis behind the names");

    private static final Path SOURCES = Path.of("src/main/java");

    /** A call with a regular expression in place, of which the literal is the first argument. */
    private static final Pattern IN_PLACE =
            Pattern.compile("\\.(matches|replaceAll|replaceFirst|split)\\(\\s*\"((?:[^\"\\\\]|\\\\.)*+)\"\\s*[,)]");

    /** A text that counts how often it is looked at. */
    private static final class Counting implements CharSequence {

        private final CharSequence text;
        private final long[] looks;

        Counting(CharSequence text, long[] looks) {
            this.text = text;
            this.looks = looks;
        }

        @Override
        public char charAt(int index) {
            if (++looks[0] > LOOKS) {
                throw new TooManyLooks();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counting(text.subSequence(start, end), looks);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private static final class TooManyLooks extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @TestFactory
    Stream<DynamicTest> eachTakesALongTextInOneGo() {
        return patterns().entrySet().stream()
                .filter(entry -> !SHORT_TEXTS.containsKey(entry.getKey()))
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> assertThat(LittleStack.run(() -> faults(entry.getValue())))
                                .as("texts on which %s overflows the stack or looks without end", entry.getValue())
                                .isEmpty()));
    }

    @Test
    void faultsAreFound() {
        assertThat(LittleStack.run(() -> faults(Pattern.compile("'(?:[^']|'')*'"))))
                .isNotEmpty();
        assertThat(LittleStack.run(() -> faults(Pattern.compile("\\s*\\R\\s*"))))
                .isNotEmpty();
        assertThat(LittleStack.run(() -> faults(Pattern.compile("'(?:[^']++|'')*+'"))))
                .isEmpty();
        assertThat(patterns().keySet()).hasSizeGreaterThan(60).containsAll(SHORT_TEXTS.keySet());
    }

    private static List<String> faults(Pattern pattern) {
        List<String> faults = new ArrayList<>();
        for (String beginning : BEGINNINGS) {
            if (!beginning.isEmpty() && !wantsMore(pattern, beginning)) {
                continue;
            }
            for (String piece : PIECES) {
                String text = beginning + piece.repeat(LENGTH / piece.length());
                fault(pattern, text)
                        .ifPresent(why -> faults.add(why + ": '" + beginning + "' and then '" + piece + "'"));
            }
        }
        return faults.stream().limit(5).toList();
    }

    private static boolean wantsMore(Pattern pattern, String beginning) {
        Matcher matcher = pattern.matcher(beginning);
        return matcher.find() || matcher.hitEnd();
    }

    private static Optional<String> fault(Pattern pattern, String text) {
        try {
            pattern.matcher(new Counting(text, new long[1])).matches();
            Matcher all = pattern.matcher(new Counting(text, new long[1]));
            while (all.find()) {
                // Goes on behind it.
            }
            return Optional.empty();
        } catch (StackOverflowError e) {
            return Optional.of("StackOverflowError");
        } catch (TooManyLooks e) {
            return Optional.of("no end");
        }
    }

    private static Map<String, Pattern> patterns() {
        Map<String, Pattern> found = new TreeMap<>();
        try {
            constants(found);
            inPlace(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private static void constants(Map<String, Pattern> found)
            throws IOException, ReflectiveOperationException, URISyntaxException {
        URI classes = TestDatabase.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        try (Stream<Path> files = Files.walk(Path.of(classes))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                String name = Path.of(classes)
                        .relativize(file)
                        .toString()
                        .replace('/', '.')
                        .replaceFirst("\\.class$", "");
                if (!name.endsWith("package-info")) {
                    constants(Class.forName(name, false, TestDatabase.class.getClassLoader()), found);
                }
            }
        }
    }

    private static void constants(Class<?> type, Map<String, Pattern> found) throws ReflectiveOperationException {
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == Pattern.class) {
                field.setAccessible(true);
                found.put(type.getSimpleName() + "." + field.getName(), (Pattern) field.get(null));
            }
        }
    }

    private static void inPlace(Map<String, Pattern> found) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher call = IN_PLACE.matcher(Files.readString(file, UTF_8));
                while (call.find()) {
                    String regex = call.group(2).translateEscapes();
                    // A text is held against the whole, from its start.
                    String start = call.group(1).equals("matches") ? "^" : "";
                    found.put(file.getFileName() + " " + regex, Pattern.compile(start + "(?:" + regex + ")"));
                }
            }
        }
    }

    /** No other way to a regular expression than those two, so that none is overlooked. */
    @Test
    void noneIsPutTogetherWhereItIsUsed() throws IOException {
        Pattern compiled = Pattern.compile(
                "(?<!static final Pattern [A-Z_0-9]{1,40} ?=[ \n]{1,20})Pattern\\.(?:compile|matches)\\(");
        try (Stream<Path> files = Files.walk(SOURCES)) {
            assertThat(files.filter(path -> path.toString().endsWith(".java"))
                            .filter(path -> compiled.matcher(read(path)).find())
                            .map(path -> path.getFileName().toString()))
                    // Two make one of the names of files and folders, one of the pattern of a PATINDEX.
                    .containsExactlyInAnyOrder("MisnamedUndo.java", "NumberFunctions.java", "ScriptLocation.java");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
