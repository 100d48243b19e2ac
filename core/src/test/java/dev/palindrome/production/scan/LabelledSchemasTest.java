package dev.palindrome.production.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.production.PersonalColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How much of what is personal is found by names alone, and how much of what is found is personal. */
class LabelledSchemasTest {

    private static final Path PAGE = Path.of("../docs/personal-data.md");

    private static final double WANTED = 0.9;

    /** From here on masking wants a decision. */
    private static final double SURE = 0.8;

    /** What the public ones are called, by file. */
    private static final Map<String, String> PUBLIC = Map.ofEntries(
            Map.entry("adventureworks", "AdventureWorks"),
            Map.entry("adventureworksdw", "AdventureWorksDW"),
            Map.entry("bitwarden", "Bitwarden"),
            Map.entry("blogengine", "BlogEngine.NET"),
            Map.entry("chinook", "Chinook"),
            Map.entry("ed-fi", "Ed-Fi 4.0"),
            Map.entry("eshoponweb", "eShopOnWeb"),
            Map.entry("mojoportal", "mojoPortal"),
            Map.entry("northwind", "Northwind"),
            Map.entry("other-languages", "tables in other languages"),
            Map.entry("pubs", "pubs"),
            Map.entry("sakila", "Sakila"),
            Map.entry("small-tables", "small tables"),
            Map.entry("wideworldimporters", "WideWorldImporters"));

    private static final List<LabelledSchema> SCHEMAS =
            PUBLIC.keySet().stream().sorted().map(LabelledSchema::read).toList();

    /** How well a scan does. */
    private record Figures(int columns, int personal, int found, int right, int rightKind, int sure, int sureAndRight) {

        static Figures of(LabelledSchema schema) {
            Map<String, PersonalColumn> found = schema.found();
            List<String> right =
                    found.keySet().stream().filter(schema.labels()::containsKey).toList();
            long kinds = right.stream()
                    .filter(column ->
                            schema.labels().get(column).equals(found.get(column).kind()))
                    .count();
            List<String> sure = found.keySet().stream()
                    .filter(column -> found.get(column).confidence() >= SURE)
                    .toList();
            return new Figures(
                    schema.columns(),
                    schema.labels().size(),
                    found.size(),
                    right.size(),
                    (int) kinds,
                    sure.size(),
                    (int) sure.stream().filter(schema.labels()::containsKey).count());
        }

        Figures plus(Figures other) {
            return new Figures(
                    columns + other.columns,
                    personal + other.personal,
                    found + other.found,
                    right + other.right,
                    rightKind + other.rightKind,
                    sure + other.sure,
                    sureAndRight + other.sureAndRight);
        }

        double precision() {
            return (double) right / found;
        }

        double recall() {
            return (double) right / personal;
        }

        double precisionOfSure() {
            return (double) sureAndRight / sure;
        }

        double recallOfSure() {
            return (double) sureAndRight / personal;
        }

        String line(String name) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %,d | %d | %.2f | %.2f | %.2f | %.2f | %.2f |",
                    name,
                    columns,
                    personal,
                    precision(),
                    recall(),
                    (double) rightKind / right,
                    precisionOfSure(),
                    recallOfSure());
        }
    }

    @Test
    void findsNineOfTenAndIsRightNineTimesOfTen() {
        for (Figures figures : List.of(total(LabelledSchema::heldOut), total(any -> true))) {
            assertThat(figures.precision()).isGreaterThanOrEqualTo(WANTED);
            assertThat(figures.recall()).isGreaterThanOrEqualTo(WANTED);
            assertThat(figures.precisionOfSure()).isGreaterThanOrEqualTo(WANTED);
            assertThat(figures.recallOfSure()).isGreaterThanOrEqualTo(SURE);
        }
    }

    @Test
    void thePageHasTheFigures() throws IOException {
        String table = Stream.of(
                        SCHEMAS.stream()
                                .map(schema -> Figures.of(schema)
                                        .line(PUBLIC.get(schema.name()) + (schema.heldOut() ? " (held out)" : ""))),
                        Stream.of(
                                total(schema -> !schema.heldOut()).line("all that words were chosen by"),
                                total(LabelledSchema::heldOut).line("all that were held out"),
                                total(any -> true).line("all")))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));

        assertThat(Files.readString(PAGE)).contains(table);
    }

    @Test
    void theSchemasOfOurOwnAreFoundWhole() {
        Figures own = Figures.of(LabelledSchema.read("own"));

        assertThat(own.columns()).isGreaterThan(200);
        assertThat(own.precision()).isEqualTo(1);
        assertThat(own.recall()).isEqualTo(1);
        assertThat(own.rightKind()).isEqualTo(own.right());
    }

    private static Figures total(Predicate<LabelledSchema> some) {
        return SCHEMAS.stream().filter(some).map(Figures::of).reduce(new Figures(0, 0, 0, 0, 0, 0, 0), Figures::plus);
    }
}
