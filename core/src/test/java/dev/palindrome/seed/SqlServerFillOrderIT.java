package dev.palindrome.seed;

import dev.palindrome.RequiresSqlServer;
import java.sql.SQLException;

@RequiresSqlServer
class SqlServerFillOrderIT extends FillOrderTestCase {

    @Override
    SeededDatabase open() throws SQLException {
        return SeededDatabase.sqlServer();
    }
}
