package dev.palindrome.examples;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** The comments in the database. */
public final class CommentRepository {

    private final Jdbc jdbc;

    /**
     * A repository on the application's database.
     *
     * @param dataSource where connections come from, one for each call
     */
    public CommentRepository(DataSource dataSource) {
        this.jdbc = new Jdbc(dataSource);
    }

    /**
     * Comments on a todo.
     *
     * @param todoId the todo
     * @param userId who says it
     * @param body of any length
     * @return the id of the comment
     * @throws RepositoryException if there is no such todo or user
     */
    public int add(int todoId, int userId, String body) {
        return jdbc.insert("INSERT INTO dbo.comments (todo_id, user_id, body) VALUES (?, ?, ?)", todoId, userId, body);
    }

    /**
     * What was said about a todo.
     *
     * @param todoId the todo
     * @return its comments in the order they were made
     */
    public List<Comment> findByTodo(int todoId) {
        return jdbc.list(
                CommentRepository::comment, "SELECT * FROM dbo.comments WHERE todo_id = ? ORDER BY id", todoId);
    }

    /**
     * Counts what a user has said.
     *
     * @param userId the user
     * @return the number of that user's comments on any todo
     */
    public int countByUser(int userId) {
        return jdbc.first(row -> row.getInt(1), "SELECT COUNT(*) FROM dbo.comments WHERE user_id = ?", userId)
                .orElseThrow();
    }

    private static Comment comment(ResultSet row) throws SQLException {
        return new Comment(
                row.getInt("id"),
                row.getInt("todo_id"),
                row.getInt("user_id"),
                row.getString("body"),
                Jdbc.instant(row, "created_at").orElseThrow());
    }
}
