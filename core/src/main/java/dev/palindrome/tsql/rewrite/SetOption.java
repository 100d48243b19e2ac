package dev.palindrome.tsql.rewrite;

import dev.palindrome.tsql.DateOrder;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.call.ProcedureCall;
import dev.palindrome.tsql.rewrite.table.ModuleSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** SET. Most settings mean nothing to what a script leaves behind; the others are refused. */
final class SetOption {

    /** NO_BROWSETABLE says what drivers hear of the columns of queries, and is in no documentation. */
    private static final Set<String> OF_NO_CONSEQUENCE = Set.of(
            "NOCOUNT",
            "XACT_ABORT",
            "CURSOR_CLOSE_ON_COMMIT",
            "FORCEPLAN",
            "REMOTE_PROC_TRANSACTIONS",
            "NO_BROWSETABLE",
            "RESULT_SET_CACHING");

    private static final Set<String> FINE_WHEN_ON = Set.of(
            "ANSI_NULLS",
            "QUOTED_IDENTIFIER",
            "ANSI_PADDING",
            "ANSI_WARNINGS",
            "ARITHABORT",
            "CONCAT_NULL_YIELDS_NULL",
            "ANSI_NULL_DFLT_ON");

    private static final Set<String> FINE_WHEN_OFF = Set.of(
            "NUMERIC_ROUNDABORT",
            "IMPLICIT_TRANSACTIONS",
            "NOEXEC",
            "PARSEONLY",
            "ANSI_NULL_DFLT_OFF",
            "ARITHIGNORE",
            "FMTONLY",
            "SHOWPLAN_ALL",
            "SHOWPLAN_TEXT",
            "SHOWPLAN_XML");

    /** Which days and dates literals mean, and in which language the server speaks: as it is where nobody says otherwise. */
    private static final Map<String, Set<String>> USUAL = Map.of(
            "DATEFIRST", Set.of("7"),
            "LANGUAGE", Set.of("US_ENGLISH", "ENGLISH"),
            "ROWCOUNT", Set.of("0"));

    private static final Set<String> WITH_A_VALUE = Set.of("TEXTSIZE", "QUERY_GOVERNOR_COST_LIMIT", "CONTEXT_INFO");

    /** Whoever writes one of these has not misspelt it. */
    private static final Set<String> KNOWN = Set.of("ANSI_DEFAULTS", "FIPS_FLAGGER", "OFFSETS", "DISABLE_DEF_CNST_CHK");

    private final IdentityInserts identityInserts;
    private final ModuleSettings settings;

    private final Consumer<DateOrder> dateOrder;

    /**
     * Reads one SET.
     *
     * @param settings which modules remember
     * @param dateOrder takes the order of dates, if that is what is set
     */
    SetOption(IdentityInserts identityInserts, ModuleSettings settings, Consumer<DateOrder> dateOrder) {
        this.identityInserts = identityInserts;
        this.settings = settings;
        this.dateOrder = dateOrder;
    }

    /** From behind {@code SET}. */
    List<String> rewrite(TokenReader reader) {
        if (reader.accept("IDENTITY_INSERT")) {
            return identityInsert(reader);
        }
        if (acceptOfTheSession(reader)) {
            reader.expectEndOfSyntax();
            return List.of();
        }
        if (reader.accept("DATEFORMAT")) {
            dateFormat(reader);
            return List.of();
        }
        String first = reader.peek().upper();
        if (USUAL.containsKey(first) || WITH_A_VALUE.contains(first)) {
            value(reader);
            return List.of();
        }
        List<String> names = new ArrayList<>();
        do {
            names.add(reader.next().upper());
        } while (reader.acceptSymbol(","));
        boolean on = reader.sees("ON");
        for (String name : names) {
            boolean fine = OF_NO_CONSEQUENCE.contains(name)
                    || ModuleSettings.knows(name)
                    || (on ? FINE_WHEN_ON : FINE_WHEN_OFF).contains(name);
            if (!fine) {
                throw KNOWN.contains(name) || FINE_WHEN_ON.contains(name) || FINE_WHEN_OFF.contains(name)
                        ? new UntranslatableException("SET " + name)
                        : UntranslatableException.unclear("SET " + name);
            }
        }
        reader.require("ON", "OFF");
        reader.expectEndOfSyntax();
        names.stream().filter(ModuleSettings::knows).forEach(name -> settings.set(name, on));
        return List.of();
    }

    private void dateFormat(TokenReader reader) {
        Token value = reader.next();
        if (value.kind() == Token.Kind.SYMBOL || value.kind() == Token.Kind.END) {
            throw UntranslatableException.syntax(value);
        }
        reader.expectEndOfSyntax();
        if (value.kind() == Token.Kind.VARIABLE) {
            throw new UntranslatableException("SET DATEFORMAT of a variable");
        }
        dateOrder.accept(DateOrder.find(value.value())
                .orElseThrow(() -> UntranslatableException.refused(
                        2741, value, "an order of dates is mdy, dmy, ymd, ydm, myd or dym")));
    }

    private void value(TokenReader reader) {
        String name = reader.next().upper();
        Token value = reader.next();
        if (value.kind() == Token.Kind.SYMBOL || value.kind() == Token.Kind.END) {
            throw UntranslatableException.syntax(value);
        }
        reader.expectEndOfSyntax();
        Set<String> usual = USUAL.getOrDefault(name, Set.of());
        if (!WITH_A_VALUE.contains(name) && !usual.contains(value.value().toUpperCase(Locale.ROOT))) {
            throw new UntranslatableException("SET " + name + " other than "
                    + String.join(", ", usual.stream().sorted().toList()));
        }
        if (name.equals("LANGUAGE")) {
            dateOrder.accept(DateOrder.MDY);
        }
    }

    /** Reads what says how the session works, and nothing about what it leaves behind; false if it is something else. */
    private static boolean acceptOfTheSession(TokenReader reader) {
        if (reader.accept("TRANSACTION", "ISOLATION", "LEVEL")) {
            isolation(reader);
        } else if (reader.accept("STATISTICS")) {
            do {
                reader.require("IO", "TIME", "PROFILE", "XML");
            } while (reader.acceptSymbol(","));
            reader.require("ON", "OFF");
        } else if (reader.accept("DEADLOCK_PRIORITY")) {
            priority(reader);
        } else if (reader.accept("LOCK_TIMEOUT")) {
            reader.number();
        } else {
            return false;
        }
        return true;
    }

    private static void isolation(TokenReader reader) {
        if (reader.accept("READ")) {
            reader.require("UNCOMMITTED", "COMMITTED");
        } else if (reader.accept("REPEATABLE")) {
            reader.require("READ");
        } else {
            reader.require("SNAPSHOT", "SERIALIZABLE");
        }
    }

    private static void priority(TokenReader reader) {
        if (reader.peek().isName()) {
            reader.require("LOW", "NORMAL", "HIGH");
        } else {
            reader.number();
        }
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
