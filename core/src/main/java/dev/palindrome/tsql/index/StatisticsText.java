package dev.palindrome.tsql.index;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Parentheses;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.call.ProcedureCall;
import java.util.ArrayList;
import java.util.List;

/** CREATE and DROP STATISTICS, which H2 has not: they are recorded (Microsoft: create-statistics-transact-sql). */
public final class StatisticsText {

    private StatisticsText() {}

    /** From behind {@code CREATE STATISTICS}. */
    public static List<String> create(TokenReader reader) {
        String name = reader.identifier();
        reader.require("ON");
        ObjectName table = reader.objectName();
        Recorded recorded = Recorded.nothing().with(Fact.COLUMNS, "(" + KeyColumn.tsql(KeyColumn.names(reader)) + ")");
        if (reader.accept("WHERE")) {
            recorded = recorded.with(Fact.FILTER, Parentheses.around(IndexText.text(IndexFilter.read(reader))));
        }
        if (reader.accept("WITH")) {
            do {
                recorded = option(reader, recorded);
            } while (reader.acceptSymbol(","));
        }
        reader.expectEndOfSyntax();
        return List.of(ProcedureCall.of(
                "record_part", table.arguments(), "'STATISTICS'", SqlLiteral.h2(name), SqlLiteral.h2(recorded.text())));
    }

    private static Recorded option(TokenReader reader, Recorded recorded) {
        Token option = reader.next();
        if (option.is("SAMPLE")) {
            reader.number();
            reader.require("PERCENT", "ROWS");
        } else if (option.is("INCREMENTAL", "AUTO_DROP", "PERSIST_SAMPLE_PERCENT")) {
            reader.requireSymbol("=");
            boolean on = reader.sees("ON");
            reader.require("ON", "OFF");
            recorded = recorded.withYes(Fact.STATISTICS_INCREMENTAL, on && option.is("INCREMENTAL"))
                    .withSome(Fact.OPTIONS, on && option.is("AUTO_DROP") ? "(AUTO_DROP = ON)" : "");
        } else if (option.is("MAXDOP")) {
            reader.requireSymbol("=");
            reader.number();
        } else if (option.is("NORECOMPUTE")) {
            return recorded.with(Fact.STATISTICS_NORECOMPUTE, "yes");
        } else if (!option.is("FULLSCAN")) {
            reader.back(reader.position() - 1);
            throw reader.syntax();
        }
        return recorded;
    }

    /** From behind {@code DROP STATISTICS}. */
    public static List<String> drop(TokenReader reader) {
        List<String> calls = new ArrayList<>();
        do {
            List<String> parts = reader.nameParts();
            String name = parts.remove(parts.size() - 1);
            if (parts.isEmpty()) {
                throw reader.syntax();
            }
            calls.add(ProcedureCall.of(
                    "drop_part", ObjectName.of(parts).arguments(), "'STATISTICS'", SqlLiteral.h2(name)));
        } while (reader.acceptSymbol(","));
        reader.expectEndOfSyntax();
        return calls;
    }
}
