package dev.palindrome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.engine.EngineKind;
import dev.palindrome.production.MaskException;
import dev.palindrome.production.MaskRules;
import dev.palindrome.roundtrip.RoundTripOptions;
import dev.palindrome.roundtrip.RoundTripReport;
import dev.palindrome.settings.Settings;
import dev.palindrome.sql.SqlRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When personal data is masked, by rows that a schema script brings along as a backup would. */
class MaskedDatabaseTest {

    private static final MaskRules RULES =
            MaskRules.parse("users.email = email\nusers.phone = phone\nusers.id = keep numbers that count");

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("V2__phone.sql"), "ALTER TABLE dbo.users ADD phone NVARCHAR(20) NULL");
        Files.writeString(folder.resolve("U2__phone.sql"), "ALTER TABLE dbo.users DROP COLUMN phone");
        Files.writeString(folder.resolve("V3__phones.sql"), "UPDATE dbo.users SET phone = N'030-1234567'");
        Files.writeString(folder.resolve("U3__phones.sql"), "UPDATE dbo.users SET phone = NULL");
        Files.writeString(folder.resolve("old.sql"), """
                CREATE TABLE dbo.users (id INT NOT NULL PRIMARY KEY, email NVARCHAR(100) NULL);
                GO
                INSERT INTO dbo.users VALUES (1, N'ann@real.test'), (2, N'ANN@real.test'), (3, NULL);
                """);
    }

    /** Rules are about the schema that the migrations make, and seeded rows are made up already. */
    @Test
    void behindTheMigrationsAndBeforeSeeds() throws SQLException {
        try (TestDatabase database = builder(Map.of())
                .mask(RULES)
                .seed(rows -> rows.insert("users", Map.of("id", 9, "email", "grace@seed.test")))
                .start()) {
            List<String> emails = texts(database.dataSource(), "SELECT email FROM dbo.users ORDER BY id");

            assertThat(emails.get(0)).matches(".*@example\\.(com|org|net)").isEqualTo(emails.get(1));
            assertThat(emails.subList(2, 4)).containsExactly("null", "grace@seed.test");
            assertThat(texts(database.dataSource(), "SELECT phone FROM dbo.users WHERE id < 9"))
                    .allMatch(phone -> phone.matches("0\\d\\d-\\d{7}"))
                    .doesNotContain("030-1234567");
        }
    }

    @Test
    void clonesHoldWhatWasMaskedAndOtherRulesMakeAnother() throws SQLException {
        try (TestDatabase first = builder(Map.of()).mask(RULES).start();
                TestDatabase second = builder(Map.of()).mask(RULES).start();
                TestDatabase other = builder(Map.of())
                        .mask(MaskRules.parse("users.email = null"))
                        .mask(MaskRules.parse("users.phone = phone"))
                        .start()) {
            String query = "SELECT CONCAT(email, phone) FROM dbo.users ORDER BY id";

            assertThat(second.isCloned()).isTrue();
            assertThat(texts(second.dataSource(), query)).isEqualTo(texts(first.dataSource(), query));
            assertThat(other.isCloned()).isFalse();
            assertThat(texts(other.dataSource(), "SELECT email FROM dbo.users")).containsOnly("null");
        }
    }

    @Test
    void withAKeyEachRunComesOutAlike() throws SQLException {
        String query = "SELECT email FROM dbo.users WHERE id = 1";
        try (TestDatabase one =
                        builder(Map.of("palindrome.mask-key", "k")).mask(RULES).start();
                TestDatabase same = builder(Map.of("palindrome.mask-key", "k"))
                        .mask(RULES)
                        .purpose("another")
                        .collation("Latin1_General_100_CI_AS")
                        .start();
                TestDatabase other =
                        builder(Map.of("palindrome.mask-key", "l")).mask(RULES).start()) {
            assertThat(same.isCloned()).isFalse();
            assertThat(texts(same.dataSource(), query)).isEqualTo(texts(one.dataSource(), query));
            assertThat(texts(other.dataSource(), query)).isNotEqualTo(texts(one.dataSource(), query));
        }
    }

    /** Another description of a migration would stop the next one. */
    @Test
    void flywaysHistoryStaysAsItIs() {
        try (TestDatabase database = builder(Map.of())
                .target("2")
                .mask(RULES)
                .mask(MaskRules.parse("* like %description% = text\n* like installed_by = username"))
                .start()) {
            assertThat(database.migrations().up()).hasSize(1);
        }
    }

    @Test
    void aRuleThatMeansNothingStopsTheDatabase() {
        assertThatThrownBy(() -> builder(Map.of())
                        .mask(MaskRules.parse("users.emial = email"))
                        .start())
                .isInstanceOf(MaskException.class)
                .hasMessage("the rules, line 1: dbo.users has no column emial (is email meant?).");
    }

    /** They go up from what the script makes, where there is no phone yet. */
    @Test
    void roundTripsBeginWithMaskedRows() {
        List<String> seen = new ArrayList<>();
        RoundTripReport report = builder(Map.of())
                .mask(RULES)
                .verifyRoundTrips(RoundTripOptions.none()
                        .rows((version, rows) -> seen.addAll(texts(rows.dataSource(), "SELECT email FROM dbo.users"))));

        assertThat(report.roundTrips()).hasSize(2);
        assertThat(seen).anyMatch(email -> email.contains("@example.")).noneMatch(email -> email.contains("@real"));
    }

    private TestDatabase.Builder builder(Map<String, String> settings) {
        return TestDatabase.builder()
                .engine(EngineKind.EMBEDDED)
                .settings(Settings.of(name -> Optional.ofNullable(settings.get(name))))
                .locations("filesystem:" + folder)
                .schemaScript("filesystem:" + folder.resolve("old.sql"))
                .baseline("1")
                .withoutReports();
    }

    private static List<String> texts(DataSource dataSource, String query) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return SqlRunner.on(connection).query(query).list(row -> String.valueOf(row.getString(1)));
        }
    }
}
