package dev.palindrome.examples;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that a user has to do.
 *
 * @param id drawn by the database
 * @param userId whose todo it is
 * @param title at most 200 characters
 * @param description of any length
 * @param priority from 1, which comes first, to 5
 * @param createdAt when the row was written, to the millisecond
 * @param completedAt when it was done, to the millisecond; empty while it is open
 */
public record Todo(
        int id,
        int userId,
        String title,
        Optional<String> description,
        int priority,
        Instant createdAt,
        Optional<Instant> completedAt) {

    /**
     * Whether it is done.
     *
     * @return true from its completion on
     */
    public boolean completed() {
        return completedAt.isPresent();
    }
}
