package dev.palindrome.seed;

import java.sql.SQLException;

class EmbeddedFillChecksTest extends FillChecksTestCase {

    @Override
    protected SeededDatabase open() throws SQLException {
        return SeededDatabase.embedded();
    }
}
