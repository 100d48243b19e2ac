package dev.palindrome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.engine.EngineKind;
import dev.palindrome.seed.SeedPlan;
import dev.palindrome.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seeding without JUnit. */
class SeedPlanIT {

    @TempDir
    private Path temporary;

    @Test
    void seedsWhatAPlanSays() throws Exception {
        Path folder = Files.createDirectory(temporary.resolve("seed"));
        Files.writeString(folder.resolve("users.csv"), "id,remark\n100,Ada\n");
        Path script = Files.writeString(temporary.resolve("more.sql"), "INSERT INTO users (id) VALUES (200)");

        SeedPlan plan = SeedPlan.empty().data("filesystem:" + folder).fill("users:2");
        try (TestDatabase database = builder().seed(plan).start()) {
            database.seed(SeedPlan.empty().scripts("filesystem:" + script));

            assertThat(users(database)).isEqualTo(4);
        }
    }

    private static int users(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                ResultSet rows = connection.createStatement().executeQuery("SELECT COUNT(*) FROM dbo.users")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static TestDatabase.Builder builder() {
        return TestDatabase.builder()
                .engine(EngineKind.EMBEDDED)
                .settings(Settings.of(name -> Optional.empty()))
                .locations("classpath:db/front");
    }
}
