package dev.palindrome.schema.change;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.sql.SqlLiteral;

/** Which trigger of several comes first or last (Microsoft: sp-settriggerorder-transact-sql). */
final class FiringOrder {

    private FiringOrder() {}

    /** {@code (FIRST INSERT, LAST UPDATE)}. */
    static void set(SchemaObject trigger, String name, ChangeScript script) {
        String all = trigger.get(Property.FIRING_ORDER).orElse("()");
        boolean ofDatabase = trigger.kind() == ObjectKind.DATABASE_TRIGGER;
        for (String order : all.substring(1, all.length() - 1).split(", ")) {
            int blank = order.indexOf(' ');
            if (blank > 0) {
                script.add(
                        ofDatabase ? ChangePhase.DESCRIBE_DATABASE_TRIGGER : ChangePhase.SWITCH_OFF,
                        "EXEC sp_settriggerorder @triggername = " + SqlLiteral.of(name) + ", @order = "
                                + SqlLiteral.of(order.startsWith("FIRST") ? "First" : "Last") + ", @stmttype = "
                                + SqlLiteral.of(order.substring(blank + 1))
                                + (ofDatabase ? ", @namespace = " + SqlLiteral.of("DATABASE") : ""));
            }
        }
    }
}
