package dev.palindrome.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs once for each migration and fails with what is wrong or dangerous in its script and its undo script. It needs
 * no database, and makes none.
 *
 * <pre>{@code
 * class MigrationsTest {
 *
 *     @MigrationCheckTest
 *     void everyMigrationIsSound() {}
 * }
 * }</pre>
 *
 * <p>Each invocation is called after its migration and what undoes it, as in a {@link RoundTripTest}: {@code V3 add comments
 * [U3__comments.sql]}. Undo scripts without a migration, and files that are misnamed, have one of their own. The method may be
 * empty; where it is not, it runs first. It may have the parameters that other tests of its class have.
 *
 * <h2>Creation</h2>
 *
 * <p>Scripts are read before the first invocation. Which ones, {@link #locations} says, or else the
 * {@link MigratedDatabase} of the class or of one around it, or else {@code classpath:db/migration}. It is an error if there
 * is no migration.
 *
 * <h2>Scope</h2>
 *
 * <p>The check is of scripts alone; a class that carries {@link MigratedDatabase} as well gets its database all the same. A Java
 * migration has no script, and its invocation is skipped.
 *
 * <h2>Clean-up</h2>
 *
 * <p>Nothing stays.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
@ExtendWith(MigrationCheckTestExtension.class)
public @interface MigrationCheckTest {

    /**
     * Where the migrations lie.
     *
     * @return Flyway locations, {@code classpath:} or {@code filesystem:}; none, the default, for those of the
     *     {@link MigratedDatabase} that {@link #database} names
     */
    String[] locations() default {};

    /**
     * Flyway's own settings that scripts depend on: prefixes, suffixes, encoding, placeholders.
     *
     * @return each as {@code name=value}; beside those of the {@link MigratedDatabase}, where its locations are taken
     */
    String[] flyway() default {};

    /**
     * What is accepted, beside what heads of undo scripts accept.
     *
     * @return each as {@code version: code reason}, such as {@code 7: PAL015 nothing runs that night}
     */
    String[] allow() default {};

    /**
     * The first version of which findings are told, for teams that begin late.
     *
     * @return such as {@code 40}; empty, the default, for the setting {@code palindrome.round-trip-from}, and without that
     *     for all
     */
    String from() default "";

    /**
     * Which database's locations are meant, where a class has several.
     *
     * @return the {@link MigratedDatabase#name} of a database of the class or of one around it; empty, the default, for
     *     the only one, or the one that has no name
     */
    String database() default "";
}
