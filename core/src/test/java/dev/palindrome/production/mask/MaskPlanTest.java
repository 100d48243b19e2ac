package dev.palindrome.production.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.production.MaskContext;
import dev.palindrome.production.MaskException;
import dev.palindrome.production.MaskFunction;
import dev.palindrome.schema.EmbeddedSchema;
import dev.palindrome.schema.SchemaSnapshot;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskPlanTest {

    private static SchemaSnapshot schema;

    @BeforeAll
    static void read() throws Exception {
        schema = EmbeddedSchema.of("""
                CREATE SCHEMA crm
                GO
                CREATE TYPE dbo.mail FROM NVARCHAR(120) NOT NULL
                GO
                CREATE TABLE dbo.countries (code CHAR(2) NOT NULL PRIMARY KEY, name NVARCHAR(60) NULL)
                CREATE TABLE dbo.users (
                    id INT IDENTITY NOT NULL PRIMARY KEY, login VARCHAR(40) NOT NULL UNIQUE, email NVARCHAR(200) NULL,
                    other_mail dbo.mail, phone NVARCHAR(30) NULL, phone_verified BIT NULL, born DATE NULL,
                    shout AS UPPER(email), rv ROWVERSION NOT NULL, country CHAR(2) NULL REFERENCES dbo.countries (code))
                CREATE TABLE dbo.todos (id INT NOT NULL PRIMARY KEY,
                    owner VARCHAR(40) NULL CONSTRAINT fk_owner REFERENCES dbo.users (login), title NVARCHAR(100) NULL)
                CREATE TABLE dbo.notes (id INT NOT NULL PRIMARY KEY,
                    owner VARCHAR(40) NULL CONSTRAINT fk_note REFERENCES dbo.users (login))
                CREATE TABLE crm.users (id INT NOT NULL PRIMARY KEY, email NVARCHAR(50) NULL)
                """);
    }

    @Test
    void aRuleWithoutASchemaIsForAll() {
        assertThat(planned("users.email = email"))
                .containsExactly("crm.users.email = email 50", "dbo.users.email = email 50");
        assertThat(planned("crm.users.email = email")).containsExactly("crm.users.email = email 50");
    }

    /** The same value is cut nowhere then, so that joins hold. */
    @Test
    void allColumnsOfAKindCountAsLongAsTheNarrowest() {
        assertThat(planned("users.email = email\nusers.other_mail = email"))
                .containsExactly(
                        "crm.users.email = email 50", "dbo.users.email = email 50", "dbo.users.other_mail = email 50");
    }

    @Test
    void theMoreExactRuleCountsAndOfTwoAlikeTheLater() {
        assertThat(planned("""
                users.email = username
                * like %mail% = email
                *.email = company
                crm.users.email = keep ours
                * like other% = text
                """))
                .containsExactly(
                        "crm.users.email = keep ours 50",
                        "dbo.users.email = username 200",
                        "dbo.users.other_mail = text 120");
    }

    @Test
    void foreignKeysFollowWhatTheyReferTo() {
        assertThat(planned("users.login = username"))
                .containsExactly(
                        "dbo.notes.owner = username 40",
                        "dbo.todos.owner = username 40",
                        "dbo.users.login = username 40");
        assertThat(planned("users.login = username\ntodos.owner = null\n* like owner = text"))
                .contains("dbo.todos.owner = null 40", "dbo.notes.owner = username 40");
    }

    @Test
    void whatAWildcardCannotMaskIsPassedByAndSaid() {
        assertThat(plan("* like phone% = phone").notes())
                .containsExactly(
                        "rules, line 1: dbo.users.phone_verified is passed by: it is of the type BIT, which takes"
                                + " no phone: give it constant …, null, or keep <reason>");
    }

    @Test
    void aWildcardThatMatchesNothingIsSaid() {
        assertThat(plan("* like %iban% = iban").notes())
                .containsExactly("rules, line 1: no column fits * like %iban% = iban");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "user.email = email | there is no table user (is users meant?).",
                "cmr.users.email = email | there is no table cmr.users (is crm.users meant?).",
                "users.emial = email | crm.users has no column emial (is email meant?).",
                "todos like %mail% = email | dbo.todos has no column that is like %mail%.",
                "dbo.users.shout = email | dbo.users.shout is computed from other columns: mask these.",
                "dbo.users.rv = text | dbo.users.rv is a rowversion, which the server writes.",
                "dbo.users.phone_verified = phone | dbo.users.phone_verified is of the type BIT, which takes no phone: give it constant …, null, or keep <reason>.",
                "dbo.users.login = null | dbo.users.login is NOT NULL, so that it takes no null: give it another kind, such as constant ….",
                "dbo.users.login = constant x | dbo.users.login is unique, so that not every row can have the same: give it another kind, such as a pattern with the key in it.",
                "dbo.users.email = \"{idd}x\" | dbo.users.email has a pattern that names idd, and its table has no such column (is id meant?).",
                "dbo.users.email = \"x{email}\" | dbo.users.email has a pattern that names the column itself, so that its value would stay in it.",
                "dbo.users.email = no.such.Kind | there is no class no.such.Kind on the class path. Name a class with its package, or a kind.",
                "dbo.users.email = java.lang.String | the class java.lang.String is no dev.palindrome.production.MaskFunction. Let it implement that one.",
                "todos.owner = username | dbo.todos.owner refers to dbo.users.login, whose values stay. Give that one the rule: it holds for both then."
            })
    void whatCannotBeIsSaidWithTheLine(String rule, String message) {
        assertThatThrownBy(() -> plan("# first\n" + rule))
                .isInstanceOf(MaskException.class)
                .hasMessage("rules, line 2: " + message);
    }

    @Test
    void anIdentityIsExplained() {
        assertThatThrownBy(() -> plan("dbo.users.id = national id"))
                .hasMessage(
                        "rules, line 1: dbo.users.id is an identity, which SQL Server does not let anybody change. A"
                                + " number that only counts tells nothing of a person: say keep <reason>.");
    }

    @Test
    void twoExactRulesThatSayDifferentThingsAreAnError() {
        assertThatThrownBy(() -> plan("dbo.users.email = email\ndbo.users.EMAIL = text"))
                .hasMessage("rules, line 1 and rules, line 2 say different things of dbo.users.email: email and text."
                        + " Leave one of them out.");
        assertThat(planned("dbo.users.email = email\ndbo.users.email = email")).hasSize(1);
    }

    @Test
    void aForeignKeyCannotBecomeSomethingElse() {
        assertThatThrownBy(() -> plan("users.login = username\ntodos.owner = text"))
                .hasMessage("rules, line 2: dbo.todos.owner refers to dbo.users.login, which becomes something else by"
                        + " rules, line 1. Leave the rule out: that one holds for both.");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        assertThatThrownBy(() -> plan("user.email = email\nusers.emial = email\ndbo.users.shout = email"))
                .message()
                .hasLineCount(3);
    }

    @Test
    void aClassOfTheUsersIsTaken() {
        assertThat(planned("dbo.users.email = " + Dots.class.getName()))
                .containsExactly("dbo.users.email = " + Dots.class.getName() + " 200");
    }

    @ParameterizedTest
    @CsvSource({
        "%phone%, mobile_phone, true",
        "phone, phone, true",
        "phone, phones, false",
        "ph_ne, phone, true",
        "[a-c]%, bob, true",
        "[^a-c]%, bob, false",
        "%a%b%c, xxabxbc, true",
        "%ab, aab, true",
        "[, [, true"
    })
    void patternsAreThoseOfLike(String pattern, String name, boolean fits) {
        assertThat(LikePattern.fits(pattern, name)).isEqualTo(fits);
    }

    /** Made by its name. */
    static final class Dots implements MaskFunction {

        @Override
        public Object mask(Object original, MaskContext context) {
            return "…";
        }
    }

    private static List<String> planned(String rules) {
        return plan(rules).tables().stream()
                .flatMap(MaskPlanTest::lines)
                .sorted()
                .toList();
    }

    private static Stream<String> lines(MaskedTable table) {
        return table.columns().stream()
                .map(column -> table.table() + "." + column.name() + " = " + column.kind() + " "
                        + column.shape().maxLength());
    }

    private static MaskPlan plan(String rules) {
        return MaskPlan.of(RuleText.read("rules", rules), schema);
    }
}
