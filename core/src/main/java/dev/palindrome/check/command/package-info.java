/**
 * A check from the command line. Inside of {@code dev.palindrome.check} and nobody else's business. Open {@link
 * dev.palindrome.check.command.CheckCommand} first.
 */
@NullMarked
package dev.palindrome.check.command;

import org.jspecify.annotations.NullMarked;
