package dev.palindrome.schema.change;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.BracketedName;
import java.util.List;
import java.util.Optional;

/** What a table has that CREATE TABLE does not give it. */
final class TableOptions {

    /** Kept from the session that creates, or set by a procedure of its own. */
    private static final List<Property> BY_HAND = List.of(Property.ANSI_NULLS_OFF, Property.CHANGE_DATA_CAPTURE);

    private final SchemaObject table;
    private final String alterTable;
    private final ChangeScript script;

    TableOptions(SchemaObject table, ChangeScript script) {
        this.table = table;
        this.alterTable = "ALTER TABLE " + BracketedName.of(table.name());
        this.script = script;
    }

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
        new Table(table).columns().stream().map(Column::object).forEach(this::padding);
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
        script.add(ChangePhase.SET_TABLE, alterTable + " SET (LOCK_ESCALATION = " + expected.orElse("TABLE") + ")");
    }

    /** {@code (ON, TRACK_COLUMNS_UPDATED = ON)}. */
    void changeTracking(Optional<String> expected) {
        boolean columns =
                expected.filter(how -> how.contains("TRACK_COLUMNS_UPDATED")).isPresent();
        if (expected.isPresent()) {
            script.add(
                    ChangePhase.SET_TABLE,
                    alterTable + " ENABLE CHANGE_TRACKING" + (columns ? " WITH (TRACK_COLUMNS_UPDATED = ON)" : ""));
        }
    }
}
