package dev.palindrome.schema.read;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that SQL Server's catalogue is asked, as the resources beside this class have it: a line {@code -- question:}
 * names a question, {@code -- tells:} what is not known without its answer, {@code -- if there is:} the column that came
 * with a later server.
 */
final class CatalogueQuestions {

    private static final List<String> RESOURCES = List.of(
            "tables",
            "columns",
            "keys-and-indexes",
            "constraints",
            "modules",
            "sequences-and-synonyms",
            "types",
            "schemas-and-principals",
            "partitions",
            "database",
            "permissions",
            "extended-properties",
            "not-compared");

    private static final Pattern QUESTION = Pattern.compile(
            "^-- question: (?<name>.+)\\n-- tells:(?<tells>.*)\\n(?:-- if there is: (?<guard>.+)\\n)?(?:--.*\\n)*(?<sql>(?s:SELECT\\b.+?));$",
            Pattern.MULTILINE);

    private static final Pattern TELLS =
            Pattern.compile("(?<kinds>[A-Z_ ]*?)(?: of (?<owners>[A-Z_ ]+?))?(?: ?/ ?(?<properties>[A-Z_ ]+))?");

    /** What the questions find, and the inventory of it. Without its answer nothing is known. */
    static final String OBJECTS = withoutLayout(read("objects"));

    /** The last query among them tells what is called how in each, so that what has not changed need not be read again. */
    static final String NAMES_OF_PARTS = OBJECTS.substring(OBJECTS.indexOf("SELECT o.object_id, COUNT(*) AS parts"));

    static final List<CatalogueQuestion> ALL = all();

    private CatalogueQuestions() {}

    static String text() {
        return Stream.concat(Stream.of("objects"), RESOURCES.stream())
                .map(CatalogueQuestions::read)
                .collect(Collectors.joining("\n"));
    }

    private static List<CatalogueQuestion> all() {
        List<CatalogueQuestion> questions = new ArrayList<>();
        for (String resource : RESOURCES) {
            Matcher matcher = QUESTION.matcher(read(resource));
            while (matcher.find()) {
                questions.add(question(questions.size(), matcher));
            }
        }
        return List.copyOf(questions);
    }

    /** What is for people, and need not be sent each time: lines of comment, and indentation. No literal goes over a line. */
    private static String withoutLayout(String sql) {
        return sql.lines()
                .filter(line -> !line.startsWith("--"))
                .map(String::strip)
                .collect(Collectors.joining("\n", "", sql.endsWith("\n") ? "\n" : ""));
    }

    private static CatalogueQuestion question(int number, Matcher matcher) {
        Matcher tells = TELLS.matcher(matcher.group("tells").strip());
        if (!tells.matches()) {
            throw new IllegalStateException("-- tells:" + matcher.group("tells"));
        }
        return new CatalogueQuestion(
                number,
                matcher.group("name"),
                constants(ObjectKind.class, tells.group("kinds"), ObjectKind::valueOf),
                constants(ObjectKind.class, tells.group("owners"), ObjectKind::valueOf),
                constants(Property.class, tells.group("properties"), Property::valueOf),
                Optional.ofNullable(matcher.group("guard")).map(CatalogueColumn::parse),
                withoutLayout(matcher.group("sql")));
    }

    private static <E extends Enum<E>> Set<E> constants(Class<E> type, String names, Function<String, E> byName) {
        Set<E> constants = EnumSet.noneOf(type);
        Stream.of(Objects.requireNonNullElse(names, "").split(" "))
                .filter(name -> !name.isEmpty())
                .forEach(name -> constants.add(byName.apply(name)));
        return constants;
    }

    private static String read(String name) {
        try (InputStream resource = CatalogueQuestions.class.getResourceAsStream(name + ".sql")) {
            return new String(Objects.requireNonNull(resource, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
