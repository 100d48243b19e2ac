package dev.palindrome.tsql.module;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.call.ProcedureCall;
import java.util.ArrayList;
import java.util.List;

/** The head of a trigger, from its name on (Microsoft: create-trigger-transact-sql). */
final class TriggerHead {

    private final TokenReader reader;

    TriggerHead(TokenReader reader) {
        this.reader = reader;
    }

    String rewrite(ModuleDefinition.Verb verb, Recorded recorded) {
        ObjectName name = reader.objectName();
        reader.require("ON");
        requireDatabase(reader);
        if (reader.accept("DATABASE")) {
            ObjectName ofDatabase = new ObjectName(RecordedObject.OF_DATABASE, name.name());
            return verb.call(Kind.DATABASE_TRIGGER, ofDatabase, ofDatabase(recorded));
        }
        ObjectName table = reader.objectName();
        Recorded known = ofTable(recorded);
        return ProcedureCall.of(
                "define_trigger",
                SqlLiteral.h2(verb.name()),
                name.arguments(),
                table.arguments(),
                SqlLiteral.h2(known.text()));
    }

    /** Refuses what belongs to the server. */
    static void requireDatabase(TokenReader reader) {
        if (reader.sees("ALL", "SERVER")) {
            throw new UntranslatableException("a trigger of the server");
        }
    }

    private Recorded ofTable(Recorded recorded) {
        Recorded known = ModuleOptions.read(reader, recorded, "NATIVE_COMPILATION");
        boolean instead = reader.accept("INSTEAD", "OF");
        if (!instead) {
            reader.require("AFTER", "FOR");
        }
        List<String> events = new ArrayList<>();
        do {
            String event = reader.peek().upper();
            reader.require("INSERT", "UPDATE", "DELETE");
            if (events.contains(event)) {
                throw UntranslatableException.refused(1034, "a trigger names each event once");
            }
            events.add(event);
        } while (reader.acceptSymbol(","));
        if (reader.accept("WITH")) {
            reader.require("APPEND");
        }
        boolean notForReplication = notForReplication();
        reader.require("AS");
        ModuleDefinition.requireBody(reader);
        return known.with(Fact.EVENTS, (instead ? "INSTEAD OF " : "AFTER ") + String.join(", ", events))
                .withYes(Fact.NOT_FOR_REPLICATION, notForReplication);
    }

    private boolean notForReplication() {
        if (!reader.accept("NOT")) {
            return false;
        }
        reader.require("FOR");
        reader.require("REPLICATION");
        return true;
    }

    private Recorded ofDatabase(Recorded recorded) {
        Recorded known = ModuleOptions.read(reader, recorded);
        reader.require("AFTER", "FOR");
        List<String> events = new ArrayList<>();
        do {
            events.add(reader.identifier());
        } while (reader.acceptSymbol(","));
        reader.require("AS");
        ModuleDefinition.requireBody(reader);
        return known.with(Fact.EVENTS, String.join(", ", events));
    }
}
