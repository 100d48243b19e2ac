/**
 * Backups of other databases than Palindrome's own, with which a database begins: what is in the file, which of it is
 * restored and where to, and what to do where that fails. Nothing here talks to a server. Open {@link
 * dev.palindrome.database.backup.BackupSet} first; {@code dev.palindrome.database.sqlserver} does the talking.
 */
@NullMarked
package dev.palindrome.database.backup;

import org.jspecify.annotations.NullMarked;
