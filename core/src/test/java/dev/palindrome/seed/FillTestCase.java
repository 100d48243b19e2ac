package dev.palindrome.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.settings.Settings;
import dev.palindrome.sql.TableName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import net.datafaker.Faker;
import org.junit.jupiter.api.Test;

/** What {@code fill} must do on every engine. Constraints are the server's, so that a broken one could not go unnoticed. */
abstract class FillTestCase extends SeededDatabaseTestCase {

    @Test
    void fillsEveryType() throws SQLException {
        database.run(SampleTables.WITH_EVERY_TYPE);

        fill(context -> context.fill("everything", 200).withEdges());

        assertThat(database.rows("SELECT COUNT(*), MIN(id), COUNT(DISTINCT w) FROM everything"))
                .singleElement()
                .asString()
                .startsWith("200|");
        assertThat(number("SELECT COUNT(*) FROM everything WHERE z IS NULL")).isBetween(5, 60);
    }

    @Test
    void makesEveryTypeUnique() throws SQLException {
        database.requires(ServerAbility.TIMES_BY_BULK_COPY);
        database.run("""
                CREATE TABLE keys (
                    a INT NOT NULL UNIQUE, b TINYINT NOT NULL UNIQUE, c SMALLINT NOT NULL UNIQUE,
                    d BIGINT NOT NULL UNIQUE, e DECIMAL(9,4) NOT NULL UNIQUE, f DECIMAL(3,3) NOT NULL UNIQUE,
                    g MONEY NOT NULL UNIQUE, h FLOAT NOT NULL UNIQUE, i REAL NOT NULL UNIQUE, k DATE NOT NULL UNIQUE,
                    l TIME(0) NOT NULL UNIQUE, m DATETIME NOT NULL UNIQUE, n SMALLDATETIME NOT NULL UNIQUE,
                    o DATETIME2(0) NOT NULL UNIQUE, p DATETIMEOFFSET(2) NOT NULL UNIQUE, q CHAR(3) NOT NULL UNIQUE,
                    r VARCHAR(20) NOT NULL UNIQUE, s NCHAR(5) NOT NULL UNIQUE, email NVARCHAR(50) NOT NULL UNIQUE,
                    u BINARY(4) NOT NULL UNIQUE, v VARBINARY(30) NOT NULL UNIQUE, w UNIQUEIDENTIFIER NOT NULL UNIQUE,
                    url NVARCHAR(20) NOT NULL UNIQUE, x NVARCHAR(10) NULL UNIQUE)
                """);

        fill(context -> context.fill("keys", 150));
        fill(context -> context.fill("keys", 50));

        assertThat(database.rows("SELECT COUNT(*), MIN(a), MAX(a), COUNT(x) FROM keys"))
                .containsExactly("200|1|200|199");
    }

    @Test
    void leavesToTheServerWhatIsTheServers() throws SQLException {
        database.run("""
                CREATE TABLE counted (id INT IDENTITY(10,5) NOT NULL PRIMARY KEY,
                    price DECIMAL(9,2) NOT NULL, twice AS (CAST(price * 2 AS DECIMAL(9,2))),
                    note NVARCHAR(20) NOT NULL DEFAULT 'none');
                CREATE TABLE nothing_else (id INT IDENTITY NOT NULL PRIMARY KEY)
                """);

        fill(context -> {
            context.fill("counted", 3);
            context.fill("nothing_else", 4);
        });

        assertThat(database.rows("SELECT id, note FROM counted ORDER BY id"))
                .containsExactly("10|none", "15|none", "20|none");
        assertThat(number("SELECT COUNT(*) FROM nothing_else")).isEqualTo(4);
    }

    @Test
    void fillsADefaultThatNoTwoRowsCanHave() throws SQLException {
        database.run("""
                CREATE TABLE parent (id INT NOT NULL PRIMARY KEY);
                CREATE TABLE t (id INT IDENTITY PRIMARY KEY, code VARCHAR(10) NOT NULL DEFAULT '' UNIQUE,
                    parent INT NOT NULL DEFAULT 0 REFERENCES parent (id))
                """);

        fill(context -> context.fill("t", 20));

        assertThat(number("SELECT COUNT(DISTINCT code) FROM t")).isEqualTo(20);
    }

    @Test
    void fillsADefaultThatOnlyAForeignKeyWouldTellApart() throws SQLException {
        database.run("""
                CREATE TABLE parent (id INT NOT NULL PRIMARY KEY);
                CREATE TABLE t (id INT IDENTITY PRIMARY KEY, parent INT NOT NULL REFERENCES parent (id),
                    kind VARCHAR(20) NOT NULL DEFAULT 'home', UNIQUE (parent, kind))
                """);

        fill(context -> context.fill("t", 100));

        assertThat(number("SELECT COUNT(*) FROM t")).isEqualTo(100);
        assertThat(number("SELECT COUNT(*) FROM parent")).isEqualTo(10);
    }

    @Test
    void givesParentsToAllRowsWhereTheRestOfTheKeyHasFewValues() throws SQLException {
        database.run("""
                CREATE TABLE parent (id INT NOT NULL PRIMARY KEY);
                CREATE TABLE switched (id INT IDENTITY PRIMARY KEY, parent INT NOT NULL REFERENCES parent (id),
                    is_default BIT NOT NULL DEFAULT 0, UNIQUE (parent, is_default));
                CREATE TABLE listed (id INT IDENTITY PRIMARY KEY, parent INT NULL REFERENCES parent (id),
                    kind VARCHAR(20) NOT NULL CHECK (kind IN ('home', 'work')), UNIQUE (parent, kind))
                """);

        fill(context -> {
            context.fill("switched", 300);
            context.fill("listed", 300);
        });

        assertThat(database.rows("SELECT (SELECT COUNT(*) FROM switched), (SELECT COUNT(*) FROM listed)"))
                .containsExactly("300|300");
    }

    @Test
    void fillsATimeByDefaultThatNoTwoRowsCanHave() throws SQLException {
        database.run("CREATE TABLE t (at DATETIME2(3) NOT NULL DEFAULT SYSDATETIME() PRIMARY KEY, n INT NOT NULL)");

        fill(context -> context.fill("t", 50));

        assertThat(number("SELECT COUNT(*) FROM t")).isEqualTo(50);
    }

    @Test
    void fillsTablesWhoseNamesHoldABracket() throws SQLException {
        database.requires(ServerAbility.BRACKETS_IN_NAMES);
        database.run("""
                CREATE TABLE [a ]] "parent"] ([i]]d] INT NOT NULL CONSTRAINT [p]]k] PRIMARY KEY,
                    boss INT NULL REFERENCES [a ]] "parent"] ([i]]d]));
                CREATE TABLE [c]]hild] (id INT IDENTITY PRIMARY KEY, parent INT NOT NULL REFERENCES [a ]] "parent"] ([i]]d]),
                    [c]]ode] VARCHAR(20) NOT NULL UNIQUE, CHECK (LEN([c]]ode] + 'x') > 1))
                """);

        fill(context -> {
            context.fill("[c]]hild]", 20);
            context.insert("[c]]hild]", Map.of("parent", 1, "c]ode", "last"));
        });

        assertThat(database.rows("SELECT COUNT(*), COUNT(DISTINCT \"c]ode\") FROM \"c]hild\""))
                .containsExactly("21|21");
    }

    @Test
    void letsNamesLead() throws SQLException {
        database.requires(ServerAbility.NAMES_AS_WRITTEN);
        database.run("""
                CREATE TABLE customers (id INT IDENTITY PRIMARY KEY, customer_email VARCHAR(60) NOT NULL,
                    firstName NVARCHAR(40) NOT NULL, billingCity NVARCHAR(40) NOT NULL, IBAN CHAR(22) NOT NULL,
                    phone_number VARCHAR(20) NOT NULL, created_at DATETIME2(0) NOT NULL,
                    updated_at DATETIME2(0) NOT NULL, age INT NOT NULL, price DECIMAL(9,2) NOT NULL,
                    description NVARCHAR(50) NOT NULL, email CHAR(16) NOT NULL, home_url NVARCHAR(100) NOT NULL)
                """);

        fill(context -> context.fill("customers", 300));

        assertThat(column("customer_email")).allMatch(mail -> mail.matches("[a-z.]+@example\\.(com|org|net)"));
        assertThat(column("email")).allMatch(mail -> mail.strip().matches("[a-z.]+@example\\.(com|org|net)"));
        assertThat(column("firstName")).allMatch(name -> name.matches("\\p{Lu}[\\p{L}']+"));
        assertThat(column("billingCity")).allMatch(city -> city.matches("[\\p{L}' .-]{3,}"));
        assertThat(column("IBAN")).allMatch(iban -> iban.matches("DE\\d{20}"));
        assertThat(column("phone_number")).allMatch(phone -> phone.matches("\\(2\\d\\d\\) 555-01\\d\\d"));
        assertThat(column("home_url")).allMatch(url -> url.matches("https://www\\.example\\.(com|org|net)/\\w+"));
        assertThat(column("description")).noneMatch(text -> text.endsWith(" ") || text.isBlank());
        assertThat(number("SELECT COUNT(*) FROM customers WHERE updated_at < created_at OR age < 18 OR price <= 0"))
                .isZero();
    }

    private List<String> column(String name) throws SQLException {
        return database.rows("SELECT " + name + " FROM customers");
    }

    @Test
    void fillsEmptyParentsFirst() throws SQLException {
        database.run("""
                CREATE TABLE countries (code CHAR(2) NOT NULL PRIMARY KEY);
                CREATE TABLE cities (country CHAR(2) NOT NULL REFERENCES countries (code), nr INT NOT NULL,
                    name NVARCHAR(40) NOT NULL, PRIMARY KEY (country, nr));
                CREATE TABLE [odd table] ([odd id] INT IDENTITY PRIMARY KEY, country CHAR(2) NOT NULL, nr INT NOT NULL,
                    other_country CHAR(2) NULL, other_nr INT NULL, FOREIGN KEY (country, nr) REFERENCES cities (country, nr),
                    FOREIGN KEY (other_country, other_nr) REFERENCES cities (country, nr));
                CREATE TABLE passports (city INT NOT NULL PRIMARY KEY REFERENCES [odd table] ([odd id]), no VARCHAR(9) NOT NULL)
                """);

        fill(context -> {
            context.fill("[dbo].[odd table]", 100);
            context.fill("dbo.passports", 100);
        });

        assertThat(number("SELECT COUNT(*) FROM countries")).isEqualTo(10);
        assertThat(number("SELECT COUNT(*) FROM cities")).isEqualTo(10);
        assertThat(number("SELECT COUNT(*) FROM passports")).isEqualTo(100);
        assertThat(number("SELECT COUNT(*) FROM [odd table] WHERE other_nr IS NULL AND other_country IS NULL"))
                .isBetween(3, 40);
    }

    @Test
    void givesEmptyParentsAsManyRowsAsKeysNeed() throws SQLException {
        database.run("""
                CREATE TABLE users (id INT IDENTITY PRIMARY KEY, name NVARCHAR(40) NOT NULL);
                CREATE TABLE roles (id INT IDENTITY PRIMARY KEY, name NVARCHAR(40) NOT NULL);
                CREATE TABLE user_roles (user_id INT NOT NULL REFERENCES users (id),
                    role_id INT NOT NULL REFERENCES roles (id), PRIMARY KEY (user_id, role_id));
                CREATE TABLE profiles (user_id INT NOT NULL PRIMARY KEY REFERENCES users (id), bio NVARCHAR(MAX) NULL)
                """);

        fill(context -> context.fill("user_roles", 400));

        assertThat(database.rows(
                        "SELECT COUNT(*), COUNT(DISTINCT user_id), COUNT(DISTINCT role_id), (SELECT COUNT(*) FROM users) FROM"
                                + " user_roles"))
                .containsExactly("400|20|20|20");
        fill(context -> context.fill("profiles", 20));
        assertThat(number("SELECT COUNT(*) FROM profiles")).isEqualTo(20);
        assertThatThrownBy(() -> seed(SeedPlan.empty().fill("user_roles:1")))
                .hasMessage(
                        "dbo.user_roles, row 0: no values were found that satisfy the primary key. Nothing was put in.");
        assertThat(number("SELECT COUNT(*) FROM user_roles")).isEqualTo(400);
    }

    @Test
    void closesCycles() throws SQLException {
        database.run("""
                CREATE TABLE people (id INT IDENTITY NOT NULL PRIMARY KEY, boss INT NULL REFERENCES people (id));
                CREATE TABLE own_root (id INT NOT NULL PRIMARY KEY, root INT NOT NULL REFERENCES own_root (id));
                CREATE TABLE teams (id INT IDENTITY NOT NULL PRIMARY KEY, captain INT NULL);
                CREATE TABLE players (id INT IDENTITY NOT NULL PRIMARY KEY, team INT NOT NULL REFERENCES teams (id));
                ALTER TABLE teams ADD CONSTRAINT fk_captain FOREIGN KEY (captain) REFERENCES players (id);
                CREATE TABLE hens (id INT IDENTITY NOT NULL PRIMARY KEY, egg INT NULL);
                CREATE TABLE eggs (id INT IDENTITY NOT NULL PRIMARY KEY, hen INT NULL REFERENCES hens (id));
                ALTER TABLE hens ADD CONSTRAINT fk_egg FOREIGN KEY (egg) REFERENCES eggs (id)
                """);

        seed(SeedPlan.empty().fill("people:50", "own_root:50", "players:50", "hens:30"));

        assertThat(number("SELECT COUNT(boss) FROM people")).isBetween(25, 49);
        assertThat(number("SELECT COUNT(*) FROM own_root")).isEqualTo(50);
        assertThat(database.rows("SELECT COUNT(*), (SELECT COUNT(*) FROM teams) FROM players"))
                .containsExactly("50|10");
        assertThat(number("SELECT COUNT(captain) FROM teams")).isBetween(5, 10);
        assertThat(number("SELECT COUNT(egg) FROM hens")).isBetween(15, 30);
    }

    @Test
    void fillsTablesThatAreNamedTogetherInTheOrderOfTheirKeys() throws SQLException {
        database.run("""
                CREATE TABLE users (id INT IDENTITY PRIMARY KEY, name NVARCHAR(40) NOT NULL);
                CREATE TABLE todos (id INT IDENTITY PRIMARY KEY, owner INT NOT NULL REFERENCES users (id))
                """);

        seed(SeedPlan.empty().fill("todos:50", "users:7"));

        assertThat(database.rows("SELECT COUNT(*), (SELECT COUNT(*) FROM users) FROM todos"))
                .containsExactly("50|7");
    }

    @Test
    void fillsTablesThatNeedEachOther() throws SQLException {
        database.requires(ServerAbility.SWITCHED_OFF_KEYS);
        database.run("""
                CREATE TABLE kinds (code VARCHAR(20) NOT NULL PRIMARY KEY, concept INT NOT NULL);
                CREATE TABLE concepts (id INT IDENTITY NOT NULL PRIMARY KEY, kind VARCHAR(20) NOT NULL REFERENCES kinds (code),
                    source INT NOT NULL);
                CREATE TABLE sources (id INT NOT NULL PRIMARY KEY, concept INT NOT NULL REFERENCES concepts (id));
                ALTER TABLE kinds ADD CONSTRAINT fk_kinds FOREIGN KEY (concept) REFERENCES concepts (id);
                ALTER TABLE concepts ADD CONSTRAINT fk_concepts FOREIGN KEY (source) REFERENCES sources (id);
                CREATE TABLE notes (id INT IDENTITY NOT NULL PRIMARY KEY, concept INT NOT NULL REFERENCES concepts (id))
                """);

        seed(SeedPlan.empty().fill("notes:30", "concepts:100", "kinds:20"));

        assertThat(
                        database.rows(
                                "SELECT (SELECT COUNT(*) FROM notes), (SELECT COUNT(*) FROM concepts), (SELECT COUNT(*) FROM kinds), (SELECT COUNT(*) FROM sources)"))
                .containsExactly("30|100|20|10");
        assertThat(number("SELECT COUNT(*) FROM concepts WHERE kind NOT IN (SELECT code FROM kinds)"
                        + " OR source NOT IN (SELECT id FROM sources)"))
                .isZero();
        assertThat(number("SELECT COUNT(*) FROM kinds WHERE concept NOT IN (SELECT id FROM concepts)"))
                .isZero();
        assertThat(number("SELECT COUNT(DISTINCT source) FROM concepts")).isGreaterThan(2);
        assertThatThrownBy(() -> database.run("UPDATE concepts SET source = 4711"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> database.run("UPDATE kinds SET concept = 4711"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void checksKeysAgainWhereTablesThatNeedEachOtherCannotBeFilled() throws SQLException {
        database.requires(ServerAbility.SWITCHED_OFF_KEYS);
        database.run("""
                CREATE TABLE a (id INT NOT NULL PRIMARY KEY, b INT NOT NULL);
                CREATE TABLE b (id INT NOT NULL PRIMARY KEY, a INT NOT NULL REFERENCES a (id), n INT NOT NULL,
                    CONSTRAINT ck_b CHECK (n > 5 AND n < 3));
                ALTER TABLE a ADD CONSTRAINT fk_a_b FOREIGN KEY (b) REFERENCES b (id)
                """);

        assertThatThrownBy(() -> seed(SeedPlan.empty().fill("a:10"))).isInstanceOf(SeedException.class);

        assertThat(number("SELECT COUNT(*) FROM a")).isZero();
        assertThatThrownBy(() -> database.run("INSERT INTO a (id, b) VALUES (1, 1)"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void refusesACycleWithoutNullWhoseColumnsAreUnique() throws SQLException {
        database.run("""
                CREATE TABLE a (id INT NOT NULL PRIMARY KEY, b INT NOT NULL UNIQUE);
                CREATE TABLE b (id INT NOT NULL PRIMARY KEY, a INT NOT NULL REFERENCES a (id));
                ALTER TABLE a ADD CONSTRAINT fk_a_b FOREIGN KEY (b) REFERENCES b (id)
                """);

        assertThatThrownBy(() -> seed(SeedPlan.empty().fill("a:10")))
                .isInstanceOf(SeedException.class)
                .hasMessage(
                        "dbo.a cannot be filled: it references dbo.b, which references it in turn, and neither takes"
                                + " NULL. Nothing was put in.");
    }

    @Test
    void takesOneNullInAUniqueColumnAndManyBesideAFilter() throws SQLException {
        database.requires(ServerAbility.INDEX_FILTERS);
        database.run("""
                CREATE TABLE t (id INT IDENTITY PRIMARY KEY, one NVARCHAR(20) NULL UNIQUE, mail NVARCHAR(50) NULL);
                CREATE UNIQUE INDEX ux_mail ON t (mail) WHERE mail IS NOT NULL
                """);

        fill(context -> context.fill("t", 100));

        assertThat(number("SELECT COUNT(*) FROM t WHERE one IS NULL")).isEqualTo(1);
        assertThat(number("SELECT COUNT(*) FROM t WHERE mail IS NULL")).isBetween(3, 40);
    }

    @Test
    void satisfiesChecks() throws SQLException {
        database.requires(ServerAbility.CHECKS_AS_TSQL);
        database.run("""
                CREATE TABLE checked (
                    id INT NOT NULL PRIMARY KEY CHECK (id > 0),
                    kind NVARCHAR(20) NOT NULL CHECK (kind IN ('Question', 'Answer', 'Comment')),
                    priority INT NOT NULL CHECK (priority BETWEEN 1 AND 5),
                    code CHAR(6) NOT NULL UNIQUE CHECK (code LIKE 'AB____' AND code NOT LIKE '%z%'),
                    pin VARCHAR(10) NOT NULL CHECK (LEN(pin) = 6 AND pin = UPPER(pin)),
                    low INT NOT NULL UNIQUE, high INT NOT NULL,
                    total DECIMAL(9,2) NOT NULL, part DECIMAL(9,2) NOT NULL, rest DECIMAL(9,2) NOT NULL,
                    born DATE NULL CHECK (born >= '19000101' AND born < '19500101'),
                    starts DATETIME2(3) NOT NULL, ends DATETIME2(3) NULL,
                    mail NVARCHAR(50) NULL, phone NVARCHAR(50) NULL,
                    CONSTRAINT ck_order CHECK (low < high), CONSTRAINT ck_sum CHECK (part + rest = total),
                    CONSTRAINT ck_ends CHECK (ends IS NULL OR ends > starts),
                    CONSTRAINT ck_reach CHECK (mail IS NOT NULL OR phone IS NOT NULL),
                    CONSTRAINT ck_not CHECK (NOT (priority = 5 AND kind = 'Comment')))
                """);

        fill(context -> context.fill("checked", 300).withEdges());

        assertThat(database.rows("SELECT COUNT(*), COUNT(DISTINCT kind), COUNT(DISTINCT priority) FROM checked"))
                .containsExactly("300|3|5");
    }

    @Test
    void putsTheLimitsOfChecksIntoUnusualRows() throws SQLException {
        database.requires(ServerAbility.CHECKS_AS_TSQL);
        database.run("""
                CREATE TABLE limited (id INT NOT NULL PRIMARY KEY,
                    amount INT NOT NULL CHECK (amount BETWEEN 17 AND 900000),
                    code VARCHAR(50) NOT NULL CHECK (LEN(code) >= 2 AND LEN(code) <= 30),
                    since DATE NOT NULL CHECK (since > '1999-12-31'))
                """);

        fill(context -> context.fill("limited", 5).withEdges());

        assertThat(
                        database.rows(
                                "SELECT MIN(amount), MAX(amount), MIN(LEN(code)), MAX(LEN(code)), MIN(since), MAX(since) FROM limited"))
                .containsExactly("17|900000|2|30|2000-01-01|9999-12-31");
    }

    @Test
    void asksTheDatabaseAboutChecksThatItDoesNotUnderstand() throws SQLException {
        database.requires(ServerAbility.CHECKS_AS_TSQL);
        database.run("""
                CREATE TABLE guessed (id INT NOT NULL PRIMARY KEY, name VARCHAR(10) NOT NULL, gone DATETIME2(3) NOT NULL,
                    expires_at DATETIME2(3) NULL CHECK (expires_at > GETDATE()),
                    CONSTRAINT ck_guess CHECK (CASE WHEN id % 3 = 0 THEN 1 ELSE 0 END = 1),
                    CONSTRAINT ck_gone CHECK (gone < GETDATE()));
                CREATE TABLE hopeless (id INT NOT NULL PRIMARY KEY,
                    CONSTRAINT ck_hopeless CHECK (CASE WHEN id = 0 THEN 1 ELSE 0 END = 1))
                """);

        fill(context -> context.fill("guessed", 100));

        assertThat(number("SELECT COUNT(*) FROM guessed")).isEqualTo(100);
        assertThatThrownBy(() -> seed(SeedPlan.empty().fill("hopeless:10")))
                .isInstanceOf(SeedException.class)
                .hasMessage("dbo.hopeless: no values were found that satisfy the check ck_hopeless. Nothing was put in."
                        + " Give its columns values of your own with .with(…).");
        assertThat(number("SELECT COUNT(*) FROM hopeless")).isZero();
    }

    @Test
    void takesValuesFromTheUser() throws SQLException {
        database.run("""
                CREATE TABLE users (id INT IDENTITY PRIMARY KEY, name NVARCHAR(30) NOT NULL, is_admin BIT NOT NULL DEFAULT 0,
                    priority INT NOT NULL CHECK (priority BETWEEN 1 AND 5), since DATE NULL)
                """);

        fill(context -> context.fill("Users", 5)
                .with("name", faker -> faker.name().lastName())
                .with("IS_ADMIN", (faker, row) -> row == 0)
                .with("priority", (faker, row) -> row % 5 + 1)
                .with("since", faker -> null));

        assertThat(database.rows("SELECT is_admin, priority, since FROM users ORDER BY id"))
                .extracting(row -> row.replace("TRUE", "1").replace("FALSE", "0"))
                .containsExactly("1|1|null", "0|2|null", "0|3|null", "0|4|null", "0|5|null");
        assertThat(number("SELECT COUNT(DISTINCT name) FROM users")).isEqualTo(5);
    }

    @Test
    void aKeyOfFewValuesGetsAllOfThem() throws SQLException {
        database.run("""
                CREATE TABLE few (id TINYINT NOT NULL PRIMARY KEY, code CHAR(1) NULL);
                CREATE TABLE codes (code CHAR(1) NOT NULL CONSTRAINT pk_codes PRIMARY KEY);
                """);

        fill(context -> context.fill("few", 256));
        fill(context -> context.fill("codes", 62));

        assertThat(number("SELECT COUNT(*) FROM few WHERE id BETWEEN 0 AND 255"))
                .isEqualTo(256);
        assertThat(number("SELECT COUNT(*) FROM codes")).isEqualTo(62);
    }

    @Test
    void aKeyTellsLettersApartAsItsCollationDoes() throws SQLException {
        database.run("CREATE TABLE codes (code CHAR(1) COLLATE Latin1_General_CS_AS NOT NULL PRIMARY KEY)");

        fill(context -> context.fill("codes", 90));

        assertThat(number("SELECT COUNT(*) FROM codes")).isEqualTo(90);
    }

    @Test
    void aUniqueReferenceToTheOwnTableMakesAChain() throws SQLException {
        database.run("""
                CREATE TABLE staff (id INT IDENTITY PRIMARY KEY,
                    boss INT NULL CONSTRAINT uq_boss UNIQUE CONSTRAINT fk_boss REFERENCES staff (id))
                """);

        fill(context -> context.fill("staff", 30));

        assertThat(number("SELECT COUNT(*) FROM staff")).isEqualTo(30);
        assertThat(number("SELECT COUNT(DISTINCT boss) FROM staff")).isEqualTo(29);
    }

    @Test
    void anIdentityThatHasGivenAllItsValuesSaysSo() throws SQLException {
        database.requires(ServerAbility.EXHAUSTED_IDENTITIES);
        database.run("CREATE TABLE few (id SMALLINT IDENTITY(32760,1) PRIMARY KEY, name NVARCHAR(20) NULL)");

        assertThatThrownBy(() -> fill(context -> context.fill("few", 10)))
                .cause()
                .hasMessageContaining("the identity id has no more values: its type is SMALLINT");
    }

    @Test
    void aKeyWhoseValuesAreAllTakenIsFull() throws SQLException {
        database.run("CREATE TABLE few (id TINYINT NOT NULL CONSTRAINT pk_few PRIMARY KEY)");

        assertThatThrownBy(() -> fill(context -> context.fill("few", 257)))
                .hasRootCauseMessage("the primary key is full: there are no more than 256 values for id");
        assertThat(number("SELECT COUNT(*) FROM few")).isZero();
    }

    @Test
    void namesWhatIsWrongWithValuesFromTheUser() throws SQLException {
        database.run("""
                CREATE TABLE t (id INT IDENTITY PRIMARY KEY, name NVARCHAR(5) NOT NULL,
                    n TINYINT NULL CONSTRAINT uq_n UNIQUE,
                    at DATE NULL, twice AS (CAST(n * 2 AS INT)))
                """);

        assertRefused(
                "name",
                "secret",
                "dbo.t.name, row 2: the text that was given has 6 characters, and the column takes 5");
        assertRefused("name", null, "dbo.t.name, row 2: NULL was given, and the column is NOT NULL");
        assertRefused("n", 4711, "dbo.t.n, row 2: the number that was given is out of range");
        assertRefused(
                "n", 1.5, "dbo.t.n, row 2: the number that was given has digits behind the point, and the column none");
        assertRefused("at", true, "dbo.t.at, row 2: a Boolean was given, and the column is DATE");
        assertRefused("n", 7, "dbo.t, row 2: the value given for n breaks the unique key uq_n");
        assertThat(number("SELECT COUNT(*) FROM t")).isZero();
        assertThatThrownBy(() -> fill(context -> context.fill("t", 3).with("nam", faker -> "x")))
                .hasRootCauseMessage("dbo.t has no column nam (is name meant?). It has: id, name, n, at, twice.");
        assertThatThrownBy(() -> fill(context -> context.fill("t", 3).with("twice", faker -> 1)))
                .hasRootCauseMessage("dbo.t.twice cannot be given a value: the server makes it. Leave the column out.");
        assertThatThrownBy(() -> fill(context -> context.fill("tea", 3)))
                .hasRootCauseMessage("There is no table dbo.tea. There are: dbo.t.");
    }

    private void assertRefused(String column, Object value, String message) {
        BiFunction<Faker, Integer, Object> values =
                (faker, row) -> row == 2 ? value : column.equals("name") ? "ok" : column.equals("n") ? 6 + row : null;
        assertThatThrownBy(() -> fill(context -> context.fill("t", 3).with(column, values)))
                .isInstanceOf(SeedException.class)
                .cause()
                .hasMessage(message + ". Nothing was put in.");
    }

    @Test
    void insertsARowAndGivesItsKeyBack() throws SQLException {
        database.run("""
                CREATE TABLE users (id INT IDENTITY(5,1) PRIMARY KEY,
                    name NVARCHAR(30) NOT NULL CONSTRAINT uq_users_name UNIQUE,
                    since DATETIME2(0) NOT NULL DEFAULT '2020-01-01');
                CREATE TABLE plain (id INT NOT NULL PRIMARY KEY)
                """);

        fill(context -> {
            assertThat(context.insert("dbo.[users]", Map.of("name", "Ann"))).isEqualTo(Map.of("id", 5));
            assertThat(context.insert("users", Map.of("NAME", "Bob"))).isEqualTo(Map.of("id", 6));
            assertThat(context.insert("users", Map.of("name", "Cem", "id", 100)))
                    .isEmpty();
            assertThat(context.insert("plain", Map.of("id", 1))).isEmpty();
        });

        assertThat(database.rows("SELECT id, name FROM users ORDER BY id"))
                .containsExactly("5|Ann", "6|Bob", "100|Cem");
        assertThatThrownBy(() -> fill(context -> context.insert("plain", Map.of("id", 1))))
                .isInstanceOf(SeedException.class);
        assertThatThrownBy(() -> fill(context -> context.insert("users", Map.of("name", "Ann"))))
                .hasMessageContaining(
                        "The row for dbo.users was refused: another row has the same name (unique constraint"
                                + " uq_users_name). Nothing was inserted.");
        assertThatThrownBy(() -> fill(context -> context.insert("plain", Map.of("id", "one"))))
                .hasRootCauseMessage("a String was given, and the column is INT");
    }

    @Test
    void makesRowsWhenItIsNextAsked() throws SQLException {
        database.run("CREATE TABLE a (id INT NOT NULL PRIMARY KEY); CREATE TABLE b (id INT NOT NULL PRIMARY KEY)");

        fill(context -> {
            TableFill a = context.fill("a", 3);
            assertThat(number("SELECT COUNT(*) FROM a")).isZero();
            context.fill("b", 2);
            assertThat(number("SELECT COUNT(*) FROM a")).isZero();
            context.dataSource();
            assertThat(number("SELECT COUNT(*) FROM a")).isEqualTo(3);
            assertThat(number("SELECT COUNT(*) FROM b")).isEqualTo(2);
            assertThatThrownBy(() -> a.with("id", faker -> 1))
                    .hasMessage(
                            "The rows of [dbo].[a] are made already: say what they shall be like right after fill(…).");
        });
    }

    @Test
    void fillsSpringBatch() throws Exception {
        database.requires(ServerAbility.SEQUENCES_WITHOUT_CYCLE);
        database.run(resource("org/springframework/batch/core/schema-sqlserver.sql"));

        seed(SeedPlan.empty()
                .fill(
                        "BATCH_STEP_EXECUTION_CONTEXT:100",
                        "BATCH_JOB_EXECUTION_CONTEXT:100",
                        "BATCH_STEP_EXECUTION:100",
                        "BATCH_JOB_EXECUTION_PARAMS:100",
                        "BATCH_JOB_EXECUTION:100",
                        "BATCH_JOB_INSTANCE:100"));

        for (String table : List.of(
                "JOB_INSTANCE",
                "JOB_EXECUTION",
                "JOB_EXECUTION_PARAMS",
                "STEP_EXECUTION",
                "STEP_EXECUTION_CONTEXT",
                "JOB_EXECUTION_CONTEXT")) {
            assertThat(number("SELECT COUNT(*) FROM BATCH_" + table)).as(table).isEqualTo(100);
        }
    }

    @Test
    void fillsSpringSession() throws Exception {
        database.requires(ServerAbility.NAMES_AS_WRITTEN);
        database.run(resource("org/springframework/session/jdbc/schema-sqlserver.sql"));

        fill(context -> {
            context.fill("SPRING_SESSION", 100);
            context.fill("SPRING_SESSION_ATTRIBUTES", 100);
        });

        assertThat(database.rows(
                        "SELECT COUNT(*), (SELECT COUNT(*) FROM SPRING_SESSION) FROM SPRING_SESSION_ATTRIBUTES"))
                .containsExactly("100|100");
    }

    private static String resource(String name) throws IOException {
        try (InputStream script = FillTestCase.class.getClassLoader().getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    void fill(Seeder seeder) {
        seed(SeedPlan.empty().seeders(seeder));
    }

    private void seed(SeedPlan plan) {
        Seeding.of(database.dataSource(), new TableName("dbo", "history"), Settings.of(name -> Optional.empty()))
                .run(plan);
    }

    int number(String sql) throws SQLException {
        return Integer.parseInt(database.rows(sql).get(0));
    }
}
