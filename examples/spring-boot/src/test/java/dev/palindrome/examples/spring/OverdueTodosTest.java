package dev.palindrome.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.jdbc.Sql;
import org.springframework.transaction.annotation.Transactional;

/** Rows that the class has, and rows that Spring puts in and rolls back. */
@Transactional
class OverdueTodosTest extends DatabaseTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);

    @Autowired
    TodoService service;

    @Test
    @Sql(statements = "INSERT INTO dbo.todos (user_id, title, due) VALUES (1, N'Taxes', '2026-03-31')")
    void areDueBeforeToday() {
        assertThat(service.overdue(TODAY)).extracting(Todo::title).containsExactly("Taxes");
    }

    @Test
    void areNotThoseWithoutADay() {
        assertThat(service.overdue(TODAY)).isEmpty();
    }
}
