package dev.palindrome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.engine.EngineKind;
import dev.palindrome.reset.Snapshot;
import dev.palindrome.roundtrip.RoundTripOptions;
import dev.palindrome.schema.SchemaSnapshot;
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

/** Types and options of tables that H2 does not have are filled, reset, cloned and round-tripped like all others. */
class EmbeddedTableFeaturesIT {

    @TempDir
    Path scripts;

    @BeforeEach
    void migrations() throws IOException {
        write("V1__things.sql", """
                CREATE TABLE dbo.things (
                    id INT IDENTITY(1, 1) NOT NULL CONSTRAINT pk_things PRIMARY KEY,
                    body XML NOT NULL, place GEOGRAPHY NOT NULL, shape GEOMETRY NULL, any_value SQL_VARIANT NULL,
                    document JSON NULL, embedding VECTOR(3) NULL, hint INT SPARSE NULL, version ROWVERSION)
                ON [PRIMARY] TEXTIMAGE_ON [PRIMARY]
                CREATE TABLE dbo.nodes (node HIERARCHYID NOT NULL CONSTRAINT pk_nodes PRIMARY KEY, name NVARCHAR(20) NULL)
                """);
        write("U1__things.sql", "DROP TABLE dbo.things, dbo.nodes");
        write("V2__more.sql", """
                ALTER TABLE dbo.things SET (LOCK_ESCALATION = AUTO)
                ALTER TABLE dbo.nodes ADD place GEOMETRY NULL, mail NVARCHAR(50) MASKED WITH (FUNCTION = 'email()') NULL
                ALTER TABLE dbo.things ALTER COLUMN hint DROP SPARSE
                """);
        write("U2__more.sql", """
                ALTER TABLE dbo.things ALTER COLUMN hint ADD SPARSE
                ALTER TABLE dbo.nodes DROP COLUMN place, mail
                ALTER TABLE dbo.things SET (LOCK_ESCALATION = TABLE)
                """);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(scripts.resolve(name), text);
    }

    private TestDatabase.Builder database() {
        return TestDatabase.builder().engine(EngineKind.EMBEDDED).locations("filesystem:" + scripts);
    }

    @Test
    void roundTripsFillThem() {
        try (TestDatabase database = database().start()) {
            database.verifyRoundTrips(RoundTripOptions.none()).assertReversible();
        }
    }

    @Test
    void clonesAndResetsBringThemBack() throws SQLException {
        SchemaSnapshot schema;
        try (TestDatabase database = database().start()) {
            schema = database.schema();
        }
        try (TestDatabase clone = database().start()) {
            clone.seed(SeedPlan.empty().fill("things:20", "nodes:20"));
            List<String> rows = rows(clone);
            try (Snapshot snapshot = clone.snapshot()) {
                run(clone, "DELETE FROM dbo.things WHERE id > 5; UPDATE dbo.nodes SET name = 'x'");
                snapshot.restore();
                assertThat(rows(clone)).isEqualTo(rows).hasSize(40);

                run(clone, "DROP TABLE dbo.nodes; DELETE FROM dbo.things");
                snapshot.restore();
                assertThat(rows(clone)).isEqualTo(rows);
                assertThat(schema.diff(clone.schema()).isEmpty()).isTrue();
            }
        }
    }

    private static List<String> rows(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return QueriedRows.of(
                    connection,
                    "SELECT CONCAT(id, '|', body, '|', place, '|', shape, '|', any_value, '|', document, '|', embedding) AS a"
                            + " FROM dbo.things UNION ALL SELECT CONCAT(node, '|', name) FROM dbo.nodes ORDER BY a");
        }
    }

    private static void run(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
