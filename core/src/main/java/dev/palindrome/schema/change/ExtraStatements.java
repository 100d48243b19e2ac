package dev.palindrome.schema.change;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.SqlLiteral;
import java.util.List;
import java.util.Optional;

/** Permissions, members of roles and extended properties: what says something about other things. */
final class ExtraStatements {

    private final ChangeScript script;

    ExtraStatements(ChangeScript script) {
        this.script = script;
    }

    static boolean knows(SchemaObject part) {
        return part.kind() == ObjectKind.PERMISSION
                || part.kind() == ObjectKind.MEMBER
                || part.kind() == ObjectKind.EXTENDED_PROPERTY;
    }

    /** Such as {@code MS_Description, COLUMN, name} and {@code reader, SELECT, name}. */
    static boolean isAboutColumn(SchemaObject part, SchemaObject column) {
        return knows(part) && part.name().size() == 3 && part.name().get(2).equalsIgnoreCase(column.simpleName());
    }

    /** Such as {@code MS_Description, INDEX, name}. It goes with the index, key, check or trigger that it is about. */
    static boolean isAboutPart(SchemaObject property, SchemaObject part) {
        return property.kind() == ObjectKind.EXTENDED_PROPERTY
                && property.name().size() == 3
                && !property.name().get(1).equals("COLUMN")
                && PartStatements.knows(part)
                && !knows(part)
                && !part.name().isEmpty()
                && property.name().get(2).equalsIgnoreCase(part.simpleName());
    }

    void drop(OwnedPart owned) {
        switch (owned.part().kind()) {
            case MEMBER -> member(owned, "DROP", ChangePhase.DROP_TRIGGER);
            case PERMISSION ->
                script.add(
                        ChangePhase.DROP_TRIGGER,
                        "REVOKE " + permission(owned) + " FROM " + grantee(owned.part()) + " CASCADE");
            default -> property(owned, "sp_dropextendedproperty", ChangePhase.DROP_TRIGGER, PropertyValue.NONE);
        }
    }

    void create(OwnedPart owned) {
        switch (owned.part().kind()) {
            case MEMBER -> member(owned, "ADD", ChangePhase.DESCRIBE);
            case PERMISSION -> grant(owned);
            default -> property(owned, "sp_addextendedproperty", phase(owned), PropertyValue.of(owned.part()));
        }
    }

    private static ChangePhase phase(OwnedPart owned) {
        return owned.owner().kind() == ObjectKind.DATABASE_TRIGGER
                ? ChangePhase.DESCRIBE_DATABASE_TRIGGER
                : ChangePhase.DESCRIBE;
    }

    /** Members of fixed roles are the database's; their name begins with the role. */
    private void member(OwnedPart owned, String verb, ChangePhase phase) {
        List<String> name = owned.part().name();
        String role = name.size() > 1 ? name.get(0) : owned.owner().simpleName();
        script.add(
                phase,
                "ALTER ROLE " + BracketedName.of(role) + " " + verb + " MEMBER "
                        + BracketedName.of(owned.part().simpleName()));
    }

    private void grant(OwnedPart owned) {
        String state = owned.part().get(Property.VALUE).orElse("GRANT");
        boolean option = state.equals("GRANT_WITH_GRANT_OPTION");
        script.add(
                ChangePhase.DESCRIBE,
                (option ? "GRANT" : state) + " " + permission(owned) + " TO " + grantee(owned.part())
                        + (option ? " WITH GRANT OPTION" : ""));
    }

    private static String grantee(SchemaObject permission) {
        return BracketedName.of(permission.name().get(0));
    }

    private static String permission(OwnedPart owned) {
        List<String> name = owned.part().name();
        String column = name.size() > 2 ? " (" + BracketedName.of(name.get(2)) + ")" : "";
        String owner = BracketedName.of(owned.owner().name());
        return name.get(1)
                + switch (owned.owner().kind()) {
                    case DATABASE -> "";
                    case SCHEMA -> " ON SCHEMA::" + owner;
                    case ALIAS_TYPE, TABLE_TYPE, CLR_TYPE -> " ON TYPE::" + owner;
                    case XML_SCHEMA_COLLECTION -> " ON XML SCHEMA COLLECTION::" + owner;
                    case ASSEMBLY -> " ON ASSEMBLY::" + owner;
                    case USER -> " ON USER::" + owner;
                    case ROLE -> (isApplicationRole(owned.owner()) ? " ON APPLICATION ROLE::" : " ON ROLE::") + owner;
                    default -> " ON OBJECT::" + owner + column;
                };
    }

    private void property(OwnedPart owned, String procedure, ChangePhase phase, PropertyValue value) {
        Optional<String> levels = levels(owned.owner(), owned.part());
        if (levels.isEmpty()) {
            script.byHand(procedure + " for " + owned.part().kind().label() + " "
                    + BracketedName.readable(owned.part().name()) + " of "
                    + BracketedName.readable(owned.owner().name()));
            return;
        }
        script.add(
                phase,
                value.givenTo("EXEC " + procedure + " @name = "
                        + SqlLiteral.of(owned.part().name().get(0)) + value.argument() + levels.get()));
    }

    /** Missing where the kind of what it is about is not known. */
    private static Optional<String> levels(SchemaObject owner, SchemaObject property) {
        if (owner.kind() == ObjectKind.DATABASE) {
            return Optional.of("");
        }
        if (owner.name().size() == 1) {
            return Optional.of(level(0, typeName(owner.kind()), owner.simpleName()));
        }
        String type = ModuleStatements.isAggregate(owner) ? "AGGREGATE" : typeName(owner.kind());
        String object = level(0, "SCHEMA", owner.name().get(0)) + level(1, type, owner.simpleName());
        if (property.name().size() < 3) {
            return Optional.of(object);
        }
        String part = property.name().get(2);
        return kindOf(owner, property.name().get(1), part).map(kind -> object + level(2, kind, part));
    }

    private static Optional<String> kindOf(SchemaObject owner, String said, String name) {
        if (!said.equals("PART")) {
            return Optional.of(said);
        }
        return owner.parts().stream()
                .filter(part -> part.simpleName().equalsIgnoreCase(name) && PartStatements.knows(part))
                .findFirst()
                .map(part -> part.kind() == ObjectKind.TRIGGER ? "TRIGGER" : "CONSTRAINT")
                .or(() -> Optional.of("CONSTRAINT").filter(constraint -> isDefault(owner, name)));
    }

    /** A default is its column's, and known there by its name. */
    private static boolean isDefault(SchemaObject owner, String name) {
        return owner.parts(ObjectKind.COLUMN).stream()
                .flatMap(column -> column.get(Property.DEFAULT_NAME).stream())
                .anyMatch(BracketedName.of(name)::equalsIgnoreCase);
    }

    /** As sp_addextendedproperty calls it (Microsoft: sp-addextendedproperty-transact-sql). */
    private static String typeName(ObjectKind kind) {
        return switch (kind) {
            case ALIAS_TYPE, CLR_TYPE, TABLE_TYPE -> "TYPE";
            case ROLE -> "USER";
            case DATABASE_TRIGGER -> "TRIGGER";
            default -> kind.name().replace('_', ' ');
        };
    }

    private static boolean isApplicationRole(SchemaObject role) {
        return role.get(Property.VALUE).filter("APPLICATION_ROLE"::equals).isPresent();
    }

    private static String level(int level, String type, String name) {
        return ", @level%dtype = %s, @level%dname = %s"
                .formatted(level, SqlLiteral.of(type), level, SqlLiteral.of(name));
    }
}
