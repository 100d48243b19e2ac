package dev.palindrome.examples.spring;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is easier said in SQL. */
@Repository
class TodoStatistics {

    record OpenTodos(String username, int count) {}

    private final JdbcClient jdbc;

    TodoStatistics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OpenTodos> busiest(int users) {
        return jdbc.sql("""
                        SELECT u.username, COUNT(*) AS count
                        FROM dbo.todos t JOIN dbo.users u ON u.id = t.user_id
                        WHERE t.completed = 0
                        GROUP BY u.username
                        ORDER BY COUNT(*) DESC, u.username
                        OFFSET 0 ROWS FETCH NEXT ? ROWS ONLY
                        """).param(users).query(OpenTodos.class).list();
    }
}
