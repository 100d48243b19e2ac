package dev.palindrome.migration.flyway;

import dev.palindrome.text.HiddenValues;
import dev.palindrome.text.VisibleError;
import dev.palindrome.text.VisibleText;
import java.util.function.Supplier;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.flywaydb.core.api.logging.LogFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Flyway has to say while Palindrome runs it: its many lines of INFO go to DEBUG, and so does the advice to restore
 * backups, since there is nothing to restore. What Flyway says to anybody else who runs it is passed on as it is. Public for
 * Flyway's sake, which makes it by its name.
 */
public final class TurnedDownLog implements LogCreator {

    /** Flyway says so of whatever it cannot roll back; Palindrome's own error says what is left behind. */
    private static final String BACKUPS = "restore backups";

    /** Flyway says so of groups on H2, where Palindrome commits after each migration. */
    private static final String GROUP = "'group' parameter";

    /** Flyway says so at every run of an H2 that is newer than itself; which H2 can be taken, Palindrome's tests say. */
    private static final String NEWER_H2 = "Using H2 ";

    private static final String NAME = TurnedDownLog.class.getName();

    /** How many of Palindrome's runs this thread is in. */
    private static final ThreadLocal<Integer> RUNS = ThreadLocal.withInitial(() -> 0);

    /** Flyway finds classes by the loader that it comes from itself. */
    static final boolean CAN_BE_FOUND = canBeFound();

    private static boolean canBeFound() {
        try {
            return Class.forName(NAME, false, LogFactory.class.getClassLoader()) == TurnedDownLog.class;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** Made by Flyway. */
    public TurnedDownLog() {}

    /** Tells a run of Flyway to log this way. */
    static void configure(FluentConfiguration flyway) {
        if (CAN_BE_FOUND) {
            flyway.loggers(NAME);
        }
    }

    /** Runs Flyway with its log turned down. */
    static <T> T in(Supplier<T> run) throws FlywayException {
        RUNS.set(RUNS.get() + 1);
        try {
            return run.get();
        } finally {
            int left = RUNS.get() - 1;
            if (left == 0) {
                RUNS.remove();
            } else {
                RUNS.set(left);
            }
        }
    }

    @Override
    public Log createLogger(Class<?> owner) {
        return new TurnedDown(LoggerFactory.getLogger(owner));
    }

    /**
     * One of Flyway's logs. It names scripts, in which there may be what steers a terminal.
     *
     * @param log where it goes
     */
    private record TurnedDown(Logger log) implements Log {

        private static boolean isTurnedDown() {
            return RUNS.get() > 0;
        }

        /** Flyway 10 asks for it, and later versions do without. */
        @Override
        @SuppressWarnings("deprecation")
        public boolean isDebugEnabled() {
            return log.isDebugEnabled();
        }

        @Override
        public void debug(String message) {
            log.debug(VisibleText.lines(HiddenValues.in(message)));
        }

        @Override
        public void info(String message) {
            if (isTurnedDown()) {
                log.debug(VisibleText.lines(HiddenValues.in(message)));
            } else {
                log.info(VisibleText.lines(HiddenValues.in(message)));
            }
        }

        @Override
        public void warn(String message) {
            if (isTurnedDown() && (message.contains(GROUP) || message.startsWith(NEWER_H2))) {
                log.debug(VisibleText.lines(HiddenValues.in(message)));
            } else {
                log.warn(VisibleText.lines(HiddenValues.in(message)));
            }
        }

        @Override
        public void error(String message) {
            if (isTurnedDown() && message.contains(BACKUPS)) {
                log.debug(VisibleText.lines(HiddenValues.in(message)));
            } else {
                log.error(VisibleText.lines(HiddenValues.in(message)));
            }
        }

        @Override
        public void error(String message, Exception e) {
            if (isTurnedDown() && message.contains(BACKUPS)) {
                log.debug(VisibleText.lines(HiddenValues.in(message)), VisibleError.cause(e));
            } else {
                log.error(VisibleText.lines(HiddenValues.in(message)), VisibleError.cause(e));
            }
        }

        @Override
        public void notice(String message) {
            info(message);
        }
    }
}
