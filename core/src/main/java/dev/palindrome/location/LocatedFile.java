package dev.palindrome.location;

/**
 * A file that is there. Nothing of it has been read yet.
 *
 * @param size in bytes; less than 1 if it is not known
 * @param content opens it
 */
public record LocatedFile(long size, FileContent content) {}
