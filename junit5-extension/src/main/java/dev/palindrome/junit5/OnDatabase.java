package dev.palindrome.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Says which database a parameter means, where a class has several.
 *
 * <pre>{@code
 * @MigratedDatabase(name = "orders", locations = "classpath:db/orders")
 * @MigratedDatabase(name = "audit", locations = "classpath:db/audit")
 * class OrderServiceTest {
 *
 *     @Test
 *     void writesAnAuditRecord(@OnDatabase("orders") DataSource orders, @OnDatabase("audit") Connection audit) { … }
 * }
 * }</pre>
 *
 * <p>May stand on an annotation, which then says the same: {@code @Orders DataSource orders}.
 *
 * @see MigratedDatabase#name
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
@ExtendWith(MigratedDatabaseExtension.class)
public @interface OnDatabase {

    /**
     * Which database.
     *
     * @return the {@link MigratedDatabase#name} of a database of the class or of one around it
     */
    String value();
}
