package dev.palindrome.spring;

import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.Seed;
import org.junit.jupiter.api.Nested;
import org.springframework.boot.data.jdbc.test.autoconfigure.DataJdbcTest;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.boot.jooq.test.autoconfigure.JooqTest;

/** Slices would put an empty database in the place of the application's; here they have Palindrome's. */
class SlicesTest {

    @Nested
    @DataJpaTest
    @MigratedDatabase
    @Seed(fill = "users:3")
    class Jpa extends SliceCases.Jpa {}

    @Nested
    @MigratedDatabase
    @JdbcTest
    class Jdbc extends SliceCases.Jdbc {}

    /** Says of all replacements that they are to be made. */
    @Nested
    @JdbcTest
    @AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.ANY)
    @MigratedDatabase
    class Replaced extends SliceCases.Jdbc {}

    @Nested
    @DataJdbcTest
    @MigratedDatabase
    @Seed(fill = {"users:1", "todos:2"})
    class DataJdbc extends SliceCases.DataJdbc {}

    @Nested
    @JooqTest
    @MigratedDatabase
    @Seed(fill = "users:3")
    class Jooq extends SliceCases.Jooq {}
}
