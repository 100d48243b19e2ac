/**
 * Collections of XML schemas and indexes of XML, JSON, vectors and shapes, which H2 has not and which are recorded; paths of
 * XML as XPath has them. Inside of
 * {@code dev.palindrome.tsql} and nobody else's business. Open {@link dev.palindrome.tsql.xml.SpecialIndexText} first.
 */
@NullMarked
package dev.palindrome.tsql.xml;

import org.jspecify.annotations.NullMarked;
