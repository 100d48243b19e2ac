package dev.palindrome.examples;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who has todos.
 *
 * @param id drawn by the database
 * @param username unique, at most 100 characters
 * @param email unique
 * @param phoneNumber as the user wrote it
 * @param admin whether the user may see everybody's todos
 * @param status whether the user may log in
 * @param createdAt when the row was written, to the millisecond
 */
public record User(
        int id,
        String username,
        String email,
        Optional<String> phoneNumber,
        boolean admin,
        UserStatus status,
        Instant createdAt) {}
