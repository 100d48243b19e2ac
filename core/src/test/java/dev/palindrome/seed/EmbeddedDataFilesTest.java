package dev.palindrome.seed;

import java.sql.SQLException;

class EmbeddedDataFilesTest extends DataFilesTestCase {

    @Override
    SeededDatabase open() throws SQLException {
        return SeededDatabase.embedded();
    }
}
