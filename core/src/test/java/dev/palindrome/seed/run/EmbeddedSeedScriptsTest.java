package dev.palindrome.seed.run;

import dev.palindrome.seed.SeededDatabase;
import java.sql.SQLException;

class EmbeddedSeedScriptsTest extends SeedScriptsTestCase {

    @Override
    protected SeededDatabase open() throws SQLException {
        return SeededDatabase.embedded();
    }
}
