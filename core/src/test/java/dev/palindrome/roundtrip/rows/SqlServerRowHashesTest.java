package dev.palindrome.roundtrip.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.ScriptedRow;
import dev.palindrome.sql.ScriptedServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import microsoft.sql.Vector;
import microsoft.sql.Vector.VectorDimensionType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What SQL Server's driver gives that is no text. */
class SqlServerRowHashesTest {

    @Test
    void vectorsAreHeldAgainstEachOtherByTheirNumbers() throws SQLException {
        List<Long> hashes = hashes("VECTOR(2)", vector(1, 2), vector(1, 2), vector(2, 1), "[1.0, 2.0]", null);

        assertThat(hashes).doesNotHaveDuplicates().hasSize(3).endsWith(0L);
    }

    @Test
    void variantsAreHeldAgainstEachOtherWithTheirTypes() throws SQLException {
        byte[] one = {'1'};
        Timestamp moment = Timestamp.valueOf("2020-01-02 03:04:05");

        assertThat(hashes("SQL_VARIANT", one, one.clone(), null)).hasSize(2).endsWith(0L);
        assertThat(hashes("SQL_VARIANT", "1", "1", 1, 1, one, moment, moment)).hasSize(4);
    }

    @Test
    void whatIsNotKnownIsHeldAgainstAnotherAsWhatItIs() throws SQLException {
        assertThat(hashes("[dbo].[shape]", new byte[] {1, 2}, new byte[] {1, 2}, new byte[] {2, 1}, null))
                .doesNotHaveDuplicates()
                .hasSize(3)
                .endsWith(0L);
        assertThat(hashes("[dbo].[code]", "a", "a", "b"))
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(hashes("[dbo].[moment]", Time.valueOf("10:00:00"), "10:00:00"))
                .hasSize(1);
    }

    @Test
    void aMemoryOptimisedTableIsReadUnderSnapshotAndNoOther() throws SQLException {
        List<Table> tables = SchemaSnapshot.parse("""
                palindrome schema 1
                table [dbo].[disk]
                  column [v] INT NULL
                table [dbo].[memory] MEMORY_OPTIMIZED SCHEMA_AND_DATA
                  column [v] INT NULL
                """).tables();
        ScriptedServer server = new ScriptedServer();
        try (Connection connection = server.dataSource().getConnection()) {
            for (Table table : tables) {
                new RowHashReader().byTable(connection, List.of(table));
            }
        }

        assertThat(server.orders())
                .containsExactly("SELECT [v] FROM [dbo].[disk]", "SELECT [v] FROM [dbo].[memory] WITH (SNAPSHOT)");
    }

    private static Vector vector(float... numbers) {
        Float[] data = new Float[numbers.length];
        for (int i = 0; i < data.length; i++) {
            data[i] = numbers[i];
        }
        return new Vector(data.length, VectorDimensionType.FLOAT32, data);
    }

    /** Each that another does not have. */
    private static List<Long> hashes(String type, @Nullable Object... values) throws SQLException {
        Table table = SchemaSnapshot.parse("""
                palindrome schema 1
                table [dbo].[t]
                  column [v] %s NULL
                """.formatted(type)).tables().get(0);
        ScriptedServer server = new ScriptedServer()
                .answering(
                        "SELECT [v]",
                        Stream.of(values)
                                .map(value -> ScriptedRow.of("v", value))
                                .toArray(ScriptedRow[]::new));
        try (Connection connection = server.dataSource().getConnection()) {
            Map<Table, RowHashes> read = new RowHashReader().byTable(connection, List.of(table));
            return Objects.requireNonNull(read.get(table)).rows().stream()
                    .map(row -> row[0])
                    .distinct()
                    .toList();
        }
    }
}
