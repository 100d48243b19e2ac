package dev.palindrome.schema.change;

import dev.palindrome.schema.Difference.Changed;
import dev.palindrome.schema.Difference.Extra;
import dev.palindrome.schema.Difference.Missing;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.compare.MentionedNames;
import dev.palindrome.schema.compare.PartMatching;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.SqlLiteral;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Schemas, sequences, synonyms, types, roles and the database's own options. */
final class OtherChanges {

    private final ChangedObjects objects;
    private final ChangeScript script;
    private final PartChanges parts;

    OtherChanges(ChangedObjects objects, ChangeScript script, PartChanges parts) {
        this.objects = objects;
        this.script = script;
        this.parts = parts;
    }

    void missing(SchemaObject object) {
        String name = BracketedName.of(object.name());
        switch (object.kind()) {
            case SCHEMA -> script.addAlone(ChangePhase.CREATE_SCHEMA, "CREATE SCHEMA " + name + owner(object) + ";");
            case SEQUENCE -> sequence(object);
            case SYNONYM ->
                script.add(
                        ChangePhase.CREATE_OTHER,
                        "CREATE SYNONYM " + name + " FOR "
                                + object.get(Property.TARGET).orElse(""));
            case ALIAS_TYPE ->
                script.add(
                        ChangePhase.CREATE_TYPE,
                        "CREATE TYPE " + name + " FROM "
                                + object.get(Property.TYPE).orElse("")
                                + (object.is(Property.NOT_NULL) ? " NOT NULL" : " NULL"));
            case TABLE_TYPE -> script.add(ChangePhase.CREATE_TYPE, TableDefinition.type(object));
            case ROLE -> role(object);
            case USER -> user(object);
            case PARTITION_FUNCTION, PARTITION_SCHEME -> partitioning(object);
            case SECURITY_POLICY -> script.add(ChangePhase.CREATE_TRIGGER, securityPolicy(object));
            case XML_SCHEMA_COLLECTION -> xmlSchemas(object);
            default -> script.byHand(new Missing(object, Optional.empty()));
        }
        if (object.kind() != ObjectKind.SCHEMA && object.kind() != ObjectKind.ROLE) {
            object.get(Property.OWNER)
                    .ifPresent(
                            owner -> script.add(ChangePhase.DESCRIBE, OwnerStatement.of(object, Optional.of(owner))));
        }
        object.parts().stream().filter(ExtraStatements::knows).forEach(part -> parts.create(object, part));
    }

    /** {@code RIGHT(1, 2)} of a function, {@code [function]([PRIMARY], [PRIMARY])} of a scheme. */
    private void partitioning(SchemaObject object) {
        String name = BracketedName.of(object.name());
        boolean function = object.kind() == ObjectKind.PARTITION_FUNCTION;
        Optional<String> all = object.get(function ? Property.BOUNDARIES : Property.VALUE);
        if (all.isEmpty()) {
            script.byHand(new Missing(object, Optional.empty()));
        } else if (function) {
            script.add(
                    ChangePhase.CREATE_ROLE,
                    "CREATE PARTITION FUNCTION " + name + " ("
                            + object.get(Property.TYPE).orElse("")
                            + object.get(Property.COLLATION)
                                    .map(collation -> " COLLATE " + collation)
                                    .orElse("")
                            + ") AS RANGE "
                            + all.get().replaceFirst("\\(", " FOR VALUES ("));
        } else {
            script.add(
                    ChangePhase.CREATE_SCHEMA,
                    "CREATE PARTITION SCHEME " + name + " AS PARTITION "
                            + all.get().replaceFirst("(?<=\\])\\(", " TO ("));
        }
    }

    /** Of its text, if it is that; SQL Server tells only what it has made of it. */
    private void xmlSchemas(SchemaObject collection) {
        Optional<String> text = collection
                .get(Property.DEFINITION)
                .filter(known -> known.strip().startsWith("<"));
        if (text.isEmpty()) {
            script.byHand(new Missing(collection, Optional.empty()));
        } else {
            script.add(
                    ChangePhase.CREATE_TYPE,
                    "CREATE XML SCHEMA COLLECTION " + BracketedName.of(collection.name()) + " AS "
                            + SqlLiteral.of(text.get()));
        }
    }

    private static String securityPolicy(SchemaObject policy) {
        return "CREATE SECURITY POLICY " + BracketedName.of(policy.name()) + " "
                + policy.get(Property.DEFINITION).orElse("")
                + " WITH (STATE = " + (policy.is(Property.DISABLED) ? "OFF" : "ON")
                + policy.get(Property.OPTIONS)
                        .map(options -> ", " + options.substring(1, options.length() - 1))
                        .orElse("")
                + ")"
                + (policy.is(Property.NOT_FOR_REPLICATION) ? " NOT FOR REPLICATION" : "");
    }

    private static String owner(SchemaObject object) {
        return object.get(Property.OWNER)
                .map(owner -> " AUTHORIZATION " + owner)
                .orElse("");
    }

    private void sequence(SchemaObject sequence) {
        script.data(
                ChangePhase.CREATE_OTHER,
                "the sequence " + BracketedName.readable(sequence.name()) + " counts from its start again");
        script.add(ChangePhase.CREATE_OTHER, SequenceDefinition.create(sequence));
    }

    private void role(SchemaObject role) {
        if (role.get(Property.VALUE)
                .filter(kind -> !kind.equals("DATABASE_ROLE"))
                .isPresent()) {
            script.byHand(new Missing(role, Optional.empty()));
        } else {
            boolean later = role.get(Property.OWNER).filter(this::isMissingRole).isPresent();
            script.add(
                    ChangePhase.CREATE_ROLE,
                    "CREATE ROLE " + BracketedName.of(role.name()) + (later ? "" : owner(role)));
            if (later) {
                script.add(ChangePhase.CREATE_SCHEMA, OwnerStatement.of(role, role.get(Property.OWNER)));
            }
        }
    }

    private boolean isMissingRole(String owner) {
        return objects.missing().stream()
                .anyMatch(object -> object.kind() == ObjectKind.ROLE
                        && BracketedName.of(object.name()).equalsIgnoreCase(owner));
    }

    /** One with a login or a certificate needs that, which is not the schema's. */
    private void user(SchemaObject user) {
        if (user.get(Property.DETAILS).filter("(NONE)"::equals).isEmpty()
                || user.get(Property.VALUE).filter("SQL_USER"::equals).isEmpty()) {
            script.byHand(new Missing(user, Optional.empty()));
            return;
        }
        script.add(
                ChangePhase.CREATE_USER,
                "CREATE USER " + BracketedName.of(user.name()) + " WITHOUT LOGIN"
                        + user.get(Property.DEFAULT_SCHEMA)
                                .map(schema -> " WITH DEFAULT_SCHEMA = " + schema)
                                .orElse(""));
    }

    void extra(SchemaObject object) {
        String name = BracketedName.of(object.name());
        switch (object.kind()) {
            case SCHEMA -> script.add(ChangePhase.DROP_SCHEMA, "DROP SCHEMA " + name);
            case SEQUENCE -> script.add(ChangePhase.DROP_OTHER, "DROP SEQUENCE " + name);
            case SYNONYM -> script.add(ChangePhase.DROP_OTHER, "DROP SYNONYM " + name);
            case TABLE_TYPE -> script.add(ChangePhase.DROP_TABLE_TYPE, "DROP TYPE " + name);
            case ALIAS_TYPE, CLR_TYPE -> script.add(ChangePhase.DROP_TYPE, "DROP TYPE " + name);
            case XML_SCHEMA_COLLECTION -> script.add(ChangePhase.DROP_TYPE, "DROP XML SCHEMA COLLECTION " + name);
            case ROLE -> {
                object.parts(ObjectKind.MEMBER).forEach(member -> parts.drop(object, member));
                script.add(ChangePhase.DROP_SCHEMA, "DROP ROLE " + name);
            }
            case PARTITION_SCHEME -> script.add(ChangePhase.DROP_TYPE, "DROP PARTITION SCHEME " + name);
            case PARTITION_FUNCTION -> script.add(ChangePhase.DROP_SCHEMA, "DROP PARTITION FUNCTION " + name);
            case SECURITY_POLICY -> script.add(ChangePhase.DROP_TRIGGER, "DROP SECURITY POLICY " + name);
            case USER -> script.add(ChangePhase.DROP_SCHEMA, "DROP USER " + name);
            default -> script.byHand(new Extra(object, Optional.empty()));
        }
    }

    void changed(ObjectPair pair) {
        switch (pair.expected().kind()) {
            case SEQUENCE -> changedSequence(pair);
            case SYNONYM, SECURITY_POLICY -> {
                if (!pair.own().isEmpty()) {
                    extra(pair.actual());
                    missing(pair.expected());
                }
            }
            case PARTITION_FUNCTION, PARTITION_SCHEME -> partitioning(pair);
            default -> pair.own().forEach(changed -> option(pair, changed));
        }
        pair.missing().forEach(part -> missing(pair, part));
        pair.extra().forEach(part -> extra(pair, part));
        pair.changed().forEach(part -> changed(pair, part));
    }

    private void partitioning(ObjectPair pair) {
        PartitionChanges partitions = new PartitionChanges(objects, script);
        if (!PartitionChanges.knows(pair)) {
            pair.own().forEach(script::byHand);
        } else if (pair.expected().kind() == ObjectKind.PARTITION_FUNCTION) {
            partitions.function(pair);
        } else {
            partitions.scheme(pair);
        }
    }

    private void missing(ObjectPair pair, SchemaObject part) {
        if (ExtraStatements.knows(part)) {
            parts.create(pair.expected(), part);
        } else {
            script.byHand(new Missing(pair.expected(), Optional.of(part)));
        }
    }

    private void extra(ObjectPair pair, SchemaObject part) {
        if (ExtraStatements.knows(part)) {
            parts.drop(pair.actual(), part);
        } else {
            script.byHand(new Extra(pair.actual(), Optional.of(part)));
        }
    }

    private void changed(ObjectPair pair, PartMatching.Pair part) {
        if (ExtraStatements.knows(part.expected())) {
            parts.drop(pair.actual(), part.actual());
            parts.create(pair.expected(), part.expected());
        } else {
            pair.differences(part.expected()).forEach(script::byHand);
        }
    }

    /** A sequence that a default asks cannot be dropped, but what it counts by can be altered. */
    private void changedSequence(ObjectPair pair) {
        boolean other = pair.own().stream()
                .map(Changed::property)
                .anyMatch(property -> property == Property.TYPE || property == Property.START);
        if (pair.own().isEmpty()) {
            return;
        }
        if (!isAskedByDefault(pair.actual())) {
            script.add(
                    ChangePhase.DROP_OTHER,
                    "DROP SEQUENCE " + BracketedName.of(pair.actual().name()));
            sequence(pair.expected());
        } else if (!other) {
            script.add(ChangePhase.CREATE_OTHER, SequenceDefinition.alter(pair.expected()));
        } else {
            pair.own().forEach(script::byHand);
        }
    }

    private boolean isAskedByDefault(SchemaObject sequence) {
        String texts = objects.actual().tables().stream()
                .flatMap(table -> table.columns().stream())
                .flatMap(column -> column.defaultValue().stream())
                .filter(text -> text.toUpperCase(java.util.Locale.ROOT).contains("NEXT"))
                .collect(Collectors.joining(" "));
        return MentionedNames.of(sequence.simpleName(), texts);
    }

    /** What one side does not tell is at its default there, which only the server knows. */
    private void scopedConfiguration(Changed changed) {
        List<String> actual = settings(changed.actual());
        List<String> expected = settings(changed.expected());
        expected.stream()
                .filter(setting -> !actual.contains(setting))
                .forEach(setting -> script.addAlone(
                        ChangePhase.SET_DATABASE, "ALTER DATABASE SCOPED CONFIGURATION SET " + setting + ";"));
        actual.stream()
                .filter(setting ->
                        expected.stream().noneMatch(other -> name(other).equals(name(setting))))
                .forEach(setting -> script.byHand("the database's scoped configuration " + name(setting)
                        + " was at its default, and is " + setting));
    }

    private static List<String> settings(Optional<String> all) {
        return all.map(known -> List.of(known.substring(1, known.length() - 1).split(", ")))
                .orElse(List.of());
    }

    private static String name(String setting) {
        return setting.substring(0, setting.indexOf(" = "));
    }

    private void option(ObjectPair pair, Changed changed) {
        boolean database = pair.expected().kind() == ObjectKind.DATABASE;
        if (database
                && changed.property() == Property.COMPATIBILITY_LEVEL
                && changed.expected().isPresent()) {
            script.addAlone(
                    ChangePhase.SET_DATABASE,
                    "ALTER DATABASE CURRENT SET COMPATIBILITY_LEVEL = "
                            + changed.expected().get() + ";");
        } else if (database && changed.property() == Property.SCOPED_CONFIGURATION) {
            scopedConfiguration(changed);
        } else if (database && changed.property() == Property.OPTIONS) {
            new DatabaseOptionChange(changed, script).plan();
        } else if (database && changed.property() == Property.CHANGE_TRACKING) {
            script.addAlone(
                    ChangePhase.SET_DATABASE, "ALTER DATABASE CURRENT SET CHANGE_TRACKING " + tracking(changed));
        } else if (changed.property() == Property.OWNER) {
            script.add(ChangePhase.CREATE_SCHEMA, OwnerStatement.of(pair.expected(), changed.expected()));
        } else {
            script.byHand(changed);
        }
    }

    /** {@code (ON, CHANGE_RETENTION = 2 DAYS)}. One that is on takes its options alone (Microsoft: alter-database-transact-sql-set-options). */
    private static String tracking(Changed changed) {
        if (changed.expected().isEmpty()) {
            return "= OFF;";
        }
        String options = changed.expected().get().replaceFirst("^\\(ON(, )?", "(");
        return (changed.actual().isPresent() ? "" : "= ON ") + options + ";";
    }
}
