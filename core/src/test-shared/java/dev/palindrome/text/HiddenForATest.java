package dev.palindrome.text;

/** Hides values of rows as they are hidden from when a database began with a backup. */
public final class HiddenForATest {

    private HiddenForATest() {}

    /** While something is done. */
    public static void during(Runnable work) {
        HiddenValues.fromNowOn();
        try {
            work.run();
        } finally {
            HiddenValues.noLonger();
        }
    }
}
