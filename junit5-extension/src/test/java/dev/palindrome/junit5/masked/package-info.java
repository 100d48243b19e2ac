/** A package that says what becomes of personal data in the databases of its classes. Open {@link MaskedTestCase} first. */
@Mask("* like %mail% = email")
package dev.palindrome.junit5.masked;

import dev.palindrome.junit5.Mask;
