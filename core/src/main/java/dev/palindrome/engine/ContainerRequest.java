package dev.palindrome.engine;

/**
 * The container that is wanted, its licence accepted.
 *
 * @param image the SQL Server image
 * @param reuse whether it shall outlive this JVM, for the next one
 */
record ContainerRequest(String image, boolean reuse) {}
