package dev.palindrome.junit5;

import dev.palindrome.RequiresSqlServer;
import java.util.List;

@RequiresSqlServer
class SqlServerResetIT extends ResetTestCase {

    @Override
    TestCases cases(Class<?>... classes) {
        return TestCases.of(classes).with("palindrome.engine", "sqlserver");
    }

    @Override
    Ways ways() {
        return new Ways(
                "written: dbo.orders",
                "session [0-9]+ of .+, in a transaction since [-0-9T:.]+",
                List.of("connections ended"));
    }

    @Override
    void requires(Feature feature) {
        SqlServerProbe.requires(
                switch (feature) {
                    case TELL_WHAT_WAS_WRITTEN -> "SELECT COUNT(*) FROM sys.dm_db_index_usage_stats";
                    case CHANGE_SCHEMAS, TELL_OPEN_TRANSACTIONS ->
                        "SELECT COUNT(*) FROM sys.dm_tran_database_transactions";
                });
    }
}
