package dev.palindrome.reset;

import org.h2.engine.Database;
import org.h2.engine.Mode;

/**
 * Options of H2 that its catalogue does not hold.
 *
 * @param referentialIntegrity whether foreign keys are checked
 * @param ignoreCase whether a new text column compares without case
 * @param mode which database's dialect is spoken
 */
record H2Options(boolean referentialIntegrity, boolean ignoreCase, Mode mode) {

    static H2Options of(Database engine) {
        return new H2Options(engine.getReferentialIntegrity(), engine.getIgnoreCase(), engine.getMode());
    }

    void putBack(Database engine) {
        engine.setReferentialIntegrity(referentialIntegrity);
        engine.setIgnoreCase(ignoreCase);
        engine.setMode(mode);
    }
}
