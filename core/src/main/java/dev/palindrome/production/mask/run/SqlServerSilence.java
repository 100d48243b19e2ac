package dev.palindrome.production.mask.run;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The statements that keep triggers, histories and foreign keys out of what masking does, and those that put everything back,
 * in the opposite order; all within one transaction. Microsoft: disable-trigger-transact-sql, enable-trigger-transact-sql,
 * alter-table-transact-sql (DISABLE TRIGGER, NOCHECK, WITH CHECK CHECK, SYSTEM_VERSIONING, PERIOD FOR SYSTEM_TIME).
 */
final class SqlServerSilence {

    private final SchemaSnapshot schema;
    private final Map<TableName, SqlServerPeriod> periods;
    private final List<String> before = new ArrayList<>();
    private final List<String> after = new ArrayList<>();

    private SqlServerSilence(SchemaSnapshot schema, Map<TableName, SqlServerPeriod> periods) {
        this.schema = schema;
        this.periods = periods;
    }

    /**
     * Plans with what is known.
     *
     * @param targets that change
     * @param schema with everything else
     * @param periods of temporal tables
     */
    static SqlServerSilence of(List<Target> targets, SchemaSnapshot schema, Map<TableName, SqlServerPeriod> periods) {
        SqlServerSilence silence = new SqlServerSilence(schema, periods);
        silence.databaseTriggers();
        ForeignKeys.touchedBy(targets, schema).forEach(silence::foreignKey);
        targets.stream().filter(target -> !target.isHistory()).forEach(silence::table);
        Collections.reverse(silence.after);
        return silence;
    }

    /** Before rows change. */
    List<String> before() {
        return List.copyOf(before);
    }

    /** Afterwards. */
    List<String> after() {
        return List.copyOf(after);
    }

    private void databaseTriggers() {
        List<String> triggers = enabled(schema.objects(ObjectKind.DATABASE_TRIGGER));
        if (!triggers.isEmpty()) {
            String names = String.join(", ", triggers);
            before.add("DISABLE TRIGGER " + names + " ON DATABASE");
            after.add("ENABLE TRIGGER " + names + " ON DATABASE");
        }
    }

    private static List<String> enabled(List<SchemaObject> triggers) {
        return triggers.stream()
                .filter(trigger -> !trigger.is(Property.DISABLED))
                .map(trigger -> BracketedName.of(trigger.simpleName()))
                .toList();
    }

    /** Without WITH CHECK the server would trust it no more (docs: foreign-key-constraints, is_not_trusted). */
    private void foreignKey(ForeignKeys.Key key) {
        String table = "ALTER TABLE " + key.table().sqlName();
        before.add(table + " NOCHECK CONSTRAINT " + key.name());
        after.add(table + (key.isTrusted() ? " WITH CHECK" : " WITH NOCHECK") + " CHECK CONSTRAINT " + key.name());
    }

    private void table(Target target) {
        Table table = target.table();
        List<String> triggers = enabled(table.object().parts(ObjectKind.TRIGGER));
        if (!triggers.isEmpty()) {
            String names = String.join(", ", triggers);
            before.add("ALTER TABLE %s DISABLE TRIGGER %s".formatted(table.sqlName(), names));
            after.add("ALTER TABLE %s ENABLE TRIGGER %s".formatted(table.sqlName(), names));
        }
        Optional.ofNullable(periods.get(target.name())).ifPresent(period -> period(table.sqlName(), period));
    }

    /** While there is a period, the server writes when a row was changed. */
    private void period(String name, SqlServerPeriod period) {
        String table = "ALTER TABLE " + name;
        period.history().ifPresent(history -> {
            before.add(table + " SET (SYSTEM_VERSIONING = OFF)");
            after.add(table + " SET (SYSTEM_VERSIONING = ON (HISTORY_TABLE = "
                    + BracketedName.of(history.parts())
                    + ", DATA_CONSISTENCY_CHECK = ON, HISTORY_RETENTION_PERIOD = " + period.retention() + "))");
        });
        String start = BracketedName.of(period.start());
        String end = BracketedName.of(period.end());
        before.add(table + " DROP PERIOD FOR SYSTEM_TIME");
        if (period.endHidden()) {
            after.add(table + " ALTER COLUMN " + end + " ADD HIDDEN");
        }
        if (period.startHidden()) {
            after.add(table + " ALTER COLUMN " + start + " ADD HIDDEN");
        }
        after.add(table + " ADD PERIOD FOR SYSTEM_TIME (" + start + ", " + end + ")");
    }
}
