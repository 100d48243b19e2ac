package dev.palindrome.production.scan;

import java.util.Set;

/**
 * What a phrase in the name of a column means.
 *
 * @param kind what the column holds
 * @param confidence from 0 to 1
 * @param conditions all of which must hold
 */
record NameMeaning(PersonalKind kind, double confidence, Set<NameCondition> conditions) {

    boolean needs(NameCondition condition) {
        return conditions.contains(condition);
    }
}
