package dev.palindrome.schema.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The questions as texts: a server that has every kind of object is not always at hand. */
class CatalogueQuestionsTest {

    private static final Set<String> PLACES = Set.of(
            "question",
            "object_kind",
            "object_schema",
            "object_name",
            "part_kind",
            "part_name",
            "part_name_2",
            "part_name_3",
            "system_named",
            "default_name",
            "default_system_name",
            "identity_seed",
            "identity_increment",
            "database_collation",
            "modify_date",
            "changed",
            "parts",
            "names",
            "part",
            "not_compared",
            "why",
            "how",
            "least",
            "most",
            "number",
            "numbers");

    @Test
    void eachLineThatNamesAQuestionBelongsToOne() {
        assertThat(CatalogueQuestions.ALL)
                .hasSize(texts("-- question: (.+)").size())
                .extracting(CatalogueQuestion::name)
                .doesNotHaveDuplicates();
    }

    @Test
    void eachQuestionIsOneSelect() {
        assertThat(CatalogueQuestions.ALL)
                .allSatisfy(question ->
                        assertThat(question.sql()).startsWith("SELECT ").doesNotContain(";", "EXEC "));
    }

    /** It goes to the server at each look at the schema, and docs/sqlserver.md says how much that is. */
    @Test
    void whatIsForPeopleIsNotSent() {
        assertThat(CatalogueQuestions.ALL)
                .extracting(CatalogueQuestion::sql)
                .allSatisfy(sql -> assertThat(sql).doesNotContain("\n ", "\n--"));
        assertThat(CatalogueQuestions.OBJECTS).startsWith("CREATE TABLE").doesNotContain("\n ", "\n--");
        assertThat(CatalogueQuestions.ALL).hasSizeBetween(105, 119);
        assertThat(2 * CatalogueBatch.of(CatalogueQuestions.ALL).length()).isBetween(190_000, 222_000);
    }

    /** So that lines can be sent without what stands before and behind. */
    @Test
    void noLiteralGoesOverALine() {
        assertThat(CatalogueQuestions.text().lines().filter(line -> !line.startsWith("--")))
                .allSatisfy(line -> assertThat(
                                line.chars().filter(letter -> letter == '\'').count() % 2)
                        .as(line)
                        .isZero());
    }

    @Test
    void eachQuestionSaysWhatIsNotKnownWithoutIt() {
        CatalogueQuestion members = question("members of roles");
        CatalogueQuestion types = question("permissions on types");
        CatalogueQuestion masks = question("masks of columns");
        CatalogueQuestion definitions = question("rights to see definitions");

        assertThat(members.kinds()).containsExactly(ObjectKind.MEMBER);
        assertThat(types.kinds()).containsExactly(ObjectKind.PERMISSION);
        assertThat(types.owners())
                .containsExactlyInAnyOrder(ObjectKind.ALIAS_TYPE, ObjectKind.TABLE_TYPE, ObjectKind.CLR_TYPE);
        assertThat(masks.properties()).containsExactly(Property.MASKED);
        assertThat(definitions.kinds()).isEmpty();
        assertThat(definitions.properties()).contains(Property.DEFINITION, Property.FILTER);
    }

    private static CatalogueQuestion question(String name) {
        return CatalogueQuestions.ALL.stream()
                .filter(question -> question.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void asksForEveryKindOfObject() {
        Set<String> asked = new TreeSet<>(texts("'([A-Z_]+)'"));

        assertThat(asked)
                .containsAll(Stream.of(ObjectKind.values()).map(Enum::name).toList());
    }

    @Test
    void namesPropertiesAsTheModelDoes() {
        Set<String> properties = Stream.of(Property.values())
                .map(property -> property.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        properties.addAll(PLACES);

        assertThat(texts(" AS \\[?(\\w+)]?(?=,?\\n)").stream().map(name -> name.toLowerCase(Locale.ROOT)))
                .isNotEmpty()
                .allMatch(properties::contains);
    }

    @Test
    void fillsEveryPropertyThatSqlServerHas() {
        assertThat(texts(" AS (identity_\\w+)")).containsExactly("identity_seed", "identity_increment");
        assertThat(texts(" AS \\[?(\\w+)]?(?=[,'\\n])").stream().map(name -> name.toUpperCase(Locale.ROOT)))
                .containsAll(Stream.of(Property.values())
                        .filter(property -> property != Property.IDENTITY)
                        .map(Enum::name)
                        .toList());
    }

    @Test
    void namesMicrosoftsPageForEachViewAtEachQuestion() {
        for (String part : CatalogueQuestions.text().split("(?=\\n\\n)")) {
            assertThat(Pattern.compile("\\bsys\\.(\\w+)")
                            .matcher(part.replaceAll("--.*", ""))
                            .results()
                            .map(match -> "sys-" + match.group(1).replace('_', '-')))
                    .allSatisfy(page -> assertThat(part).contains(page));
        }
    }

    private static List<String> texts(String pattern) {
        return Pattern.compile(pattern)
                .matcher(CatalogueQuestions.text())
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
