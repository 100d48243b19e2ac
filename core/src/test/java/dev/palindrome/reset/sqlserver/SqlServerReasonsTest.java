package dev.palindrome.reset.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.reset.ResetStrategy;
import dev.palindrome.reset.baseline.Baseline.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlServerReasonsTest {

    private static final SqlServerTable USERS = table("users", SqlServerTableKind.ORDINARY);
    private static final SqlServerTable FAST = table("fast", SqlServerTableKind.MEMORY_OPTIMIZED);
    private static final SqlServerTable KNOWS = table("knows", SqlServerTableKind.GRAPH);

    @Test
    void nothing() {
        assertThat(SqlServerReasons.tables(List.of(), List.of(), List.of()))
                .isEqualTo(Outcome.nothing("nothing was written"));
    }

    @Test
    void tablesAndSequences() {
        assertThat(SqlServerReasons.tables(List.of(USERS), List.of("dbo.users: 1 row added"), List.of("[dbo].[s]")))
                .isEqualTo(new Outcome(
                        ResetStrategy.TABLES,
                        "dbo.users: 1 row added; sequence [dbo].[s] moved",
                        List.of("dbo.users")));
    }

    @Test
    void theDatabaseInOneLine() {
        assertThat(SqlServerReasons.database("the schema changed:\n  table dbo.x\n  added"))
                .isEqualTo(Outcome.database("the schema changed: table dbo.x added"));
    }

    @Test
    void tablesThatComeBackWithTheWhole() {
        assertThat(SqlServerReasons.unmovable(List.of(FAST, KNOWS), List.of()))
                .isEqualTo("written: dbo.fast, which is memory-optimised; dbo.knows, which is part of a graph");
    }

    @Test
    void whyThereIsNoWayBack() {
        assertThat(SqlServerReasons.noWayBack(List.of(), "ann"))
                .isEqualTo("The whole database could be put back if the server made a database snapshot of it,"
                        + " or a backup for ann, who would have to be in the server role sysadmin.");
        assertThat(SqlServerReasons.noWayBack(List.of("palindrome_0_1_x", "palindrome_0_2_x"), "ann"))
                .isEqualTo("The whole database could be put back if no other snapshot of it were open:"
                        + " close palindrome_0_1_x, palindrome_0_2_x first.");
    }

    private static SqlServerTable table(String name, SqlServerTableKind kind) {
        return new SqlServerTable(1, "dbo", name, List.of(), false, kind);
    }
}
