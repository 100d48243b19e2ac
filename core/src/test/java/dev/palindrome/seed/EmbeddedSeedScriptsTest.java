package dev.palindrome.seed;

import java.sql.SQLException;

class EmbeddedSeedScriptsTest extends SeedScriptsTestCase {

    @Override
    SeededDatabase open() throws SQLException {
        return SeededDatabase.embedded();
    }
}
