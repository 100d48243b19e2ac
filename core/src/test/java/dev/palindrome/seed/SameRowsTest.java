package dev.palindrome.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.settings.Settings;
import dev.palindrome.sql.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same random seed gives the same rows: on every machine, every day, in every order. */
class SameRowsTest {

    private static final String TABLES = """
            CREATE TABLE users (
                id INT IDENTITY PRIMARY KEY, email NVARCHAR(60) NOT NULL UNIQUE, first_name NVARCHAR(30) NOT NULL,
                last_name VARCHAR(30) NOT NULL, username VARCHAR(30) NOT NULL, phone VARCHAR(20) NULL,
                street NVARCHAR(60) NOT NULL, city NVARCHAR(40) NOT NULL, zip CHAR(5) NOT NULL,
                country NVARCHAR(60) NULL, country_code CHAR(2) NOT NULL, iban VARCHAR(34) NOT NULL, bic VARCHAR(11) NOT NULL,
                company NVARCHAR(50) NOT NULL, job_title NVARCHAR(60) NOT NULL, url VARCHAR(100) NOT NULL,
                bio NVARCHAR(MAX) NULL, time_zone VARCHAR(40) NOT NULL, user_agent VARCHAR(200) NOT NULL,
                created_at DATETIME2(3) NOT NULL, updated_at DATETIMEOFFSET(3) NULL, birthday DATE NULL, at TIME(0) NOT NULL,
                balance DECIMAL(12,2) NOT NULL, ratio FLOAT NOT NULL, flag BIT NOT NULL, token UNIQUEIDENTIFIER NOT NULL,
                boss INT NULL REFERENCES users (id));
            CREATE TABLE tags (id INT NOT NULL PRIMARY KEY, name NVARCHAR(40) NOT NULL, isbn VARCHAR(20) NOT NULL,
                ean VARCHAR(20) NOT NULL, color NVARCHAR(20) NOT NULL, title NVARCHAR(30) NOT NULL,
                description NVARCHAR(60) NOT NULL, kind VARCHAR(10) NOT NULL CHECK (kind IN ('new', 'old', 'gone')));
            CREATE TABLE pictures (id INT NOT NULL PRIMARY KEY, picture VARBINARY(20) NULL, thumb BINARY(4) NOT NULL);
            CREATE TABLE user_tags (user_id INT NOT NULL REFERENCES users (id), tag_id INT NOT NULL REFERENCES tags (id),
                note NVARCHAR(20) NULL, PRIMARY KEY (user_id, tag_id))
            """;

    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void putBack() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    @ParameterizedTest
    @CsvSource({
        "tr-TR, Pacific/Apia",
        "ar-SA-u-nu-arab, Asia/Kathmandu",
        "hi-IN-u-nu-deva, America/St_Johns",
        "th-TH-u-ca-buddhist, Europe/Berlin",
        "de-DE, UTC"
    })
    void whateverTheLocaleAndTheTimeZone(String language, String timeZone) throws SQLException {
        List<String> here = rows("users:60", "tags:40", "user_tags:80", "pictures:20");
        Locale.setDefault(Locale.forLanguageTag(language));
        TimeZone.setDefault(TimeZone.getTimeZone(timeZone));

        assertThat(rows("users:60", "tags:40", "user_tags:80", "pictures:20"))
                .isEqualTo(here)
                .hasSize(200);
    }

    @Test
    void whateverTheOrderOfTheTables() throws SQLException {
        assertThat(rows("pictures:20", "user_tags:80", "tags:40", "users:60"))
                .isEqualTo(rows("users:60", "tags:40", "user_tags:80", "pictures:20"));
    }

    @Test
    void whateverTheOrderInASeeder() throws SQLException {
        Seeder one = context -> {
            context.fill("users", 60).with("city", faker -> faker.address().city());
            context.fill("tags", 40);
            context.fill("user_tags", 80);
        };
        Seeder other = context -> {
            context.fill("user_tags", 80);
            context.fill("tags", 40);
            context.fill("users", 60).with("city", faker -> faker.address().city());
        };

        assertThat(rows(SeedPlan.empty().seeders(one), "1"))
                .isEqualTo(rows(SeedPlan.empty().seeders(other), "1"));
    }

    /** Rows of another run on another day: they must not have changed. A new version of Datafaker may change them. */
    @Test
    void whateverTheDay() throws SQLException {
        assertThat(rows("users:2", "tags:2", "pictures:2"))
                .containsExactly(
                        "1|cornell.schiller1@example.com|Kendal|Feest|julius.zboncak|(283) 555-0182|041 Samuel Ways|North Annis"
                                + "|84075|null|SX|DE78007779377778086205|UWUPSVF4NKP|Gleason-Jacobi|International Agent"
                                + "|https://www.example.net/delectus|Cum ab pariatur nesciunt. Quibusdam quam id reiciendis"
                                + " sed asperiores rerum. Rem reiciendis error eos aut. Optio molestiae tempora enim"
                                + " voluptates animi.|America/Denver|Mozilla/4.0 (compatible; MSIE 6.0; AOL 9.0; Windows NT"
                                + " 5.1; SV1; .NET CLR 1.0.3705; .NET CLR 1.1.4322; Media Center PC 4.0)"
                                + "|2022-04-03 19:29:24|2024-09-13 00:16:58+00|1952-10-27|05:09:40|768.82|588005.875|TRUE"
                                + "|d1211d67-94f1-4b1b-af5d-6879a7ddbac0|null",
                        "2|elroy.halvorson2@example.org|Cordell|Wolf|nieves.kling|(259) 555-0120|79423 Wisoky Summit"
                                + "|Kenyettaland|43099|Japan|SN|DE14913197364772732302|BTDRAUK5|Kuhn-Block|Design Engineer"
                                + "|https://www.example.org/dignissimos|Rem iure ad necessitatibus dolorem rem laborum nemo."
                                + " Quas nesciunt ex officia aperiam. Ipsam odio asperiores saepe sunt doloremque nam fuga."
                                + " Qui accusantium nesciunt dignissimos eius inventore iste.|America/Guatemala|Mozilla/4.0"
                                + " (compatible; MSIE 6.0; Windows NT 5.1; SV1)|2021-01-14 07:39:32|2024-02-02 10:41:02+00"
                                + "|2000-03-06|20:22:26|687.47|405378.625|TRUE|04844f1e-e61f-45b0-a8bf-72dd93f462d3|1",
                        "1|ipsum eveniet|9791863701630|1228258205797|turquoise|Mr Standfast|Illum praesentium eos dolor"
                                + " fugit. Neque accusantium|old",
                        "2|vitae aspernatur|9780878231331|1530312107924|cyan|A Catskill Eagle|Iusto esse voluptatem"
                                + " repellendus. Deleniti sit alias. Hic|gone",
                        "1|6ec96080604518343d64acb581f398a7|aa6692fc",
                        "2|77451c2a0675c8062c97ebf0fbc0b611|a27def33");
    }

    @Test
    void exceptForAnotherRandomSeed() throws SQLException {
        SeedPlan plan = SeedPlan.empty().fill("tags:40");

        assertThat(rows(plan, "2")).isNotEqualTo(rows(plan, "1")).hasSameSizeAs(rows(plan, "2"));
    }

    /** Rows that come later do not change those before. */
    @Test
    void whateverTheNumberOfRows() throws SQLException {
        assertThat(rows("tags:40")).startsWith(rows("tags:10").toArray(String[]::new));
    }

    private static List<String> rows(String... fills) throws SQLException {
        return rows(SeedPlan.empty().fill(fills), "20260401");
    }

    private static List<String> rows(SeedPlan plan, String seed) throws SQLException {
        Settings settings =
                Settings.of(name -> name.equals("palindrome.random-seed") ? Optional.of(seed) : Optional.empty());
        try (SeededDatabase database = SeededDatabase.embedded()) {
            database.run(TABLES);
            Seeding.of(database.dataSource(), new TableName("dbo", "history"), settings)
                    .run(plan);
            List<String> rows = new ArrayList<>(database.rows("SELECT * FROM users ORDER BY id"));
            rows.addAll(database.rows("SELECT * FROM tags ORDER BY id"));
            rows.addAll(database.rows("SELECT id, RAWTOHEX(picture), RAWTOHEX(thumb) FROM pictures ORDER BY id"));
            rows.addAll(database.rows("SELECT * FROM user_tags ORDER BY user_id, tag_id"));
            return rows;
        }
    }
}
