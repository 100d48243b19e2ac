package dev.palindrome.junit5;

import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;

/**
 * Takes over the life of the databases that test classes declare, for a framework that has something of its own to connect
 * to them: an application that is started once for several classes. For who connects such a framework; found as a service
 * ({@code META-INF/services/dev.palindrome.junit5.DatabaseHost}).
 *
 * <p>What is declared is read with {@link DatabaseRequest}, and what is made of it is a {@link HostedDatabase}. Seeds, resets
 * and parameters stay the extension's: it puts a hosted database back to what it was when the first class came, puts in the
 * rows of each class, and puts it back before each test. Classes whose requests are equal never run at the same time.
 */
public interface DatabaseHost {

    /**
     * Whether this host has the databases that a class declares.
     *
     * @param testClass a test class, which need not declare any
     * @return always the same for the same class; asked before anything is run
     */
    boolean hosts(Class<?> testClass);

    /**
     * The database of a class. Asked before the class's first method and before each test, so that it need not be the same
     * one each time.
     *
     * @param context of a class for which {@link #hosts} is true, or of one of its tests
     * @param name what the class calls it
     * @return the database, which is not closed while a test works on it
     */
    HostedDatabase database(ExtensionContext context, String name);

    /**
     * What a parameter of type {@link DataSource} without an annotation is given.
     *
     * @param context see {@link #database}
     * @param name see {@link #database}
     * @return what the application itself uses; nothing, the default, for connections that are not pooled
     */
    default Optional<DataSource> dataSource(ExtensionContext context, String name) {
        return Optional.empty();
    }

    /**
     * Whether a parameter is the framework's, although its type is one that Palindrome knows.
     *
     * @param parameter without {@link OnDatabase}
     * @param context of the class whose test is run, or of the test
     * @return false, the default, for a parameter of Palindrome's
     */
    default boolean resolves(ParameterContext parameter, ExtensionContext context) {
        return false;
    }

    /**
     * Told before the first {@code BeforeEachCallback} of a test. A framework that begins a transaction there makes the test
     * ready before that.
     *
     * @param context of the test
     * @param ready puts the database back, and the method's rows in; does nothing the second time, and need not be run: the
     *     extension does so in its own callback
     */
    default void aboutToRun(ExtensionContext context, Runnable ready) {}
}
