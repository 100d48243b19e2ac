package dev.palindrome.h2.procedures;

import dev.palindrome.h2.H2RecordedObjects;
import dev.palindrome.h2.kept.KeptTrigger;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.h2.temporal.TemporalTable;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import dev.palindrome.tsql.TokenReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Triggers of tables and views: kept, and for a table with one of H2's that says when they would have fired. */
final class TriggerRecording {

    private static final String INSTEAD = "INSTEAD OF ";

    private static final String TABLE =
            "SELECT TABLE_SCHEMA, TABLE_NAME, TABLE_TYPE FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?";

    /** What a trigger may belong to, as it is called in H2. */
    private record Parent(String schema, String name, boolean isView) {

        String bracketed() {
            return BracketedName.of(List.of(schema, name));
        }
    }

    private final Connection connection;
    private final ObjectRecording recording;

    TriggerRecording(Connection connection) {
        this.connection = connection;
        this.recording = new ObjectRecording(connection);
    }

    /** @param verb CREATE, ALTER or CREATE_OR_ALTER */
    void define(String verb, @Nullable String schema, String name, H2Table table, Recorded recorded)
            throws SQLException {
        Parent parent = parent(table);
        String events = recorded.get(Fact.EVENTS).orElse("");
        boolean instead = events.startsWith(INSTEAD);
        Optional<TemporalTable> temporal = TemporalTable.find(connection, parent.schema(), parent.name());
        if (temporal.isPresent()) {
            temporal.get().requireTrigger(instead);
        }
        if (parent.isView() && !instead) {
            throw invalid(table);
        }
        if (schema != null && !schema.equalsIgnoreCase(parent.schema())) {
            throw TsqlError.of(
                    2103,
                    "Cannot " + (verb.equals("ALTER") ? "alter" : "create") + " trigger '" + schema + "." + name
                            + "' because its schema is different from the schema of the target table or view.");
        }
        RecordedObject trigger =
                new RecordedObject(Kind.TRIGGER, parent.schema(), name, recorded.with(Fact.PARENT, parent.bracketed()));
        Optional<RecordedObject> known = recording.find(Kind.TRIGGER, parent.schema(), name);
        if (instead) {
            requireOneInstead(trigger, parent, events.substring(INSTEAD.length()));
        }
        if (verb.equals("CREATE") || verb.equals("CREATE_OR_ALTER") && known.isEmpty()) {
            recording.create(trigger);
        } else {
            requireSameParent(known, trigger, parent);
            recording.alter(trigger);
        }
        listen(trigger);
    }

    private Parent parent(H2Table table) throws SQLException {
        return SqlRunner.on(connection)
                .query(TABLE, table.schema(), table.name())
                .first(row -> new Parent(
                        row.getString(1), row.getString(2), row.getString(3).equals("VIEW")))
                .orElseThrow(() -> invalid(table));
    }

    private static SQLException invalid(H2Table table) {
        return TsqlError.of(8197, "The object '" + table.name() + "' does not exist or is invalid for this operation.");
    }

    private static void requireSameParent(Optional<RecordedObject> known, RecordedObject trigger, Parent parent)
            throws SQLException {
        if (known.isPresent() && !known.get().belongsTo(parent.schema(), parent.name())) {
            throw TsqlError.of(
                    2110,
                    "Cannot alter trigger '" + trigger.name() + "' on '" + parent.name()
                            + "' because this trigger does not belong to this object.");
        }
    }

    private void requireOneInstead(RecordedObject trigger, Parent parent, String events) throws SQLException {
        List<String> wanted = List.of(events.split(", "));
        for (RecordedObject other : of(parent.schema(), parent.name())) {
            String others = other.recorded().get(Fact.EVENTS).orElse("");
            if (other.name().equalsIgnoreCase(trigger.name()) || !others.startsWith(INSTEAD)) {
                continue;
            }
            for (String event : others.substring(INSTEAD.length()).split(", ")) {
                if (wanted.contains(event)) {
                    throw TsqlError.of(
                            2111,
                            "Cannot create trigger '" + trigger.name() + "' on " + (parent.isView() ? "view" : "table")
                                    + " '" + parent.schema() + "." + parent.name() + "' because an INSTEAD OF " + event
                                    + " trigger already exists on this object.");
                }
            }
        }
    }

    private List<RecordedObject> of(String schema, String table) throws SQLException {
        return H2RecordedObjects.of(connection, List.of(Kind.TRIGGER)).stream()
                .filter(trigger -> trigger.belongsTo(schema, table))
                .toList();
    }

    void drop(@Nullable String schema, String name, boolean ifExists) throws SQLException {
        RecordedObject trigger = recording.object(schema, Kind.TRIGGER, name, Recorded.nothing());
        SqlRunner.on(connection).run(h2Drop(trigger));
        recording.drop(trigger, ifExists);
    }

    /** @param name null for all of them */
    void switchThem(@Nullable String name, H2Table table, boolean on) throws SQLException {
        Parent parent = parent(table);
        List<RecordedObject> triggers = new ArrayList<>(of(parent.schema(), parent.name()));
        if (name != null) {
            triggers.removeIf(trigger -> !trigger.name().equalsIgnoreCase(name));
            if (triggers.isEmpty()) {
                throw TsqlError.of(
                        4920,
                        "ALTER TABLE failed because trigger '" + name + "' on table '" + parent.name()
                                + "' does not exist.");
            }
        }
        for (RecordedObject trigger : triggers) {
            replace(trigger, switched(trigger, on));
        }
    }

    /** @param name null for all of them */
    void switchOfDatabase(@Nullable String name, boolean on) throws SQLException {
        List<RecordedObject> triggers =
                new ArrayList<>(H2RecordedObjects.of(connection, List.of(Kind.DATABASE_TRIGGER)));
        if (name != null) {
            triggers.removeIf(trigger -> !trigger.name().equalsIgnoreCase(name));
            if (triggers.isEmpty()) {
                throw TsqlError.of(
                        15151,
                        "Cannot find the trigger '" + name
                                + "', because it does not exist or you do not have permission.");
            }
        }
        for (RecordedObject trigger : triggers) {
            recording.replace(trigger, switched(trigger, on));
        }
    }

    private static Recorded switched(RecordedObject trigger, boolean on) {
        return trigger.recorded().without(Fact.DISABLED).withYes(Fact.DISABLED, !on);
    }

    void rename(RecordedObject trigger, String newName) throws SQLException {
        SqlRunner.on(connection).run(h2Drop(trigger));
        recording.rename(trigger, newName);
        listen(new RecordedObject(trigger.kind(), trigger.schema(), newName, trigger.recorded()));
    }

    private void replace(RecordedObject trigger, Recorded recorded) throws SQLException {
        recording.replace(trigger, recorded);
        listen(trigger.with(recorded));
    }

    /** H2's own one, unless the trigger is switched off or belongs to a view, into which H2 puts no rows. */
    private void listen(RecordedObject trigger) throws SQLException {
        List<String> parts = TokenReader.ofName(trigger.parent().orElseThrow()).nameParts();
        Parent parent = parent(new H2Table(connection, parts.get(0), parts.get(1)));
        SqlRunner.on(connection).run(h2Drop(trigger));
        if (!trigger.recorded().is(Fact.DISABLED) && !parent.isView()) {
            String events = trigger.recorded().get(Fact.EVENTS).orElseThrow();
            String when = events.startsWith(INSTEAD) ? " BEFORE " : " AFTER ";
            SqlRunner.on(connection)
                    .run("CREATE TRIGGER " + QuotedName.of(trigger.schema(), trigger.name()) + when
                            + events.replace(INSTEAD, "").replace("AFTER ", "") + " ON "
                            + QuotedName.of(parent.schema(), parent.name()) + " CALL '"
                            + KeptTrigger.class.getName() + "'");
        }
    }

    private static String h2Drop(RecordedObject trigger) {
        return "DROP TRIGGER IF EXISTS " + QuotedName.of(trigger.schema(), trigger.name());
    }

    /** The procedure sp_settriggerorder. */
    void order(String name, String order, String event, boolean ofDatabase) throws SQLException {
        RecordedObject trigger = named(name, ofDatabase);
        List<String> kept = new ArrayList<>();
        String before = trigger.recorded().get(Fact.FIRING_ORDER).orElse("()");
        for (String one : before.substring(1, before.length() - 1).split(", ")) {
            if (!one.isEmpty() && !one.endsWith(" " + event)) {
                kept.add(one);
            }
        }
        if (!order.equals("NONE")) {
            kept.add(order + " " + event);
        }
        Recorded without = trigger.recorded().without(Fact.FIRING_ORDER);
        recording.replace(
                trigger,
                kept.isEmpty() ? without : without.with(Fact.FIRING_ORDER, "(" + String.join(", ", kept) + ")"));
    }

    private RecordedObject named(String name, boolean ofDatabase) throws SQLException {
        List<String> parts = TokenReader.ofName(name).nameParts();
        String last = parts.get(parts.size() - 1);
        Kind kind = ofDatabase ? Kind.DATABASE_TRIGGER : Kind.TRIGGER;
        String schema = ofDatabase
                ? RecordedObject.OF_DATABASE
                : parts.size() > 1 ? parts.get(parts.size() - 2) : connection.getSchema();
        return recording
                .find(kind, schema, last)
                .orElseThrow(() ->
                        TsqlError.of(15165, "Could not find object '" + name + "' or you do not have permission."));
    }
}
