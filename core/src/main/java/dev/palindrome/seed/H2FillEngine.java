package dev.palindrome.seed;

import java.sql.Connection;

/** H2 undoes a statement that fails, and nothing else. */
final class H2FillEngine implements FillEngine {

    @Override
    public void prepare(Connection connection) {
        // There is nothing to prepare.
    }

    @Override
    public void restore(Connection connection) {
        // There is nothing to put back.
    }

    @Override
    public boolean goesOn(Connection connection) {
        return true;
    }

    @Override
    public String rowLocator() {
        return "_ROWID_";
    }
}
