package dev.palindrome.schema.read;

import dev.palindrome.schema.NotCompared;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import java.util.Optional;
import java.util.Set;

/**
 * One question to the catalogue, a text of its own: if the server does not answer it, that costs what it would have told
 * and nothing else.
 *
 * @param number its place among all questions
 * @param name what it asks for, in words
 * @param kinds what it tells of
 * @param owners what these belong to, where it tells only of some
 * @param properties what it tells of them; everything if empty
 * @param guard what has to be in the catalogue: older servers do not have it, and lack nothing
 * @param sql one SELECT
 */
record CatalogueQuestion(
        int number,
        String name,
        Set<ObjectKind> kinds,
        Set<ObjectKind> owners,
        Set<Property> properties,
        Optional<CatalogueColumn> guard,
        String sql) {

    NotCompared notCompared(String what, String why) {
        return new NotCompared(what, why, kinds, owners, properties);
    }
}
