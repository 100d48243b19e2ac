package dev.palindrome.schema.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The batch as a text: a server that has every kind of object is not always at hand. */
class SqlServerSchemaSqlTest {

    private static final Set<String> PLACES = Set.of(
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
            "modify_date",
            "changed",
            "parts",
            "names",
            "part",
            "data_compression_desc");

    @Test
    void takesOneParameter() {
        assertThat(SqlServerSchemaSql.BATCH.chars().filter(c -> c == '?')).hasSize(1);
    }

    /** Microsoft: collation-precedence (error 451): such columns have a collation of their own, whatever the database's is. */
    @Test
    void givesDescriptionsThatAreJoinedToOtherTextsTheCollationOfTheDatabase() {
        assertThat(texts("(\\w+_desc)")).isNotEmpty();
        assertThat(texts("\\+\\s*(\\w+\\.\\w+_desc)\\b(?! COLLATE DATABASE_DEFAULT)"))
                .isEmpty();
        assertThat(texts("(\\w+\\.\\w+_desc)\\s*\\+")).isEmpty();
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
        assertThat(texts(" AS \\[?(\\w+)]?(?=[,'\\n])").stream().map(name -> name.toUpperCase(Locale.ROOT)))
                .containsAll(Stream.of(Property.values()).map(Enum::name).toList());
    }

    @Test
    void namesMicrosoftsPageForEachView() {
        assertThat(texts("\\bsys\\.(\\w+)"))
                .isNotEmpty()
                .allSatisfy(view -> assertThat(SqlServerSchemaSql.BATCH).contains("sys-" + view.replace('_', '-')));
    }

    /** A view or column that came later, or that some servers lack, would fail the whole batch where it is missing. */
    @Test
    void whatSomeServersLackIsAskedForInATextOfItsOwn() {
        String plain = SqlServerSchemaSql.BATCH.replaceAll("(?s)EXEC sp_executesql N'(?:[^']|'')*'", "");

        assertThat(plain)
                .doesNotContain("ledger_type_desc", "t.is_node", "FROM sys.masked_columns", "FROM sys.change_tracking")
                .doesNotContain("JOIN sys.periods", "JOIN sys.parameters", "history_retention_period_unit");
    }

    private static List<String> texts(String pattern) {
        return Pattern.compile(pattern)
                .matcher(SqlServerSchemaSql.BATCH)
                .results()
                .map((java.util.regex.MatchResult match) -> match.group(1))
                .toList();
    }
}
