/**
 * Backups of other databases than Palindrome's own, with which a database begins: what is in the file, which of it is
 * restored and where to, and what to do where that fails. Inside {@code dev.palindrome.database}, and nobody else's business.
 * Nothing here talks to a server: {@code database.sqlserver} does. Open {@link dev.palindrome.database.backup.BackupSet} first.
 */
@NullMarked
package dev.palindrome.database.backup;

import org.jspecify.annotations.NullMarked;
