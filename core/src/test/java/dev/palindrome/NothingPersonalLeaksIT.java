package dev.palindrome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Rows of people are in a database, and everything fails: what is logged by anybody at any level, thrown, written to files and
 * printed is searched for their values. On the embedded engine, which has no backups: values are hidden as for one.
 */
class NothingPersonalLeaksIT {

    private static final String PLANTED = "zq7planted";
    private static final String EMAIL = PLANTED + ".one@people.example";

    @TempDir
    private Path folder;

    private final List<String> said = new ArrayList<>();
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private Level level = Level.INFO;

    @BeforeEach
    void listen() throws IOException {
        HiddenValues.fromNowOn();
        level = root().getLevel();
        root().setLevel(Level.TRACE);
        logged.start();
        root().addAppender(logged);
        PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
        script("V1__people.sql", """
                CREATE TABLE dbo.people (id INT NOT NULL CONSTRAINT pk_people PRIMARY KEY, email NVARCHAR(100) NOT NULL,
                    note NVARCHAR(200) NULL, age NVARCHAR(60) NULL);
                """);
        script("U1__people.sql", "DROP TABLE dbo.people;");
    }

    @AfterEach
    void listenNoMore() {
        root().detachAppender(logged);
        root().setLevel(level);
        System.setOut(out);
        System.setErr(err);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Test
    void theSearchFindsWhatIsSaid() throws IOException {
        LoggerFactory.getLogger("anybody").trace("Value {}", EMAIL);
        assertThat(found()).contains("log");
        System.out.println(EMAIL);
        said.add(EMAIL);
        Files.writeString(Files.createDirectories(reports()).resolve("x.xml"), "<x>" + EMAIL + "</x>");

        assertThat(found()).contains("log", "print", "thrown: " + EMAIL, "x.xml");
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

        assertThat(found()).isEmpty();
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

        assertThat(found()).isEmpty();
    }

    @Test
    void ofRoundTripsThatLoseRows() throws Exception {
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
            said.add(report[0].toString());
            said.add(String.valueOf(thrown(report[0]::assertReversible)));
        });

        assertThat(report[0]).isNotNull();
        assertThat(found()).isEmpty();
    }

    @Test
    void ofMaskingExportsAndScans() throws Exception {
        try (TestDatabase database = builder().start()) {
            plant(database);
            MaskRules rules = MaskRules.parse("people.email = email\npeople.age = keep a test");
            said.add(PersonalData.scan(database.dataSource()).toString());
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
            said.add(TableExport.of(database.dataSource())
                    .table("people")
                    .masked(MaskRules.parse("people.email = email\npeople.note = null\npeople.age = null"))
                    .to(reports().resolve("export"))
                    .toString());
        }

        assertThat(reports().resolve("export/people.csv")).exists();
        assertThat(found()).isEmpty();
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

        assertThat(found()).isEmpty();
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
            said.add(whole(failure));
        }
        return failure;
    }

    private static String whole(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        for (Throwable each = failure; each != null; each = each.getCause()) {
            text.append(each.getMessage()).append(String.valueOf(each.getLocalizedMessage()));
            if (each instanceof SQLException sql && sql.getNextException() != null) {
                sql.getNextException().printStackTrace(new PrintWriter(text));
            }
        }
        return text.toString();
    }

    /** Where a planted value is. */
    private List<String> found() throws IOException {
        List<String> places = new ArrayList<>();
        for (ILoggingEvent event : List.copyOf(logged.list)) {
            boolean inText = isIn(event.getFormattedMessage());
            boolean inError =
                    event.getThrowableProxy() instanceof ThrowableProxy proxy && isIn(whole(proxy.getThrowable()));
            if (inText || inError) {
                places.add("log");
            }
        }
        if (isIn(printed.toString(StandardCharsets.UTF_8))) {
            places.add("print");
        }
        said.stream()
                .filter(NothingPersonalLeaksIT::isIn)
                .forEach(text -> places.add("thrown: "
                        + text.lines()
                                .filter(NothingPersonalLeaksIT::isIn)
                                .findFirst()
                                .orElseThrow()));
        if (Files.exists(reports())) {
            try (Stream<Path> files = Files.walk(reports())) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    if (isIn(Files.readString(file))) {
                        places.add(file.getFileName().toString());
                    }
                }
            }
        }
        return places;
    }

    private static boolean isIn(String text) {
        return text.toLowerCase(java.util.Locale.ROOT).contains(PLANTED);
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
                        : Optional.empty()))
                .locations("filesystem:" + folder.resolve("migrations"));
    }
}
