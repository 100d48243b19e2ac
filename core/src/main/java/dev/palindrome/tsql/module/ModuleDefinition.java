package dev.palindrome.tsql.module;

import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject.Kind;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.call.RecordedCall;
import java.util.List;
import java.util.Locale;

/**
 * CREATE, ALTER and CREATE OR ALTER of a module, which takes all of its batch. Its head is read, and what follows is kept as
 * it is (Microsoft: create-procedure-transact-sql).
 */
public final class ModuleDefinition {

    /** What a module is, behind its verb. */
    public static final String[] KINDS = {"PROCEDURE", "PROC", "FUNCTION", "TRIGGER"};

    private ModuleDefinition() {}

    /**
     * From behind {@code CREATE}.
     *
     * @param settings of the session, which it remembers
     */
    public static List<String> create(TokenReader reader, BatchText batch, Recorded settings) {
        return rewrite(reader.accept("OR", "ALTER") ? Verb.CREATE_OR_ALTER : Verb.CREATE, reader, batch, settings);
    }

    /** From behind {@code ALTER}. */
    public static List<String> alter(TokenReader reader, BatchText batch, Recorded settings) {
        return rewrite(Verb.ALTER, reader, batch, settings);
    }

    private static List<String> rewrite(Verb verb, TokenReader reader, BatchText batch, Recorded settings) {
        Recorded recorded = settings.with(Fact.DEFINITION, batch.whole());
        if (reader.accept("FUNCTION")) {
            ObjectName name = reader.objectName();
            return List.of(verb.call(Kind.FUNCTION, name, new FunctionHead(reader).read(recorded)));
        }
        if (reader.accept("TRIGGER")) {
            return List.of(new TriggerHead(reader).rewrite(verb, recorded));
        }
        reader.require("PROCEDURE", "PROC");
        ObjectName name = reader.objectName();
        return List.of(verb.call(Kind.PROCEDURE, name, procedure(reader, recorded)));
    }

    private static Recorded procedure(TokenReader reader, Recorded recorded) {
        if (reader.acceptSymbol(";") && !reader.number().equals("1")) {
            throw new UntranslatableException("a procedure with a number");
        }
        ModuleParameters.optional(reader);
        Recorded known = ModuleOptions.read(reader, recorded, "RECOMPILE", "NATIVE_COMPILATION");
        if (reader.accept("FOR")) {
            reader.require("REPLICATION");
        }
        reader.require("AS");
        if (!reader.atEnd()) {
            requireBody(reader); // one that does nothing is there to be altered
        }
        return known;
    }

    /** What it does, which is looked through for slips of the pen. */
    static void requireBody(TokenReader reader) {
        requireSome(reader);
        int start = reader.position();
        ModuleBody.require(reader.rest());
        reader.back(start);
    }

    static void requireSome(TokenReader reader) {
        if (reader.sees("EXTERNAL", "NAME")) {
            throw new UntranslatableException("a module in an assembly");
        }
        if (reader.atEnd()) {
            throw reader.syntax();
        }
    }

    /** How a module is defined. */
    enum Verb {
        CREATE,
        ALTER,
        CREATE_OR_ALTER;

        String call(Kind kind, ObjectName name, Recorded recorded) {
            return RecordedCall.of(name().toLowerCase(Locale.ROOT) + "_object", kind, name, recorded);
        }
    }
}
