package dev.palindrome.seed.file;

import dev.palindrome.RequiresSqlServer;
import dev.palindrome.seed.SeededDatabase;
import java.sql.SQLException;

@RequiresSqlServer
class SqlServerDataFilesIT extends DataFilesTestCase {

    @Override
    protected SeededDatabase open() throws SQLException {
        return SeededDatabase.sqlServer();
    }
}
