package dev.palindrome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.palindrome.engine.EngineKind;
import dev.palindrome.production.MaskRules;
import dev.palindrome.production.Masking;
import dev.palindrome.production.PersonalData;
import dev.palindrome.production.TableExport;
import dev.palindrome.roundtrip.RoundTripOptions;
import dev.palindrome.roundtrip.RoundTripReport;
import dev.palindrome.roundtrip.VersionRows;
import dev.palindrome.seed.SeedPlan;
import dev.palindrome.settings.Settings;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.text.HiddenValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows of people are in a database, and everything fails: what is logged by anybody at any level, thrown, written to files and
 * printed is searched for their values. On the embedded engine, which has no backups: values are hidden as for one.
 */
class NothingPersonalLeaksIT {

    private static final String PLANTED = "zq7planted";
    private static final String EMAIL = PLANTED + ".one@people.example";

    @TempDir
    private Path folder;

    private LeakSearch search;

    @BeforeEach
    void listen() throws IOException {
        HiddenValues.fromNowOn();
        search = new LeakSearch(PLANTED, reports());
        script("V1__people.sql", """
                CREATE TABLE dbo.people (id INT NOT NULL CONSTRAINT pk_people PRIMARY KEY, email NVARCHAR(100) NOT NULL,
                    note NVARCHAR(200) NULL, age NVARCHAR(60) NULL);
                """);
        script("U1__people.sql", "DROP TABLE dbo.people;");
    }

    @AfterEach
    void listenNoMore() {
        search.close();
    }

    @Test
    void theSearchFindsWhatIsSaid() throws IOException {
        org.slf4j.LoggerFactory.getLogger("anybody").trace("Value {}", EMAIL);
        assertThat(search.found()).contains("log");
        System.out.println(EMAIL);
        search.hear(EMAIL);
        Files.writeString(Files.createDirectories(reports()).resolve("x.xml"), "<x>" + EMAIL + "</x>");

        assertThat(search.found()).contains("log", "print", "thrown: " + EMAIL, "x.xml");
    }

    @Test
    void ofMigrationsThatFailOnRows() throws Exception {
        for (String refused : List.of(
                "CREATE UNIQUE INDEX ux ON dbo.people (note);",
                "ALTER TABLE dbo.people ADD CONSTRAINT uq UNIQUE (note);",
                "ALTER TABLE dbo.people ALTER COLUMN email NVARCHAR(5) NOT NULL;",
                "ALTER TABLE dbo.people ALTER COLUMN age INT NULL;",
                "UPDATE dbo.people SET id = CAST(age AS INT);",
                "UPDATE dbo.people SET note = age + email + email + email + email + email + email + email;",
                "ALTER TABLE dbo.people ADD CONSTRAINT ck CHECK (email LIKE 'x%');",
                "CREATE TABLE dbo.other (e NVARCHAR(100) NOT NULL PRIMARY KEY); INSERT INTO dbo.other (e) SELECT note FROM dbo.people;",
                "INSERT INTO dbo.people (id, email) SELECT id, email FROM dbo.people;")) {
            script("V2__refused.sql", refused);
            try (TestDatabase database = builder().target("1").start()) {
                plant(database);
                assertThat(thrown(() -> database.migrations().up())).as(refused).isNotNull();
            }
        }

        assertThat(search.found()).isEmpty();
    }

    @Test
    void ofSeedsThatFailOnRows() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("people.csv"), "id,email\n%s,x\n".formatted(PLANTED));
        Path twice = Files.createDirectories(folder.resolve("twice"));
        Files.writeString(twice.resolve("people.csv"), "id,email\n1,%s\n".formatted(EMAIL));
        Path script = Files.writeString(
                folder.resolve("seed.sql"), "INSERT INTO dbo.people (id, email) SELECT id, email FROM dbo.people;");
        for (SeedPlan plan : List.of(
                SeedPlan.empty().data("filesystem:" + data),
                SeedPlan.empty().data("filesystem:" + twice),
                SeedPlan.empty().scripts("filesystem:" + script),
                SeedPlan.empty().seeders(context -> context.insert("people", Map.of("id", 1, "email", EMAIL))),
                SeedPlan.empty().seeders(context -> context.insert("people", Map.of("id", EMAIL, "email", "x"))),
                SeedPlan.empty().seeders(context -> {
                    try (Connection connection = context.dataSource().getConnection()) {
                        SqlRunner.on(connection)
                                .run(
                                        "INSERT INTO [dbo].[people] ([id], [email]) SELECT [id], [email] FROM [dbo].[people]");
                    }
                }))) {
            try (TestDatabase database = builder().start()) {
                plant(database);
                assertThat(thrown(() -> database.seed(plan)))
                        .as(plan.toString())
                        .isNotNull();
            }
        }

        assertThat(search.found()).isEmpty();
    }

    @Test
    void ofRoundTripsThatLoseRows() throws Exception {
        script("V1_5__age.sql", "ALTER TABLE dbo.people DROP COLUMN age;");
        script("V2__lower.sql", "UPDATE dbo.people SET note = LEFT(email, 12), email = UPPER(email);");
        script("U2__lower.sql", "UPDATE dbo.people SET email = LOWER(email), note = NULL;");
        script("V3__unique.sql", "ALTER TABLE dbo.people ADD CONSTRAINT uq UNIQUE (note);");
        script("U3__unique.sql", "ALTER TABLE dbo.people DROP CONSTRAINT uq;");
        VersionRows rows = (version, context) -> {
            if (version.equals("1")) {
                context.insert("people", Map.of("id", 901, "email", EMAIL, "note", EMAIL, "age", PLANTED));
                context.insert("people", Map.of("id", 902, "email", EMAIL, "note", EMAIL, "age", PLANTED));
            }
        };

        RoundTripReport[] report = new RoundTripReport[1];
        thrown(() -> {
            report[0] = builder().verifyRoundTrips(RoundTripOptions.none().rows(rows));
            search.hear(report[0].toString());
            search.hear(String.valueOf(thrown(report[0]::assertReversible)));
        });

        assertThat(report[0]).isNotNull();
        assertThat(search.found()).isEmpty();
    }

    @Test
    void ofMaskingExportsAndScans() throws Exception {
        try (TestDatabase database = builder().start()) {
            plant(database);
            MaskRules rules = MaskRules.parse("people.email = email\npeople.age = keep a test");
            search.hear(PersonalData.scan(database.dataSource()).toString());
            assertThat(thrown(() -> Masking.of(database.dataSource(), rules).mask()))
                    .as("an address is left in the notes")
                    .isNotNull();
            assertThat(thrown(() -> TableExport.of(database.dataSource())
                            .table("people")
                            .masked(rules)
                            .to(folder.resolve("export"))))
                    .isNotNull();
            assertThat(thrown(() -> TableExport.of(database.dataSource())
                            .table("people")
                            .where("people", "CAST(age AS INT) = 1")
                            .masked(MaskRules.parse("people.email = email\npeople.note = null\npeople.age = null"))
                            .to(folder.resolve("export"))))
                    .isNotNull();
            search.hear(TableExport.of(database.dataSource())
                    .table("people")
                    .masked(MaskRules.parse("people.email = email\npeople.note = null\npeople.age = null"))
                    .to(reports().resolve("export"))
                    .toString());
        }

        assertThat(reports().resolve("export/people.csv")).exists();
        assertThat(search.found()).isEmpty();
    }

    @Test
    void ofResetsThatFail() throws Exception {
        try (TestDatabase database = builder().start()) {
            plant(database);
            var snapshot = database.snapshot();
            try (Connection open = database.dataSource().getConnection()) {
                open.setAutoCommit(false);
                SqlRunner.on(open).run("UPDATE [dbo].[people] SET [note] = N'" + EMAIL + "'");
                thrown(snapshot::restore);
                open.rollback();
            }
            snapshot.restore();
        }

        assertThat(search.found()).isEmpty();
    }

    private static void plant(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            SqlRunner.on(connection).update("INSERT INTO [dbo].[people] VALUES (1, ?, ?, ?)", EMAIL, EMAIL, PLANTED);
            SqlRunner.on(connection).update("INSERT INTO [dbo].[people] VALUES (2, ?, ?, ?)", EMAIL, EMAIL, PLANTED);
        }
    }

    @FunctionalInterface
    private interface Failing {
        void run() throws Exception;
    }

    private Throwable thrown(Failing failing) {
        Throwable failure = catchThrowable(failing::run);
        if (failure != null) {
            search.hear(failure);
        }
        return failure;
    }

    private Path reports() {
        return folder.resolve("reports");
    }

    private void script(String name, String sql) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("migrations")).resolve(name), sql);
    }

    private TestDatabase.Builder builder() {
        return TestDatabase.builder()
                .engine(EngineKind.EMBEDDED)
                .settings(Settings.of(name -> name.equals("palindrome.report-dir")
                                ? Optional.of(reports().toString())
                                : Optional.empty())
                        .withEnvironment(name -> Optional.ofNullable(ciJob().get(name))))
                .locations("filesystem:" + folder.resolve("migrations"));
    }

    /** So that what CI servers are told is among what is searched. */
    private Map<String, String> ciJob() {
        return Map.of(
                "GITHUB_ACTIONS",
                "true",
                "GITHUB_STEP_SUMMARY",
                reports().resolve("summary.md").toString(),
                "GITLAB_CI",
                "true",
                "CI_PROJECT_DIR",
                reports().toString(),
                "GITHUB_WORKSPACE",
                folder.toString());
    }
}
