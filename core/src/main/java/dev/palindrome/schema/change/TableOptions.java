package dev.palindrome.schema.change;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.sql.BracketedName;
import java.util.List;
import java.util.Optional;

/** What a table has that CREATE TABLE does not give it. */
record TableOptions(SchemaObject table, ChangeScript script) {

    /** Kept from the session that creates, or set by a procedure of its own. */
    private static final List<Property> BY_HAND = List.of(Property.ANSI_NULLS_OFF, Property.CHANGE_DATA_CAPTURE);

    /** Of a table that was just made. */
    void set() {
        if (table.get(Property.LOCK_ESCALATION).isPresent()) {
            lockEscalation(table.get(Property.LOCK_ESCALATION));
        }
        changeTracking(table.get(Property.CHANGE_TRACKING));
        table.get(Property.OWNER)
                .ifPresent(owner -> script.add(ChangePhase.DESCRIBE, OwnerStatement.of(table, Optional.of(owner))));
        BY_HAND.stream()
                .filter(table::is)
                .forEach(option -> script.byHand("give " + BracketedName.readable(table.name()) + " its "
                        + option.phrase(Optional.of(SchemaObject.YES))));
        table.parts(ObjectKind.COLUMN).forEach(this::padding);
    }

    /** The session that makes a column gives it that; ALTER COLUMN takes it away (Microsoft: alter-table-transact-sql). */
    void padding(SchemaObject column) {
        if (column.is(Property.ANSI_PADDING_OFF)) {
            script.byHand("the column " + BracketedName.readable(table.name()) + "."
                    + BracketedName.readable(column.name())
                    + " had ANSI_PADDING OFF, and is made with ANSI_PADDING ON here");
        }
    }

    void lockEscalation(Optional<String> expected) {
        alter("SET (LOCK_ESCALATION = " + expected.orElse("TABLE") + ")");
    }

    /** {@code (ON, TRACK_COLUMNS_UPDATED = ON)}. */
    void changeTracking(Optional<String> expected) {
        expected.ifPresent(how -> alter("ENABLE CHANGE_TRACKING"
                + (how.contains("TRACK_COLUMNS_UPDATED") ? " WITH (TRACK_COLUMNS_UPDATED = ON)" : "")));
    }

    private void alter(String option) {
        script.add(ChangePhase.SET_TABLE, "ALTER TABLE " + BracketedName.of(table.name()) + " " + option);
    }
}
