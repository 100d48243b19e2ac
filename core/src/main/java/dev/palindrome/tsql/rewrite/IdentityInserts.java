package dev.palindrome.tsql.rewrite;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.call.ProcedureCall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * For which tables a script has IDENTITY_INSERT on. What INSERTs that stand one behind the other give moves an identity once,
 * behind the last of them, and they are held to give it once for each list of columns.
 */
final class IdentityInserts {

    private final List<ObjectName> tables = new ArrayList<>();
    private final Set<ObjectName> given = new LinkedHashSet<>();
    private final Set<String> held = new HashSet<>();

    void on(ObjectName table) {
        off(table);
        tables.add(table);
    }

    void off(ObjectName table) {
        tables.removeIf(other -> isSame(table, other));
    }

    boolean isOn(ObjectName table) {
        return tables.stream().anyMatch(other -> isSame(table, other));
    }

    /** As far as the script tells, which may say so behind an IF that does not hold. */
    boolean isOnForAnother(ObjectName table) {
        return tables.stream().anyMatch(other -> !isSame(table, other));
    }

    /** The calls before an INSERT that names such columns. */
    List<String> before(ObjectName table, List<String> columns) {
        List<String> arguments = new ArrayList<>(List.of(table.arguments()));
        columns.forEach(column -> arguments.add(SqlLiteral.h2(column)));
        String call = ProcedureCall.of("identity_given", arguments.toArray(String[]::new));
        return isOn(table) && held.add(call) ? List.of(call) : List.of();
    }

    /** Rows were put into a table. */
    void given(ObjectName table) {
        if (isOn(table)) {
            given.add(table);
        }
    }

    /** The calls behind the last INSERT, before anything else is done. */
    List<String> move() {
        List<String> calls = given.stream()
                .map(table -> ProcedureCall.of("move_identity", table.arguments()))
                .toList();
        given.clear();
        held.clear();
        return calls;
    }

    /**
     * Behind a text that was executed: what it set ends with it (Microsoft: set-statements-transact-sql).
     *
     * @param before those for which it was on before
     */
    List<String> back(List<ObjectName> before) {
        if (tables.equals(before)) {
            return List.of();
        }
        List<String> calls = new ArrayList<>(move());
        for (ObjectName table : tables()) {
            if (!before.contains(table)) {
                off(table);
                calls.add(ProcedureCall.of("identity_insert", table.arguments(), "FALSE"));
            }
        }
        for (ObjectName table : before) {
            if (!isOn(table)) {
                on(table);
                calls.add(ProcedureCall.of("identity_insert", table.arguments(), "TRUE"));
            }
        }
        return calls;
    }

    /** Those for which it is on, as they were named. */
    List<ObjectName> tables() {
        return List.copyOf(tables);
    }

    /** Case does not matter, and a schema that is left out may be any. */
    private static boolean isSame(ObjectName one, ObjectName other) {
        return one.name().equalsIgnoreCase(other.name())
                && (one.schema() == null
                        || other.schema() == null
                        || one.schema().equalsIgnoreCase(other.schema()));
    }
}
