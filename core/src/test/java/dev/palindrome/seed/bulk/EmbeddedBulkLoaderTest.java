package dev.palindrome.seed.bulk;

import dev.palindrome.seed.SeededDatabase;
import java.sql.SQLException;

class EmbeddedBulkLoaderTest extends BulkLoaderTestCase {

    @Override
    protected SeededDatabase open() throws SQLException {
        return SeededDatabase.embedded();
    }
}
