package dev.palindrome.seed;

import dev.palindrome.RequiresSqlServer;
import java.sql.SQLException;

@RequiresSqlServer
class SqlServerBulkLoaderIT extends BulkLoaderTestCase {

    @Override
    SeededDatabase open() throws SQLException {
        return SeededDatabase.sqlServer();
    }
}
