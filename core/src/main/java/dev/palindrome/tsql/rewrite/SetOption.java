package dev.palindrome.tsql.rewrite;

import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** SET. Most settings mean nothing to what a script leaves behind; the others are refused. */
final class SetOption {

    private static final Set<String> OF_NO_CONSEQUENCE =
            Set.of("NOCOUNT", "XACT_ABORT", "STATISTICS", "LOCK_TIMEOUT", "DEADLOCK_PRIORITY");

    private static final Set<String> FINE_WHEN_ON = Set.of(
            "ANSI_NULLS",
            "QUOTED_IDENTIFIER",
            "ANSI_PADDING",
            "ANSI_WARNINGS",
            "ARITHABORT",
            "CONCAT_NULL_YIELDS_NULL",
            "ANSI_NULL_DFLT_ON");

    private static final Set<String> FINE_WHEN_OFF =
            Set.of("NUMERIC_ROUNDABORT", "IMPLICIT_TRANSACTIONS", "NOEXEC", "PARSEONLY");

    private final IdentityInserts identityInserts;

    SetOption(IdentityInserts identityInserts) {
        this.identityInserts = identityInserts;
    }

    /** From behind {@code SET}. */
    List<String> rewrite(TokenReader reader) {
        if (reader.accept("IDENTITY_INSERT")) {
            return identityInsert(reader);
        }
        if (reader.accept("TRANSACTION", "ISOLATION", "LEVEL")) {
            return List.of();
        }
        List<String> names = new java.util.ArrayList<>();
        do {
            names.add(reader.next().upper());
        } while (reader.acceptSymbol(","));
        boolean on = reader.sees("ON");
        for (String name : names) {
            boolean fine = OF_NO_CONSEQUENCE.contains(name) || (on ? FINE_WHEN_ON : FINE_WHEN_OFF).contains(name);
            if (!fine) {
                throw new UntranslatableException("SET " + name);
            }
        }
        return List.of();
    }

    private List<String> identityInsert(TokenReader reader) {
        ObjectName table = reader.objectName();
        boolean on = reader.accept("ON");
        if (!on && !reader.accept("OFF")) {
            throw reader.unexpected();
        }
        reader.expectEnd();
        List<String> calls = new ArrayList<>();
        if (on && identityInserts.isOnForAnother(table)) {
            calls.add(ProcedureCall.of("identity_alone", table.arguments()));
        }
        calls.add(ProcedureCall.of("identity_insert", table.arguments(), on ? "TRUE" : "FALSE"));
        if (on) {
            identityInserts.on(table);
        } else {
            identityInserts.off(table);
        }
        return calls;
    }
}
