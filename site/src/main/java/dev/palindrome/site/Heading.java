package dev.palindrome.site;

/**
 * A heading of a page.
 *
 * @param level 1 to 6
 * @param text without marks
 * @param anchor its name in links
 */
record Heading(int level, String text, String anchor) {}
