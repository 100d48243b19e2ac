package dev.palindrome.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.production.json.JsonStrings;
import dev.palindrome.seed.SeededDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules for members of JSON, and documents that are not as one expects them. */
class EmbeddedJsonMaskingTest {

    private SeededDatabase database;

    @BeforeEach
    void begin() throws SQLException {
        database = SeededDatabase.embedded();
        database.run("""
                CREATE TABLE dbo.users (
                    id INT NOT NULL CONSTRAINT pk_users PRIMARY KEY,
                    email NVARCHAR(100) NULL,
                    profile NVARCHAR(MAX) NULL
                );
                """);
    }

    @AfterEach
    void end() throws SQLException {
        database.close();
    }

    private void user(int id, String email, String profile) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO dbo.users (id, email, profile) VALUES (?, ?, ?)")) {
            insert.setInt(1, id);
            insert.setString(2, email);
            insert.setString(3, profile);
            insert.executeUpdate();
        }
    }

    private MaskReport mask(String rules) {
        return Masking.of(database.dataSource(), MaskRules.parse(rules))
                .keyed("a key")
                .mask();
    }

    private List<String> profiles() throws SQLException {
        return database.rows("SELECT profile FROM dbo.users ORDER BY id");
    }

    /** So many that the scan takes the one that has something for an exception. */
    private void harmlessUsers() throws SQLException {
        for (int i = 100; i < 180; i++) {
            user(i, null, "{\"text\":\"nothing\"}");
        }
    }

    /** The only profile after masking by rules for it alone. */
    private String masked(String profile, String rules) throws SQLException {
        user(1, null, profile);
        mask("users.email = email\n" + rules);
        return profiles().get(0);
    }

    @Test
    void whatIsNotNamedStaysLetterByLetter() throws SQLException {
        assertThat(masked(
                        " { \"n\" : 12345678901234567890.10 ,\n\"e\":\"caf\\u00e9 \\\"\\/\", \"z\" : \"old\", \"a\":[1e5,{ }]}\t",
                        "users.profile $.z = constant new"))
                .isEqualTo(
                        " { \"n\" : 12345678901234567890.10 ,\n\"e\":\"caf\\u00e9 \\\"\\/\", \"z\" : \"new\", \"a\":[1e5,{ }]}\t");
    }

    @Test
    void equalStaysEqualBetweenMembersAndColumns() throws SQLException {
        user(
                1,
                "ada@real.example",
                "{\"mail\":\"ADA@real.example\",\"also\":[\"bob@real.example\",\"ada@real.example\"]}");
        user(2, "bob@real.example", "{\"mail\":\"bob@real.example \"}");

        mask("""
                users.email = email
                users.profile $.mail = email
                users.profile $.also[*] = email
                """);

        List<String> emails = database.rows("SELECT email FROM dbo.users ORDER BY id");
        assertThat(emails).hasSize(2).noneMatch(email -> email.contains("real.example"));
        assertThat(profiles())
                .containsExactly(
                        "{\"mail\":\"%s\",\"also\":[\"%s\",\"%s\"]}"
                                .formatted(emails.get(0), emails.get(1), emails.get(0)),
                        "{\"mail\":\"%s\"}".formatted(emails.get(1)));
    }

    @Test
    void everyKindDoesWhatItDoesToColumns() throws SQLException {
        String masked = masked(
                "{\"a\":\"Ada\",\"b\":\"+49 171 1234567\",\"c\":\"1980-02-28\",\"d\":\"x\",\"e\":\"y\",\"f\":\"z\",\"g\":\"stay\",\"h\":\"own\"}",
                """
                users.profile $.a = first name
                users.profile $.b = phone
                users.profile $.c = date of birth
                users.profile $.d = constant "say ""it""\"
                users.profile $.e = null
                users.profile $.f = "user{id} of ""here""\"
                users.profile $.g = keep a word of ours
                users.profile $.h = dev.palindrome.production.EmbeddedJsonMaskingTest$Reversed
                """);

        assertThat(masked)
                .matches(
                        "\\{\"a\":\"[^\"]+\",\"b\":\"\\+49 \\d{3} \\d{7}\",\"c\":\"\\d{4}-\\d\\d-\\d\\d\",\"d\":\"say \\\\\"it\\\\\"\",\"e\":null,"
                                + "\"f\":\"user1 of \\\\\"here\\\\\"\",\"g\":\"stay\",\"h\":\"nwo \\$\\.h\"}")
                .doesNotContain("\"Ada\"", "1234567", "1980-02-28");
    }

    /** Turns a text round. */
    public static final class Reversed implements MaskFunction {

        @Override
        public Object mask(Object original, MaskContext context) {
            return new StringBuilder(original.toString()).reverse() + " "
                    + context.path().orElse("");
        }
    }

    @Test
    void numbersStayNumbersAndTruthsAndNullsStay() throws SQLException {
        assertThat(masked("{\"a\":[491711234567,-12.50,true,null,\"\"],\"b\":7,\"c\":false,\"d\":\"7\"}", """
                        users.profile $.a = phone
                        users.profile $.b = constant 0
                        users.profile $.c = constant true
                        users.profile $.d = constant 0
                        """))
                .matches("\\{\"a\":\\[\\d{12},-\\d+(\\.\\d)?,true,null,\"\"],\"b\":0,\"c\":true,\"d\":\"0\"}")
                .doesNotContain("491711234567", "12.5");
    }

    @Test
    void aPhoneIsTheSameAsATextAndAsANumber() throws SQLException {
        database.run("ALTER TABLE dbo.users ADD phone BIGINT NULL, other NVARCHAR(20) NULL;");
        user(1, null, "{\"p\":171123456789,\"q\":\"171123456789\"}");
        database.run("UPDATE dbo.users SET phone = 171123456789, other = N'171123456789';");

        mask("""
                users.email = email
                users.phone = phone
                users.other = phone
                users.profile $..* = phone
                """);

        String phone = database.rows("SELECT other FROM dbo.users").get(0);
        assertThat(phone).isNotEqualTo("171123456789");
        assertThat(database.rows("SELECT phone FROM dbo.users")).containsExactly(phone);
        assertThat(profiles()).containsExactly("{\"p\":%s,\"q\":\"%s\"}".formatted(phone, phone));
    }

    @Test
    void aRuleForAnObjectCountsForAllThatIsInIt() throws SQLException {
        assertThat(masked(
                        "{\"contact\":{\"name\":\"Ada Lovelace\",\"floor\":3,\"type\":\"home\",\"more\":[{\"x\":\"Byron\"}]},\"id\":1}",
                        """
                        users.profile $.contact = text
                        users.profile $.contact.type = keep a label
                        """))
                .matches(
                        "\\{\"contact\":\\{\"name\":\"[^\"]{12}\",\"floor\":\\d,\"type\":\"home\",\"more\":\\[\\{\"x\":\"[^\"]{5}\"}]},\"id\":1}")
                .doesNotContain("Ada", "Byron", "\"floor\":3");
    }

    @Test
    void nullAConstantAndAPatternStandForAWholeObject() throws SQLException {
        assertThat(masked("{\"a\":{\"ada@real.example\":1},\"b\":[1,2],\"c\":{}}", """
                        users.profile $.a = null
                        users.profile $.b = constant none
                        users.profile $.c = "c{id}"
                        """))
                .isEqualTo("{\"a\":null,\"b\":\"none\",\"c\":\"c1\"}");
    }

    @Test
    void namesAreTheSameInUpperAndLowerCaseAndMayBeThereTwice() throws SQLException {
        assertThat(masked(
                        "{\"Email\":\"a@x.example\",\"email\":\"b@x.example\",\"e\\u006dail\":\"c@x.example\"}",
                        "users.profile $.email = null"))
                .isEqualTo("{\"Email\":null,\"email\":null,\"e\\u006dail\":null}");
    }

    @Test
    void aDocumentInADocumentIsGoneInto() throws SQLException {
        assertThat(masked(
                        "{\"event\":\"{\\\"user\\\":{\\\"email\\\":\\\"ada@real.example\\\"},\\\"n\\\":1}\"}",
                        "users.profile $.event.user.email = constant x@example.com"))
                .isEqualTo("{\"event\":\"{\\\"user\\\":{\\\"email\\\":\\\"x@example.com\\\"},\\\"n\\\":1}\"}");
    }

    @Test
    void arraysInArraysAndDocumentsThatAreArraysAreReached() throws SQLException {
        assertThat(masked("[[{\"a\":\"x\"}],[[{\"a\":\"y\"}]]]", "users.profile $..a = null"))
                .isEqualTo("[[{\"a\":null}],[[{\"a\":null}]]]");
    }

    @Test
    void theMostExactRuleForAMemberCounts() throws SQLException {
        assertThat(masked("{\"items\":[{\"mail\":\"a\"},{\"mail\":\"b\"}],\"mail\":\"c\",\"x\":{\"mail\":\"d\"}}", """
                        users.profile $.items[0].mail = constant first
                        users.profile $.items[*].mail = constant item
                        users.profile $..mail = constant any
                        * like %file% $.x.mail = constant wild
                        """))
                .isEqualTo(
                        "{\"items\":[{\"mail\":\"first\"},{\"mail\":\"item\"}],\"mail\":\"any\",\"x\":{\"mail\":\"any\"}}");
    }

    @Test
    void aWildcardPassesByWhatHoldsNoJson() throws SQLException {
        database.run("ALTER TABLE dbo.users ADD note NVARCHAR(100) NULL;");
        user(1, null, "{\"email\":\"ada@real.example\"}");
        database.run("UPDATE dbo.users SET note = N'call back';");

        MaskReport report = mask("""
                users.email = email
                users.* $..email = email
                """);

        assertThat(profiles().get(0)).doesNotContain("real.example");
        assertThat(database.rows("SELECT note FROM dbo.users")).containsExactly("call back");
        assertThat(report.masked())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("dbo.users.email", "email", "dbo.users.profile $..email", "email"));
        assertThat(report.kept())
                .containsEntry("dbo.users.note", "no text in it is JSON, and the rules, line 2 is about members");
        assertThat(report.lookedAt()).contains("dbo.users.note");
    }

    @Test
    void aWildcardForMembersIsNoAnswerForAColumnThatHoldsNoJson() throws SQLException {
        user(1, "ada@real.example", "{\"email\":\"ada@real.example\"}");

        assertThatThrownBy(() -> mask("users.* $..email = email"))
                .hasMessageContaining("no rule is about them")
                .hasMessageContaining("dbo.users.email");
    }

    @Test
    void aTextThatIsNoJsonIsAnErrorWithoutIt() throws SQLException {
        user(1, null, "{\"email\":\"ada@real.example\"}");
        user(2, null, "{\"email\":\"bob@real.example\"");
        user(3, null, "Bob <bob@real.example>");
        user(4, null, "  ");

        assertThatThrownBy(() -> mask("users.email = email\nusers.profile $.email = email"))
                .isInstanceOf(MaskException.class)
                .hasMessage("""
                        Masking has not reached all personal data. Nothing was changed.
                        Rules are about members of JSON, and texts that are none, or have one in them that begins with { or [ and is none, are in:
                          dbo.users.profile: 2 rows
                        Mend them, give such a member a rule (text, constant …), or the whole column: text, constant …, null, or keep with the reason why the values may stay.""");
        assertThat(profiles().get(0)).contains("ada@real.example");

        assertThatThrownBy(() -> mask("users.email = email\nusers.* $.email = email"))
                .hasMessageContaining("dbo.users.profile: 2 rows");
    }

    @Test
    void whatIsLeftElsewhereIsFoundAlsoBehindEscapes() throws SQLException {
        database.run("CREATE TABLE dbo.log (line NVARCHAR(MAX) NULL);");
        user(1, null, "{\"email\":\"ada@real.example\",\"phone\":171123456789}");
        StringBuilder others = new StringBuilder();
        for (int i = 0; i < 80; i++) {
            others.append("INSERT INTO dbo.log (line) VALUES (N'{\"text\":\"nothing\",\"id\":%d}');".formatted(i));
        }
        database.run(others.toString());
        for (String left : List.of(
                "{\"text\":\"Dear\\nada@real.example\"}",
                "{\"text\":\"ada\\u0040real.example\"}",
                "{\"p\":\"{\\\"text\\\":\\\"Dear\\\\nada\\\\u0040real.example\\\"}\"}",
                "{\"id\":171123456789}")) {
            database.run("INSERT INTO dbo.log (line) VALUES (N'" + left + "');");
            assertThatThrownBy(() -> mask("""
                            users.email = email
                            users.profile $.email = email
                            users.profile $.phone = phone
                            """)).as(left).hasMessageContaining("dbo.log.line: 1 row");
            database.run("DELETE FROM dbo.log WHERE line = N'" + left + "';");
        }
    }

    @Test
    void theRestOfADocumentIsSearchedButForWhatMayStay() throws SQLException {
        harmlessUsers();
        user(1, "ada@real.example", "{\"email\":\"ada@real.example\",\"text\":\"of ada@real.example\"}");

        assertThatThrownBy(() -> mask("users.email = email\nusers.profile $.email = email"))
                .hasMessageContaining("An e-mail address, phone or number of a person of a masked column stands in:")
                .hasMessageContaining("dbo.users.profile: 1 row");

        MaskReport report = mask("""
                users.email = email
                users.profile $.email = email
                users.profile $.text = keep of this test
                """);
        assertThat(profiles().get(0))
                .endsWith("\"text\":\"of ada@real.example\"}")
                .doesNotContain("\"ada@");
        assertThat(report.kept()).containsEntry("dbo.users.profile $.text", "of this test");
        assertThat(report.notLookedAt()).contains("dbo.users.profile $.text (kept: of this test)");
    }

    @Test
    void aReasonForTheWholeLetsAllElseStay() throws SQLException {
        harmlessUsers();
        user(1, "ada@real.example", "{\"email\":\"ada@real.example\",\"text\":\"of ada@real.example\"}");

        MaskReport report = mask("""
                users.email = email
                users.profile = keep settings alone
                users.profile $.email = email
                """);

        assertThat(profiles().get(0))
                .endsWith("\"text\":\"of ada@real.example\"}")
                .doesNotContain("\"ada@");
        assertThat(report.kept()).containsEntry("dbo.users.profile but for its masked members", "settings alone");
    }

    @Test
    void aMemberThatTheScanFindsNeedsARule() throws SQLException {
        for (int i = 1; i <= 30; i++) {
            user(
                    i,
                    null,
                    "{\"contact\":{\"email\":\"u%d@real.example\"},\"payload\":\"{\\\"phone\\\":\\\"+49 171 12345%02d\\\"}\"}"
                            .formatted(i, i));
        }

        assertThatThrownBy(() -> mask("users.email = email\nusers.profile $.contact.email = email"))
                .isInstanceOf(MaskException.class)
                .hasMessageContaining("dbo.users.profile $.payload.phone: phone (")
                .hasMessageContaining("dbo.users.profile $.payload.phone = phone")
                .hasMessageNotContaining("$.contact.email");

        MaskReport report = mask("""
                users.email = email
                users.profile $.contact = email
                users.profile $..phone = phone
                """);
        assertThat(report.masked()).containsKeys("dbo.users.profile $.contact", "dbo.users.profile $..phone");
        assertThat(profiles()).noneMatch(profile -> profile.contains("real.example") || profile.contains("171 12345"));
    }

    @Test
    void aDocumentThatFitsNoMoreIsAnErrorWithoutIt() throws SQLException {
        database.run("CREATE TABLE dbo.narrow (doc NVARCHAR(24) NULL);"
                + "INSERT INTO dbo.narrow (doc) VALUES (N'{\"email\":\"a@b.example\"}');");

        assertThatThrownBy(() -> mask("users.email = email\nnarrow.doc $.email = email"))
                .isInstanceOf(MaskException.class)
                .hasMessageContaining(
                        "Masking dbo.narrow failed: a replacement is too long for its column (error 22001)")
                .hasMessageNotContaining("a@b.example");
    }

    @Test
    void documentsInACodePageGetEscapes() throws SQLException {
        database.run(
                "CREATE TABLE dbo.old (doc VARCHAR(200) NULL); INSERT INTO dbo.old (doc) VALUES ('{\"a\":\"x\"}');");

        mask("users.email = email\nold.doc $.a = constant \u0160\u00e9");

        assertThat(database.rows("SELECT doc FROM dbo.old")).containsExactly("{\"a\":\"\\u0160\\u00e9\"}");
    }

    @Test
    void rulesThatContradictOneAnotherAreNamed() {
        assertThatThrownBy(() -> mask("""
                        users.email = email
                        users.profile = text
                        users.profile $.a = email
                        users.id $.a = email
                        """)).isInstanceOf(MaskException.class).hasMessage("""
                        the rules, line 4: dbo.users.id is of the type INT, which holds no JSON: leave the path out.
                        the rules, line 2 makes all of dbo.users.profile another, and the rules, line 3 a member of it. Leave one of them out.""");
        assertThatThrownBy(() -> mask("users.profile $.A = email\nusers.profile $.a = phone"))
                .hasMessage(
                        "the rules, line 1 and the rules, line 2 say different things of dbo.users.profile $.A: email and phone. Leave one of them out.");
        assertThatThrownBy(() -> mask("users.profile $.a = \"x{profile}\""))
                .hasMessageContaining("has a pattern that names the column itself");
    }

    @Test
    void theSameKeyGivesTheSameAndNothingIsLeftOfTheForm() throws SQLException {
        user(1, null, "{\"email\":\"ada@real.example\",\"phone\":\"0171 1234567\"}");
        String rules = "users.email = email\nusers.profile $.email = email\nusers.profile $.phone = phone";
        mask(rules);
        String once = profiles().get(0);
        database.run("UPDATE dbo.users SET profile = N'{\"email\":\"ada@real.example\",\"phone\":\"0171 1234567\"}';");

        mask(rules);

        assertThat(profiles()).containsExactly(once);
        mask(rules);
        assertThat(profiles().get(0))
                .matches("\\{\"email\":\"[^\"@]+@example\\.(com|org|net)\",\"phone\":\"0\\d{3} \\d{7}\"}")
                .isNotEqualTo(once);
    }

    @Test
    void namesWithBlanksAndStrangeAddressesAreMaskedWhole() throws SQLException {
        assertThat(masked("{\"e mail\":\" Ada <ada@real.example> \",\"q\":\"\"}", "users.profile $.\"e mail\" = email"))
                .matches("\\{\"e mail\":\"[^\"@<> ]+@example\\.(com|org|net)\",\"q\":\"\"}");
    }

    @Test
    void aColumnOfTheTypeJsonIsOne() throws SQLException {
        database.run("CREATE TABLE dbo.events (id INT NOT NULL, body JSON NULL);"
                + "INSERT INTO dbo.events (id, body) VALUES (1, N'{\"mail\":\"ada@real.example\",\"n\":1}');");
        user(1, "ada@real.example", null);

        mask("users.email = email\nevents.body $.mail = email");

        assertThat(database.rows("SELECT body FROM dbo.events"))
                .containsExactly("{\"mail\":\"%s\",\"n\":1}"
                        .formatted(database.rows("SELECT email FROM dbo.users").get(0)));
    }

    @Test
    void keysThatAreAddressesAreNotShownAndAreSearched() throws SQLException {
        for (int i = 1; i <= 30; i++) {
            user(
                    i,
                    "u%d@real.example".formatted(i),
                    "{\"by\":{\"u%d@real.example\":{\"phone\":\"+49 171 12345%02d\"}}}".formatted(i, i));
        }

        assertThatThrownBy(() -> mask("users.email = email\nusers.profile $.x = null"))
                .hasMessageContaining("dbo.users.profile $.by.*.phone = phone")
                .hasMessageNotContaining("real.example");
        assertThatThrownBy(() -> mask("users.email = email\nusers.profile $.by.*.phone = phone"))
                .hasMessageContaining("An e-mail address, phone or number of a person of a masked column stands in:")
                .hasMessageContaining("dbo.users.profile: 30 rows");

        mask("users.email = email\nusers.profile $.by = null");
        assertThat(profiles()).containsOnly("{\"by\":null}");
    }

    @Test
    void numbersThatNobodyCanReadAreNotLeft() throws SQLException {
        assertThat(masked("{\"a\":[1e999999999999,5e-300,-0,1200,1E2]}", "users.profile $.a = phone"))
                .matches("\\{\"a\":\\[null,[1-9]E-300,\\d,[1-9]\\d{3},[1-9]\\d\\d]}");
    }

    @Test
    void uniqueMembersStayDifferentWhereAColumnIsComputedOfThem() throws SQLException {
        database.run("CREATE TABLE dbo.logins (id INT NOT NULL, doc NVARCHAR(100) NOT NULL,"
                + " login AS CAST(SUBSTRING(doc, 7, 20) AS NVARCHAR(20)) PERSISTED CONSTRAINT uq_logins UNIQUE);");
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            rows.append("INSERT INTO dbo.logins (id, doc) VALUES (%d, N'{\"u\":\"x%04d\"}');".formatted(i, i));
        }
        database.run(rows.toString());

        mask("users.email = email\nlogins.doc $.u = first name");

        assertThat(database.rows("SELECT COUNT(DISTINCT login) FROM dbo.logins"))
                .containsExactly("3000");
        assertThat(database.rows("SELECT doc FROM dbo.logins")).noneMatch(doc -> doc.matches(".*\"x\\d{4}\".*"));
    }

    @Test
    void patternsThatGoRoundAreSaid() {
        assertThatThrownBy(() -> mask("users.email = \"{profile}\"\nusers.profile $.a = \"{email}\""))
                .hasMessageContaining("The patterns of dbo.users go round in a circle: email, profile.");
    }

    @Test
    void severalPatternsAreEachPutIn() throws SQLException {
        user(7, "ada@real.example", "{\"a\":1,\"b\":[\"x\",\"y\"],\"c\":null}");

        mask(
                "users.email = constant e\\\"é\nusers.profile $.a = \"{id}\"\nusers.profile $.b[*] = \"{email}\"\nusers.profile $.c = \"c\"");

        assertThat(profiles()).containsExactly("{\"a\":\"7\",\"b\":[\"e\\\\\\\"é\",\"e\\\\\\\"é\"],\"c\":null}");
    }

    @Test
    void aBrokenTextInADocumentIsAnError() throws SQLException {
        user(1, null, "{\"payload\":\"{\\\"mail\\\":\\\"ada@real.example\\\"\",\"z\":1}");
        user(2, null, "{\"payload\":\"{\\\"mail\\\":\\\"bob@real.example\\\"}\",\"z\":1}");

        for (String path : List.of("$.payload.mail", "$..mail")) {
            assertThatThrownBy(() -> mask("users.email = email\nusers.profile " + path + " = email"))
                    .hasMessageContaining("begins with { or [ and is none, are in:")
                    .hasMessageContaining("dbo.users.profile: 1 row")
                    .hasMessageNotContaining("Somebody else")
                    .hasMessageNotContaining("real.example");
        }

        mask("users.email = email\nusers.profile $.z = constant 2\nusers.profile $.payload = constant gone");
        assertThat(profiles()).containsOnly("{\"payload\":\"gone\",\"z\":2}");
    }

    @Test
    void aWildcardDoesNotPassByWhatBeginsAsJson() throws SQLException {
        for (String begin : List.of("{", "[", "\uFEFF{", "\u00a0[", "\uFEFF {")) {
            user(1, null, begin + "\"nick\":\"somebody\"");
            user(2, null, "nothing");
            assertThatThrownBy(() -> mask("users.email = email\n* like %profile% $..nick = username"))
                    .as(begin)
                    .hasMessageContaining("dbo.users.profile: 1 row")
                    .hasMessageNotContaining("somebody");
            database.run("DELETE FROM dbo.users;");
        }
    }

    @Test
    void xmlInADocumentIsPersonalToo() throws SQLException {
        for (int i = 0; i < 30; i++) {
            user(
                    i,
                    null,
                    "{\"a\":\"a%d@real.example\",\"x\":\"<p><phone>+49 171 12345%02d</phone></p>\"}".formatted(i, i));
        }

        assertThatThrownBy(() -> mask("users.email = email\nusers.profile $.a = email"))
                .hasMessageContaining("dbo.users.profile $.x")
                .hasMessageNotContaining("171");
    }

    @Test
    void aDocumentBehindAByteOrderMarkIsMasked() throws SQLException {
        user(1, null, "\uFEFF{\"email\":\"ada@real.example\"}");

        mask("users.email = email\n* like %profile% $..email = constant x");

        assertThat(profiles()).containsExactly("\uFEFF{\"email\":\"x\"}");
    }

    @Test
    void aMemberOfAForeignKeyIsAnErrorThatNamesBoth() throws SQLException {
        database.run("""
                CREATE TABLE dbo.parent (doc NVARCHAR(100) NOT NULL CONSTRAINT pk_parent PRIMARY KEY);
                CREATE TABLE dbo.child (doc NVARCHAR(100) NULL CONSTRAINT fk_child REFERENCES dbo.parent (doc));
                INSERT INTO dbo.parent (doc) VALUES (N'{"a":"x"}');
                INSERT INTO dbo.child (doc) VALUES (N'{"a":"x"}');
                """);

        assertThatThrownBy(() -> mask("users.email = email\nchild.doc $.a = text"))
                .hasMessageContaining("line 2: dbo.child.doc refers to dbo.parent.doc");
        assertThatThrownBy(() -> mask("users.email = email\nparent.doc $.a = text"))
                .hasMessageContaining("line 2: dbo.parent.doc is what dbo.child.doc refers to");

        mask("users.email = email\n* like %doc% $.a = text");
        assertThat(database.rows("SELECT doc FROM dbo.parent UNION ALL SELECT doc FROM dbo.child"))
                .containsOnly("{\"a\":\"x\"}");
    }

    @Test
    void aPatternIsEscapedAsOftenAsItsDocumentIs() throws SQLException {
        user(1, "x", "{\"a\":\"old\",\"p\":\"{\\\"a\\\":\\\"old\\\",\\\"q\\\":\\\"{\\\\\\\"a\\\\\\\":1}\\\"}\"}");

        mask("users.email = constant e\\\"é\nusers.profile $..a = \"{email}\"");

        String own = "e" + "\\" + "\"é";
        String once = JsonStrings.quoted(own);
        String twice = JsonStrings.quoted("{\"a\":" + once + "}");
        String inner = JsonStrings.quoted("{\"a\":" + once + ",\"q\":" + twice + "}");
        assertThat(profiles()).containsExactly("{\"a\":" + once + ",\"p\":" + inner + "}");
    }

    @Test
    void aPatternInACodePageGetsEscapes() throws SQLException {
        database.run(
                "CREATE TABLE dbo.old (doc VARCHAR(200) NULL); INSERT INTO dbo.old (doc) VALUES ('{\"a\":\"x\"}');");

        mask("users.email = email\nold.doc $.a = \"\u0160\"");

        assertThat(database.rows("SELECT doc FROM dbo.old")).containsExactly("{\"a\":\"\\u0160\"}");
    }

    /** Gives other kinds than it gets. */
    public static final class OfOtherKinds implements MaskFunction {

        @Override
        public Object mask(Object original, MaskContext context) {
            return switch (original.toString()) {
                case "1" -> "a text";
                case "2" -> 7;
                case "3" -> Double.NaN;
                default -> new BigDecimal("12.50");
            };
        }
    }

    @Test
    void aFunctionMayGiveAnotherKindButNoneThatJsonHasNot() throws SQLException {
        String rule = "users.profile $.a = dev.palindrome.production.EmbeddedJsonMaskingTest$OfOtherKinds";
        assertThat(masked("{\"a\":[1,2,4,\"1\",\"2\",\"4\"]}", rule))
                .isEqualTo("{\"a\":[\"a text\",7,12.50,\"a text\",7,12.50]}");

        database.run("DELETE FROM dbo.users;");
        assertThatThrownBy(() -> masked("{\"a\":\"3\"}", rule))
                .hasMessageContaining(
                        "OfOtherKinds gives NaN for $.a of dbo.users.profile, which is no number of JSON");
    }

    @Test
    void shortPhonesInLongOnesAreNoErrorInDocumentsEither() throws SQLException {
        for (int i = 0; i < 400; i++) {
            user(i, null, "{\"a\":\"+49 171 %06d\",\"b\":\"%06d\"}".formatted(i * 2_477, (i * 7_919 + 3) % 1_000_000));
        }

        List<String> originals = profiles();

        mask("users.email = email\nusers.profile $.a = phone\nusers.profile $.b = phone");

        assertThat(profiles())
                .allMatch(profile -> profile.startsWith("{\"a\":\"+49 "))
                .doesNotContainAnyElementsOf(originals);
    }

    @Test
    void digitsOfOtherScriptsChangeToo() throws SQLException {
        assertThat(masked(
                        "{\"a\":\"+49 \uff11\uff17\uff11\uff11\uff12\uff13\uff14\uff15\uff16\"}",
                        "users.profile $.a = phone"))
                .matches("\\{\"a\":\"\\+49 \\d{9}\"}")
                .doesNotContain("171123456");
    }
}
