package dev.palindrome.junit5;

import dev.palindrome.seed.Seeder;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Puts rows into the database of a {@link MigratedDatabase}.
 *
 * <pre>{@code
 * @MigratedDatabase
 * @Seed(fill = {"users:10", "todos:50"})
 * class TodoRepositoryTest {
 *
 *     @Test
 *     @Seed(scripts = "classpath:grace.sql")
 *     void findsAUserByName(DataSource dataSource) { … }
 * }
 * }</pre>
 *
 * <p>Within one annotation {@link #scripts} are run first, then {@link #data} is loaded, then {@link #fill} is generated,
 * then the seeders ({@link #value}) are asked. Several annotations are followed in the order written. The same
 * {@code palindrome.random-seed} makes the same rows; a test that fails shows it among its suppressed exceptions.
 *
 * <h2>Creation</h2>
 *
 * <p>On a class, the rows are part of what its database begins with: they are put in when it has been migrated, before the
 * class's {@code @BeforeAll} methods. Those of a superclass and of interfaces come first. On a {@code @Nested} class that
 * shares the outer class's database, they are put in before the nested class's {@code @BeforeAll} methods.
 *
 * <p>On a test method, they are put in for that test, after the reset and before the test's instance is constructed or,
 * where the class has one instance for all tests, before its {@code @BeforeEach} methods.
 *
 * <p>Seeding that fails fails the class or the test with a {@link dev.palindrome.seed.SeedException}.
 *
 * <h2>Scope</h2>
 *
 * <p>The annotation is inherited, and may stand on an interface or on another annotation, which then says the same. A
 * method that overrides another one says for itself what it needs.
 *
 * <h2>Clean-up</h2>
 *
 * <p>There is none but the database's own: what a method's annotation has put in goes with the next reset, and stays for
 * the tests that follow where {@link MigratedDatabase#reset} says that there is none.
 */
@Documented
@Inherited
@Repeatable(Seeds.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@ExtendWith(MigratedDatabaseExtension.class)
public @interface Seed {

    /**
     * Code that puts rows in.
     *
     * @return top-level or static nested classes with a constructor without arguments, of any visibility
     */
    Class<? extends Seeder>[] value() default {};

    /**
     * SQL scripts, with {@code GO} between batches where they have them.
     *
     * @return locations such as {@code classpath:seed.sql} or {@code filesystem:src/test/seed.sql}
     */
    String[] scripts() default {};

    /**
     * Folders of CSV, JSON and bcp files that are named after tables.
     *
     * @return locations such as {@code classpath:seed/}
     */
    String[] data() default {};

    /**
     * Tables to be filled with generated rows.
     *
     * @return each as {@code table:rows}, such as {@code users:10} or {@code sales.orders:100}
     */
    String[] fill() default {};

    /**
     * Which database is meant, where a class has several.
     *
     * @return the {@link MigratedDatabase#name} of a database of the class or of one around it; empty, the default, for
     *     the only one, or the one that has no name
     */
    String database() default "";
}
