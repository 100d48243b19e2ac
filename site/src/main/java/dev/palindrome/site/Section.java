package dev.palindrome.site;

/**
 * What search finds: what stands below a heading, up to the next.
 *
 * @param heading the heading
 * @param text without marks
 */
record Section(Heading heading, String text) {}
