package dev.palindrome.schema.change;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a table has that CREATE TABLE does not give it. */
record TableOptions(SchemaObject table, ChangeScript script) {

    private static final String NULLS = "ANSI_NULLS";

    private static final String PADDING = "ANSI_PADDING";

    /** Settings of the session that a table keeps, and that are off for this one while it is made (Microsoft: set-ansi-padding-transact-sql). */
    List<String> settingsOff() {
        List<String> settings = new ArrayList<>();
        if (table.is(Property.ANSI_NULLS_OFF)) {
            settings.add(NULLS);
        }
        if (isPaddingOff()) {
            settings.add(PADDING);
        }
        return settings;
    }

    /** Of all columns that know padding; where one is stored that is computed, it has to be on. */
    private boolean isPaddingOff() {
        List<SchemaObject> padded = table.parts(ObjectKind.COLUMN).stream()
                .filter(TableOptions::isPadded)
                .toList();
        return !padded.isEmpty()
                && padded.stream().allMatch(column -> column.is(Property.ANSI_PADDING_OFF))
                && table.parts(ObjectKind.COLUMN).stream().noneMatch(column -> column.is(Property.PERSISTED));
    }

    private static boolean isPadded(SchemaObject column) {
        return new Column(column)
                .type()
                .flatMap(DeclaredType::sqlType)
                .filter(SqlType::remembersPadding)
                .isPresent();
    }

    /**
     * Of a table that was just made.
     *
     * @param wereOff settings of the session in which it was
     */
    void set(List<String> wereOff) {
        if (table.get(Property.LOCK_ESCALATION).isPresent()) {
            lockEscalation(table.get(Property.LOCK_ESCALATION));
        }
        changeTracking(table.get(Property.CHANGE_TRACKING));
        table.get(Property.OWNER)
                .ifPresent(owner -> script.add(ChangePhase.DESCRIBE, OwnerStatement.of(table, Optional.of(owner))));
        if (table.is(Property.ANSI_NULLS_OFF) && !wereOff.contains(NULLS)) {
            byHand(Property.ANSI_NULLS_OFF);
        }
        if (table.is(Property.CHANGE_DATA_CAPTURE)) {
            byHand(Property.CHANGE_DATA_CAPTURE);
        }
        if (!wereOff.contains(PADDING)) {
            table.parts(ObjectKind.COLUMN).forEach(this::padding);
        }
    }

    private void byHand(Property property) {
        script.byHand("give " + BracketedName.readable(table.name()) + " its "
                + property.phrase(Optional.of(SchemaObject.YES)));
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
