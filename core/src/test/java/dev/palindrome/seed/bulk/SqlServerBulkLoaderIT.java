package dev.palindrome.seed.bulk;

import dev.palindrome.RequiresSqlServer;
import dev.palindrome.seed.SeededDatabase;
import java.sql.SQLException;

@RequiresSqlServer
class SqlServerBulkLoaderIT extends BulkLoaderTestCase {

    @Override
    protected SeededDatabase open() throws SQLException {
        return SeededDatabase.sqlServer();
    }
}
