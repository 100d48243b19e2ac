package dev.palindrome.examples;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The todos in the database. */
public final class TodoRepository {

    private final Jdbc jdbc;

    /**
     * A repository on the application's database.
     *
     * @param dataSource where connections come from, one for each call
     */
    public TodoRepository(DataSource dataSource) {
        this.jdbc = new Jdbc(dataSource);
    }

    /**
     * Adds an open todo.
     *
     * @param userId whose todo it is
     * @param title at most 200 characters
     * @param priority from 1, which comes first, to 5
     * @return the todo as the database has it now
     * @throws RepositoryException if there is no such user or no such priority
     */
    public Todo add(int userId, String title, int priority) {
        int id = jdbc.insert(
                "INSERT INTO dbo.todos (user_id, title, priority) VALUES (?, ?, ?)", userId, title, priority);
        return find(id).orElseThrow();
    }

    /**
     * Finds a todo.
     *
     * @param id the todo's id
     * @return the todo, or empty where there is none
     */
    public Optional<Todo> find(int id) {
        return jdbc.first(TodoRepository::todo, "SELECT * FROM dbo.todos WHERE id = ?", id);
    }

    /**
     * What a user has yet to do, the most urgent first, page by page.
     *
     * @param userId whose todos
     * @param page from 0
     * @param size how many todos a page holds, at least 1
     * @return the todos of that page
     */
    public List<Todo> findOpen(int userId, int page, int size) {
        return jdbc.list(TodoRepository::todo, """
                SELECT * FROM dbo.todos
                WHERE user_id = ? AND is_completed = 0
                ORDER BY priority, id
                OFFSET ? ROWS FETCH NEXT ? ROWS ONLY
                """, userId, page * size, size);
    }

    /**
     * Says more about a todo.
     *
     * @param id the todo's id
     * @param description of any length; empty takes it away
     */
    public void describe(int id, Optional<String> description) {
        jdbc.update("UPDATE dbo.todos SET description = ? WHERE id = ?", description.orElse(null), id);
    }

    /**
     * Completes an open todo.
     *
     * @param id the todo's id
     * @param at when it was done
     * @return false where it was not open, or is not there; then nothing has changed
     */
    public boolean complete(int id, Instant at) {
        return jdbc.update(
                        "UPDATE dbo.todos SET is_completed = 1, completed_at = ? WHERE id = ? AND is_completed = 0",
                        Jdbc.utc(at),
                        id)
                == 1;
    }

    private static Todo todo(ResultSet row) throws SQLException {
        return new Todo(
                row.getInt("id"),
                row.getInt("user_id"),
                row.getString("title"),
                Optional.ofNullable(row.getString("description")),
                row.getInt("priority"),
                Jdbc.instant(row, "created_at").orElseThrow(),
                Jdbc.instant(row, "completed_at"));
    }
}
