package dev.palindrome.tsql.module;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.call.ProcedureCall;
import java.util.ArrayList;
import java.util.List;

/** ENABLE TRIGGER and DISABLE TRIGGER, also as ALTER TABLE has them. */
public final class TriggerSwitch {

    private static final List<ObjectName> ALL = List.of();

    private TriggerSwitch() {}

    /** A whole statement. */
    public static List<String> rewrite(TokenReader reader) {
        boolean on = on(reader);
        reader.require("TRIGGER");
        List<ObjectName> triggers = triggers(reader);
        reader.require("ON");
        TriggerHead.requireDatabase(reader);
        ObjectName of =
                reader.accept("DATABASE") ? new ObjectName(RecordedObject.OF_DATABASE, "") : reader.objectName();
        reader.expectEndOfSyntax();
        return calls(triggers, of, on);
    }

    /** From behind the name of a table. */
    public static List<String> ofTable(TokenReader reader, ObjectName table) {
        boolean on = on(reader);
        reader.require("TRIGGER");
        return calls(triggers(reader), table, on);
    }

    /** Whether a table's triggers are switched here. */
    public static boolean sees(TokenReader reader) {
        return reader.peek().is("ENABLE", "DISABLE") && reader.peek(1).is("TRIGGER");
    }

    private static boolean on(TokenReader reader) {
        boolean on = reader.sees("ENABLE");
        reader.require("ENABLE", "DISABLE");
        return on;
    }

    private static List<ObjectName> triggers(TokenReader reader) {
        if (reader.accept("ALL")) {
            return ALL;
        }
        List<ObjectName> names = new ArrayList<>();
        do {
            names.add(reader.objectName());
        } while (reader.acceptSymbol(","));
        return names;
    }

    private static List<String> calls(List<ObjectName> triggers, ObjectName of, boolean on) {
        List<String> names = triggers.isEmpty()
                ? List.of("NULL")
                : triggers.stream().map(name -> SqlLiteral.h2(name.name())).toList();
        return names.stream()
                .map(name -> ProcedureCall.of("switch_trigger", name, of.arguments(), on ? "TRUE" : "FALSE"))
                .toList();
    }
}
