package dev.palindrome.text;

/** While it is open, values of rows are hidden as they are from when a database began with a backup. */
public final class HiddenForATest implements AutoCloseable {

    public HiddenForATest() {
        HiddenValues.fromNowOn();
    }

    @Override
    public void close() {
        HiddenValues.noLonger();
    }
}
