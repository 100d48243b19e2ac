/**
 * Tables, their columns, constraints and indexes: read out of CREATE and ALTER TABLE, held against SQL Server's rules and
 * written for H2. Inside of {@code dev.palindrome.tsql} and nobody else's business. Open {@link
 * dev.palindrome.tsql.rewrite.table.CreateTable} first.
 */
@NullMarked
package dev.palindrome.tsql.rewrite.table;

import org.jspecify.annotations.NullMarked;
