package dev.palindrome.seed;

import java.sql.SQLException;

class EmbeddedBulkLoaderTest extends BulkLoaderTestCase {

    @Override
    SeededDatabase open() throws SQLException {
        return SeededDatabase.embedded();
    }
}
