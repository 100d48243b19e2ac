package dev.palindrome.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.palindrome.TestDatabase;
import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.Seed;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.tools.jdbc.JDBCUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MigratedDatabase
@Seed(fill = {"users:3", "todos:9"})
class JooqTest {

    private DSLContext dsl;

    @BeforeEach
    void context(TestDatabase database) {
        dsl = DSL.using(database.dataSource(), JDBCUtils.dialect(database.jdbcUrl()));
    }

    @Test
    void countsTodos() {
        assertThat(dsl.fetchCount(
                        table(name("dbo", "todos")), field(name("user_id")).in(1, 2, 3)))
                .isEqualTo(9);
    }
}
