package dev.palindrome.seed.filler;

import dev.palindrome.seed.SeededDatabase;
import java.sql.SQLException;

class EmbeddedFillOrderTest extends FillOrderTestCase {

    @Override
    protected SeededDatabase open() throws SQLException {
        return SeededDatabase.embedded();
    }
}
