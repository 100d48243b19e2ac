package dev.palindrome.migration.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.CapturedLog;
import dev.palindrome.EngineDatabases;
import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.FakeDatabase;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.migration.MigrationSettings;
import dev.palindrome.migration.Migrations;
import dev.palindrome.migration.StatementListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlywayMigrationsTest {

    @TempDir
    private Path folder;

    /** On an engine that takes every script, which here is the embedded one under another name. */
    @Test
    void oneLineSaysWhatWasAppliedWithoutAsking() throws IOException {
        Files.writeString(folder.resolve("V1__t.sql"), "CREATE TABLE t (id INT)");
        Files.writeString(folder.resolve("V2__u.sql"), "CREATE TABLE u (id INT)");
        try (Database h2 = EngineDatabases.embedded().create("log", DatabaseOptions.DEFAULT);
                CapturedLog log = new CapturedLog(Migrations.class)) {
            new FlywayMigrations(
                            new NotEmbedded("palindrome_a"),
                            h2.dataSource(),
                            EngineDatabases.embedded(),
                            new MigrationSettings(List.of("filesystem:" + folder), Map.of()),
                            StatementListener.NONE)
                    .up();

            assertThat(log.lines())
                    .singleElement()
                    .satisfies(
                            line -> assertThat(line)
                                    .matches(
                                            "INFO palindrome_a: 2 migrations applied in [0-9]+ ms, the last one V2 u \\[V2__u\\.sql\\]\\."));
        }
    }

    private static final class NotEmbedded extends FakeDatabase {

        NotEmbedded(String name) {
            super(name);
        }

        @Override
        public EngineKind engine() {
            return EngineKind.SQL_SERVER;
        }

        @Override
        public String username() {
            return "sa";
        }
    }
}
