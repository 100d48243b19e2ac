package dev.palindrome.sql;

/** H2 undoes a statement that fails, and nothing else. */
final class H2FailureHandling implements FailureHandling {

    @Override
    public void begin() {
        // There is nothing to prepare.
    }

    @Override
    public void end() {
        // There is nothing to put back.
    }

    @Override
    public boolean goesOn() {
        return true;
    }
}
