package dev.palindrome.migration.flyway;

import dev.palindrome.migration.script.IdentityInsert;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the scripts of a set do to the session that they share with statements of ours.
 *
 * @param isChanged whether some script may leave it otherwise than it was
 * @param byCallbacks whether callbacks run between migrations
 * @param identityInsert what a script says of it, by the name that Flyway has for the script
 */
record SessionUse(boolean isChanged, boolean byCallbacks, Function<String, Optional<IdentityInsert>> identityInsert) {

    /** It stays as it was. */
    static final SessionUse NONE = new SessionUse(false, false, script -> Optional.empty());
}
