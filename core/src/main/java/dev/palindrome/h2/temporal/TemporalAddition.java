package dev.palindrome.h2.temporal;

import java.sql.SQLException;

/** What may be added to a temporal table and to a history (Microsoft: change-schema). */
final class TemporalAddition {

    private TemporalAddition() {}

    /** @param addition {@code COLUMN}, {@code PRIMARY KEY} … */
    static void require(TemporalTable table, String addition) throws SQLException {
        if (table.isHistory()) {
            ofHistory(table, addition);
        }
        if (addition.equals("PERIOD") && table.hasPeriod()) {
            throw TemporalError.ALREADY_PERIOD.on(table.readable());
        }
        if (table.isVersioned()) {
            switch (addition) {
                case "IDENTITY", "COMPUTED", "ROWGUIDCOL", "SPARSE", "ROWVERSION", "WITH VALUES" ->
                    throw TemporalError.needsSqlServer("A new column with " + addition);
                default -> {
                    return;
                }
            }
        }
    }

    private static void ofHistory(TemporalTable history, String addition) throws SQLException {
        TemporalError error = switch (addition) {
            case "PRIMARY KEY" -> TemporalError.PRIMARY_KEY_OF_HISTORY;
            case "UNIQUE" -> TemporalError.UNIQUE_KEY_OF_HISTORY;
            case "CHECK" -> TemporalError.CHECK_OF_HISTORY;
            case "FOREIGN KEY" -> TemporalError.FOREIGN_KEY_OF_HISTORY;
            case "PERIOD" -> TemporalError.PERIOD_ON_HISTORY;
            default -> TemporalError.ADD_COLUMN;
        };
        if (addition.equals("UNIQUE INDEX")) {
            throw TemporalError.needsSqlServer("A unique index of the history");
        }
        if (!addition.equals("DEFAULT")) {
            throw error.on(history.readable());
        }
    }
}
