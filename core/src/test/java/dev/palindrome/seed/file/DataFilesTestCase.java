package dev.palindrome.seed.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.palindrome.seed.SeedException;
import dev.palindrome.seed.SeededDatabaseTestCase;
import dev.palindrome.seed.ServerAbility;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What data files must do on every engine. */
abstract class DataFilesTestCase extends SeededDatabaseTestCase {

    private static final String USERS = """
            CREATE TABLE users (id INT IDENTITY(1,1) NOT NULL CONSTRAINT pk_users PRIMARY KEY,
                email NVARCHAR(50) NOT NULL CONSTRAINT uq_users_email UNIQUE, age TINYINT NULL,
                status VARCHAR(10) NOT NULL CONSTRAINT df_status DEFAULT 'new');
            CREATE TABLE todos (id INT NOT NULL CONSTRAINT pk_todos PRIMARY KEY, title NVARCHAR(20) NULL,
                owner INT NOT NULL CONSTRAINT fk_todos_users REFERENCES users (id))
            """;

    @TempDir
    private Path folder;

    @Test
    void loadsFilesInTheOrderOfForeignKeys() throws Exception {
        database.run(USERS);
        database.run("CREATE TABLE a_first (todo INT NOT NULL REFERENCES todos (id))");
        file("todos.csv", "id,title,owner\n1,one,7\n2,,7\n");
        file("users.json", "[{\"id\": 7, \"email\": \"a@example.com\", \"age\": 30}]");
        file("dbo.a_first.dat", "2\n1\n");

        load();

        assertThat(database.rows("SELECT id, email, age, status FROM users")).containsExactly("7|a@example.com|30|new");
        assertThat(database.rows("SELECT id, title, owner FROM todos ORDER BY id"))
                .containsExactly("1|one|7", "2|null|7");
        assertThat(database.rows("SELECT todo FROM a_first ORDER BY todo")).containsExactly("1", "2");
    }

    @Test
    void findsTablesAndColumnsAsTheDatabaseComparesNames() throws Exception {
        database.run("CREATE SCHEMA sales");
        database.run("CREATE TABLE sales.orders (id INT NOT NULL); CREATE TABLE [my table] ([the id] INT NOT NULL)");
        database.run("CREATE TABLE sales.[order lines] (id INT NOT NULL)");
        file("Sales.ORDERS.CSV", "ID\n1\n");
        file("sales.[order lines].csv", "id\n3\n");
        file("[my table].json", "[{\"The Id\": 2}]");

        load();

        assertThat(database.rows("SELECT id FROM sales.orders")).containsExactly("1");
        assertThat(database.rows("SELECT [the id] FROM [my table]")).containsExactly("2");
        assertThat(database.rows("SELECT id FROM sales.[order lines]")).containsExactly("3");
    }

    @Test
    void loadsACycleOfTablesWhoseNamesHoldABracket() throws Exception {
        database.requires(ServerAbility.BRACKETS_IN_NAMES);
        database.run("""
                CREATE TABLE [a]]1] (id INT NOT NULL PRIMARY KEY, other INT NOT NULL);
                CREATE TABLE [b]]2] (id INT NOT NULL PRIMARY KEY, [o]]ther] INT NOT NULL REFERENCES [a]]1] (id));
                ALTER TABLE [a]]1] ADD CONSTRAINT [f]]k] FOREIGN KEY (other) REFERENCES [b]]2] (id)
                """);
        file("[a]]1].csv", "id,other\n1,2\n");
        file("[b]]2].json", "[{\"id\": 2, \"o]ther\": 1}]");

        load();

        assertThat(database.rows("SELECT id, other FROM \"a]1\"")).containsExactly("1|2");
        assertThat(database.rows("SELECT id, \"o]ther\" FROM \"b]2\"")).containsExactly("2|1");
    }

    @Test
    void tellsNullFromTheEmptyTextInCsv() throws Exception {
        database.run("CREATE TABLE t (id INT NOT NULL, a NVARCHAR(20) NULL, b INT NULL)");
        file(
                "t.csv",
                "\uFEFFid,a,b\r\n1,,\r\n2,\"\",\"\"\r\n3,NULL,NULL\r\n4,\"NULL\",4\r\n5,\"a,\"\"b\"\"\nc\",5\r\n6,\" x \",6");

        load();

        assertThat(database.rows("SELECT id, a, b FROM t ORDER BY id"))
                .containsExactly("1|null|null", "2||null", "3|null|null", "4|NULL|4", "5|a,\"b\"\nc|5", "6| x |6");
    }

    @Test
    void keepsLineBreaksOfEveryKindInCsv() throws Exception {
        database.run("CREATE TABLE one (a NVARCHAR(20) NULL); CREATE TABLE two (a NVARCHAR(20) NULL, b INT NULL)");
        file("one.csv", "a\n\"x\ry\"\n\"\r\"\nz\n");
        file("two.csv", "a,b\r\n\"x\ry\",1\r\n\"x\r\n\ry\",2\r\n\"\r\",3");

        load();

        assertThat(database.rows("SELECT REPLACE(a, CHAR(13), '␍') FROM one")).containsExactly("x␍y", "␍", "z");
        assertThat(database.rows("SELECT REPLACE(REPLACE(a, CHAR(13), '␍'), CHAR(10), '␊'), b FROM two ORDER BY b"))
                .containsExactly("x␍y|1", "x␍␊␍y|2", "␍|3");
    }

    @Test
    void takesAnEmptyLineForNullInCsvOfOneColumn() throws Exception {
        database.run("CREATE TABLE one (a INT NULL); CREATE TABLE two (a INT NULL, b INT NULL)");
        file("one.csv", "\n\na\n1\n\n\n4\n");
        file("two.csv", "\na,b\n\n1,2\n\n");

        load();

        assertThat(database.rows("SELECT COUNT(*), COUNT(a), SUM(a) FROM one")).containsExactly("4|2|5");
        assertThat(database.rows("SELECT a, b FROM two")).containsExactly("1|2");
    }

    @Test
    void takesDefaultsForWhatAJsonObjectDoesNotName() throws Exception {
        database.run(USERS);
        file("users.json", """
                [
                  {"email": "a@example.com", "age": null},
                  {"status": "old", "email": "b@example.com"},
                  {"age": 5, "email": "c@example.com", "id": 17}
                ]
                """);

        load();

        assertThat(database.rows("SELECT id, email, age, status FROM users ORDER BY id"))
                .containsExactly("1|a@example.com|null|new", "2|b@example.com|null|old", "17|c@example.com|5|new");
    }

    @Test
    void readsBcpFilesOfAllColumns() throws Exception {
        database.run(
                "CREATE TABLE t (id INT NOT NULL, a NVARCHAR(20) NULL, twice AS (CAST(id * 2 AS INT)), b NVARCHAR(20) NULL)");
        file("t.bcp", "1\tone\t2\t\r\n2\t\0\t4\tx\r\n3\t\t6\t\"q\"");

        load();

        assertThat(database.rows("SELECT id, a, twice, b FROM t ORDER BY id"))
                .containsExactly("1|one|2|null", "2||4|x", "3|null|6|\"q\"");
    }

    @Test
    void readsBcpFilesWithAListOfColumns() throws Exception {
        database.run("CREATE TABLE t (id INT NOT NULL, a NVARCHAR(20) NULL, b INT NOT NULL DEFAULT 9)");
        file("t.columns", "a\nid\n");
        file("t.txt", "one\t1\n\t2\n");

        load();

        assertThat(database.rows("SELECT id, a, b FROM t ORDER BY id")).containsExactly("1|one|9", "2|null|9");
    }

    @Test
    void readsBcpFilesWithAFormatFile() throws Exception {
        database.run("CREATE TABLE t (id INT NOT NULL, [a name] NVARCHAR(20) NULL, b INT NOT NULL DEFAULT 9)");
        file("t.fmt", """
                14.0
                3
                1       SQLCHAR             0       100     "|;"     2     "a name"     SQL_Latin1_General_CP1_CI_AS
                2       SQLCHAR             0       12      "\\t"      0     skipped      ""
                3       SQLCHAR             0       12      "\\r\\n"   1     id           ""
                """);
        file("t.dat", "one|;x\t1\r\na\tb\nc|;\t2\r\n");

        load();

        assertThat(database.rows("SELECT id, [a name], b FROM t ORDER BY id"))
                .containsExactly("1|one|9", "2|a\tb\nc|9");
    }

    @Test
    void bringsEveryTypeThroughEveryFormat() throws Exception {
        database.requires(ServerAbility.TIMES_BY_BULK_COPY);
        String columns = """
                (a BIT NULL, b TINYINT NULL, c BIGINT NULL, d DECIMAL(9,3) NULL, e MONEY NULL, f FLOAT NULL, g DATE NULL,
                 h TIME(3) NULL, i DATETIME NULL, j SMALLDATETIME NULL, k DATETIME2(7) NULL, l DATETIMEOFFSET(3) NULL,
                 m CHAR(3) NULL, n NVARCHAR(MAX) NULL, o VARBINARY(MAX) NULL, p UNIQUEIDENTIFIER NULL, q REAL NULL)
                """;
        database.run("CREATE TABLE x_csv %1$s; CREATE TABLE x_json %1$s; CREATE TABLE x_bcp %1$s".formatted(columns));
        List<String> names =
                IntStream.rangeClosed('a', 'q').mapToObj(Character::toString).toList();
        List<String> texts = List.of(
                "1",
                "255",
                "-9223372036854775808",
                "-123456.789",
                "12.5000",
                "1.5E-7",
                "2026-01-31",
                "12:00:01.500",
                "2026-01-31 12:00:01.123",
                "2026-01-31 12:01:00",
                "2026-01-31 12:00:01.1234560",
                "2026-01-31 12:00:01.123 +01:00",
                "abc",
                "Zoë 東京",
                "CAFE01",
                "6F9619FF-8B86-D011-B42D-00C04FC964FF",
                "0.5");
        file("x_csv.csv", String.join(",", names) + "\n" + String.join(",", texts) + "\n" + ",".repeat(16) + "\n");
        file("x_bcp.dat", String.join("\t", texts) + "\n" + "\t".repeat(16) + "\n");
        file(
                "x_json.json",
                "[{"
                        + IntStream.range(0, 17)
                                .mapToObj(i -> "\"%s\": %s".formatted(names.get(i), json(i, texts.get(i))))
                                .collect(Collectors.joining(", "))
                        + "}, {}]");

        load();

        String same = names.stream().map("x.%1$s = y.%1$s"::formatted).collect(Collectors.joining(" AND "));
        for (String other : List.of("x_json", "x_bcp")) {
            assertThat(database.rows("SELECT COUNT(*) FROM x_csv x JOIN %s y ON %s".formatted(other, same)))
                    .containsExactly("1");
            assertThat(database.rows("SELECT COUNT(*), COUNT(a), COUNT(o), COUNT(p) FROM " + other))
                    .containsExactly("2|1|1|1");
        }
        assertThat(database.rows("SELECT COUNT(*) FROM x_csv WHERE c = -9223372036854775808 AND d = -123456.789"
                        + " AND e = 12.5 AND g = '2026-01-31' AND h = '12:00:01.5' AND i = '2026-01-31T12:00:01.123'"
                        + " AND j = '2026-01-31T12:01:00' AND k = '2026-01-31T12:00:01.123456' AND m = 'abc'"
                        + " AND l = '2026-01-31T11:00:01.123+00:00' AND p = '6F9619FF-8B86-D011-B42D-00C04FC964FF'"))
                .containsExactly("1");
        assertThat(database.rows("SELECT n FROM x_csv WHERE a = 1")).containsExactly("Zoë 東京");
    }

    private static String json(int column, String text) {
        return switch (column) {
            case 0 -> "true";
            case 1, 2, 3, 4, 5, 16 -> text;
            case 14 -> "\"yv4B\"";
            default -> "\"" + text + "\"";
        };
    }

    @Test
    void loadsASelfReferenceInWhateverOrder() throws Exception {
        database.requires(ServerAbility.SWITCHED_OFF_KEYS);
        database.run("""
                CREATE TABLE staff (id INT NOT NULL CONSTRAINT pk_staff PRIMARY KEY,
                    boss INT NOT NULL CONSTRAINT fk_boss REFERENCES staff (id));
                CREATE TABLE badges (staff INT NOT NULL REFERENCES staff (id))
                """);
        file("staff.csv", "id,boss\n1,2\n2,3\n3,3\n");
        file("badges.csv", "staff\n1\n");

        load();

        assertThat(database.rows("SELECT id, boss FROM staff ORDER BY id")).containsExactly("1|2", "2|3", "3|3");
        assertKeysAreChecked("INSERT INTO staff (id, boss) VALUES (4, 99)");
    }

    @Test
    void loadsASelfReferenceInOrderWithoutTouchingItsKey() throws Exception {
        database.run("CREATE TABLE staff (id INT NOT NULL PRIMARY KEY, boss INT NULL REFERENCES staff (id))");
        file("staff.csv", "id,boss\n1,\n2,1\n3,2\n");

        load();

        assertThat(database.rows("SELECT id, boss FROM staff ORDER BY id")).containsExactly("1|null", "2|1", "3|2");
    }

    @Test
    void loadsTablesThatReferenceEachOther() throws Exception {
        database.requires(ServerAbility.SWITCHED_OFF_KEYS);
        database.run("""
                CREATE TABLE teams (id INT NOT NULL CONSTRAINT pk_teams PRIMARY KEY, captain INT NOT NULL);
                CREATE TABLE players (id INT NOT NULL CONSTRAINT pk_players PRIMARY KEY,
                    team INT NOT NULL CONSTRAINT fk_team REFERENCES teams (id));
                ALTER TABLE teams ADD CONSTRAINT fk_captain FOREIGN KEY (captain) REFERENCES players (id)
                """);
        file("teams.csv", "id,captain\n1,11\n");
        file("players.json", "[{\"id\": 11, \"team\": 1}, {\"id\": 12, \"team\": 1}]");

        load();

        assertThat(database.rows("SELECT COUNT(*) FROM players")).containsExactly("2");
        assertKeysAreChecked("INSERT INTO players (id, team) VALUES (13, 99)");
        assertKeysAreChecked("INSERT INTO teams (id, captain) VALUES (2, 99)");
    }

    @Test
    void namesTheRowOfACycleThatPointsToNone() throws Exception {
        database.requires(ServerAbility.SWITCHED_OFF_KEYS);
        database.run("""
                CREATE TABLE staff (id INT NOT NULL CONSTRAINT pk_staff PRIMARY KEY,
                    boss INT NULL CONSTRAINT fk_boss REFERENCES staff (id))
                """);
        file("staff.csv", "id,boss\n1,2\n2,\n3,9\n");

        assertThat(failure())
                .isEqualTo(place("staff.csv")
                        + ", line 4: the row was refused: dbo.staff has no row for its boss (foreign key fk_boss)."
                        + " Mend it, or the rows that it depends on. Nothing was loaded.");
        assertThat(database.rows("SELECT COUNT(*) FROM staff")).containsExactly("0");
        database.run("INSERT INTO staff (id) VALUES (1)");
        assertKeysAreChecked("INSERT INTO staff (id, boss) VALUES (4, 99)");
    }

    @Test
    void checksTheOtherKeysOfATableInACycle() throws Exception {
        database.requires(ServerAbility.SWITCHED_OFF_KEYS);
        database.run("""
                CREATE TABLE departments (id INT NOT NULL CONSTRAINT pk_departments PRIMARY KEY);
                CREATE TABLE staff (id INT NOT NULL CONSTRAINT pk_staff PRIMARY KEY,
                    boss INT NULL CONSTRAINT fk_boss REFERENCES staff (id),
                    department INT NOT NULL CONSTRAINT fk_department REFERENCES departments (id))
                """);
        file("departments.csv", "id\n1\n");
        file("staff.csv", "id,boss,department\n1,2,1\n2,,999\n");

        assertThat(failure())
                .isEqualTo(place("staff.csv")
                        + ", line 3: the row was refused: dbo.departments has no row for its department (foreign key"
                        + " fk_department). Mend it, or the rows that it depends on. Nothing was loaded.");
        assertThat(database.rows("SELECT (SELECT COUNT(*) FROM departments), (SELECT COUNT(*) FROM staff)"))
                .containsExactly("0|0");
    }

    private void assertKeysAreChecked(String insert) {
        assertThat(catchThrowable(() -> database.run(insert))).isInstanceOf(SQLException.class);
    }

    @Test
    void keepsNothingOfAFolderWithARowThatIsRefused() throws Exception {
        database.requires(ServerAbility.KEYS_CHECKED_BY_BULK_COPY);
        database.run(USERS);
        file("users.csv", "id,email\n1,a@example.com\n");
        file("todos.csv", "id,title,owner\n1,one,1\n2,two,3\n");

        assertThat(failure())
                .isEqualTo(place("todos.csv")
                        + ", line 3: the row was refused: dbo.users has no row for its owner (foreign key fk_todos_users)."
                        + " Mend it, or the rows that it depends on. Nothing was loaded.");
        assertThat(database.rows("SELECT (SELECT COUNT(*) FROM users), (SELECT COUNT(*) FROM todos)"))
                .containsExactly("0|0");
    }

    @Test
    void saysWhatIsWrongWithAFile() throws Exception {
        database.run(USERS);

        assertFails(
                "users.csv",
                "email,agee\n",
                ", line 1: dbo.users has no column agee (is age meant?); it has id, email, age, status."
                        + " Nothing was loaded.");
        assertFails(
                "users.csv",
                "Email,x\n",
                ", line 1: dbo.users has no column x; it has id, email, age, status. Nothing was loaded.");
        assertFails(
                "users.json",
                "[{\"" + "agee".repeat(1000) + "\": 1}]",
                ", line 1: dbo.users has no column " + "agee".repeat(40)
                        + "…; it has id, email, age, status. Nothing was loaded.");
        assertFails("users.csv", "email,email\n", ", line 1: the header names email twice. Nothing was loaded.");
        assertFails("users.csv", "", ": the file is empty. Its first line shall name the columns. Nothing was loaded.");
        assertFails(
                "users.csv",
                "email,age\na@example.com,1\nb@example.com\n",
                ", line 3: the number of fields is 1, and"
                        + " the header names 2 columns. A comma with nothing behind it is a NULL."
                        + " Nothing was loaded.");
        assertFails(
                "users.csv",
                "email,age\na@example.com,1,2\n",
                ", line 2: the number of fields is 3, and"
                        + " the header names 2 columns. A comma within a value needs double quotes around the value."
                        + " Nothing was loaded.");
        assertFails(
                "users.csv",
                "email,age\n\"a\n@example.com\",secret\n",
                ", line 2, column age: the value is not what TINYINT"
                        + " takes: a whole number from 0 to 255. Mend it there. Nothing was loaded.");
        assertFails(
                "users.csv",
                "email,age\na@example.com,1\n\"b@example.com,2\nsecret,3\n",
                ", line 3: a double quote that opens in this row is never closed. Nothing was loaded.");
        assertFails(
                "users.csv",
                "email,age\n\"a\"secret,1\n",
                ", line 1: what comes behind this line is no CSV. Look at the"
                        + " double quotes there. Nothing was loaded.");
        assertFails(
                "users.csv",
                "email\nsame@example.com\nsame@example.com\n",
                ", line 3: the row was refused: another row"
                        + " has the same email (unique constraint uq_users_email). Mend it; or, where a migration or an earlier"
                        + " step of the seed has put the other row in, leave this one out or delete that one first, by a script."
                        + " Nothing was loaded.");
        assertFails(
                "users.json",
                "{}",
                ", line 1: an array of objects is wanted, such as [{\"id\": 1}], at character 2 of the"
                        + " line. Mend the file. Nothing was loaded.");
        assertFails(
                "users.json",
                "[\n{\"email\": secret}]",
                ", line 2: it is no JSON here, at character 17 of the line. Mend" + " the file. Nothing was loaded.");
        assertFails(
                "users.json",
                "[{\"email\": \"a@example.com\",\n\"age\": 256}]",
                ", line 2, column age: the value is not"
                        + " what TINYINT takes: a whole number from 0 to 255. Mend it there. Nothing was loaded.");
        assertFails(
                "users.json",
                "[{\"email\": {}}]",
                ", line 1, column email: an object or array is no value of a column."
                        + " Write it as a text, in double quotes. Nothing was loaded.");
        assertFails(
                "users.dat",
                "1\ta@example.com\t5\n",
                ", line 1: the row has not the 4 fields that are expected. Where the"
                        + " file does not have all columns of the table, name them in a file users.columns or users.fmt beside it."
                        + " Where a value has a tab or line break, export with other terminators. Nothing was loaded.");
        assertFails(
                "users.dat",
                "1\ta\t5\tb\tc\n",
                ", line 1: the row has not the 4 fields that are expected. Where the"
                        + " file does not have all columns of the table, name them in a file users.columns or users.fmt beside it."
                        + " Where a value has a tab or line break, export with other terminators. Nothing was loaded.");
        assertFails(
                "userz.csv",
                "id\n",
                ": there is no table dbo.userz (is dbo.users meant?). Name the file after one, such as users.csv,"
                        + " sales.orders.csv or [my table].csv. Nothing was loaded.");
        assertFails(
                "users.xlsx",
                "",
                ": it is none of the kinds that are read: csv, json, and dat, bcp or txt for bcp"
                        + " character files. Nothing was loaded.");
        assertFails(
                "users.fmt",
                "",
                ": there is no users.dat, .bcp or .txt beside it that it describes. Nothing was loaded.");
    }

    private void assertFails(String name, String content, String message) throws Exception {
        Path file = file(name, content);
        assertThat(failure()).isEqualTo(place(name) + message);
        Files.delete(file);
        database.reconnect();
        assertThat(database.rows("SELECT COUNT(*) FROM users")).containsExactly("0");
    }

    /** Without a header, or behind a double quote that is closed too late, names are values. */
    @Test
    void showsNoValueForANameOfAHeader() throws Exception {
        database.run(USERS);
        String has = " of the header is not that of a column of dbo.users, which has id, email, age, status";

        assertFails(
                "users.csv",
                "secret@example.com,41\nother@example.com,42\n",
                ", line 1: name 1" + has + ". The first line shall name the columns. Nothing was loaded.");
        for (String lineBreak : List.of("\r", "\n", "\r\n")) {
            assertFails(
                    "users.csv",
                    "email,\"ag" + lineBreak + "e\"\nsecret@example.com,1\n",
                    ", line 1: name 2" + has + ". Nothing was loaded.");
            assertFails(
                    "users.csv",
                    "email,\"age" + lineBreak + "secret@example.com,1" + lineBreak + "\"\n",
                    ", line 1: name 2" + has + ". Nothing was loaded.");
        }
        assertFails("users.csv", "email,\u001b[2J\n", ", line 1: name 2" + has + ". Nothing was loaded.");
        assertFails(
                "users.csv", "email," + "a".repeat(1 << 20) + "\n", ", line 1: name 2" + has + ". Nothing was loaded.");
    }

    /** The header's line breaks are counted, too. */
    @Test
    void namesTheLineBehindAHeaderOfSeveralLines() throws Exception {
        database.run(USERS);
        for (String lineBreak : List.of("\r", "\n", "\r\n")) {
            assertFails(
                    "users.csv",
                    "\"" + lineBreak + "email\",\"age" + lineBreak + "\"\na@example.com,secret\n",
                    ", line 4, column age: the value is not what TINYINT takes: a whole number from 0 to 255. Mend it"
                            + " there. Nothing was loaded.");
        }
    }

    @Test
    void saysWhereAFileIsNotUtf8() throws Exception {
        database.run(USERS);
        String wayOut = ". Export it again with UTF-8 as its encoding, bcp with -C 65001. Nothing was loaded.";
        Files.write(
                folder.resolve("users.csv"),
                "email\r\na@example.com\rZoë@example.com\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(failure()).isEqualTo(place("users.csv") + ", line 3: it is not UTF-8 at byte offset 23" + wayOut);
        Files.delete(folder.resolve("users.csv"));

        Files.write(folder.resolve("users.json"), "[\n{\"email\": \"Zoë\"}]".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(failure()).isEqualTo(place("users.json") + ", line 2: it is not UTF-8 at byte offset 15" + wayOut);
        Files.delete(folder.resolve("users.json"));

        file("users.dat", "a@example.com\n");
        Files.write(folder.resolve("users.columns"), "emaël\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(failure()).isEqualTo(place("users.columns") + ", line 1: it is not UTF-8 at byte offset 3" + wayOut);
        Files.delete(folder.resolve("users.columns"));

        Files.write(folder.resolve("users.dat"), new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0, 0, (byte) 0xDC, 'b', 0});
        assertThat(failure()).isEqualTo(place("users.dat") + ", line 1: it is not UTF-16 at byte offset 4" + wayOut);
    }

    @Test
    void saysWhichLineOfAFormatFileIsWrong() throws Exception {
        database.run(USERS);
        file("users.dat", "a@example.com\n");
        String wayOut = ". Make one with: bcp <table> format nul -c -f <file>. Nothing was loaded.";

        assertFails("users.fmt", "\n\n <?xml version=\"1.0\"?>\n", ", line 3: XML format files are not read" + wayOut);
        String head = ": its first line shall be a version, its second the number of fields";
        assertFails("users.fmt", "", ", line 1" + head + wayOut);
        assertFails("users.fmt", "14.0\n٣\n", ", line 2" + head + wayOut);
        assertFails("users.fmt", "14.0\n3\n1 SQLCHAR\n", ", line 3" + head + wayOut);
        assertFails(
                "users.fmt",
                "14.0\n1\n1 SQLCHAR 0 50 \"\\n\" 99999999999 email \"\"\n",
                ", line 3: this line does not describe a field" + wayOut);
    }

    @Test
    void refusesTwoFilesForOneTable() throws Exception {
        database.run(USERS);
        file("users.csv", "email\n");
        file("dbo.users.json", "[]");

        assertThat(failure())
                .isEqualTo(place("users.csv") + ": " + place("dbo.users.json")
                        + " is for the table dbo.users too. Keep one of them. Nothing was loaded.");
    }

    @Test
    void refusesAFolderWithoutDataFiles() throws Exception {
        file("README.md", "what this is");

        assertThat(failure())
                .isEqualTo("There is no data file in filesystem:" + folder
                        + ". Files are named after tables, such as users.csv; read are csv, json, and dat, bcp or txt for bcp"
                        + " character files.");
    }

    @Test
    void loadsOneFileIntoATableOfAnotherName() throws Exception {
        database.run(USERS);
        file("some.columns", "email");
        file("some.dat", "a@example.com\n");

        DataFiles.loadOne(database.connection(), database.schema(), "dbo.users", place("some.dat"));

        assertThat(database.rows("SELECT id, email FROM users")).containsExactly("1|a@example.com");
    }

    Path folder() {
        return folder;
    }

    Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    String place(String name) {
        return "filesystem:" + folder + "/" + name;
    }

    private void load() throws SQLException {
        DataFiles.load(database.connection(), database.schema(), List.of("filesystem:" + folder));
    }

    private String failure() {
        Throwable failure = catchThrowable(this::load);
        assertThat(failure).isInstanceOf(SeedException.class);
        return String.valueOf(failure.getMessage());
    }
}
