package dev.palindrome.h2.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.palindrome.h2.H2TestDatabase;
import dev.palindrome.h2.definition.H2TablePart;
import dev.palindrome.h2.procedures.object.DependentViews;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.tsql.Recorded;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a rule asks of H2 costs about the same in a large schema. By memory that is taken, which no load changes. */
class SchemaCostTest {

    private static final int TABLES = 200;

    private interface Work {
        void run() throws SQLException;
    }

    @Test
    void theNameOfADefaultIsLookedUpWithoutReadingAllTables() throws SQLException {
        try (H2TestDatabase database = new H2TestDatabase()) {
            Connection connection = filled(database);
            SchemaRules rules = new SchemaRules(H2Table.of(connection, "dbo", "t1"));

            assertThat(again(() -> rules.requireFree(List.of("df_new"), true))).isLessThan(bytesOf(connection, 20));
        }
    }

    @Test
    void theClusteredIndexOfATableIsLookedUpWithoutReadingTheOthers() throws SQLException {
        try (H2TestDatabase database = new H2TestDatabase()) {
            Connection connection = filled(database);
            H2Table table = H2Table.of(connection, "dbo", "t1");

            assertThat(again(table::parts)).isLessThan(bytesOf(connection, 5));
            assertThat(table.parts())
                    .containsExactly(new H2TablePart("PRIMARY KEY", "pk1", Recorded.nothing(), List.of("id")));
        }
    }

    @Test
    void theTextOfAViewIsReadOnce() throws SQLException {
        try (H2TestDatabase database = new H2TestDatabase()) {
            Connection connection = database.connect();
            String text = "SELECT 1 AS a" + ", CASE WHEN 1 = 1 THEN 1 ELSE 2 END AS b".repeat(400);
            database.run(
                    "CREATE VIEW \"dbo\".\"v\" AS SELECT 1 AS \"a\"",
                    "COMMENT ON VIEW \"dbo\".\"v\" IS 'palindrome 1 definition=\"" + text + "\"'");
            H2Table table = H2Table.of(connection, "dbo", "t");
            long first = bytes(() -> DependentViews.of(table));

            assertThat(bytes(() -> DependentViews.of(table))).isLessThan(first / 2);
        }
    }

    private static Connection filled(H2TestDatabase database) throws SQLException {
        for (int i = 0; i < TABLES; i++) {
            database.run(
                    "CREATE TABLE \"dbo\".\"t" + i + "\" (\"id\" INT NOT NULL, \"a\" INT DEFAULT 1 COMMENT"
                            + " 'palindrome 1 default-name=\"df_" + i + "\"')",
                    "ALTER TABLE \"dbo\".\"t" + i + "\" ADD CONSTRAINT \"dbo\".\"pk" + i + "\" PRIMARY KEY (\"id\")");
        }
        return database.connect();
    }

    /** As much as the definitions of some tables. */
    private static long bytesOf(Connection connection, int tables) throws SQLException {
        return tables * again(() -> H2Table.of(connection, "dbo", "t1").columns());
    }

    /** Without what is loaded for the first time. */
    private static long again(Work work) throws SQLException {
        work.run();
        return bytes(work);
    }

    private static long bytes(Work work) throws SQLException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
