package dev.palindrome.reset;

import java.math.BigDecimal;

/**
 * How far an identity had counted.
 *
 * @param next the value that the next row gets
 * @param increment what is added for the row after that; may be negative
 */
record SqlServerIdentity(BigDecimal next, BigDecimal increment) {}
