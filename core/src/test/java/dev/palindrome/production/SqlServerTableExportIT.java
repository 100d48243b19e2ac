package dev.palindrome.production;

import dev.palindrome.RequiresSqlServer;
import dev.palindrome.seed.SeededDatabase;
import java.sql.SQLException;

@RequiresSqlServer
class SqlServerTableExportIT extends TableExportTestCase {

    @Override
    protected SeededDatabase open() throws SQLException {
        return SeededDatabase.sqlServer();
    }
}
