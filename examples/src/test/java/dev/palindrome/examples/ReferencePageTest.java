package dev.palindrome.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.settings.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * docs/reference.md is made of the code and its Javadoc. Run this test with {@code -Dtest.update-reference=true} to write it
 * anew.
 */
class ReferencePageTest {

    private static final Path PAGE = Page.ROOT.resolve("docs/reference.md");

    private static final String JUNIT = "junit5-extension/src/main/java/dev/palindrome/junit5/";

    private static final String CORE = "core/src/main/java/dev/palindrome/";

    private static final Pattern ATTRIBUTE = Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*+)\\*/\\s++([\\w<>\\[\\]? ]+?)\\s++(\\w++)\\(\\)(?:\\s*+default\\s++([^;]++))?+;",
            Pattern.DOTALL);

    private static final Pattern METHOD = Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*+)\\*/\\s++public (?!static)([\\w<>, .]+?)\\s++(\\w++)\\(([^)]*+)\\)",
            Pattern.DOTALL);

    private static final Pattern CONSTANT =
            Pattern.compile("/\\*\\*((?:(?!\\*/).)*+)\\*/\\s++([A-Z][A-Z_]*+)\\s*+[(,;}]", Pattern.DOTALL);

    private static final Pattern TAG = Pattern.compile("\\{@(?:code|link|literal)\\s++([^}]++)\\}");

    private static final Pattern END = Pattern.compile("\\.(?= [A-Z]|$)");

    @Test
    void isWhatTheCodeSays() throws IOException {
        String page = page();
        if (Boolean.getBoolean("test.update-reference")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    @Test
    void hasEveryAttributeOfAnAnnotation() throws ReflectiveOperationException {
        for (String annotation : annotations()) {
            Class<?> type = Class.forName("dev.palindrome.junit5." + annotation);

            assertThat(attributes(annotation).map(row -> row.group(3)))
                    .as(annotation)
                    .containsExactlyInAnyOrderElementsOf(Stream.of(type.getDeclaredMethods())
                            .map(java.lang.reflect.Method::getName)
                            .toList());
        }
    }

    @Test
    void hasEveryConstantOfAnEnum() throws ReflectiveOperationException {
        for (String file : ENUMS) {
            Class<?> type = Class.forName("dev.palindrome." + file.replace('/', '.'));
            assertThat(constants(source(file)).map(row -> row.group(2)))
                    .as(file)
                    .containsExactlyElementsOf(Stream.of(type.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name())
                            .toList());
        }
    }

    private static final List<String> ENUMS = List.of(
            "roundtrip/Verdict",
            "engine/EngineKind",
            "junit5/ResetMode",
            "junit5/KeepDatabase",
            "reset/ResetStrategy",
            "production/DriftAspect");

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Reference

                Every attribute, setting and constant, with what its Javadoc says in one sentence. This page is made of the code, and a test holds it against it.

                | to look up | |
                | --- | --- |
                | codes of the check, `PAL001` and on | [The check](check.md) |
                | members of a round trip's JSON | [Reports](round-trip.md#reports) |
                | members of the JSON of what tests waited for | [Reset](reset.md#what-tests-wait-for) |
                | members of the check's JSON | [The check](check.md#before-a-commit-and-in-ci) |
                | declarations in undo scripts | [Declarations](round-trip.md#declarations) |
                """);
        page.append(
                "\n## Settings\n\nEach is a system property, an environment variable (`palindrome.engine` is `PALINDROME_ENGINE`) or a"
                        + " configuration parameter of JUnit's; [what comes first](engines.md#settings).\n\n| setting | | values, the default first |\n| --- | --- | --- |\n");
        for (Setting setting : Setting.values()) {
            page.append("| `%s` | %s | %s |%n"
                    .formatted(
                            setting.key(),
                            cell(setting.description()),
                            setting.allowedValues().stream()
                                    .map(value -> "`" + value + "`")
                                    .collect(Collectors.joining(", "))));
        }
        page.append("\n## Annotations\n");
        for (String annotation : annotations()) {
            page.append("%n### @%s%n%n".formatted(annotation));
            List<MatchResult> attributes = attributes(annotation).toList();
            if (attributes.isEmpty()) {
                page.append("No attributes.\n");
                continue;
            }
            page.append("| attribute | type | default | |\n| --- | --- | --- | --- |\n");
            attributes.forEach(row -> page.append("| `%s` | `%s` | %s | %s |%n"
                    .formatted(
                            row.group(3),
                            row.group(2).strip(),
                            row.group(4) == null
                                    ? "none: it is asked for"
                                    : "`" + row.group(4).strip() + "`",
                            sentence(row.group(1)))));
        }
        page.append("\n## TestDatabase.builder()\n\n| method | |\n| --- | --- |\n");
        String builder = read(Page.ROOT.resolve(CORE + "TestDatabase.java"))
                .split("public static final class Builder|public static class Builder")[1];
        methods(builder)
                .forEach(row -> page.append("| `%s(%s)` | %s |%n"
                        .formatted(row.group(3), parameters(row.group(4)), sentence(row.group(1)))));
        page.append("\n## Constants\n");
        for (String file : ENUMS) {
            page.append("%n### %s%n%n| | |%n| --- | --- |%n".formatted(file.substring(file.indexOf('/') + 1)));
            constants(source(file))
                    .forEach(row -> page.append("| `%s` | %s |%n".formatted(row.group(2), sentence(row.group(1)))));
        }
        return page.toString().replace(System.lineSeparator(), "\n");
    }

    private static List<String> annotations() {
        try (Stream<Path> files = Files.list(Page.ROOT.resolve(JUNIT))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> read(file).contains("public @interface"))
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> !name.equals("MigratedDatabases") && !name.equals("Seeds"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<MatchResult> attributes(String annotation) {
        String text = read(Page.ROOT.resolve(JUNIT + annotation + ".java"));
        return ATTRIBUTE.matcher(text.substring(text.indexOf("@interface"))).results();
    }

    private static Stream<MatchResult> methods(String text) {
        return METHOD.matcher(text).results();
    }

    private static Stream<MatchResult> constants(String text) {
        return CONSTANT.matcher(text.substring(text.indexOf("enum "))).results();
    }

    private static String source(String file) {
        return read(Page.ROOT.resolve(
                file.startsWith("junit5/")
                        ? JUNIT + file.substring("junit5/".length()) + ".java"
                        : CORE + file + ".java"));
    }

    private static String parameters(String parameters) {
        return Stream.of(parameters.split(",(?![^<]*>)"))
                .map(parameter -> parameter.strip().replaceAll("\\s+\\w+$", ""))
                .collect(Collectors.joining(", "));
    }

    /** The first one of a comment, in Markdown. */
    private static String sentence(String javadoc) {
        String comment = javadoc.replaceAll("(?m)^\\s*+\\*", " ")
                .replaceAll("\\s++", " ")
                .strip();
        String text = TAG.matcher(comment)
                .replaceAll(tag -> Matcher.quoteReplacement(
                        "`" + tag.group(1).replaceFirst("^#", "").replace('#', '.') + "`"));
        text = text.split(" @(?:param|return|throws|see|since) ")[0];
        Matcher end = END.matcher(text);
        return cell(end.find() ? text.substring(0, end.end()) : text);
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
