package dev.palindrome.schema.change;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.sql.BracketedName;
import java.util.Optional;
import java.util.Set;

/** ALTER AUTHORIZATION (Microsoft: alter-authorization-transact-sql). */
final class OwnerStatement {

    private static final Set<ObjectKind> WITHOUT_SCHEMA =
            Set.of(ObjectKind.SCHEMA, ObjectKind.ROLE, ObjectKind.ASSEMBLY, ObjectKind.FULL_TEXT_CATALOG);

    private OwnerStatement() {}

    /** @param owner in brackets; missing for whoever owns such a thing where nobody says otherwise */
    static String of(SchemaObject object, Optional<String> owner) {
        String usual = WITHOUT_SCHEMA.contains(object.kind()) ? "[dbo]" : "SCHEMA OWNER";
        return "ALTER AUTHORIZATION ON " + entityType(object.kind()) + "::" + BracketedName.of(object.name()) + " TO "
                + owner.orElse(usual);
    }

    private static String entityType(ObjectKind kind) {
        return switch (kind) {
            case SCHEMA -> "SCHEMA";
            case ROLE -> "ROLE";
            case ASSEMBLY -> "ASSEMBLY";
            case FULL_TEXT_CATALOG -> "FULLTEXT CATALOG";
            case ALIAS_TYPE, TABLE_TYPE, CLR_TYPE -> "TYPE";
            case XML_SCHEMA_COLLECTION -> "XML SCHEMA COLLECTION";
            default -> "OBJECT";
        };
    }
}
