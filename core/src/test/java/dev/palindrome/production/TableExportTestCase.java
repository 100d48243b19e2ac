package dev.palindrome.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.seed.DataFolderLoad;
import dev.palindrome.seed.SeededDatabase;
import dev.palindrome.seed.SeededDatabaseTestCase;
import dev.palindrome.seed.ServerAbility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What exports must do on every engine. */
abstract class TableExportTestCase extends SeededDatabaseTestCase {

    private static final String TODOS = """
            CREATE TABLE roles (id INT NOT NULL CONSTRAINT pk_roles PRIMARY KEY, name NVARCHAR(20) NOT NULL);
            CREATE TABLE users (id INT IDENTITY(1,1) NOT NULL CONSTRAINT pk_users PRIMARY KEY, email NVARCHAR(50) NOT NULL,
                role_id INT NULL CONSTRAINT fk_users_roles REFERENCES roles (id),
                boss_id INT NULL CONSTRAINT fk_users_users REFERENCES users (id));
            CREATE TABLE todos (id INT NOT NULL CONSTRAINT pk_todos PRIMARY KEY, title NVARCHAR(20) NULL,
                owner INT NOT NULL CONSTRAINT fk_todos_users REFERENCES users (id));
            INSERT INTO roles (id, name) VALUES (1, 'reader'), (2, 'writer'), (3, 'owner');
            SET IDENTITY_INSERT users ON;
            INSERT INTO users (id, email, role_id, boss_id) VALUES (5, 'e@x.com', 2, 5), (4, 'd@x.com', 2, 5),
                (1, 'a@x.com', 1, 4), (2, 'b@x.com', NULL, NULL), (3, 'c@x.com', 3, NULL), (6, 'f@x.com', 1, NULL);
            SET IDENTITY_INSERT users OFF;
            INSERT INTO todos (id, title, owner) VALUES (10, 'one', 1), (11, 'two', 2), (12, 'three', 6), (13, 'four', 1)
            """;

    @TempDir
    Path folder;

    @Test
    void takesAlongWhatForeignKeysNeedAndNoMore() throws Exception {
        database.run(TODOS);

        ExportReport report = export().table("todos", 2).to(folder);

        assertThat(lines("todos.csv")).containsExactly("id,title,owner", "10,one,1", "11,two,2");
        assertThat(lines("users.csv"))
                .containsExactly(
                        "id,email,role_id,boss_id", "1,a@x.com,1,4", "2,b@x.com,,", "4,d@x.com,2,5", "5,e@x.com,2,5");
        assertThat(lines("roles.csv")).containsExactly("id,name", "1,reader", "2,writer");
        assertThat(report).hasToString("""
                Exported to %s:
                table      rows  file       came along because
                dbo.todos  2     todos.csv
                dbo.users  4     users.csv  dbo.todos.owner references 2 rows; dbo.users.boss_id references 2 rows
                dbo.roles  2     roles.csv  dbo.users.role_id references 2 rows""".formatted(folder).replace("\n", System.lineSeparator()));
        assertThat(report.rows()).isEqualTo(8);
    }

    @Test
    void isLoadedOnItsOwn() throws Exception {
        database.run(TODOS);
        export().table("todos", 2).table("users", 1).to(folder);

        try (SeededDatabase other = open()) {
            other.run(TODOS.substring(0, TODOS.indexOf("INSERT INTO roles")));
            DataFolderLoad.into(other, folder);

            assertThat(other.rows("SELECT id, owner FROM todos ORDER BY id")).containsExactly("10|1", "11|2");
            assertThat(other.rows("SELECT id, email, role_id, boss_id FROM users ORDER BY id"))
                    .containsExactly("1|a@x.com|1|4", "2|b@x.com|null|null", "4|d@x.com|2|5", "5|e@x.com|2|5");
        }
    }

    @Test
    void takesWholeTablesWithoutLookingForTheirRows() throws Exception {
        database.run(TODOS);

        ExportReport report = export().table("roles").table("dbo.users").to(folder);

        assertThat(lines("roles.csv")).containsExactly("id,name", "1,reader", "2,writer", "3,owner");
        assertThat(lines("users.csv")).hasSize(7);
        assertThat(report.tables())
                .extracting(ExportReport.ExportedTable::name, ExportReport.ExportedTable::isChosen)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("dbo.roles", true),
                        org.assertj.core.api.Assertions.tuple("dbo.users", true));
    }

    @Test
    void leavesRowsOutByACondition() throws Exception {
        database.run(TODOS);

        export().table("users", 2)
                .where("users", "email > 'b@x.com' -- and this is a comment")
                .to(folder);

        assertThat(lines("users.csv"))
                .containsExactly("id,email,role_id,boss_id", "3,c@x.com,3,", "4,d@x.com,2,5", "5,e@x.com,2,5");
    }

    @Test
    void followsTablesThatReferenceEachOtherInARing() throws Exception {
        database.run("""
                CREATE TABLE a (id INT NOT NULL PRIMARY KEY, b INT NULL);
                CREATE TABLE b (id INT NOT NULL PRIMARY KEY, a INT NULL REFERENCES a (id));
                ALTER TABLE a ADD CONSTRAINT fk_a_b FOREIGN KEY (b) REFERENCES b (id);
                INSERT INTO a (id) VALUES (1), (2), (3), (4);
                INSERT INTO b (id, a) VALUES (1, 2), (2, 3), (3, 1), (4, 4);
                UPDATE a SET b = id WHERE id < 3
                """);

        export().table("b", 1).to(folder);

        assertThat(lines("b.csv")).containsExactly("id,a", "1,2", "2,3");
        assertThat(lines("a.csv")).containsExactly("id,b", "2,2", "3,");
    }

    @Test
    void followsForeignKeysOfSeveralColumnsAndThoseToOtherKeys() throws Exception {
        database.run("""
                CREATE TABLE countries (id INT NOT NULL PRIMARY KEY, code CHAR(2) NOT NULL CONSTRAINT uq_code UNIQUE);
                CREATE TABLE cities (country CHAR(2) NOT NULL REFERENCES countries (code), no INT NOT NULL,
                    name NVARCHAR(20) NULL, CONSTRAINT pk_cities PRIMARY KEY (country, no));
                CREATE TABLE houses (id INT NOT NULL PRIMARY KEY, city INT NULL, country CHAR(2) NULL,
                    CONSTRAINT fk_city FOREIGN KEY (country, city) REFERENCES cities (country, no));
                INSERT INTO countries (id, code) VALUES (1, 'de'), (2, 'fr'), (3, 'it');
                INSERT INTO cities (country, no, name) VALUES ('de', 1, 'Ulm'), ('de', 2, 'Bonn'), ('fr', 1, 'Lyon');
                INSERT INTO houses (id, city, country) VALUES (1, 2, 'de'), (2, NULL, 'it'), (3, 1, 'fr')
                """);

        export().table("houses", 2).to(folder);

        assertThat(lines("houses.csv")).containsExactly("id,city,country", "1,2,de", "2,,it");
        assertThat(lines("cities.csv")).containsExactly("country,no,name", "de,2,Bonn");
        assertThat(lines("countries.csv")).containsExactly("id,code", "1,de");
    }

    @Test
    void namesFilesSoThatTheirTablesAreFound() throws Exception {
        database.run("CREATE SCHEMA sales");
        database.run("""
                CREATE TABLE sales.[order lines] (id INT NOT NULL PRIMARY KEY, [the ""name""] NVARCHAR(20) NULL);
                CREATE TABLE [a.b] (id INT NOT NULL PRIMARY KEY);
                CREATE TABLE readme (id INT NOT NULL PRIMARY KEY);
                INSERT INTO sales.[order lines] (id) VALUES (1);
                INSERT INTO [a.b] (id) VALUES (2);
                INSERT INTO readme (id) VALUES (3)
                """.replace("\"\"", "\""));

        export().table("sales.[order lines]").table("[a.b]").table("README").to(folder);

        assertThat(files()).containsExactly("[a.b].csv", "[readme].csv", "sales.[order lines].csv");
        database.run("DELETE FROM sales.[order lines]; DELETE FROM [a.b]; DELETE FROM readme");
        DataFolderLoad.into(database, folder);
        assertThat(database.rows("SELECT id FROM sales.[order lines]")).containsExactly("1");
        assertThat(database.rows("SELECT id FROM [a.b]")).containsExactly("2");
        assertThat(database.rows("SELECT id FROM readme")).containsExactly("3");
    }

    @Test
    void chosesRowsOfATableWithoutKeyByAllItsColumns() throws Exception {
        database.run("""
                CREATE TABLE parents (id INT NOT NULL PRIMARY KEY);
                CREATE TABLE log (a INT NULL, b NVARCHAR(9) NULL, p INT NULL REFERENCES parents (id));
                INSERT INTO parents (id) VALUES (1), (2);
                INSERT INTO log (a, b, p) VALUES (2, 'x', 1), (1, 'y', 2), (1, 'x', NULL)
                """);

        export().table("log", 2).to(folder);

        assertThat(lines("log.csv")).containsExactly("a,b,p", "1,x,", "1,y,2");
        assertThat(lines("parents.csv")).containsExactly("id", "2");
    }

    @Test
    void replacesItsOwnFilesAndNoOther() throws Exception {
        database.run(TODOS);
        export().table("users").to(folder);
        export().table("roles").to(folder);
        assertThat(files()).as("users are not written again").containsExactly("roles.csv");
        Files.writeString(folder.resolve("roles.csv"), "id,name\n7,mine\n");
        Files.writeString(folder.resolve("todos.csv"), "id,title,owner\n");

        assertThatThrownBy(() -> export().table("roles").to(folder))
                .isInstanceOf(ExportException.class)
                .hasMessage(
                        "%s is there, and is no longer what an export has written. Move it, name another folder, or have it replaced (replacing())."
                                .formatted(folder.resolve("roles.csv")));
        assertThatThrownBy(() -> export().table("todos").to(folder))
                .hasMessageContaining("todos.csv is there, and is from no export.");
        assertThat(lines("roles.csv")).containsExactly("id,name", "7,mine");

        export().table("roles").replacing().to(folder);

        assertThat(lines("roles.csv")).hasSize(4);
        assertThat(files()).containsExactly("roles.csv", "todos.csv");
    }

    @Test
    void leavesNothingBehindWhenItFails() throws Exception {
        database.run(TODOS);

        assertThatThrownBy(() -> export().table("users")
                        .where("users", "CAST(email AS INT) > 0")
                        .to(folder))
                .isInstanceOf(ExportException.class)
                .hasMessageStartingWith("The rows of dbo.users for the export cannot be read (")
                .hasMessageContaining("what the database says may hold values")
                .hasMessageContaining("Its condition (where): CAST(email AS INT) > 0")
                .hasMessageNotContaining("x.com")
                .satisfies(failure ->
                        assertThat(String.valueOf(failure.getCause())).doesNotContain("x.com"));

        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).isEmpty();
        }
    }

    @Test
    void namesTheConditionThatNamesNoColumn() throws Exception {
        database.requires(ServerAbility.ERROR_NUMBERS);
        database.run(TODOS);

        assertThatThrownBy(() -> export().table("users")
                        .where("users", "nothing_such > 3 ")
                        .to(folder))
                .isInstanceOf(ExportException.class)
                .hasMessageStartingWith("The rows of dbo.users for the export cannot be read: ")
                .hasMessageContainingAll("nothing_such", "not")
                .hasMessageEndingWith("""

                        Its condition (where): nothing_such > 3
                        Look at the condition, and at the rights of the login.""")
                .hasMessageNotContaining("42122");
    }

    @Test
    void namesATableThatIsNotThereAndWhatIsNear() throws Exception {
        database.run(TODOS);

        assertThatThrownBy(() -> export().table("user").to(folder))
                .isInstanceOf(ExportException.class)
                .hasMessage(
                        "There is no table dbo.user to export (is dbo.users meant?). There are: dbo.roles, dbo.todos, dbo.users.");
        assertThatThrownBy(() -> export().table("users").table("dbo.users").to(folder))
                .hasMessage("The table dbo.users is chosen twice. Choose it once.");
        assertThatThrownBy(() -> export().where("users", "id = 1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> export().to(folder)).hasMessageStartingWith("No table is chosen");
    }

    @Test
    void writesNothingUnasked() throws Exception {
        database.run(TODOS);

        assertThatThrownBy(() ->
                        TableExport.of(database.dataSource()).table("users").to(folder))
                .isInstanceOf(ExportException.class)
                .hasMessageStartingWith("Nothing says what becomes of personal data in the rows.");
        assertThat(files()).isEmpty();
    }

    @Test
    void leavesTheDatabaseAsItWas() throws Exception {
        database.run(TODOS);
        String before = database.schema().toString();

        export().table("todos", 1).to(folder);

        assertThat(database.schema()).hasToString(before);
    }

    @Test
    void writesEachTypeSoThatItComesBack() throws Exception {
        database.requires(ServerAbility.TIMES_BY_BULK_COPY);
        roundTrip(
                """
                CREATE TABLE t (id INT NOT NULL PRIMARY KEY, b BIT NULL, ti TINYINT NULL, si SMALLINT NULL, bi BIGINT NULL,
                    d DECIMAL(38,10) NULL, m MONEY NULL, sm SMALLMONEY NULL, f FLOAT NULL, r REAL NULL,
                    da DATE NULL, t0 TIME(0) NULL, t7 TIME(7) NULL, sd SMALLDATETIME NULL, dt DATETIME NULL, d2 DATETIME2(7) NULL,
                    o DATETIMEOFFSET(7) NULL, c CHAR(5) NULL, vc VARCHAR(20) NULL, nc NCHAR(5) NULL, nv NVARCHAR(MAX) NULL,
                    bin BINARY(3) NULL, vb VARBINARY(MAX) NULL, g UNIQUEIDENTIFIER NULL, x XML NULL,
                    twice AS (id * 2), v ROWVERSION)
                """,
                """
                INSERT INTO t (id, b, ti, si, bi, d, m, sm, f, r, da, t0, t7, sd, dt, d2, o, c, vc, nc, nv, bin, vb, g, x) VALUES
                    (1, 1, 255, -32768, -9223372036854775808, -1234567890123456789012345678.0123456789, -922337203685477.5808,
                     214748.3647, 1.7976931348623157E308, 3.4E38, '0001-01-01', '23:59:59', '23:59:59.1234567',
                     '2079-06-06 23:59:00', '2026-03-29T02:30:00.997', '9999-12-31T23:59:59.9999999',
                     '2026-01-31T23:59:59.1234567+05:30', 'a', ' b ', 'c', N'Zoë "x", y', 0x0102FF, 0x, \
                     '6F9619FF-8B86-D011-B42D-00C04FC964FF', '<a>ü &amp; b</a>'),
                    (2, 0, 0, 0, 0, 0, 0, 0, 0.1, 0.1, '2026-02-28', '00:00:00', '00:00:00', '1900-01-01T00:00:00',
                     '1753-01-01T00:00:00.003', '0001-01-01T00:00:00', '2026-01-31T00:00:00-11:30', '', '', '', '', 0x000000,
                     0xDEADBEEF, '00000000-0000-0000-0000-000000000000', ''),
                    (3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
                     'NULL', NULL, 'null', NULL, NULL, NULL, NULL)
                """,
                "SELECT id, b, ti, si, bi, d, m, sm, f, r, da, t0, t7, sd, dt, d2, o, c, vc, nc, nv, bin, vb, g, x, twice"
                        + " FROM t ORDER BY id");
    }

    @Test
    void writesWhatIsOfNoOtherTypesColumn() throws Exception {
        database.requires(ServerAbility.HIERARCHIES);
        database.run("CREATE TYPE dbo.Phone FROM NVARCHAR(20) NULL");
        roundTrip(
                "CREATE TABLE t (id INT NOT NULL PRIMARY KEY, h HIERARCHYID NULL, p dbo.Phone NULL)",
                "INSERT INTO t (id, h, p) VALUES (1, '/1/2.5/', '+49 1'), (2, NULL, NULL)",
                "SELECT id, h, p FROM t ORDER BY id",
                "CREATE TYPE dbo.Phone FROM NVARCHAR(20) NULL");
    }

    @Test
    void keepsTextsOfEveryKind() throws Exception {
        roundTrip(
                "CREATE TABLE t (a NVARCHAR(30) NULL); CREATE TABLE u (id INT NOT NULL PRIMARY KEY, [a,b] NVARCHAR(30) NULL)",
                """
                INSERT INTO t (a) VALUES (NULL), (''), ('NULL'), ('x\r\ny'), ('\n'), (' '), ('"'), (NULL);
                INSERT INTO u (id, [a,b]) VALUES (1, NULL), (2, ''), (3, N'😀\t'), (4, '0x00'), (5, 'null'), (6, '-')
                """,
                "SELECT COUNT(*), COUNT(a), MAX(a) FROM t UNION ALL SELECT id, LEN([a,b]), [a,b] FROM u");
    }

    private static final String PEOPLE = """
            CREATE TABLE people (email NVARCHAR(60) NOT NULL CONSTRAINT pk_people PRIMARY KEY, first NVARCHAR(30) NULL,
                born DATE NULL, phone VARCHAR(20) NULL, secret VARBINARY(20) NULL, login NVARCHAR(40) NULL, note NVARCHAR(200) NULL);
            CREATE TABLE letters (id INT NOT NULL CONSTRAINT pk_letters PRIMARY KEY, sent_to NVARCHAR(60) NULL
                CONSTRAINT fk_letters_people REFERENCES people (email), birthday DATE NULL);
            INSERT INTO people (email, first, born, phone, secret, login, note) VALUES
                ('ann@real.example', 'Quxann', '1980-02-29', '+49 30 1234567', 0x01, 'ann', 'likes tea'),
                ('bob@real.example', 'Bob', '1990-01-01', NULL, NULL, 'bob', NULL),
                ('eve@real.example', '', NULL, '0301234568', 0x02, NULL, 'calls often');
            INSERT INTO letters (id, sent_to, birthday) VALUES (1, 'ann@real.example', '1980-02-29'), (2, NULL, NULL),
                (3, 'eve@real.example', NULL)
            """;

    private static final MaskRules RULES = MaskRules.parse("""
            people.email = email
            people.first = first name
            people.born = date of birth
            letters.birthday = date of birth
            people.phone = phone
            people.secret = constant 0xFF
            people.login = "user-{first}"
            letters.sent_to = email
            people.note = keep nobody writes about people there
            """);

    @Test
    void masksValuesOnTheirWaySoThatKeysStillFit() throws Exception {
        database.requires(ServerAbility.TIMES_BY_BULK_COPY);
        database.run(PEOPLE);

        masked(RULES).table("letters").to(folder);

        String all = Files.readString(folder.resolve("people.csv")) + Files.readString(folder.resolve("letters.csv"));
        assertThat(all)
                .doesNotContain("real.example", "Quxann", "1980-02-29", "1234567", "0x01")
                .contains("likes tea", "0xFF");
        try (SeededDatabase other = open()) {
            other.run(PEOPLE.substring(0, PEOPLE.indexOf("INSERT INTO people")));
            DataFolderLoad.into(other, folder);
            assertThat(other.rows("SELECT COUNT(*) FROM people p JOIN letters l ON l.sent_to = p.email"))
                    .containsExactly("2");
            assertThat(
                            other.rows(
                                    "SELECT COUNT(*) FROM people p JOIN letters l ON l.sent_to = p.email AND l.birthday = p.born"))
                    .as("dates of one person are shifted alike")
                    .containsExactly("1");
            assertThat(other.rows("SELECT COUNT(*) FROM people WHERE login = CONCAT('user-', first)"))
                    .containsExactly("1");
            assertThat(other.rows("SELECT COUNT(*) FROM people WHERE login IS NULL AND first = '' AND born IS NULL"))
                    .containsExactly("1");
        }
    }

    @Test
    void masksMembersOfJson() throws Exception {
        database.requires(ServerAbility.TIMES_BY_BULK_COPY);
        database.run("""
                CREATE TABLE mailboxes (
                    id INT NOT NULL PRIMARY KEY, email NVARCHAR(100) NULL, born DATE NULL, doc NVARCHAR(MAX) NULL);
                INSERT INTO mailboxes (id, email, born, doc) VALUES
                    (1, 'ann@real.example', '1980-02-29',
                        '{"mail": "ANN@real.example", "born": "1980-02-29", "name": "x", "n": 1.0}'),
                    (2, NULL, NULL, NULL),
                    (3, NULL, NULL, ' ');
                """);

        ExportReport report = masked(MaskRules.parse("""
                        mailboxes.doc $.nothing = null
                        mailboxes.email = email
                        mailboxes.born = date of birth
                        mailboxes.doc $.mail = email
                        mailboxes.doc $.born = date of birth
                        mailboxes.doc $.name = "{id}: {email}"
                        """)).table("mailboxes").to(folder);

        assertThat(report.notes()).contains("the rules, line 1: $.nothing is in no row of dbo.mailboxes.doc");
        try (SeededDatabase other = open()) {
            other.run(
                    "CREATE TABLE mailboxes ("
                            + "id INT NOT NULL PRIMARY KEY, email NVARCHAR(100) NULL, born DATE NULL, doc NVARCHAR(MAX) NULL);");
            DataFolderLoad.into(other, folder);
            String email =
                    other.rows("SELECT email FROM mailboxes WHERE id = 1").get(0);
            String born = other.rows("SELECT born FROM mailboxes WHERE id = 1").get(0);
            assertThat(email).doesNotContain("real.example");
            assertThat(born).isNotEqualTo("1980-02-29");
            assertThat(other.rows("SELECT doc FROM mailboxes ORDER BY id"))
                    .containsExactly(
                            "{\"mail\": \"%s\", \"born\": \"%s\", \"name\": \"1: %s\", \"n\": 1.0}"
                                    .formatted(email, born, email),
                            "null",
                            " ");
        }
    }

    @Test
    void refusesWhatIsLeftOfADocumentAndTextsThatAreNone() throws Exception {
        StringBuilder rows =
                new StringBuilder("CREATE TABLE docs (id INT NOT NULL PRIMARY KEY, doc NVARCHAR(200) NULL);");
        for (int i = 0; i < 100; i++) {
            rows.append("INSERT INTO docs (id, doc) VALUES (%d, '{\"text\": \"nothing\"}');".formatted(i));
        }
        database.run(
                rows + "UPDATE docs SET doc = '{\"mail\": \"ann@real.example\", \"text\": \"of ann@real.example\"}'"
                        + " WHERE id = 50;");
        TableExport export = masked(MaskRules.parse("docs.doc $.mail = email")).table("docs");

        assertThatThrownBy(() -> export.to(folder))
                .isInstanceOf(ExportException.class)
                .hasMessageStartingWith(
                        "In dbo.docs.doc stands an e-mail address, a phone or a number of a person that is masked elsewhere.");

        database.run("UPDATE docs SET doc = 'ann@real.example' WHERE id = 50;");
        assertThatThrownBy(() -> export.to(folder))
                .isInstanceOf(MaskException.class)
                .hasMessage(
                        "dbo.docs.doc holds texts that are no JSON, or texts in JSON that begin with { or [ and are none, and the rules, line 1 is about members. Mend them, give such a member a rule (text, constant …), or the whole column: text, constant …, null, or keep <reason>. Nothing was written.");
        assertThat(files()).isEmpty();
    }

    @Test
    void masksAlikeWithTheSameKeyAlone() throws Exception {
        database.run(PEOPLE);
        TableExport export = TableExport.of(database.dataSource()).table("people");

        export.masked(RULES, "a key").to(folder.resolve("1"));
        export.masked(RULES, "a key").to(folder.resolve("2"));
        export.masked(RULES).to(folder.resolve("3"));

        String first = Files.readString(folder.resolve("1/people.csv"));
        assertThat(folder.resolve("2/people.csv")).hasContent(first);
        assertThat(Files.readString(folder.resolve("3/people.csv"))).isNotEqualTo(first);
    }

    @Test
    void refusesATextThatHoldsWhatIsMaskedElsewhere() throws Exception {
        database.run(PEOPLE);
        database.run("CREATE TABLE jobs (id INT NOT NULL PRIMARY KEY, label NVARCHAR(60) NULL)");
        database.run("INSERT INTO jobs (id, label) VALUES "
                + java.util.stream.IntStream.range(0, 500)
                        .mapToObj(n -> "(%d, 'job %d')".formatted(n, n))
                        .collect(java.util.stream.Collectors.joining(", ")));
        database.run("UPDATE jobs SET label = 'told EVE@real.example so' WHERE id = 7");

        assertThatThrownBy(() -> masked(RULES).table("jobs").table("people").to(folder))
                .isInstanceOf(ExportException.class)
                .hasMessageStartingWith(
                        "In dbo.jobs.label stands an e-mail address, a phone or a number of a person that is masked elsewhere.");
        assertThat(files()).isEmpty();
    }

    /** As masking does: from 0.8 on. */
    @Test
    void refusesAColumnThatTheScanIsJustSureOf() throws Exception {
        database.run(
                "CREATE TABLE customers (id INT NOT NULL CONSTRAINT pk_customers PRIMARY KEY, name NVARCHAR(60) NULL,"
                        + " email NVARCHAR(60) NULL);");

        assertThatThrownBy(() -> masked(MaskRules.parse("customers.email = email"))
                        .table("customers")
                        .to(folder))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("dbo.customers.name")
                .hasMessageContaining("0.80");
    }

    @Test
    void refusesAColumnThatTheScanIsSureOfAndNoRuleSpeaksOf() throws Exception {
        database.run(PEOPLE);

        assertThatThrownBy(() -> masked(MaskRules.parse("people.born = keep a test"))
                        .table("people")
                        .to(folder))
                .isInstanceOf(ExportException.class)
                .hasMessageStartingWith("These columns seem to hold personal data, and no rule speaks of them:\n")
                .hasMessageContaining("  dbo.people.email: email (")
                .hasMessageNotContaining("born")
                .hasMessageEndingWith("Nothing was written.");
        assertThat(files()).isEmpty();
    }

    @Test
    void keepsManyUniqueValuesApart() throws Exception {
        database.run(
                "CREATE TABLE names (id INT NOT NULL PRIMARY KEY, name NVARCHAR(12) NOT NULL CONSTRAINT uq UNIQUE)");
        for (int i = 0; i < 2000; i += 500) {
            database.run("INSERT INTO names (id, name) VALUES "
                    + java.util.stream.IntStream.range(i, i + 500)
                            .mapToObj(n -> "(%d, 'Real%d')".formatted(n, n))
                            .collect(java.util.stream.Collectors.joining(", ")));
        }

        masked(MaskRules.parse("names.name = first name")).table("names").to(folder);

        assertThat(lines("names.csv").stream()
                        .skip(1)
                        .map(line -> line.substring(line.indexOf(',')).toLowerCase()))
                .hasSize(2000)
                .doesNotHaveDuplicates()
                .noneMatch(name -> name.startsWith(",real"));
    }

    @Test
    void namesARuleForAColumnThatIsNotThere() throws Exception {
        database.run(PEOPLE);

        assertThatThrownBy(() -> masked(MaskRules.parse("people.mail = email"))
                        .table("people")
                        .to(folder))
                .isInstanceOf(MaskException.class)
                .hasMessageContaining("mail");
        assertThat(files()).isEmpty();
    }

    private TableExport masked(MaskRules rules) {
        return TableExport.of(database.dataSource()).masked(rules);
    }

    private void roundTrip(String tables, String rows, String query, String... before) throws Exception {
        database.run(tables);
        database.run(rows);
        TableExport export = export();
        for (String table :
                database.rows("SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'dbo'")) {
            export = export.table(table);
        }
        export.to(folder);

        try (SeededDatabase other = open()) {
            for (String sql : before) {
                other.run(sql);
            }
            other.run(tables);
            DataFolderLoad.into(other, folder);
            assertThat(other.rows(query)).containsExactlyElementsOf(database.rows(query));
        }
    }

    private TableExport export() {
        return TableExport.of(database.dataSource()).unmasked("made up by a test");
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
