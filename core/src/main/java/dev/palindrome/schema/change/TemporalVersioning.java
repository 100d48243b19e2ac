package dev.palindrome.schema.change;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.TableName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Temporal tables: their period, and their history that is switched on and off (Microsoft: temporal-tables). */
final class TemporalVersioning {

    private static final String HISTORY = "(HISTORY)";

    /** Microsoft: temporal-tables: followed by the object_id of the current table. */
    private static final String MADE_UP = "MSSQL_TemporalHistoryFor_";

    private TemporalVersioning() {}

    /** Whether it is the history of another table, which makes and changes it. */
    static boolean isHistory(SchemaObject table) {
        return table.get(Property.HISTORY_TABLE).filter(HISTORY::equals).isPresent();
    }

    /** Whether its table makes it as it is; it brings one index along (Microsoft: temporal-tables). */
    static boolean isMadeByItsTable(SchemaObject table) {
        List<SchemaObject> indexes = table.parts(ObjectKind.INDEX);
        return isHistory(table)
                && table.parts(ObjectKind.STATISTICS).isEmpty()
                && indexes.size() == 1
                && indexes.get(0).simpleName().equalsIgnoreCase("ix_" + table.simpleName())
                && indexes.get(0)
                        .get(Property.INDEX_KIND)
                        .filter("CLUSTERED"::equals)
                        .isPresent();
    }

    /** Whether it was the history of another table, under a name that is another one in each database. */
    static boolean isLeftBehind(SchemaObject table) {
        return !isHistory(table) && table.simpleName().startsWith(MADE_UP);
    }

    /** The history of a table, where it has one whose name is known. */
    static Optional<List<String>> history(SchemaObject table) {
        return table.get(Property.HISTORY_TABLE)
                .map(TemporalVersioning::name)
                .filter(name -> name.startsWith("["))
                .map(name -> TableName.parse(name).parts());
    }

    static void change(ObjectPair pair, Property property, ChangeScript script) {
        if (property == Property.HISTORY_TABLE) {
            if (keepsHistory(pair)) {
                changeRetention(pair.expected(), script);
            } else {
                switchOff(pair.actual(), script);
                switchOn(pair.expected(), script);
            }
            return;
        }
        String table = alter(pair.expected());
        if (pair.actual().get(Property.PERIOD).isPresent()) {
            script.add(ChangePhase.SWITCH_OFF_VERSIONING, table + " DROP PERIOD FOR SYSTEM_TIME");
        }
        boolean withColumns = pair.missing().stream().anyMatch(TemporalVersioning::isGenerated);
        if (!withColumns) {
            pair.expected()
                    .get(Property.PERIOD)
                    .ifPresent(columns ->
                            script.add(ChangePhase.ADD_DEFAULT, table + " ADD PERIOD FOR SYSTEM_TIME " + columns));
        }
    }

    /** Whether only the retention is another one, which a table takes that goes on keeping its history. */
    private static boolean keepsHistory(ObjectPair pair) {
        Optional<String> kept = pair.expected().get(Property.HISTORY_TABLE).map(TemporalVersioning::name);
        return kept.isPresent()
                && !kept.get().equals("ON")
                && kept.equals(pair.actual().get(Property.HISTORY_TABLE).map(TemporalVersioning::name));
    }

    private static void changeRetention(SchemaObject table, ChangeScript script) {
        String history = table.get(Property.HISTORY_TABLE).orElseThrow();
        String options = options(history);
        boolean forEver = history.equals("(" + name(history) + ")");
        script.add(
                ChangePhase.SWITCH_ON_VERSIONING,
                alter(table) + " SET (SYSTEM_VERSIONING = ON"
                        + (forEver ? options.replaceFirst("\\)$", ", HISTORY_RETENTION_PERIOD = INFINITE)") : options)
                        + ")");
    }

    private static String name(String history) {
        String inside = history.substring(1, history.length() - 1);
        int comma = inside.lastIndexOf(", ");
        return comma < 0 ? inside : inside.substring(0, comma);
    }

    static boolean isGenerated(SchemaObject part) {
        return part.get(Property.GENERATED).isPresent();
    }

    /** The columns of a period come with it, and rows that are there need values of them. */
    static void addPeriod(SchemaObject table, List<SchemaObject> columns, ChangeScript script) {
        script.data(ChangePhase.ADD_COLUMN, "the period of " + BracketedName.readable(table.name()) + " begins anew");
        String added = columns.stream()
                .map(column -> hasDefault(column)
                        ? ColumnDefinition.of(column)
                        : ColumnDefinition.withoutDefault(column) + " CONSTRAINT " + temporary(table, column)
                                + " DEFAULT " + bound(column))
                .collect(Collectors.joining(", "));
        String period = table.get(Property.PERIOD)
                .map(known -> ", PERIOD FOR SYSTEM_TIME " + known)
                .orElse("");
        script.add(ChangePhase.ADD_COLUMN, alter(table) + " ADD " + added + period);
        String constraints = columns.stream()
                .filter(column -> !hasDefault(column))
                .map(column -> temporary(table, column))
                .collect(Collectors.joining(", "));
        if (!constraints.isEmpty()) {
            script.add(ChangePhase.ADD_COLUMN, alter(table) + " DROP CONSTRAINT " + constraints);
        }
    }

    private static boolean hasDefault(SchemaObject column) {
        return column.get(Property.DEFAULT).isPresent();
    }

    private static String temporary(SchemaObject table, SchemaObject column) {
        return ColumnStatements.temporaryName(table, column);
    }

    private static String bound(SchemaObject column) {
        boolean start = column.get(Property.GENERATED)
                .filter(as -> as.contains("START"))
                .isPresent();
        return start ? "(SYSUTCDATETIME())" : "(CONVERT(DATETIME2, '9999-12-31 23:59:59.9999999'))";
    }

    static void switchOff(SchemaObject table, ChangeScript script) {
        if (table.get(Property.HISTORY_TABLE).isEmpty() || isHistory(table)) {
            return;
        }
        script.add(ChangePhase.SWITCH_OFF_VERSIONING, alter(table) + " SET (SYSTEM_VERSIONING = OFF)");
        if (table.get(Property.HISTORY_TABLE).orElse("").startsWith("(ON")) {
            script.byHand("drop the history table of " + BracketedName.readable(table.name())
                    + ", whose name the server made up");
        }
    }

    static void switchOn(SchemaObject table, ChangeScript script) {
        if (table.get(Property.HISTORY_TABLE).isPresent() && !isHistory(table)) {
            String history = table.get(Property.HISTORY_TABLE).get();
            script.add(
                    ChangePhase.SWITCH_ON_VERSIONING,
                    alter(table) + " SET (SYSTEM_VERSIONING = ON" + options(history) + ")");
        }
    }

    /** {@code ([dbo].[users_history], 6 MONTH)}, or ON where the name is the server's. */
    private static String options(String history) {
        String inside = history.substring(1, history.length() - 1);
        boolean unnamed = inside.startsWith("ON");
        int comma = inside.lastIndexOf(", ");
        String retention = comma < 0 ? "" : "HISTORY_RETENTION_PERIOD = " + inside.substring(comma + 2);
        if (unnamed) {
            return retention.isEmpty() ? "" : " (" + retention + ")";
        }
        return " (HISTORY_TABLE = " + name(history) + (retention.isEmpty() ? "" : ", " + retention) + ")";
    }

    private static String alter(SchemaObject table) {
        return "ALTER TABLE " + BracketedName.of(table.name());
    }
}
