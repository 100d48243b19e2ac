package dev.palindrome.engine.container;

/**
 * The container that is wanted, its licence accepted.
 *
 * @param image the SQL Server image
 * @param reuse whether it shall outlive this JVM, for the next one
 */
public record ContainerRequest(String image, boolean reuse) {}
