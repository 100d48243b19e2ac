package dev.palindrome.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Page;

/** Pages, with SQL Server's dialect in {@code application.properties}. */
class TodoPagesTest extends DatabaseTest {

    @Autowired
    TodoService service;

    @Test
    void openTodosComeInPages() {
        Page<Todo> second = service.open(1, 4);

        assertThat(second).hasSize(2);
        assertThat(second.getTotalElements()).isEqualTo(6);
    }
}
