package dev.palindrome.production;

import dev.palindrome.seed.SeededDatabase;
import java.sql.SQLException;

class EmbeddedMaskingTest extends MaskingTestCase {

    @Override
    protected SeededDatabase open() throws SQLException {
        return SeededDatabase.embedded();
    }
}
