/**
 * Procedures and other modules, which H2 does not have: their heads are read, their texts are kept. Inside of {@code
 * dev.palindrome.tsql} and nobody else's business. Open {@link dev.palindrome.tsql.module.ModuleDefinition} first.
 */
@NullMarked
package dev.palindrome.tsql.module;

import org.jspecify.annotations.NullMarked;
