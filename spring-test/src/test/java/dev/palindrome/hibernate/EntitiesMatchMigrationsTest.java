package dev.palindrome.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.junit5.MigratedDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What docs/hibernate.md shows. */
@SpringBootTest(properties = "spring.jpa.hibernate.ddl-auto=validate")
@MigratedDatabase(locations = "classpath:db/shop")
class EntitiesMatchMigrationsTest {

    @Test
    void theContextStarts(@Autowired Customers customers) {
        assertThat(customers.count()).isZero();
    }
}
