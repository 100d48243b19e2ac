package dev.palindrome.h2.administration;

import dev.palindrome.h2.procedures.ObjectRecording;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.h2.systemview.KnownPrincipals;
import dev.palindrome.h2.systemview.SystemFunctions;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.tsql.NamedValues;
import dev.palindrome.tsql.NamedValues.NamedValue;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Users and roles of the database, and who is a member of what. */
final class Principals {

    private final Connection connection;
    private final ObjectRecording recording;

    Principals(Connection connection) {
        this.connection = connection;
        this.recording = new ObjectRecording(connection);
    }

    Optional<RecordedObject> find(String name) throws SQLException {
        Optional<RecordedObject> user = recording.find(Kind.USER, RecordedObject.OF_DATABASE, name);
        return user.isPresent() ? user : recording.find(Kind.ROLE, RecordedObject.OF_DATABASE, name);
    }

    boolean exists(String name) throws SQLException {
        return KnownPrincipals.isFixed(name) || find(name).isPresent();
    }

    /** As it was made, or as every database has it. */
    String known(String name) throws SQLException {
        return find(name).map(RecordedObject::name).orElse(name.toLowerCase(Locale.ROOT));
    }

    static SQLException unknown(String cannot, String kind, String name) {
        return TsqlError.of(
                15151,
                "Cannot " + cannot + " the " + kind + " '" + name
                        + "', because it does not exist or you do not have permission.");
    }

    /** SQL Server lets every user connect whom it makes. */
    void create(Kind kind, String name, Recorded recorded) throws SQLException {
        requireFree(name);
        requireOwner(recorded);
        recording.put(new RecordedObject(kind, RecordedObject.OF_DATABASE, name, recorded));
        if (kind == Kind.USER) {
            new Permissions(connection).change("GRANT", "DATABASE", null, null, name, "CONNECT", "");
        }
    }

    private void requireFree(String name) throws SQLException {
        if (exists(name)) {
            throw TsqlError.of(15023, "User, group, or role '" + name + "' already exists in the current database.");
        }
    }

    private void requireOwner(Recorded recorded) throws SQLException {
        Optional<String> owner = recorded.get(Fact.OWNER).map(Principals::plain);
        if (owner.isPresent() && !exists(owner.get())) {
            throw unknown("find", "principal", owner.get());
        }
    }

    private static String plain(String bracketed) {
        return bracketed.substring(1, bracketed.length() - 1).replace("]]", "]");
    }

    void alter(Kind kind, String name, @Nullable String newName, Recorded changes) throws SQLException {
        RecordedObject known = require("alter", kind, name);
        Recorded recorded = known.recorded();
        for (Map.Entry<Fact, String> change : changes.facts().entrySet()) {
            recorded = recorded.with(change.getKey(), change.getValue());
        }
        if (recorded.get(Fact.DEFAULT_SCHEMA).filter("[dbo]"::equalsIgnoreCase).isPresent()) {
            recorded = recorded.without(Fact.DEFAULT_SCHEMA);
        }
        recording.replace(known, recorded);
        if (newName != null && !newName.equals(known.name())) {
            if (!newName.equalsIgnoreCase(known.name())) {
                requireFree(newName);
            }
            recording.remove(known);
            recording.put(new RecordedObject(kind, RecordedObject.OF_DATABASE, newName, recorded));
            new Grantees(connection).rename(known.name(), newName);
        }
    }

    private RecordedObject require(String cannot, Kind kind, String name) throws SQLException {
        Optional<RecordedObject> known = recording.find(kind, RecordedObject.OF_DATABASE, name);
        if (known.isEmpty()) {
            throw unknown(cannot, kind.label(), name);
        }
        return known.get();
    }

    void drop(Kind kind, String name, boolean ifExists) throws SQLException {
        if (ifExists && recording.find(kind, RecordedObject.OF_DATABASE, name).isEmpty()) {
            return;
        }
        if (KnownPrincipals.isFixed(name)) {
            throw TsqlError.of(15150, "Cannot drop the " + kind.label() + " '" + name + "'.");
        }
        RecordedObject known = require("drop", kind, name);
        if (!members(known.recorded()).all().isEmpty()) {
            throw TsqlError.of(15144, "The role has members. It must be empty before it can be dropped.");
        }
        Optional<SQLException> reason = new Grantees(connection).reasonToStay(known.name());
        if (reason.isPresent()) {
            throw reason.get();
        }
        recording.remove(known);
        new Grantees(connection).remove(known.name());
    }

    static NamedValues members(Recorded recorded) {
        return NamedValues.parse(recorded.get(Fact.MEMBERS));
    }

    void member(String role, String member, boolean add) throws SQLException {
        if (!KnownPrincipals.isFixedRole(role)
                && recording.find(Kind.ROLE, RecordedObject.OF_DATABASE, role).isEmpty()) {
            throw unknown("alter", "role", role);
        }
        if (!exists(member)) {
            throw unknown(add ? "add" : "drop", "principal", member);
        }
        if (known(member).equals("dbo")) {
            return;
        }
        if (add && isCircular(role, member)) {
            throw TsqlError.of(15413, "Cannot make a role a member of itself.");
        }
        if (KnownPrincipals.isFixedRole(role)) {
            DatabaseRecord database = new DatabaseRecord(connection);
            database.write(with(database.read(), List.of(role.toLowerCase(Locale.ROOT), known(member)), add));
        } else {
            RecordedObject known = require("alter", Kind.ROLE, role);
            recording.replace(known, with(known.recorded(), List.of(known(member)), add));
        }
    }

    private boolean isCircular(String role, String member) throws SQLException {
        return role.equalsIgnoreCase(member) || Objects.equals(SystemFunctions.isMember(connection, member, role), 1);
    }

    private static Recorded with(Recorded recorded, List<String> member, boolean add) {
        NamedValues members = add
                ? members(recorded).with(new NamedValue(member, Optional.empty()))
                : members(recorded).without(member);
        return members.all().isEmpty() ? recorded.without(Fact.MEMBERS) : recorded.with(Fact.MEMBERS, members.text());
    }

    /** Whose something is from now on; the text is empty for whoever owns such a thing where nobody says otherwise. */
    void own(String on, @Nullable String schema, String name, String owner) throws SQLException {
        if (!owner.isEmpty() && !exists(owner)) {
            throw unknown("find", "principal", owner);
        }
        PropertyPlace place = new Permissions(connection)
                .place(on, schema, name)
                .orElseThrow(() -> unknown("find", on.toLowerCase(Locale.ROOT), name));
        boolean usual = owner.isEmpty() || owner.equalsIgnoreCase("dbo") && (on.equals("SCHEMA") || on.equals("ROLE"));
        Recorded recorded = place.recorded();
        place.writer()
                .write(
                        usual
                                ? recorded.without(Fact.OWNER)
                                : recorded.with(Fact.OWNER, BracketedName.of(known(owner))));
    }
}
