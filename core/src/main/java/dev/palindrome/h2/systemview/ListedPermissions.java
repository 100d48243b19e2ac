package dev.palindrome.h2.systemview;

import dev.palindrome.h2.systemview.CatalogueOwners.Owner;
import dev.palindrome.h2.systemview.ListedProperty.ObjectClass;
import dev.palindrome.tsql.NamedValues;
import dev.palindrome.tsql.NamedValues.NamedValue;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All that is granted and denied in a database (Microsoft: sys-database-permissions-transact-sql). */
final class ListedPermissions {

    private static final String DBO = "dbo";

    private static final String WITH_OPTION = "GRANT_WITH_GRANT_OPTION";

    private final CatalogueOwners owners;
    private final List<SystemRow> found = new ArrayList<>();

    private ListedPermissions(H2Rows rows) throws SQLException {
        this.owners = new CatalogueOwners(rows, Fact.PERMISSIONS, this::add);
    }

    static List<SystemRow> rows(H2Rows rows) throws SQLException {
        ListedPermissions permissions = new ListedPermissions(rows);
        permissions.add(new Owner(ObjectClass.DATABASE, 0, 0, List.of()), DBO, "CONNECT", "GRANT");
        permissions.owners.visit();
        return permissions.found;
    }

    private void add(Owner owner, Recorded recorded, Fact properties) throws SQLException {
        if (properties != Fact.PROPERTIES) {
            return; // a key's index and a default are not things that one has permissions on
        }
        for (NamedValue permission :
                NamedValues.parse(recorded.get(Fact.PERMISSIONS)).all()) {
            List<String> name = permission.name();
            Owner whole = name.size() > 2 ? owners.part(owner, "COLUMN", name.get(2), recorded) : owner;
            add(whole, name.get(0), name.get(1), permission.value().orElse(""));
        }
    }

    private void add(Owner owner, String grantee, String permission, String state) {
        found.add(SystemRow.of(Map.of(
                "class",
                owner.objectClass().number(),
                "class_desc",
                owner.objectClass().name(),
                "major_id",
                owner.major(),
                "minor_id",
                owner.minor(),
                "grantee_principal_id",
                ObjectNumber.ofPrincipal(grantee),
                "grantor_principal_id",
                ObjectNumber.ofPrincipal(DBO),
                "permission_name",
                permission,
                "state",
                state.equals(WITH_OPTION) ? "W" : state.substring(0, 1),
                "state_desc",
                state)));
    }
}
