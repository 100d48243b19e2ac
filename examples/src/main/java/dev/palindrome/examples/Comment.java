package dev.palindrome.examples;

import java.time.Instant;

/**
 * What a user said about a todo.
 *
 * @param id drawn by the database
 * @param todoId the todo it is about
 * @param userId who said it
 * @param body of any length
 * @param createdAt when the row was written, to the millisecond
 */
public record Comment(int id, int todoId, int userId, String body, Instant createdAt) {}
