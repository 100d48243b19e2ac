package dev.palindrome.seed;

import java.sql.SQLException;

class EmbeddedFillOrderTest extends FillOrderTestCase {

    @Override
    SeededDatabase open() throws SQLException {
        return SeededDatabase.embedded();
    }
}
