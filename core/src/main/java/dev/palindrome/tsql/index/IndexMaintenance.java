package dev.palindrome.tsql.index;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.call.ProcedureCall;
import java.util.ArrayList;
import java.util.List;

/** ALTER INDEX and UPDATE STATISTICS, which switches it on or off that statistics are brought up to date. */
public final class IndexMaintenance {

    private IndexMaintenance() {}

    /** From behind {@code ALTER INDEX}. */
    public static List<String> alterIndex(TokenReader reader) {
        String index = reader.accept("ALL") ? "NULL" : SqlLiteral.h2(reader.identifier());
        reader.expect("ON");
        ObjectName table = reader.objectName();
        if (reader.peek().is("RESUME", "PAUSE", "ABORT")) {
            throw new UntranslatableException("ALTER INDEX … " + reader.peek().upper());
        }
        Token action = reader.peek();
        reader.require("DISABLE", "REBUILD", "REORGANIZE", "SET");
        String options = action.is("SET") ? IndexOptions.inParentheses(reader).text() : "";
        if (action.is("REBUILD", "REORGANIZE")) {
            options = rebuilding(reader, action.is("REBUILD"));
        }
        reader.expectEndOfSyntax();
        return List.of(ProcedureCall.of(
                "alter_index", table.arguments(), index, SqlLiteral.h2(action.upper()), SqlLiteral.h2(options)));
    }

    private static String rebuilding(TokenReader reader, boolean rebuild) {
        if (reader.accept("PARTITION")) {
            reader.expectSymbol("=");
            if (!reader.accept("ALL")) {
                throw new UntranslatableException("a partition");
            }
        }
        if (!reader.accept("WITH")) {
            return "";
        }
        if (rebuild) {
            return IndexOptions.inParentheses(reader).text();
        }
        reader.requireSymbol("(");
        do {
            reader.require("LOB_COMPACTION", "COMPRESS_ALL_ROW_GROUPS");
            reader.requireSymbol("=");
            reader.require("ON", "OFF");
        } while (reader.acceptSymbol(","));
        reader.requireSymbol(")");
        return "";
    }

    /** From behind {@code UPDATE STATISTICS}. */
    public static List<String> updateStatistics(TokenReader reader) {
        ObjectName table = reader.objectName();
        List<String> names = new ArrayList<>();
        if (reader.seesSymbol("(")) {
            KeyColumn.names(reader).forEach(name -> names.add(SqlLiteral.h2(name.name())));
        } else if (reader.peek().isName() && !reader.sees("WITH")) {
            names.add(SqlLiteral.h2(reader.identifier()));
        } else {
            names.add("NULL");
        }
        boolean recomputed = true;
        if (reader.accept("WITH")) {
            do {
                recomputed &= !reader.sees("NORECOMPUTE");
                statisticsOption(reader);
            } while (reader.acceptSymbol(","));
        }
        reader.expectEndOfSyntax();
        String option = SqlLiteral.h2("STATISTICS_NORECOMPUTE = " + (recomputed ? "OFF" : "ON"));
        return names.stream()
                .map(name -> ProcedureCall.of("alter_index", table.arguments(), name, "'STATISTICS'", option))
                .toList();
    }

    private static void statisticsOption(TokenReader reader) {
        if (reader.accept("SAMPLE")) {
            reader.number();
            if (!reader.accept("PERCENT") && !reader.accept("ROWS")) {
                throw reader.syntax();
            }
        } else if (reader.peek().is("INCREMENTAL", "AUTO_DROP")) {
            throw new UntranslatableException(
                    "UPDATE STATISTICS … WITH " + reader.peek().upper());
        } else if (reader.peek().is("PERSIST_SAMPLE_PERCENT", "MAXDOP")) {
            IndexOptions.option(reader);
        } else if (!reader.peek().is("NORECOMPUTE", "FULLSCAN", "RESAMPLE", "ALL", "COLUMNS", "INDEX")) {
            throw reader.syntax();
        } else {
            reader.next();
        }
    }
}
