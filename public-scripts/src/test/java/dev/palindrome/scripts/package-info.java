/**
 * Scripts for SQL Server that nobody here wrote, out of the jars of those who did: begin at {@link
 * dev.palindrome.scripts.PublicScriptsIT}.
 */
@NullMarked
package dev.palindrome.scripts;

import org.jspecify.annotations.NullMarked;
