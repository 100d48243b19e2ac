/**
 * Databases on a SQL Server: made, marked, dropped, backed up, restored, swept. Inside of {@code
 * dev.palindrome.database} and nobody else's business. Open {@link
 * dev.palindrome.database.sqlserver.SqlServerDatabases} first.
 */
@NullMarked
package dev.palindrome.database.sqlserver;

import org.jspecify.annotations.NullMarked;
