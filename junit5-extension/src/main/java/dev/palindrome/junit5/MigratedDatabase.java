package dev.palindrome.junit5;

import dev.palindrome.engine.EngineKind;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Gives a test class a SQL Server database of its own, migrated by the scripts that production is migrated by.
 *
 * <pre>{@code
 * @MigratedDatabase
 * class TodoRepositoryTest {
 *
 *     @Test
 *     void completesATodo(DataSource dataSource) { … }
 * }
 * }</pre>
 *
 * <p>Tests, lifecycle methods and constructors may have parameters of exactly these types:
 *
 * <ul>
 *   <li>{@link dev.palindrome.TestDatabase}: name, URL, user and password, and the two that follow;
 *   <li>{@link javax.sql.DataSource}: opens connections, does not pool;
 *   <li>{@link java.sql.Connection}: opened for this parameter, and closed by Palindrome;
 *   <li>{@link dev.palindrome.migration.Migrations}: up and down from here;
 *   <li>{@link dev.palindrome.schema.SchemaSnapshot}: the schema as it is when the parameter is made.
 * </ul>
 *
 * <h2>Creation</h2>
 *
 * <p>The database is made before the class's {@code @BeforeAll} methods; where the class has one instance for all its tests
 * ({@code Lifecycle.PER_CLASS}) and its constructor asks for a parameter, before that. It is made on the engine that
 * {@link #engine} and the settings lead to, and migrated to {@link #target}. A migration that fails fails the class.
 *
 * <p>Every attribute that is left alone means: as configured. A setting is looked up as a system property
 * ({@code palindrome.keep}), then as an environment variable ({@code PALINDROME_KEEP}), then as a JUnit configuration
 * parameter.
 *
 * <h2>Scope</h2>
 *
 * <p>All tests of the class share the database, also those of its {@code @Nested} classes, and each begins with the same:
 * before each test, rows and schema are put back to what they were before the first, as far as {@link #reset} does not say
 * otherwise. What {@link Seed} and the class's {@code @BeforeAll} methods have put in is part of that. Tests that are put
 * back on one database take turns where JUnit runs tests in parallel; classes run at the same time. A nested class that
 * carries the annotation itself has a database of its own under that {@link #name}, which stands in for the outer one in the
 * nested class; the outer class's own methods and constructors go on getting the outer one. A subclass inherits the annotation and gets a database of its own, never the superclass's;
 * its own annotation of the same name replaces the inherited one. The annotation may also stand on an interface that the
 * class implements, or on another annotation, which then says the same.
 *
 * <p>Repeat the annotation to have several databases, each under its own {@link #name}. {@link OnDatabase} on a parameter
 * says which one is meant. Without it, it is the only one, or the one that has no name.
 *
 * <h2>Clean-up</h2>
 *
 * <p>A {@code Connection} handed to a test, to {@code @BeforeEach}, to {@code @AfterEach} or to the constructor of a test
 * that has its own instance is closed after that test; one handed to {@code @BeforeAll}, to {@code @AfterAll} or to a
 * {@code PER_CLASS} constructor is closed after the class. Then the database is dropped, whoever is still connected to it,
 * unless {@link #keep} says that it is to be kept.
 *
 * <p>Where a failed test's database was kept and cannot be put back, the tests after it are given a new one
 * ({@link KeepDatabase#ON_FAILURE}). A {@code DataSource} that a {@code @BeforeAll} method or a {@code PER_CLASS}
 * constructor was given leads to the new one from then on. A {@code TestDatabase}, a {@code Connection} or
 * {@code Migrations} from there belong to the database that is gone: let each test ask for its own.
 */
@Documented
@Inherited
@Repeatable(MigratedDatabases.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@ExtendWith({MigratedDatabaseExtension.class, HostedTestExtension.class, RoundTripTestExtension.class})
@ResourceLock(providers = DatabaseLocks.class)
public @interface MigratedDatabase {

    /**
     * The engine to make the database on.
     *
     * @return {@link EngineKind#AUTO}, the default, for the setting {@code palindrome.engine}.
     *     {@link EngineKind#EMBEDDED} is an error where that setting says {@code sqlserver}.
     */
    EngineKind engine() default EngineKind.AUTO;

    /**
     * The SQL Server image, where the engine is a container.
     *
     * @return such as {@code mcr.microsoft.com/mssql/server:2025-latest}; empty, the default, for the setting
     *     {@code palindrome.image}
     */
    String image() default "";

    /**
     * Where the migrations lie.
     *
     * @return Flyway locations, {@code classpath:} or {@code filesystem:}; none, the default, for the Flyway setting
     *     {@code locations}, and without that {@code classpath:db/migration}
     */
    String[] locations() default {};

    /**
     * How far to migrate.
     *
     * @return a version such as {@code 3} or {@code 1.1}; {@code base} to migrate nothing yet; empty, the default, for the
     *     newest
     */
    String target() default "";

    /**
     * Flyway's own settings.
     *
     * @return each as {@code name=value}, such as {@code placeholders.env=test} or {@code defaultSchema=sales}
     */
    String[] flyway() default {};

    /**
     * What the database begins with, where that is not nothing: a script of an existing database, as SQL Server Management
     * Studio, mssql-scripter or sqlpackage write it. Migrations run on top of it.
     *
     * @return where it lies, with {@code classpath:}, which may be left out, or {@code filesystem:}; empty, the default, for
     *     an empty database
     */
    String schemaScript() default "";

    /**
     * Which version the database begins with, where it begins with something. Its history is stamped with it; migrations up
     * to it never run and are not proven to go down.
     *
     * @return such as {@code 1}; {@code 0} to run every migration; empty, the default, for what the history says that the
     *     contents bring along, or Flyway's setting {@code baselineVersion}
     */
    String baseline() default "";

    /**
     * The database's collation.
     *
     * @return such as {@code Latin1_General_100_CS_AS}; empty, the default, for the server's own
     */
    String collation() default "";

    /**
     * Database options, as {@code ALTER DATABASE … SET} takes them.
     *
     * @return each as {@code NAME=value}, such as {@code READ_COMMITTED_SNAPSHOT=ON}
     */
    String[] options() default {};

    /**
     * A backup of SQL Server's that the database begins with, instead of with nothing. The migrations that its history does
     * not know run on top of it. It is restored once in a JVM, and cloned for other classes. Personal data in it is
     * masked as {@link Mask} says; without any rules it is refused, unless {@code palindrome.allow-unmasked} is true.
     *
     * @return a file of this machine, such as {@code backups/prod.bak} or {@code classpath:prod.bak}, which is copied into
     *     the server's container; or, as the server itself sees it, {@code server:/backup/prod.bak}; empty, the default, for
     *     an empty database. An error on the embedded engine
     */
    String backup() default "";

    /**
     * When the database is put back to what it was before the first test.
     *
     * @return {@link ResetMode#BEFORE_EACH}, the default, for every test to begin with the same
     */
    ResetMode reset() default ResetMode.BEFORE_EACH;

    /**
     * Whether every migration up to {@link #target} is proven to go down as well as up before the first test, as
     * {@link RoundTripTest} does it. One that does not fails the class.
     *
     * @return {@code false}, the default, for no proof
     */
    boolean roundTrip() default false;

    /**
     * Whether the database is kept for a person to look at.
     *
     * @return {@link KeepDatabase#AS_CONFIGURED}, the default, for the setting {@code palindrome.keep}
     */
    KeepDatabase keep() default KeepDatabase.AS_CONFIGURED;

    /**
     * What {@link OnDatabase} calls this database.
     *
     * @return any name that no other database of the class has; empty, the default, for the database that a parameter
     *     without {@link OnDatabase} means
     */
    String name() default "";
}
