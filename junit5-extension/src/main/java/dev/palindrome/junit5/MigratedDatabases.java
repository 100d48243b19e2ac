package dev.palindrome.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Holds several {@link MigratedDatabase} annotations. The compiler writes it where one is repeated. */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@ExtendWith({MigratedDatabaseExtension.class, RoundTripTestExtension.class})
@ResourceLock(providers = DatabaseLocks.class)
public @interface MigratedDatabases {

    /**
     * The annotations.
     *
     * @return one for each database, with different names
     */
    MigratedDatabase[] value();
}
