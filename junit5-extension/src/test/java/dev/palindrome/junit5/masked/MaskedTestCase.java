package dev.palindrome.junit5.masked;

import dev.palindrome.junit5.Mask;
import dev.palindrome.junit5.MigratedDatabase;

/** Has rules of its package, of an interface and of its own. */
@MigratedDatabase
@Mask("users.phone = phone")
public class MaskedTestCase implements WithNames {}
