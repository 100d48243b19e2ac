package dev.palindrome.engine.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.engine.container.QuietDriver.QuietLogger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class QuietDriverTest {

    private static final Logger DRIVER = Logger.getLogger("com.microsoft.sqlserver.jdbc.internals.SQLServerConnection");

    @Test
    void theDriverIsQuietForAsLongAsItTakes() {
        Level before = DRIVER.getLevel();
        QuietDriver quiet = QuietDriver.enter();
        assertThat(DRIVER.isLoggable(Level.WARNING)).isFalse();
        assertThat(DRIVER.isLoggable(Level.SEVERE)).isTrue();
        quiet.close();
        assertThat(DRIVER.getLevel()).isEqualTo(before);
    }

    /** Two images may be starting at the same time, and the first to be there need not be the last to have begun. */
    @Test
    void theLastToLeaveGivesTheLevelBack() {
        Logger logger = Logger.getAnonymousLogger();
        logger.setLevel(Level.FINE);
        QuietLogger quiet = new QuietLogger(logger);
        quiet.enter();
        quiet.enter();
        quiet.leave();
        assertThat(logger.getLevel()).isEqualTo(Level.SEVERE);
        quiet.leave();
        assertThat(logger.getLevel()).isEqualTo(Level.FINE);
    }
}
