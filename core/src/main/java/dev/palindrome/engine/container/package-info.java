/**
 * SQL Server in a container; the only package that knows Testcontainers. Inside of {@code dev.palindrome.engine} and
 * nobody else's business. Open {@link dev.palindrome.engine.container.ContainerTry} first, then {@link
 * dev.palindrome.engine.container.SqlServerContainer}.
 */
@NullMarked
package dev.palindrome.engine.container;

import org.jspecify.annotations.NullMarked;
