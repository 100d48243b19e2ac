package dev.palindrome.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseRequestTest {

    @Test
    void optionsAreSetInTheOrderInWhichTheyAreWritten() {
        assertThat(request(WrittenTestCase.class).options().keySet())
                .containsExactly(
                        "RECOVERY",
                        "QUERY_STORE",
                        "COMPATIBILITY_LEVEL",
                        "ALLOW_SNAPSHOT_ISOLATION",
                        "READ_COMMITTED_SNAPSHOT",
                        "ANSI_NULLS");
    }

    @Test
    void orderAndWhatIsSaidOfTheClassAloneMakeNoOtherRequest() {
        assertThat(request(OtherOrderTestCase.class))
                .isEqualTo(request(WrittenTestCase.class))
                .hasSameHashCodeAs(request(WrittenTestCase.class));
    }

    @Test
    void nestedClassesAskForWhatTheyCanSee() {
        assertThat(DatabaseRequest.of(OuterTestCase.Inner.class))
                .extracting(DatabaseRequest::name, DatabaseRequest::target)
                .containsExactly(tuple("", "2"), tuple("orders", ""));
    }

    @Test
    void defaultsAreForWhatTheAnnotationLeavesOpen() {
        DatabaseRequest request = request(SettingTestCase.class);

        assertThat(request.withDefaults(List.of("classpath:defaults"), Map.of("table", "other", "schemas", "app")))
                .isEqualTo(request(FilledInTestCase.class));
    }

    /** Of two classes that begin with something else neither gets the other's database. */
    @Test
    void whatItBeginsWithIsPartOfIt() {
        assertThat(request(BackupTestCase.class).backup()).isEqualTo("backups/prod.bak");
        assertThat(request(BackupTestCase.class)).isNotEqualTo(request(OtherBackupTestCase.class));
        assertThat(request(BackupTestCase.class)
                        .withDefaults(List.of("classpath:defaults"), Map.of())
                        .backup())
                .isEqualTo("backups/prod.bak");
    }

    @MigratedDatabase(backup = "backups/prod.bak")
    static class BackupTestCase {}

    @MigratedDatabase(backup = "backups/other.bak")
    static class OtherBackupTestCase {}

    private static DatabaseRequest request(Class<?> testCase) {
        return DatabaseRequest.of(testCase).get(0);
    }

    @MigratedDatabase(
            options = {
                "RECOVERY=SIMPLE",
                "QUERY_STORE=ON",
                "COMPATIBILITY_LEVEL=150",
                "ALLOW_SNAPSHOT_ISOLATION=ON",
                "READ_COMMITTED_SNAPSHOT=ON",
                "ANSI_NULLS=ON"
            })
    static class WrittenTestCase {}

    @MigratedDatabase(
            reset = ResetMode.NEVER,
            keep = KeepDatabase.ON_FAILURE,
            roundTrip = true,
            options = {
                "ANSI_NULLS=ON",
                "READ_COMMITTED_SNAPSHOT=ON",
                "ALLOW_SNAPSHOT_ISOLATION=ON",
                "COMPATIBILITY_LEVEL=150",
                "QUERY_STORE=ON",
                "RECOVERY=SIMPLE"
            })
    static class OtherOrderTestCase {}

    @MigratedDatabase(target = "1")
    @MigratedDatabase(name = "orders")
    static class OuterTestCase {

        @MigratedDatabase(target = "2")
        class Inner {}
    }

    @MigratedDatabase(flyway = "table=mine", schemaScript = "classpath:legacy.sql", baseline = "3")
    static class SettingTestCase {}

    @MigratedDatabase(
            locations = "classpath:defaults",
            flyway = {"schemas=app", "table=mine"},
            schemaScript = "classpath:legacy.sql",
            baseline = "3")
    static class FilledInTestCase {}
}
