package dev.palindrome.examples;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The users in the database. */
public final class UserRepository {

    private final Jdbc jdbc;

    /**
     * A repository on the application's database.
     *
     * @param dataSource where connections come from, one for each call
     */
    public UserRepository(DataSource dataSource) {
        this.jdbc = new Jdbc(dataSource);
    }

    /**
     * Adds an active user who is no admin.
     *
     * @param username must be new
     * @param email must be new
     * @return the user as the database has it now
     */
    public User add(String username, String email) {
        int id = jdbc.insert("INSERT INTO dbo.users (username, email) VALUES (?, ?)", username, email);
        return find(id).orElseThrow();
    }

    /**
     * Finds a user.
     *
     * @param id the user's id
     * @return the user, or empty where there is none
     */
    public Optional<User> find(int id) {
        return jdbc.first(UserRepository::user, "SELECT * FROM dbo.users WHERE id = ?", id);
    }

    /**
     * Finds a user by name.
     *
     * @param username the whole name
     * @return the user, or empty where there is none
     */
    public Optional<User> findByUsername(String username) {
        return jdbc.first(UserRepository::user, "SELECT * FROM dbo.users WHERE username = ?", username);
    }

    /**
     * All users of one status.
     *
     * @param status the status
     * @return the users, by name
     */
    public List<User> findByStatus(UserStatus status) {
        return jdbc.list(
                UserRepository::user, "SELECT * FROM dbo.users WHERE status = ? ORDER BY username", status.column());
    }

    /**
     * Lets a user log in, or no longer.
     *
     * @param id the user's id
     * @param status the new status
     */
    public void changeStatus(int id, UserStatus status) {
        jdbc.update("UPDATE dbo.users SET status = ? WHERE id = ?", status.column(), id);
    }

    /**
     * Changes a user's phone number.
     *
     * @param id the user's id
     * @param phoneNumber the new one; empty takes it away
     */
    public void changePhoneNumber(int id, Optional<String> phoneNumber) {
        jdbc.update("UPDATE dbo.users SET phone_number = ? WHERE id = ?", phoneNumber.orElse(null), id);
    }

    /**
     * Removes a user and that user's todos.
     *
     * @param id the user's id
     * @throws RepositoryException if the user has commented on a todo of somebody else
     */
    public void remove(int id) {
        jdbc.update("DELETE FROM dbo.users WHERE id = ?", id);
    }

    private static User user(ResultSet row) throws SQLException {
        return new User(
                row.getInt("id"),
                row.getString("username"),
                row.getString("email"),
                Optional.ofNullable(row.getString("phone_number")),
                row.getBoolean("is_admin"),
                UserStatus.of(row.getString("status")),
                Jdbc.instant(row, "created_at").orElseThrow());
    }
}
