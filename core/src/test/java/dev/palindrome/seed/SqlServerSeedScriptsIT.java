package dev.palindrome.seed;

import dev.palindrome.RequiresSqlServer;
import java.sql.SQLException;

@RequiresSqlServer
class SqlServerSeedScriptsIT extends SeedScriptsTestCase {

    @Override
    SeededDatabase open() throws SQLException {
        return SeededDatabase.sqlServer();
    }
}
