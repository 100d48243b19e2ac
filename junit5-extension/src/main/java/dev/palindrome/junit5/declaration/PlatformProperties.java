package dev.palindrome.junit5.declaration;

import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.settings.SettingNames;
import dev.palindrome.text.VisibleLog;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The file of JUnit's configuration parameters: JUnit tells extensions the value of a name, but no names. */
public final class PlatformProperties {

    private static final VisibleLog LOG = VisibleLog.of(MigratedDatabase.class);

    private static final String FILE = "junit-platform.properties";

    private PlatformProperties() {}

    /** Warns of what looks like one of Palindrome's settings and is none. Looks where JUnit does. */
    public static void check() {
        ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
        check(ofThread == null ? ClassLoader.getSystemClassLoader() : ofThread);
    }

    static void check(ClassLoader loader) {
        try (InputStream file = loader.getResourceAsStream(FILE)) {
            if (file != null) {
                Properties properties = new Properties();
                properties.load(file);
                SettingNames.check(properties.stringPropertyNames(), "configuration parameter");
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.debug("{} cannot be read: {}", FILE, e.toString());
        }
    }
}
