package dev.palindrome.schema;

import java.util.Optional;

/** Switches the history of a temporal table on and off. */
final class Versioning {

    private Versioning() {}

    static void change(ObjectPair pair, Property property, ChangeScript script) {
        String table = "ALTER TABLE " + Names.bracketed(pair.expected().name());
        if (property == Property.HISTORY_TABLE) {
            switchOff(pair.actual(), script);
            switchOn(pair.expected(), script);
            return;
        }
        pair.actual()
                .get(Property.PERIOD)
                .ifPresent(columns ->
                        script.add(ChangePhase.SWITCH_OFF_VERSIONING, table + " DROP PERIOD FOR SYSTEM_TIME"));
        pair.expected()
                .get(Property.PERIOD)
                .ifPresent(columns ->
                        script.add(ChangePhase.ADD_DEFAULT, table + " ADD PERIOD FOR SYSTEM_TIME " + columns));
    }

    static void switchOff(SchemaObject table, ChangeScript script) {
        if (table.get(Property.HISTORY_TABLE).isPresent()) {
            script.add(
                    ChangePhase.SWITCH_OFF_VERSIONING,
                    "ALTER TABLE " + Names.bracketed(table.name()) + " SET (SYSTEM_VERSIONING = OFF)");
        }
    }

    static void switchOn(SchemaObject table, ChangeScript script) {
        Optional<String> history = table.get(Property.HISTORY_TABLE);
        history.ifPresent(known -> script.add(
                ChangePhase.SWITCH_ON_VERSIONING,
                "ALTER TABLE " + Names.bracketed(table.name()) + " SET (SYSTEM_VERSIONING = ON (" + options(known)
                        + "))"));
    }

    /** {@code [dbo].[users_history] RETENTION 6 MONTHS}, or the options as T-SQL has them. */
    private static String options(String history) {
        if (history.startsWith("(")) {
            return history.substring(1, history.length() - 1);
        }
        int retention = history.indexOf(" RETENTION ");
        return retention < 0
                ? "HISTORY_TABLE = " + history
                : "HISTORY_TABLE = " + history.substring(0, retention) + ", HISTORY_RETENTION_PERIOD = "
                        + history.substring(retention + " RETENTION ".length());
    }
}
