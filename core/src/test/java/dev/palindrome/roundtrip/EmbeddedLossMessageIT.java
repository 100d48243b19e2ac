package dev.palindrome.roundtrip;

import dev.palindrome.EngineDatabases;
import dev.palindrome.database.Databases;

class EmbeddedLossMessageIT extends LossMessageTestCase {

    @Override
    Databases databases() {
        return EngineDatabases.embedded();
    }

    @Override
    void requires(String sql) {
        // What the embedded engine cannot take, it shall not pretend to be skipped for.
    }
}
