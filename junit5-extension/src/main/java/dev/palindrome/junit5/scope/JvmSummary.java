package dev.palindrome.junit5.scope;

import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.progress.TimeSpent;
import dev.palindrome.text.SaidOnce;
import dev.palindrome.text.VisibleLog;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Says where the time went when all tests of a JVM are done: JUnit finds it by its name in {@code META-INF/services}. A fork of
 * Surefire that is handed one class after another has one session for all of them.
 */
public final class JvmSummary implements LauncherSessionListener {

    private static final VisibleLog LOG = VisibleLog.of(MigratedDatabase.class);

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        TimeSpent.ofThisJvm()
                .summary()
                .filter(SaidOnce::isNew)
                .ifPresent(summary -> LOG.info("Palindrome in this JVM: {}.", summary));
    }
}
