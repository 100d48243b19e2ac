/**
 * How to reach a SQL Server: URL, credentials, and what came of trying. Inside of {@code dev.palindrome.engine} and
 * nobody else's business. Open {@link dev.palindrome.engine.server.SqlServerUrl} first.
 */
@NullMarked
package dev.palindrome.engine.server;

import org.jspecify.annotations.NullMarked;
