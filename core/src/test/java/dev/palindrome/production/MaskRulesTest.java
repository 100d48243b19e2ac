package dev.palindrome.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.production.mask.MaskKind;
import dev.palindrome.production.mask.MaskKind.Part;
import dev.palindrome.production.mask.MaskRule;
import dev.palindrome.production.mask.value.FakeKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskRulesTest {

    private static final String FORM =
            "a rule is table.column = kind, schema.table.column = kind, * like %name% = kind, or table.column $.path = kind.";

    @Test
    void aRuleALine() {
        MaskRules rules = MaskRules.parse("""
                # people
                users.email = email   # reserved domains

                crm.users.first_name=First  Name
                * like %phone% = phone
                [my schema].[odd.name].[col ]] umn] = null
                users.note = keep written by our own people
                users.tax = com.example.TaxNumbers
                users.profile   $.contact."e # mail"  =  email  # of the contact
                * like %json% $..phones[*]=phone
                """);

        assertThat(rules.toString()).isEqualToNormalizingNewlines("""
                users.email = email
                crm.users.first_name = first name
                * like %phone% = phone
                [my schema].[odd.name].[col ]] umn] = null
                users.note = keep written by our own people
                users.tax = com.example.TaxNumbers
                users.profile $.contact."e # mail" = email
                * like %json% $..phones[*] = phone""");
        assertThat(rules.all()).extracting(MaskRule::line).containsExactly(2, 4, 5, 6, 7, 8, 9, 10);
    }

    @ParameterizedTest
    @EnumSource
    void eachKindIsKnown(FakeKind kind) {
        assertThat(kindOf("t.c = " + kind.words())).isEqualTo(new MaskKind.Fake(kind));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "constant not a password | not a password",
                "constant ' # blank '    | ' # blank '",
                "constant \"it's\" # why  | it's",
                "constant a#b            | a#b",
                "constant ''             | ''"
            })
    void constants(String kind, String value) {
        String wanted = value.startsWith("'") ? value.substring(1, value.length() - 1) : value;

        assertThat(kindOf("t.c = " + kind)).isEqualTo(new MaskKind.Constant(wanted));
    }

    @Test
    void patternsNameColumns() {
        assertThat(kindOf("t.c = \"user{id}@{[my col]}.{{x}} # \"\"q\"\"\" # why"))
                .isEqualTo(new MaskKind.Pattern(List.of(
                        new Part.Literal("user"),
                        new Part.OfColumn("id"),
                        new Part.Literal("@"),
                        new Part.OfColumn("my col"),
                        new Part.Literal(".{x} # \"q\""))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "users.email email           | there is no = where one is expected; FORM Names with blanks or dots stand in [brackets].",
                "email = email               | in front of the = is no table with a column; FORM",
                "users.profile $.a[x] = null | the path cannot be read at character 19 of the line: in brackets stands the number of an element, from 0, or * for all. The name of a member stands behind a dot: $.\"odd name\".",
                "users.profile.$.a = null    | a path to members of JSON stands behind the column and a blank: users.profile $.contact.email = email. A name that begins with $ stands in [brackets].",
                "users.profile $.a email     | there is no = where one is expected; FORM Names with blanks or dots stand in [brackets].",
                "a.b.c.d = email             | in front of the = is no table with a column; FORM",
                "users. = email              | a name is missing; FORM",
                "us*.email = email           | us* is no name, nor * for all; FORM",
                "[users.email = email        | a ] is missing at the end.",
                "* like = phone              | behind like is no pattern, such as %phone%.",
                "t.c = keep                  | keep is without a reason. Say why the values may stay: keep <reason>, such as keep product names.",
                "t.c = constant # why        | constant is without a value. Write it behind; one with blanks at its ends, a # or nothing in it stands in quotes.",
                "t.c = \"user{id             | a \" is missing at the end.",
                "t.c = \"user{id\"           | the pattern has a { that no } closes. Write {column}; doubled, a brace stands for itself.",
                "t.c = \"user}\"             | the pattern has a } without a { in front of it. Doubled, it stands for itself.",
                "t.c = \"user{ }\"           | the pattern has braces without a column's name in them.",
                "t.c = \"a\" b               | behind the closing quote is more. A comment begins with #; a quote in a text is doubled."
            })
    void whatIsNoRuleIsSaid(String line, String message) {
        assertThatThrownBy(() -> MaskRules.parse("masking.rules", "# one\n" + line))
                .isInstanceOf(MaskException.class)
                .hasMessage("masking.rules, line 2: " + message.replace("FORM", FORM));
    }

    @Test
    void anUnknownKindIsSaidWithWhatIsNearAndAll() {
        assertThatThrownBy(() -> MaskRules.parse("users.email = emial"))
                .hasMessage("the rules, line 1: there is no kind emial (is email meant?). Kinds are email, first name,"
                        + " last name, full name, username, phone, date of birth, street, city, postcode, country, iban,"
                        + " card, national id, company, text, constant …, null, a pattern in quotes such as"
                        + " \"user{id}\", keep <reason>, and the name of a class with its package.");
        assertThatThrownBy(() -> MaskRules.parse("users.email = "))
                .hasMessageStartingWith("the rules, line 1: behind the = is no kind. Kinds are ");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        assertThatThrownBy(() -> MaskRules.parse("a.b = keep\na.c = email\na = email"))
                .message()
                .contains("line 1: keep")
                .contains("line 3: in front")
                .hasLineCount(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFFa.b = email\r\na.c = phone\r\n", "a.b = email\ra.c = phone"})
    void filesMayHaveAMarkAndAnyLineEnds(String content, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("masking.rules"), content);

        assertThat(MaskRules.of(file).all()).extracting(MaskRule::line).containsExactly(1, 2);
        assertThat(MaskRules.of("filesystem:" + file)).isEqualTo(MaskRules.of(file));
    }

    @Test
    void aFileInAnotherEncodingIsRefusedWithTheLine(@TempDir Path folder) throws IOException {
        Path file = Files.write(
                folder.resolve("masking.rules"),
                "a.b = email\na.c = keep für immer".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> MaskRules.of(file))
                .isInstanceOf(MaskException.class)
                .hasMessage("The masking rules %s, line 2: it is not UTF-8 at byte offset 24. Save them as UTF-8."
                        .formatted(file));
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> MaskRules.of("no.rules"))
                .isInstanceOf(MaskException.class)
                .hasMessage("There is no file of masking rules no.rules: nothing on the class path is called no.rules."
                        + " Put it there, or name a file with filesystem:.");
    }

    @Test
    void equalRulesAreEqualWhereverTheyStand() {
        MaskRules one = MaskRules.parse("one", "a.b = constant x");

        assertThat(MaskRules.parse("other", "# c\na.b = constant x"))
                .isEqualTo(one)
                .hasSameHashCodeAs(one);
        assertThat(MaskRules.parse("one", "a.b = constant y")).isNotEqualTo(one);
    }

    /** A constant may be the hash of a password that somebody uses. */
    @Test
    void constantsAreNotShown() {
        assertThat(MaskRules.parse("a.b = constant secret\na.c = \"secret{id}\""))
                .hasToString("a.b = constant …" + System.lineSeparator() + "a.c = \"…{id}\"");
        assertThat(MaskRules.parse("a.b = constant secret").all().toString()).doesNotContain("secret");
    }

    private static MaskKind kindOf(String line) {
        return MaskRules.parse(line).all().get(0).kind();
    }
}
