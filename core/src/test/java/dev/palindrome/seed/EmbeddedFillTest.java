package dev.palindrome.seed;

import java.sql.SQLException;

class EmbeddedFillTest extends FillTestCase {

    @Override
    protected SeededDatabase open() throws SQLException {
        return SeededDatabase.embedded();
    }
}
