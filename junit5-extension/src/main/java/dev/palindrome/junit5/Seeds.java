package dev.palindrome.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Holds several {@link Seed} annotations. The compiler writes it where one is repeated. */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@ExtendWith(MigratedDatabaseExtension.class)
public @interface Seeds {

    /**
     * The annotations.
     *
     * @return in the order in which they are followed
     */
    Seed[] value();
}
