package dev.palindrome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.engine.EngineKind;
import dev.palindrome.roundtrip.Verdict;
import dev.palindrome.seed.SeedPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** H2 writes the empty text beside a column without case in a way that it then refuses. */
class EmptyTextIT {

    @TempDir
    Path migrations;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n <> ''",
                "'' <> n",
                "n > N''",
                "LTRIM(RTRIM(n)) <> ''",
                "ISNULL(n, '') <> ''",
                "NULLIF(n, '') IS NOT NULL",
                "n NOT IN ('', '-')",
                "n + '' <> ''",
                "CASE WHEN n = '' THEN 0 ELSE 1 END = 1",
            })
    void standsInChecks(String condition) throws IOException, SQLException {
        Files.writeString(
                migrations.resolve("V1__t.sql"),
                "CREATE TABLE t (id INT PRIMARY KEY, n VARCHAR(30) NOT NULL, c CHAR(3) NULL, CHECK (c <> ''))");
        Files.writeString(migrations.resolve("U1__t.sql"), "DROP TABLE t");
        Files.writeString(
                migrations.resolve("V2__ck.sql"), "ALTER TABLE t ADD CONSTRAINT ck CHECK (" + condition + ")");
        Files.writeString(migrations.resolve("U2__ck.sql"), "ALTER TABLE t DROP CONSTRAINT ck");

        try (TestDatabase database = TestDatabase.builder()
                        .engine(EngineKind.EMBEDDED)
                        .locations("filesystem:" + migrations)
                        .start();
                Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            database.seed(SeedPlan.empty().fill("t:5"));

            assertThatThrownBy(() -> statement.execute("INSERT INTO t (id, n) VALUES (-9, '')"))
                    .hasMessageContaining("ck");
            assertThat(database.schema().toString()).contains("check [ck] (" + condition + ")");
            assertThat(database.verifyRoundTrips().roundTrips())
                    .allSatisfy(trip -> assertThat(trip.verdict()).isEqualTo(Verdict.REVERSIBLE));
        }
    }
}
