package dev.palindrome.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what becomes of personal data in the database of a {@link MigratedDatabase}, such as one that begins with a backup.
 *
 * <pre>{@code
 * @MigratedDatabase(backup = "backups/prod.bak")
 * @Mask({
 *     "users.email      = email",
 *     "users.first_name = first name",
 *     "* like %phone%   = phone"
 * })
 * class TodoRepositoryTest { … }
 * }</pre>
 *
 * <p>What a rule may say stands at {@link dev.palindrome.production.MaskRules}.
 *
 * <h2>Creation</h2>
 *
 * <p>The database is masked once, when it has been migrated, before {@link Seed} puts rows in and before anybody sees it. What
 * cannot be masked fails the class before any test. Databases of round trips that begin with something are masked before
 * anything else.
 *
 * <h2>Scope</h2>
 *
 * <p>On a package ({@code package-info.java}) it is for all databases of classes right in that package, on a class for its own;
 * the rules of all are taken together: the package's first, then those of superclasses and interfaces, then the class's. It is
 * inherited, and may stand on another annotation, which then says the same.
 *
 * <h2>Clean-up</h2>
 *
 * <p>There is none: what was there is gone, also in a database that is kept.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.PACKAGE, ElementType.ANNOTATION_TYPE})
public @interface Mask {

    /**
     * The rules.
     *
     * @return one or several lines each
     */
    String[] value() default {};

    /**
     * Files of rules, which come before those that stand here.
     *
     * @return locations such as {@code classpath:masking.rules} or {@code filesystem:src/test/masking.rules}
     */
    String[] files() default {};

    /**
     * Which database is meant, where a class has several.
     *
     * @return the {@link MigratedDatabase#name} of a database of the class; empty, the default, for all
     */
    String database() default "";
}
