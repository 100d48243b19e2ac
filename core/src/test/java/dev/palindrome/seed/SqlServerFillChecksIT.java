package dev.palindrome.seed;

import dev.palindrome.RequiresSqlServer;
import java.sql.SQLException;

@RequiresSqlServer
class SqlServerFillChecksIT extends FillChecksTestCase {

    @Override
    SeededDatabase open() throws SQLException {
        return SeededDatabase.sqlServer();
    }
}
