package dev.palindrome.seed.run;

import dev.palindrome.RequiresSqlServer;
import dev.palindrome.seed.SeededDatabase;
import java.sql.SQLException;

@RequiresSqlServer
class SqlServerSeedScriptsIT extends SeedScriptsTestCase {

    @Override
    protected SeededDatabase open() throws SQLException {
        return SeededDatabase.sqlServer();
    }
}
