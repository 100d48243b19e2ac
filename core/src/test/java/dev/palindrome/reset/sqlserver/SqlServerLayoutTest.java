package dev.palindrome.reset.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.schema.SchemaSnapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SqlServerLayoutTest {

    private static final SqlServerTable USERS = table(1, SqlServerTableKind.ORDINARY);
    private static final SqlServerTable FAST = table(2, SqlServerTableKind.MEMORY_OPTIMIZED);
    private static final SqlServerTable FAST_HISTORY = table(3, SqlServerTableKind.ORDINARY);
    private static final SqlServerTable GRAPH = table(4, SqlServerTableKind.GRAPH);

    private final SqlServerLayout layout = layout();

    @Test
    void ordinaryTablesComeBackOneByOne() {
        assertThat(layout.movable()).containsExactly(USERS);
        assertThat(layout.unmovable(Set.of(1))).isEmpty();
    }

    @Test
    void othersComeBackWithTheWholeDatabase() {
        assertThat(layout.unmovable(Set.of(1, 4))).containsExactly(GRAPH);
    }

    /** The history of a memory-optimised table is on disk. */
    @Test
    void aHistoryGoesWithItsTable() {
        assertThat(layout.unmovable(Set.of(3))).containsExactly(FAST);
        assertThat(layout.withHistories(List.of(3, 1))).containsExactly(3, 1, 2);
    }

    /** The schema leaves it out: its columns are those of its table. */
    @Test
    void aHistoryWithoutANameIsCopiedWithTheColumnsOfItsTable() {
        SchemaSnapshot schema = SchemaSnapshot.parse("""
                palindrome schema 1
                table [dbo].[t2] SYSTEM_VERSIONING (ON)
                  column [id] BIGINT NOT NULL
                  column [price] DECIMAL(9,2) NOT NULL
                """);
        SqlServerCopySql sql = SqlServerCopySql.intoDatabase(schema, layout);

        assertThat(sql.create(FAST_HISTORY, "[dbo].[t0]")).isEqualTo("CREATE TABLE [dbo].[t0] ([id] BIGINT NULL)");
        assertThatThrownBy(() -> sql.create(GRAPH, "[dbo].[t0]"))
                .hasMessage("dbo.t4 cannot be copied: it is not in the schema.");
    }

    private static SqlServerLayout layout() {
        Map<Integer, SqlServerTable> tables = new LinkedHashMap<>();
        List.of(USERS, FAST, FAST_HISTORY, GRAPH).forEach(table -> tables.put(table.id(), table));
        return new SqlServerLayout(
                tables,
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(
                        new SqlServerPeriod(2, OptionalInt.of(3), "since", "till", false, false, "INFINITE"),
                        new SqlServerPeriod(1, OptionalInt.empty(), "since", "till", false, false, "INFINITE")),
                List.of());
    }

    private static SqlServerTable table(int id, SqlServerTableKind kind) {
        return new SqlServerTable(id, "dbo", "t" + id, List.of(new SqlServerColumn("id", "int", false)), false, kind);
    }
}
