package dev.palindrome.text;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test class that begins with people's rows hides no values from the next one; every class gets it. */
public final class HiddenValuesReset implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext context) {
        HiddenValues.noLonger();
    }
}
