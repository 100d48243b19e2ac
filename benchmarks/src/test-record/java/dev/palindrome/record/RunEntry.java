package dev.palindrome.record;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that a run has found out.
 *
 * @param kind what it is about
 * @param subject the test's class, or what was asked or measured
 * @param test the test's name; empty where it is about none
 * @param text the answer, the milliseconds, or what went wrong
 * @param statement what the server refused; empty where nobody knows
 */
public record RunEntry(Kind kind, String subject, String test, String text, String statement) {

    /** What an entry is about. */
    public enum Kind {
        /** What the server says of itself. */
        SERVER,
        /** Why the run is not what was asked for. */
        TROUBLE,
        /** A JVM begins with tests. */
        BEGUN,
        /** It is through with them. */
        ENDED,
        PASSED,
        FAILED,
        NOT_AVAILABLE,
        /** How long something took, in milliseconds. */
        FIGURE
    }

    /** What the server says of itself. */
    public static RunEntry server(String what, String answer) {
        return new RunEntry(Kind.SERVER, what, "", answer, "");
    }

    /** Why the run is not what was asked for. */
    public static RunEntry trouble(String what) {
        return new RunEntry(Kind.TROUBLE, "", "", what, "");
    }

    /** This JVM begins with tests, or is through with them. */
    static RunEntry ofThisJvm(Kind kind) {
        return new RunEntry(kind, String.valueOf(ProcessHandle.current().pid()), "", "", "");
    }

    /** How long something took. */
    public static RunEntry figure(String what, double millis) {
        return new RunEntry(Kind.FIGURE, what, "", String.format(Locale.ROOT, "%.1f", millis), "");
    }

    String line() {
        return Stream.of(kind.name(), subject, test, text, statement)
                .map(RunEntry::escaped)
                .collect(Collectors.joining("\t"));
    }

    /** Empty for a line that was cut off. */
    static Optional<RunEntry> parse(String line) {
        try {
            List<String> fields = Arrays.stream(line.split("\t", -1))
                    .map(String::translateEscapes)
                    .toList();
            return fields.size() != 5
                    ? Optional.empty()
                    : Optional.of(new RunEntry(
                            Kind.valueOf(fields.get(0)), fields.get(1), fields.get(2), fields.get(3), fields.get(4)));
        } catch (IllegalArgumentException e) { // cut off within an escape or the kind
            return Optional.empty();
        }
    }

    private static String escaped(String field) {
        return field.replace("\\", "\\\\")
                .replace("\r", "")
                .replace("\n", "\\n")
                .replace("\t", "\\t");
    }
}
