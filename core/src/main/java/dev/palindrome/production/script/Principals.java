package dev.palindrome.production.script;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.sql.BracketedName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Users without their logins, which are the server's and not the database's. A user that cannot be made without one is left
 * out, with all that is said of it: names of users that are not Windows' take no backslash (Microsoft:
 * create-user-transact-sql).
 */
final class Principals {

    private static final String SQL_USER = "SQL_USER";

    private static final String WITHOUT_LOGIN = "(NONE)";

    private final Omissions omissions;
    private final Set<String> gone = new HashSet<>();

    Principals(Omissions omissions) {
        this.omissions = omissions;
    }

    /** Names of users and roles that are left out. */
    Set<String> gone() {
        return gone;
    }

    List<SchemaObject> without(List<SchemaObject> objects) {
        objects.stream().filter(Principals::isLeftOut).forEach(this::leaveOut);
        return objects.stream()
                .filter(object -> !isPrincipal(object) || !gone.contains(ObjectWords.key(object)))
                .map(object -> object.kind() == ObjectKind.USER ? withoutLogin(object) : object)
                .map(this::withoutGone)
                .toList();
    }

    private static boolean isPrincipal(SchemaObject object) {
        return object.kind() == ObjectKind.USER || object.kind() == ObjectKind.ROLE;
    }

    private static boolean isLeftOut(SchemaObject object) {
        return object.kind() == ObjectKind.USER
                        && object.simpleName().contains("\\")
                        && login(object).isPresent()
                || object.kind() == ObjectKind.ROLE
                        && object.get(Property.VALUE)
                                .filter("APPLICATION_ROLE"::equals)
                                .isPresent();
    }

    private void leaveOut(SchemaObject principal) {
        gone.add(ObjectWords.key(principal));
        String why = principal.kind() == ObjectKind.USER
                ? "it needs its login, which is the server's"
                : "nobody can read its password";
        omissions.add(ObjectWords.of(principal) + ", with its permissions, memberships and what it owns: " + why);
    }

    /** What it is known by outside of the database, be it a login or a certificate. */
    private static Optional<String> login(SchemaObject user) {
        return user.get(Property.DETAILS)
                .filter(details -> !details.equals(WITHOUT_LOGIN))
                .or(() -> user.get(Property.VALUE).filter(kind -> !kind.equals(SQL_USER)));
    }

    private SchemaObject withoutLogin(SchemaObject user) {
        Optional<String> login = login(user);
        if (login.isEmpty()) {
            return user;
        }
        omissions.add(ObjectWords.of(user) + " is made WITHOUT LOGIN: logins are the server's, and this one is "
                + login.get());
        return ObjectWords.with(ObjectWords.with(user, Property.VALUE, SQL_USER), Property.DETAILS, WITHOUT_LOGIN);
    }

    private SchemaObject withoutGone(SchemaObject object) {
        if (gone.isEmpty()) {
            return object;
        }
        SchemaObject owned = object.get(Property.OWNER).filter(this::isGone).isPresent()
                ? ObjectWords.without(object, Property.OWNER)
                : object;
        return owned.with(
                owned.properties(),
                owned.parts().stream().filter(part -> !isOfGone(part)).toList());
    }

    private boolean isGone(String bracketed) {
        return gone.stream().anyMatch(name -> BracketedName.of(name).equals(ObjectWords.key(bracketed)));
    }

    /** A member of a fixed role has the role's name before its own; a permission begins with who has it. */
    private boolean isOfGone(SchemaObject part) {
        return switch (part.kind()) {
            case MEMBER -> gone.contains(ObjectWords.key(part));
            case PERMISSION -> gone.contains(ObjectWords.key(part.name().get(0)));
            default -> false;
        };
    }
}
