package dev.palindrome.seed;

import dev.palindrome.RequiresSqlServer;
import java.sql.SQLException;

@RequiresSqlServer
class SqlServerDataFilesIT extends DataFilesTestCase {

    @Override
    SeededDatabase open() throws SQLException {
        return SeededDatabase.sqlServer();
    }
}
