package dev.palindrome.junit5;

import dev.palindrome.roundtrip.VersionRows;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs once for each migration of a {@link MigratedDatabase}, and is told how its way up, down and up again
 * went.
 *
 * <pre>{@code
 * @MigratedDatabase
 * class MigrationsTest {
 *
 *     @RoundTripTest
 *     void everyMigrationGoesDownAsWellAsUp(RoundTrip trip) {
 *         trip.assertReversible();
 *     }
 * }
 * }</pre>
 *
 * <p>Each invocation is called after its migration and what undoes it, such as {@code V3 add comments [U3__comments.sql]},
 * {@code V3 add comments [no undo]} or, for a repeatable migration, {@code R views}. The method, the methods around it and
 * the constructor of a test that has its own instance may have a parameter of type
 * {@link dev.palindrome.roundtrip.RoundTrip}, beside all that a {@code @MigratedDatabase} gives. One of them must, or it is
 * an error: a test that nobody tells anything cannot fail.
 *
 * <h2>Creation</h2>
 *
 * <p>All migrations up to {@link MigratedDatabase#target} are sent up, down and up again before the first invocation, in
 * databases of their own: the class's is not touched. That is done once for the same migrations and settings, whichever
 * classes ask. It is an error if there is no migration.
 *
 * <h2>Scope</h2>
 *
 * <p>A {@code RoundTrip} is a value, and may be kept. Elsewhere than in a {@code @RoundTripTest} nothing can ask for one:
 * {@code TestDatabase.verifyRoundTrips()} is for that.
 *
 * <h2>Clean-up</h2>
 *
 * <p>The databases are dropped when the verification is done. Drafts of undo scripts stay in
 * {@code target/palindrome/undo-drafts/}; where the setting {@code palindrome.report-dir} names a directory, a report stays
 * there as JSON and as Markdown. A failure tells nothing about the class's database, which is not kept for it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
@ExtendWith(RoundTripTestExtension.class)
public @interface RoundTripTest {

    /**
     * What is passed through without being judged.
     *
     * @return each as {@code version: reason}, such as {@code 7: the old passwords are gone}; the reason is shown in the
     *     report
     */
    String[] exclude() default {};

    /**
     * Puts rows of one's own beside the generated ones, where migrations expect rows of a certain shape. They must come
     * back, too.
     *
     * @return a top-level or static nested class with a constructor without arguments; {@code VersionRows} itself, the
     *     default, for none
     */
    Class<? extends VersionRows> rows() default VersionRows.class;

    /**
     * Which database's migrations are meant, where a class has several.
     *
     * @return the {@link MigratedDatabase#name} of a database of the class or of one around it; empty, the default, for
     *     the only one, or the one that has no name
     */
    String database() default "";
}
