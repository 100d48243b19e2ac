package dev.palindrome.junit5.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.engine.EngineKind;
import dev.palindrome.junit5.DatabaseRequest;
import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.declaration.DatabaseDeclarations;
import dev.palindrome.migration.MigrationException;
import dev.palindrome.production.MaskRules;
import dev.palindrome.seed.SeedPlan;
import dev.palindrome.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever makes a class's database, the pages of CI show the migration that stops it. */
class FailingMigrationsOnCiTest {

    @TempDir
    Path checkout;

    @Test
    void ofADatabaseThatAClassMakes() throws IOException {
        fails(() -> new DatabaseBlueprint(
                        DatabaseDeclarations.of(WithDatabase.class).get(""), request(), WithDatabase.class, settings())
                .start(SeedPlan.empty()));
    }

    @Test
    void ofADatabaseThatAHostMakes() throws IOException {
        fails(() -> request().start("host", settings()));
    }

    private void fails(ThrowingCallable start) throws IOException {
        Files.writeString(checkout.resolve("V1__broken.sql"), "DROP TABLE dbo.nobody;");
        assertThatThrownBy(start).isInstanceOf(MigrationException.class);
        assertThat(checkout.resolve("summary.md"))
                .content()
                .startsWith("# A test class's database cannot be made: V1__broken.sql, line 1");
    }

    private DatabaseRequest request() {
        return new DatabaseRequest(
                "",
                EngineKind.EMBEDDED,
                "",
                List.of("filesystem:" + checkout),
                "",
                Map.of(),
                "",
                "",
                "",
                Map.of(),
                "",
                MaskRules.none());
    }

    private Settings settings() {
        Map<String, String> job =
                Map.of("GITHUB_STEP_SUMMARY", checkout.resolve("summary.md").toString());
        return Settings.of(name -> Optional.empty()).withEnvironment(name -> Optional.ofNullable(job.get(name)));
    }

    @MigratedDatabase
    static class WithDatabase {}
}
