package dev.palindrome.h2.administration;

import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import java.util.List;
import java.util.Set;

/** What can be granted on an object of each kind (Microsoft: grant-object-permissions-transact-sql). */
enum ObjectPermissions {
    TABLE("ALTER", "DELETE", "INSERT", "REFERENCES", "SELECT", "UNMASK", "UPDATE", "VIEW CHANGE TRACKING"),
    VIEW("ALTER", "DELETE", "INSERT", "REFERENCES", "SELECT", "UNMASK", "UPDATE", "VIEW CHANGE TRACKING"),
    SEQUENCE("ALTER", "REFERENCES", "UPDATE"),
    PROCEDURE("ALTER", "EXECUTE"),
    SCALAR_FUNCTION("ALTER", "EXECUTE", "REFERENCES"),
    TABLE_FUNCTION("ALTER", "DELETE", "INSERT", "REFERENCES", "SELECT", "UPDATE"),
    SYNONYM("DELETE", "EXECUTE", "INSERT", "SELECT", "UPDATE");

    private static final Set<String> OF_ANY = Set.of("CONTROL", "TAKE OWNERSHIP", "VIEW DEFINITION");

    /** What ALL stands for, as far as an object can have it. */
    private static final List<String> ALL = List.of("DELETE", "EXECUTE", "INSERT", "REFERENCES", "SELECT", "UPDATE");

    private final Set<String> own;

    ObjectPermissions(String... own) {
        this.own = Set.of(own);
    }

    /** @param type as sp_addextendedproperty has it */
    static ObjectPermissions of(String type, Recorded recorded) {
        if (!type.equals("FUNCTION")) {
            return valueOf(type);
        }
        return recorded.get(Fact.OBJECT_TYPE).filter("FN"::equals).isPresent() ? SCALAR_FUNCTION : TABLE_FUNCTION;
    }

    boolean have(String permission) {
        return own.contains(permission) || OF_ANY.contains(permission);
    }

    /** One permission, or those that ALL stands for. */
    List<String> meantBy(String permission) {
        return permission.equals("ALL") ? ALL.stream().filter(own::contains).toList() : List.of(permission);
    }

    /** Whether its columns are known by name. */
    boolean haveColumns() {
        return this == TABLE || this == VIEW;
    }
}
