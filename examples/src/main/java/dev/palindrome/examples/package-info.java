/**
 * A small application as a team has one: users, their todos, and comments on these, in SQL Server, by plain JDBC. Open
 * {@link dev.palindrome.examples.TodoRepository} first; its test shows what Palindrome is for.
 */
@NullMarked
package dev.palindrome.examples;

import org.jspecify.annotations.NullMarked;
