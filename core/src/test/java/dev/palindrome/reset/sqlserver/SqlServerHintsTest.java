package dev.palindrome.reset.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SqlServerHintsTest {

    /** The session ends with what is counted: without this, counts that were forgotten twice look the same. */
    @ParameterizedTest
    @EnumSource(
            value = SqlServerQueries.class,
            names = {"HINTS", "IN_MEMORY_HINTS"})
    void tellsSinceWhenIsCounted(SqlServerQueries query) {
        assertThat(query.sql())
                .contains(", counted since '")
                .contains("MAX(CONVERT(varchar(30), login_time, 126)) AS since\n"
                        + "            FROM sys.dm_exec_sessions WHERE session_id = @@SPID");
    }
}
