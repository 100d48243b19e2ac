package dev.palindrome.seed.filler;

import dev.palindrome.RequiresSqlServer;
import dev.palindrome.seed.SeededDatabase;
import java.sql.SQLException;

@RequiresSqlServer
class SqlServerFillOrderIT extends FillOrderTestCase {

    @Override
    protected SeededDatabase open() throws SQLException {
        return SeededDatabase.sqlServer();
    }
}
