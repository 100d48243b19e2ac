package dev.palindrome.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.palindrome.TestDatabase;
import dev.palindrome.sql.SqlRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import net.datafaker.Faker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found by rows, where names say nothing. */
abstract class PersonalDataRowsTestCase {

    private static final int ROWS = 120;

    private static final List<Faker> FAKERS = List.of(
            faker("en-US"),
            faker("de"),
            faker("fr"),
            faker("es"),
            faker("it"),
            faker("nl"),
            faker("pt-BR"),
            faker("sv"));

    @TempDir
    private Path folder;

    abstract TestDatabase.Builder onEngine();

    private static Faker faker(String locale) {
        return new Faker(Locale.forLanguageTag(locale), new Random(7));
    }

    private TestDatabase database(String ddl) throws IOException {
        Files.writeString(folder.resolve("V1__tables.sql"), ddl);
        return onEngine().locations("filesystem:" + folder).start();
    }

    private static void insert(TestDatabase database, String sql, Function<Integer, Object[]> row) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            for (int i = 0; i < ROWS; i++) {
                SqlRunner.on(connection).update(sql, row.apply(i));
            }
        }
    }

    private static Faker faker(int row) {
        return FAKERS.get(row % FAKERS.size());
    }

    @Test
    void plantedValuesAreFoundWhateverTheirColumnsAreCalled() throws Exception {
        try (TestDatabase database = database("""
                CREATE TABLE dbo.t1 (
                    c1 NVARCHAR(200) NULL, c2 NVARCHAR(200) NULL, c3 NVARCHAR(200) NULL, c4 VARCHAR(40) NULL,
                    c5 NVARCHAR(200) NULL, c6 NVARCHAR(200) NULL, c7 VARCHAR(200) NULL, c8 BIGINT NULL);
                """)) {
            insert(
                    database,
                    "INSERT INTO dbo.t1 (c1, c2, c3, c4, c5, c6, c7, c8) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    row -> {
                        Faker faker = faker(row);
                        return new Object[] {
                            row % 10 == 0 ? null : faker.internet().emailAddress(),
                            faker.name().firstName() + " " + faker.name().lastName(),
                            faker.name().firstName(),
                            "+"
                                    + List.of("49 30 90182", "1 212 73650", "33 1 42685", "44 20 72193")
                                            .get(row % 4) + (100 + row % 800),
                            faker.finance().iban("DE"),
                            "   ",
                            "10." + row + ".3." + row % 7,
                            Long.parseLong("4111111111111111")
                        };
                    });

            assertThat(PersonalData.scan(database.dataSource()))
                    .filteredOn(found -> found.table().equals("dbo.t1"))
                    .extracting(PersonalColumn::column, PersonalColumn::kind)
                    .containsExactly(
                            tuple("c1", "email"),
                            tuple("c2", "full name"),
                            tuple("c3", "first name"),
                            tuple("c4", "phone"),
                            tuple("c5", "iban"),
                            tuple("c7", "ip address"));
        }
    }

    @Test
    void lookalikesAreNot() throws Exception {
        try (TestDatabase database = database("""
                CREATE TABLE dbo.[order] (
                    [select] NVARCHAR(50) NULL, number BIGINT NULL, ean VARCHAR(13) NULL, sku VARCHAR(20) NULL,
                    version VARCHAR(20) NULL, amount VARCHAR(20) NULL, hash CHAR(40) NULL, color NVARCHAR(20) NULL,
                    label NVARCHAR(100) NULL, long_number VARCHAR(20) NULL, placed DATETIME NULL, id UNIQUEIDENTIFIER NULL);
                """)) {
            Random random = new Random(3);
            Faker faker = faker("en-US");
            insert(
                    database,
                    "INSERT INTO dbo.[order] ([select], number, ean, sku, version, amount, hash, color, label,"
                            + " long_number) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    row -> new Object[] {
                        "2024-" + (10 + row % 3) + "-" + (10 + row % 18),
                        4_000_000_000_000_000L + random.nextInt(1_000_000_000),
                        faker.code().ean13(),
                        "SKU-" + (10_000 + row),
                        "10." + row % 9 + "." + row,
                        row + ".99",
                        faker.hashing().sha1(),
                        faker.color().name(),
                        faker.commerce().productName(),
                        Long.toString(10_000_000_000L + random.nextInt(1_000_000_000))
                    });

            assertThat(PersonalData.scan(database.dataSource())).isEmpty();
        }
    }

    @Test
    void whatStandsInsideTextAndDocumentsIsFound() throws Exception {
        try (TestDatabase database = database("""
                CREATE TABLE dbo.parts (
                    a NVARCHAR(MAX) NULL, b NVARCHAR(MAX) NULL, c XML NULL, d NVARCHAR(MAX) NULL, e NVARCHAR(MAX) NULL);
                """)) {
            insert(database, "INSERT INTO dbo.parts (a, b, c, d, e) VALUES (?, ?, ?, ?, ?)", row -> new Object[] {
                "Part " + row
                        + (row % 4 == 0
                                ? " was sent back by " + faker(row).internet().emailAddress() + " today"
                                : " is fine"),
                "{\"contact\": {\"email\": \"" + faker(row).internet().emailAddress() + "\"}, \"size\": " + row + "}",
                "<part><owner><vorname>" + faker(1).name().firstName() + "</vorname></owner></part>",
                "{\"size\": " + row + ", \"colour\": \"red\"}",
                "x".repeat(10_000)
            });

            assertThat(PersonalData.scan(database.dataSource()))
                    .extracting(found -> found.place().substring(10), PersonalColumn::kind, PersonalColumn::reason)
                    .containsExactly(
                            tuple("a", "text", "addresses of mail inside text, in 30 of 120 values"),
                            tuple(
                                    "b $.contact.email",
                                    "email",
                                    "\"email\" in its name; addresses of mail in 120 of 120 values"),
                            tuple("c", "first name", "inside documents: /part/owner/vorname first name"));
        }
    }

    @Test
    void namesAndRowsSupportOneAnother() throws Exception {
        try (TestDatabase database = database("""
                CREATE TABLE dbo.customers (
                    email NVARCHAR(100) NULL, notify_address NVARCHAR(100) NULL, mail NVARCHAR(100) NULL,
                    name_and_mail AS email + N' ' + mail);
                """)) {
            insert(
                    database,
                    "INSERT INTO dbo.customers (email, notify_address, mail) VALUES (?, ?, ?)",
                    row -> new Object[] {
                        faker(row).internet().emailAddress(),
                        faker(row).internet().emailAddress(),
                        "weekly"
                    });

            List<PersonalColumn> found = PersonalData.scan(database.dataSource());

            assertThat(found)
                    .extracting(PersonalColumn::column, PersonalColumn::kind, PersonalColumn::confidence)
                    .containsExactly(
                            tuple("email", "email", 0.99),
                            tuple("notify_address", "email", 0.99),
                            tuple("mail", "email", 0.54),
                            tuple("name_and_mail", "text", 0.9));
        }
    }

    @Test
    void findingsHoldNoValue() throws Exception {
        try (TestDatabase database = database("""
                CREATE TABLE dbo.people (email NVARCHAR(100) NULL, note NVARCHAR(MAX) NULL, extra NVARCHAR(MAX) NULL);
                """)) {
            List<String> planted = new ArrayList<>();
            insert(database, "INSERT INTO dbo.people (email, note, extra) VALUES (?, ?, ?)", row -> {
                String mail = "planted" + row + "@example.com";
                planted.add("planted" + row);
                return new Object[] {mail, "Wrote to " + mail + " twice", "{\"e\": \"" + mail + "\"}"};
            });

            List<PersonalColumn> found = PersonalData.scan(database.dataSource());

            assertThat(found).hasSize(3);
            assertThat(found.toString() + PersonalData.suggestedRules(found)).doesNotContain("planted", "example.com");
        }
    }
}
