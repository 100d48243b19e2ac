package dev.palindrome.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.seed.SeededDatabase;
import dev.palindrome.seed.ServerAbility;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What masking does to a database, whichever engine has it. */
abstract class MaskingTestCase {

    private SeededDatabase database;

    protected abstract SeededDatabase open() throws SQLException;

    @BeforeEach
    void begin() throws SQLException {
        database = open();
    }

    @AfterEach
    void end() throws SQLException {
        database.close();
    }

    private MaskReport mask(String rules) {
        return Masking.of(database.dataSource(), MaskRules.parse(rules))
                .keyed("a key")
                .mask();
    }

    private List<String> rows(String sql) throws SQLException {
        return database.rows(sql);
    }

    private SchemaSnapshot schema() throws SQLException {
        return database.schema();
    }

    /** With a foreign key, which masking switches off. */
    private void linkedShop() throws SQLException {
        database.requires(ServerAbility.SWITCHED_OFF_KEYS);
        shop();
        database.run("ALTER TABLE dbo.orders ADD CONSTRAINT fk_orders FOREIGN KEY (user_email)"
                + " REFERENCES dbo.users (email)");
    }

    private void shop() throws SQLException {
        database.run("""
                CREATE TABLE dbo.users (
                    id INT NOT NULL CONSTRAINT pk_users PRIMARY KEY,
                    email NVARCHAR(100) NOT NULL CONSTRAINT uq_users UNIQUE,
                    first_name NVARCHAR(50) NULL,
                    password_hash NVARCHAR(100) NULL
                );
                CREATE TABLE dbo.orders (
                    id INT NOT NULL CONSTRAINT pk_orders PRIMARY KEY,
                    user_email NVARCHAR(100) NOT NULL
                );
                CREATE TABLE dbo.newsletter (email NVARCHAR(80) NULL, topic NVARCHAR(20) NOT NULL);
                INSERT INTO dbo.users (id, email, first_name, password_hash) VALUES
                    (1, N'ada@real.example', N'Ada', N'secret-hash'),
                    (2, N'bob@real.example', N'Bob', NULL),
                    (3, N'eve@real.example', NULL, N'other-hash');
                INSERT INTO dbo.orders (id, user_email) VALUES
                    (10, N'ada@real.example'), (11, N'eve@real.example'), (12, N'ada@real.example');
                INSERT INTO dbo.newsletter (email, topic) VALUES
                    (N'ada@real.example', N'cats'), (NULL, N'dogs'), (N'bob@real.example', N'fish');
                """);
    }

    private static final String SHOP = """
            users.email = email
            users.first_name = first name
            users.password_hash = constant no-hash
            newsletter.email = email
            orders.user_email = email
            """;

    @Test
    void joinsOverThreeTablesHold() throws SQLException {
        linkedShop();
        String joined = """
                SELECT u.id, o.id, n.topic FROM dbo.users u JOIN dbo.orders o ON o.user_email = u.email
                JOIN dbo.newsletter n ON n.email = u.email ORDER BY u.id, o.id""";
        List<String> before = rows(joined);
        SchemaSnapshot schema = schema();

        MaskReport report = mask(SHOP);

        assertThat(before).hasSize(2);
        assertThat(rows(joined)).isEqualTo(before);
        assertThat(rows("SELECT email FROM dbo.users UNION SELECT user_email FROM dbo.orders"
                        + " UNION SELECT email FROM dbo.newsletter WHERE email IS NOT NULL"))
                .hasSize(3)
                .noneMatch(email -> email.endsWith("@real.example"));
        assertThat(schema()).isEqualTo(schema);
        assertThat(report.rows()).isEqualTo(Map.of("dbo.users", 3L, "dbo.orders", 3L, "dbo.newsletter", 2L));
        assertThat(report.masked())
                .containsEntry("dbo.users.email", "email")
                .containsEntry("dbo.orders.user_email", "email");
        assertThat(report.lookedAt()).contains("dbo.newsletter.topic");
        assertThat(report.toString()).doesNotContain("real.example", "Ada", "no-hash");
    }

    @Test
    void nullsStayAndOneConstantIsForAll() throws SQLException {
        shop();

        mask(SHOP);

        assertThat(rows("SELECT password_hash FROM dbo.users ORDER BY id"))
                .containsExactly("no-hash", "null", "no-hash");
        assertThat(rows("SELECT COUNT(*) FROM dbo.users WHERE first_name IS NULL"))
                .containsExactly("1");
        assertThat(rows("SELECT COUNT(*) FROM dbo.newsletter WHERE email IS NULL"))
                .containsExactly("1");
    }

    @Test
    void theSameKeyGivesTheSameAndAnotherAnother() throws SQLException {
        shop();
        mask(SHOP);
        List<String> once = rows("SELECT email FROM dbo.users ORDER BY id");
        database.close();
        database = open();
        shop();

        mask(SHOP);

        assertThat(rows("SELECT email FROM dbo.users ORDER BY id")).isEqualTo(once);
        database.close();
        database = open();
        shop();
        Masking.of(database.dataSource(), MaskRules.parse(SHOP)).mask();
        assertThat(rows("SELECT email FROM dbo.users ORDER BY id"))
                .doesNotContainAnyElementsOf(once)
                .hasSize(3);
    }

    @Test
    void patternsSeeWhatOtherColumnsHaveBecome() throws SQLException {
        database.run("""
                CREATE TABLE dbo.people (id INT NOT NULL CONSTRAINT pk_people PRIMARY KEY,
                    email NVARCHAR(100) NOT NULL CONSTRAINT uq_people UNIQUE, first_name NVARCHAR(100) NULL);
                INSERT INTO dbo.people (id, email, first_name) VALUES
                    (1, N'ada@real.example', N'Ada'), (2, N'bob@real.example', NULL);
                """);

        mask("""
                people.email = "user{id}@example.com"
                people.first_name = "{email}, number {id}"
                """);

        assertThat(rows("SELECT first_name FROM dbo.people ORDER BY id"))
                .containsExactly("user1@example.com, number 1", "null");
    }

    @Test
    void whatNobodyHasDecidedAboutIsRefusedBeforeAnythingChanges() throws SQLException {
        shop();

        assertThatThrownBy(() -> mask(SHOP.replace("users.password_hash = constant no-hash", "")))
                .isInstanceOf(MaskException.class)
                .hasMessageStartingWith("""
                        Some columns probably hold personal data, and no rule is about them. Nothing was changed.
                          dbo.users.password_hash: password (""")
                .hasMessageContaining("# dbo.users.password_hash = null");
        assertThat(rows("SELECT email FROM dbo.users ORDER BY id")).startsWith("ada@real.example");
    }

    /** Of the tests below. */
    public static final class Reversed implements MaskFunction {

        @Override
        public Object mask(Object original, MaskContext context) {
            if (original.equals("fail")) {
                throw new IllegalStateException("cannot mask " + original);
            }
            return new StringBuilder(original.toString())
                    .reverse()
                    .append(context.attempt())
                    .toString();
        }
    }

    @Test
    void aFunctionOfTheUsersIsAskedAndWhatItThrowsIsNotQuoted() throws SQLException {
        database.run("""
                CREATE TABLE dbo.parts (id INT NOT NULL PRIMARY KEY, code NVARCHAR(20) NULL);
                INSERT INTO dbo.parts (id, code) VALUES (1, N'abc'), (2, NULL), (3, N'abc');
                """);
        String rule = "parts.code = " + Reversed.class.getName();

        mask(rule);

        assertThat(rows("SELECT code FROM dbo.parts ORDER BY id")).containsExactly("cba0", "null", "cba0");
        database.run("UPDATE dbo.parts SET code = N'fail' WHERE id = 3");
        assertThatThrownBy(() -> mask(rule))
                .isInstanceOf(MaskException.class)
                .hasMessageContaining("dbo.parts.code with a java.lang.IllegalStateException")
                .hasMessageNotContaining("fail ")
                .hasMessageNotContaining("cannot mask")
                .hasNoCause();
    }

    @Test
    void uniqueValuesStayDifferentWhereOnlyFewAreFree() throws SQLException {
        database.run("CREATE TABLE dbo.people (id INT NOT NULL PRIMARY KEY,"
                + " nick NVARCHAR(20) NOT NULL CONSTRAINT uq_people UNIQUE)");
        StringBuilder rows = new StringBuilder();
        for (int id = 1; id <= 2000; id++) {
            rows.append("INSERT INTO dbo.people (id, nick) VALUES (%d, N'n%d');\n".formatted(id, id));
        }
        database.run(rows.toString());

        mask("people.nick = first name");

        assertThat(Set.copyOf(rows("SELECT nick FROM dbo.people"))).hasSize(2000);
        assertThat(rows("SELECT COUNT(*) FROM dbo.people WHERE nick = CONCAT('n', id)"))
                .containsExactly("0");
    }

    /** So that a scan of some rows does not take the column for personal data. */
    private static String many(String insert) {
        return IntStream.range(1000, 1200).mapToObj(insert::formatted).collect(Collectors.joining());
    }

    @Test
    void aLeftoverIsFoundAndNothingHasChanged() throws SQLException {
        shop();
        database.run("""
                CREATE TABLE dbo.comments (id INT NOT NULL PRIMARY KEY, body NVARCHAR(MAX) NULL);
                INSERT INTO dbo.comments (id, body) VALUES
                    (1, N'Write to <Ada@Real.example>, please.'), (2, N'nothing'), (3, N'mailto:bob@real.example');
                """ + many("INSERT INTO dbo.comments (id, body) VALUES (%d, N'nothing');\n"));
        List<String> before = rows("SELECT email FROM dbo.users ORDER BY id");

        assertThatThrownBy(() -> mask(SHOP)).isInstanceOf(MaskException.class).hasMessage("""
                Masking has not reached all personal data. Nothing was changed.
                An e-mail address, phone or number of a person of a masked column stands in:
                  dbo.comments.body: 2 rows
                Give these columns a rule: a kind, a constant, null, or keep with the reason why the values may stay.""");

        assertThat(rows("SELECT email FROM dbo.users ORDER BY id")).isEqualTo(before);
        mask(SHOP + "comments.body = keep written by our own people");
    }

    @Test
    void phonesAreFoundHoweverTheyAreWritten() throws SQLException {
        database.run("""
                CREATE TABLE dbo.people (id INT NOT NULL PRIMARY KEY, phone NVARCHAR(30) NULL, note NVARCHAR(200) NULL);
                INSERT INTO dbo.people (id, phone, note) VALUES
                    (1, N'+49 171 1234567', N'call (+49) 171/123-4567 or 12 apples'), (2, N'030 55512345', N'030-555 1234 5'),
                    (3, N'040 99912345', N'040 9991 2346');
                """ + many("INSERT INTO dbo.people (id, note) VALUES (%d, N'nothing');\n"));

        assertThatThrownBy(() -> mask("people.phone = phone")).hasMessageContaining("  dbo.people.note: 2 rows\n");
    }

    /** A whole number may be somebody's by chance: it is no error. */
    @Test
    void phonesInColumnsOfNumbersAreToBeChecked() throws SQLException {
        database.run("""
                CREATE TABLE dbo.people (id BIGINT NOT NULL PRIMARY KEY, phone NVARCHAR(30) NULL);
                CREATE TABLE dbo.calls (id INT NOT NULL PRIMARY KEY, person_id BIGINT NULL
                        CONSTRAINT fk_calls REFERENCES dbo.people (id),
                    caller BIGINT NULL, amount DECIMAL(12, 0) NULL, price DECIMAL(12, 2) NULL, kept BIGINT NULL);
                INSERT INTO dbo.people (id, phone) VALUES
                    (491711234567, N'+49 171 1234567'), (2, N'030 55512345'), (3, N'555 1234');
                INSERT INTO dbo.calls (id, person_id, caller, amount, price, kept) VALUES
                    (1, 491711234567, 491711234567, 5551234, 3055512345, 491711234567),
                    (2, NULL, 1711234567, 5551234, NULL, NULL), (3, 2, 1711234568, 3055512345, 1, 2);
                """);

        MaskReport report = mask("people.phone = phone\ncalls.kept = keep for the tests");

        assertThat(report.numbersToCheck()).isEqualTo(Map.of("dbo.calls.caller", 2L, "dbo.calls.amount", 1L));
        assertThat(report.lookedAt()).contains("dbo.calls.caller").doesNotContain("dbo.calls.person_id");
        assertThat(report.toString()).contains("\n  to check: dbo.calls.caller (2)");
    }

    /** What all of them look like is known; that a part of one is another's number is chance. */
    @Test
    void shortNumbersInMadeUpOnesAreNoLeftovers() throws SQLException {
        StringBuilder rows =
                new StringBuilder("CREATE TABLE dbo.people (id INT NOT NULL PRIMARY KEY, phone NVARCHAR(30) NULL);\n");
        for (int id = 0; id < 3000; id++) {
            rows.append("INSERT INTO dbo.people (id, phone) VALUES (%d, N'%s');\n"
                    .formatted(id, id % 2 == 0 ? "55%d".formatted(10_000 + id * 29) : "(212) 555-%04d".formatted(id)));
        }
        database.run(rows.toString());

        assertThat(mask("people.phone = phone").rows()).containsEntry("dbo.people", 3000L);
    }

    @Test
    void anAddressThatAPhoneHasBesideItIsALeftover() throws SQLException {
        database.run("""
                CREATE TABLE dbo.people (id INT NOT NULL PRIMARY KEY, email NVARCHAR(100) NULL, phone NVARCHAR(100) NULL);
                INSERT INTO dbo.people (id, email, phone) VALUES
                    (1, N'ada@real.example', N'+49 171 1234567'), (2, N'bob@real.example', N'030 555123 or ada@real.example');
                """);

        assertThatThrownBy(() -> mask("people.email = email\npeople.phone = phone"))
                .hasMessageContaining("  dbo.people.phone: 1 row\n");
    }

    @Test
    void aCheckThatRefusesIsNamedAndTheValueIsNot() throws SQLException {
        database.run("""
                CREATE TABLE dbo.people (id INT NOT NULL PRIMARY KEY,
                    code NVARCHAR(20) NOT NULL CONSTRAINT ck_people_code CHECK (code LIKE N'AB-%'));
                INSERT INTO dbo.people (id, code) VALUES (1, N'AB-secret');
                """);

        assertThatThrownBy(() -> mask("people.code = first name"))
                .isInstanceOf(MaskException.class)
                .hasMessage("""
                Masking dbo.people failed: the check ck_people_code takes no row with a replacement. Nothing was changed.
                Its columns that change: code (first name).
                Give a column that is refused another kind, a pattern, a constant, or a class of your own that makes what is demanded.""");

        assertThat(rows("SELECT code FROM dbo.people")).containsExactly("AB-secret");
    }

    @Test
    void aUniqueKeyThatAConstantBreaksIsNamed() throws SQLException {
        linkedShop();

        assertThatThrownBy(() -> mask("users.email = constant same@example.com\nnewsletter.email = email"))
                .isInstanceOf(MaskException.class)
                .hasMessageNotContaining("same@example.com")
                .hasMessageNotContaining("real.example");
        assertThat(rows("SELECT email FROM dbo.users ORDER BY id")).startsWith("ada@real.example");
    }

    @Test
    void historiesAreMaskedAndKeepTheirTimes() throws SQLException {
        database.requires(ServerAbility.TEMPORAL_TABLES);
        database.run("""
                CREATE TABLE dbo.staff (
                    id INT NOT NULL CONSTRAINT pk_staff PRIMARY KEY,
                    email NVARCHAR(100) NOT NULL,
                    valid_from DATETIME2 GENERATED ALWAYS AS ROW START HIDDEN NOT NULL,
                    valid_to DATETIME2 GENERATED ALWAYS AS ROW END HIDDEN NOT NULL,
                    PERIOD FOR SYSTEM_TIME (valid_from, valid_to)
                ) WITH (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.staff_before));
                GO
                INSERT INTO dbo.staff (id, email) VALUES (1, N'old@real.example'), (2, N'bob@real.example');
                GO
                UPDATE dbo.staff SET email = N'new@real.example' WHERE id = 1;
                GO
                UPDATE dbo.staff SET email = N'old@real.example' WHERE id = 2;
                """);
        String times = "SELECT id, valid_from, valid_to FROM dbo.staff UNION ALL"
                + " SELECT id, valid_from, valid_to FROM dbo.staff_before ORDER BY id, valid_from";
        List<String> before = rows(times);
        SchemaSnapshot schema = schema();

        MaskReport report = mask("staff.email = email");

        assertThat(rows(times)).isEqualTo(before).hasSize(4);
        assertThat(schema()).isEqualTo(schema);
        assertThat(report.rows()).containsEntry("dbo.staff", 2L).containsEntry("dbo.staff_before", 2L);
        assertThat(rows("SELECT email FROM dbo.staff_before WHERE id = 1"))
                .isEqualTo(rows("SELECT email FROM dbo.staff WHERE id = 2"));
        assertThat(rows("SELECT email FROM dbo.staff UNION SELECT email FROM dbo.staff_before"))
                .hasSize(3)
                .noneMatch(email -> email.endsWith("@real.example"));
        database.run("UPDATE dbo.staff SET email = N'x@example.com' WHERE id = 2");
        assertThat(rows("SELECT COUNT(*) FROM dbo.staff_before")).containsExactly("3");
    }

    /** A rule for a history would be refused. */
    @Test
    void whatNobodyHasDecidedAboutIsSaidOfTheTableAndNotOfItsHistory() throws SQLException {
        database.requires(ServerAbility.TEMPORAL_TABLES);
        database.run("""
                CREATE TABLE dbo.staff (
                    id INT NOT NULL CONSTRAINT pk_staff PRIMARY KEY,
                    email NVARCHAR(100) NOT NULL,
                    valid_from DATETIME2 GENERATED ALWAYS AS ROW START HIDDEN NOT NULL,
                    valid_to DATETIME2 GENERATED ALWAYS AS ROW END HIDDEN NOT NULL,
                    PERIOD FOR SYSTEM_TIME (valid_from, valid_to)
                ) WITH (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.staff_before));
                GO
                INSERT INTO dbo.staff (id, email) VALUES (1, N'old@real.example');
                GO
                UPDATE dbo.staff SET email = N'new@real.example' WHERE id = 1;
                """);

        assertThatThrownBy(() -> mask("* like %phone% = phone"))
                .isInstanceOf(MaskException.class)
                .hasMessageContaining("  dbo.staff.email: email (")
                .hasMessageContaining("\ndbo.staff.email = email")
                .hasMessageNotContaining("staff_before");
    }

    @Test
    void triggersAreSilentAndOnAgain() throws SQLException {
        database.run("""
                CREATE TABLE dbo.people (id INT NOT NULL PRIMARY KEY, email NVARCHAR(100) NOT NULL);
                CREATE TABLE dbo.log (what NVARCHAR(200) NOT NULL);
                INSERT INTO dbo.people (id, email) VALUES (1, N'ada@real.example');
                GO
                CREATE TRIGGER dbo.people_log ON dbo.people AFTER UPDATE AS
                    INSERT INTO dbo.log (what) SELECT email FROM deleted;
                GO
                """);
        SchemaSnapshot schema = schema();

        mask("people.email = email");

        assertThat(rows("SELECT what FROM dbo.log")).isEmpty();
        assertThat(schema()).isEqualTo(schema);
    }

    @Test
    void computedCopiesFollow() throws SQLException {
        database.run("""
                CREATE TABLE dbo.people (id INT NOT NULL PRIMARY KEY, email NVARCHAR(100) NOT NULL,
                    email_upper AS UPPER(email) PERSISTED);
                INSERT INTO dbo.people (id, email) VALUES (1, N'ada@real.example');
                """);

        mask("people.email = email");

        assertThat(rows("SELECT COUNT(*) FROM dbo.people WHERE email_upper = UPPER(email) AND email NOT LIKE '%real%'"))
                .containsExactly("1");
    }

    @Test
    void allDatesOfAPersonAreShiftedAlike() throws SQLException {
        database.run("""
                CREATE TABLE dbo.people (id INT NOT NULL CONSTRAINT pk_people PRIMARY KEY, name NVARCHAR(50) NOT NULL,
                    born DATE NULL, hired DATETIME2 NULL);
                CREATE TABLE dbo.visits (id INT NOT NULL PRIMARY KEY,
                    person_id INT NOT NULL CONSTRAINT fk_visits REFERENCES dbo.people (id), visited DATE NOT NULL);
                INSERT INTO dbo.people (id, name, born, hired) VALUES
                    (1, N'Ada Lovelace', '1980-02-28', '2010-03-01T10:00:00'), (2, N'Bob Real', '1990-01-31', NULL);
                INSERT INTO dbo.visits (id, person_id, visited) VALUES (1, 1, '1980-03-09'), (2, 2, '1990-02-10');
                """);

        mask("""
                people.name = full name
                people.born = date of birth
                people.hired = date of birth
                visits.visited = date of birth
                """);

        assertThat(rows(
                        "SELECT DATEDIFF(DAY, p.born, v.visited) FROM dbo.people p JOIN dbo.visits v ON v.person_id = p.id"
                                + " ORDER BY p.id"))
                .containsExactly("10", "10");
        assertThat(rows("SELECT DATEDIFF(DAY, born, hired) FROM dbo.people WHERE id = 1"))
                .containsExactly("10959");
        assertThat(rows("SELECT COUNT(*) FROM dbo.people WHERE born IN ('1980-02-28', '1990-01-31')"))
                .containsExactly("0");
    }

    @Test
    void membersOfJsonBecomeWhatColumnsDo() throws SQLException {
        database.run("""
                CREATE TABLE dbo.people (id INT NOT NULL CONSTRAINT pk_people PRIMARY KEY, email NVARCHAR(100) NULL,
                    born DATE NULL, profile NVARCHAR(MAX) NOT NULL CONSTRAINT ck_people CHECK (profile LIKE N'{%}'));
                INSERT INTO dbo.people (id, email, born, profile) VALUES
                    (1, N'ada@real.example', '1980-02-28',
                     N'{"n": 1.50, "Email": "ADA@real.example", "born": "1980-02-28", "tags": ["A", null], "login": "ada"}'),
                    (2, N'bob@real.example', NULL, N'{"Email": "bob@real.example", "tags": [], "login": null}'),
                    (3, NULL, NULL, N'{"Email": "BOB@real.example", "tags": [], "login": null}');
                """);

        MaskReport report = mask("""
                people.email = email
                people.born = date of birth
                people.profile $.email = email
                people.profile $.born = date of birth
                people.profile $.login = "{email}, ""{id}""\"
                """);

        List<String> emails = rows("SELECT email FROM dbo.people ORDER BY id");
        String born = rows("SELECT born FROM dbo.people WHERE id = 1").get(0);
        assertThat(emails.get(0)).doesNotContain("real.example");
        assertThat(born).isNotEqualTo("1980-02-28");
        assertThat(rows("SELECT profile FROM dbo.people ORDER BY id"))
                .containsExactly(
                        "{\"n\": 1.50, \"Email\": \"%s\", \"born\": \"%s\", \"tags\": [\"A\", null], \"login\": \"%s, \\\"1\\\"\"}"
                                .formatted(emails.get(0), born, emails.get(0)),
                        "{\"Email\": \"%s\", \"tags\": [], \"login\": null}".formatted(emails.get(1)),
                        "{\"Email\": \"%s\", \"tags\": [], \"login\": null}".formatted(emails.get(1)));
        assertThat(report.masked())
                .containsEntry("dbo.people.profile $.email", "email")
                .containsEntry("dbo.people.profile $.login", "\"{email}…{id}…\"");
        assertThat(report.rows()).isEqualTo(Map.of("dbo.people", 3L));
    }

    @Test
    void documentsOfHistoriesAreMaskedAlike() throws SQLException {
        database.run("""
                CREATE TABLE dbo.staff (
                    id INT NOT NULL CONSTRAINT pk_staff PRIMARY KEY,
                    doc NVARCHAR(400) NULL,
                    valid_from DATETIME2 GENERATED ALWAYS AS ROW START NOT NULL,
                    valid_to DATETIME2 GENERATED ALWAYS AS ROW END NOT NULL,
                    PERIOD FOR SYSTEM_TIME (valid_from, valid_to)
                ) WITH (SYSTEM_VERSIONING = ON (HISTORY_TABLE = dbo.staff_before));
                """);
        database.run("INSERT INTO dbo.staff (id, doc) VALUES (1, N'{\"email\":\"ada@real.example\",\"v\":1}');");
        database.run("UPDATE dbo.staff SET doc = N'{\"email\":\"ada@real.example\",\"v\":2}';");

        mask("staff.doc $.email = email");

        List<String> now = rows("SELECT doc FROM dbo.staff");
        assertThat(now.get(0)).doesNotContain("real.example");
        assertThat(rows("SELECT doc FROM dbo.staff_before"))
                .containsExactly(now.get(0).replace("\"v\":2", "\"v\":1"));
    }

    @Test
    void columnsThatAreComputedOfDocumentsFollow() throws SQLException {
        database.run("""
                CREATE TABLE dbo.accounts (
                    id INT NOT NULL CONSTRAINT pk_accounts PRIMARY KEY,
                    doc NVARCHAR(400) NOT NULL,
                    mail AS CAST(SUBSTRING(doc, 12, 12) AS NVARCHAR(20)) PERSISTED CONSTRAINT uq_accounts UNIQUE
                );
                """);
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            rows.append("INSERT INTO dbo.accounts (id, doc) VALUES (%d, N'{\"phone\": \"0171 1234%03d\"}');\n"
                    .formatted(i, i));
        }
        database.run(rows.toString());

        List<String> originals = rows("SELECT mail FROM dbo.accounts");

        mask("accounts.doc $.phone = phone");

        assertThat(rows("SELECT mail FROM dbo.accounts")).doesNotContainAnyElementsOf(originals);
        assertThat(rows("SELECT COUNT(DISTINCT mail) FROM dbo.accounts")).containsExactly("300");
        assertThat(
                        rows(
                                "SELECT COUNT(*) FROM dbo.accounts WHERE doc = N'{\"phone\": \"' + mail + N'\"}' AND mail LIKE N'0___ _______'"))
                .containsExactly("300");
    }
}
