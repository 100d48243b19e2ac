package dev.palindrome.seed.file;

import dev.palindrome.seed.SeededDatabase;
import java.sql.SQLException;

class EmbeddedDataFilesTest extends DataFilesTestCase {

    @Override
    protected SeededDatabase open() throws SQLException {
        return SeededDatabase.embedded();
    }
}
