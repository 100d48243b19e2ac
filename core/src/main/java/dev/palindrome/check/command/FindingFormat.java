package dev.palindrome.check.command;

import dev.palindrome.check.Finding;
import dev.palindrome.text.VisibleText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How findings are told. */
enum FindingFormat {
    /** As compilers write, so that editors find the place. */
    TEXT {
        @Override
        List<String> lines(List<Finding> findings, FindingPaths paths) {
            return findings.stream()
                    .map(finding -> VisibleText.line(
                            paths.of(finding) + ":" + finding.line() + ": " + finding.code() + " " + finding.message()))
                    .toList();
        }
    },
    /** GitHub: workflow-commands-for-github-actions. */
    GITHUB {
        @Override
        List<String> lines(List<Finding> findings, FindingPaths paths) {
            return findings.stream()
                    .map(finding -> "::error file=" + property(paths.of(finding)) + ",line=" + finding.line()
                            + ",title=" + finding.code() + "::" + data(VisibleText.line(finding.message())))
                    .toList();
        }
    },
    /** One list of objects. */
    JSON {
        @Override
        List<String> lines(List<Finding> findings, FindingPaths paths) {
            return findings.isEmpty()
                    ? List.of("[]")
                    : List.of(findings.stream()
                            .map(finding -> "  {\"code\": \"" + finding.code() + "\", \"file\": "
                                    + string(paths.of(finding)) + ", \"line\": " + finding.line() + ", \"message\": "
                                    + string(finding.message()) + "}")
                            .collect(Collectors.joining(",\n", "[\n", "\n]")));
        }
    };

    abstract List<String> lines(List<Finding> findings, FindingPaths paths);

    static Optional<FindingFormat> find(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    private static String property(String value) {
        return data(value).replace(":", "%3A").replace(",", "%2C");
    }

    private static String data(String value) {
        return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String string(String text) {
        return Stream.of(text.split(""))
                .map(letter -> letter.equals("\"") || letter.equals("\\")
                        ? "\\" + letter
                        : letter.isEmpty() || letter.charAt(0) >= ' '
                                ? letter
                                : String.format("\\u%04x", (int) letter.charAt(0)))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
