package dev.palindrome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.engine.EngineKind;
import dev.palindrome.reset.Snapshot;
import dev.palindrome.roundtrip.RoundTripOptions;
import dev.palindrome.seed.SeedPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs read to see whether a row has been changed, on the embedded engine. */
class EmbeddedRowversionIT {

    private static final String VERSIONS = "SELECT CAST(v AS BIGINT) FROM dbo.notes ORDER BY id";

    @TempDir
    Path scripts;

    @BeforeEach
    void migrations() throws IOException {
        write("V1__notes.sql", """
                CREATE TABLE dbo.notes (id INT NOT NULL CONSTRAINT pk_notes PRIMARY KEY, text NVARCHAR(20) NULL)
                INSERT INTO dbo.notes (id) VALUES (1), (2)
                """);
        write("U1__notes.sql", "DROP TABLE dbo.notes");
        write("V2__version.sql", "ALTER TABLE dbo.notes ADD v ROWVERSION NOT NULL");
        write("U2__version.sql", "ALTER TABLE dbo.notes DROP COLUMN v");
        write("V3__text.sql", "UPDATE dbo.notes SET text = N'none' ALTER TABLE dbo.notes ADD author SYSNAME NULL");
        write("U3__text.sql", """
                -- palindrome: loses dbo.notes.text it had none
                ALTER TABLE dbo.notes DROP COLUMN author""");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(scripts.resolve(name), text);
    }

    private TestDatabase.Builder database() {
        return TestDatabase.builder().engine(EngineKind.EMBEDDED).locations("filesystem:" + scripts);
    }

    @Test
    void eachRowThatIsWrittenHasANewOne() throws SQLException {
        try (TestDatabase database = database().target("2").start()) {
            List<String> before = versions(database);
            run(database, "UPDATE dbo.notes SET text = N'b' WHERE id = 2");
            run(database, "INSERT INTO dbo.notes (id) VALUES (3)");

            assertThat(before).containsExactly("2001", "2002");
            assertThat(versions(database)).containsExactly("2001", "2003", "2004");
        }
    }

    @Test
    void nobodyGivesAValue() {
        try (TestDatabase database = database().target("2").start()) {
            assertThatThrownBy(() -> run(database, "UPDATE dbo.notes SET v = 0x00"))
                    .hasMessageContaining("cannot be assigned");
            database.seed(SeedPlan.empty().fill("notes:3"));
            assertThat(database.schema().toString()).contains("[v] TIMESTAMP NOT NULL");
        }
    }

    @Test
    void clonesAndResetsGoOn() throws SQLException {
        database().start().close();
        try (TestDatabase clone = database().start();
                Snapshot snapshot = clone.snapshot()) {
            List<String> before = versions(clone);
            run(clone, "UPDATE dbo.notes SET text = N'b' WHERE id = 2");
            snapshot.restore();
            run(clone, "ALTER TABLE dbo.notes ADD more INT");
            snapshot.restore();

            assertThat(versions(clone)).hasSameSizeAs(before);
            run(clone, "UPDATE dbo.notes SET text = N'c'");
            assertThat(versions(clone)).doesNotContainAnyElementsOf(before);
        }
    }

    @Test
    void aRoundTripIsJudgedWithoutIt() {
        try (TestDatabase database = database().start()) {
            database.verifyRoundTrips(RoundTripOptions.none()).assertReversible();
        }
    }

    @Test
    void columnsDoNotBecomeOneLater() throws IOException {
        write("V4__alter.sql", "ALTER TABLE dbo.notes ALTER COLUMN text ROWVERSION");
        assertThatThrownBy(() -> database().start())
                .hasMessageContaining("4927")
                .hasMessageContaining("Cannot alter column 'text' to be data type timestamp.");
        write("V4__alter.sql", "ALTER TABLE dbo.notes ALTER COLUMN v BINARY(8)");
        assertThatThrownBy(() -> database().start())
                .hasMessageContaining("4928")
                .hasMessageContaining("Cannot alter column 'v' because it is 'timestamp'.");
    }

    private static List<String> versions(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return QueriedRows.of(connection, VERSIONS);
        }
    }

    private static void run(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
