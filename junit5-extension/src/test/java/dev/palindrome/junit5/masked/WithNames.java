package dev.palindrome.junit5.masked;

import dev.palindrome.junit5.Mask;

/** Says what becomes of names. */
@Mask({"users.first_name = first name", "users.last_name = last name"})
public interface WithNames {}
