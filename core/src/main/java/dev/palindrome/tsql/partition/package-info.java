/**
 * Partition functions and schemes, which H2 has not and which are recorded. Inside of {@code dev.palindrome.tsql} and nobody
 * else's business. Open {@link dev.palindrome.tsql.partition.PartitionStatement} first.
 */
@NullMarked
package dev.palindrome.tsql.partition;

import org.jspecify.annotations.NullMarked;
