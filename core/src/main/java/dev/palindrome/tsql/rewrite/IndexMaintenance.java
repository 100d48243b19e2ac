package dev.palindrome.tsql.rewrite;

import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.List;

/** ALTER INDEX and UPDATE STATISTICS: what changes nothing that can be seen is read all the same, and left out. */
final class IndexMaintenance {

    private IndexMaintenance() {}

    /** From behind {@code ALTER INDEX}. */
    static List<String> alterIndex(TokenReader reader) {
        if (!reader.accept("ALL")) {
            reader.identifier();
        }
        reader.expect("ON");
        reader.objectName();
        if (reader.peek().is("DISABLE", "SET", "RESUME", "PAUSE", "ABORT")) {
            throw new UntranslatableException("ALTER INDEX … " + reader.peek().upper());
        }
        if (!reader.accept("REBUILD") && !reader.accept("REORGANIZE")) {
            throw reader.syntax();
        }
        if (reader.accept("PARTITION")) {
            reader.expectSymbol("=");
            if (!reader.accept("ALL")) {
                throw new UntranslatableException("a partition");
            }
        }
        if (reader.accept("WITH")) {
            IndexOptions.inParentheses(reader);
        }
        reader.expectEndOfSyntax();
        return List.of();
    }

    /** From behind {@code UPDATE STATISTICS}. */
    static void updateStatistics(TokenReader reader) {
        reader.objectName();
        if (reader.seesSymbol("(")) {
            KeyColumn.names(reader);
        } else if (reader.peek().isName() && !reader.sees("WITH")) {
            reader.identifier();
        }
        if (reader.accept("WITH")) {
            do {
                statisticsOption(reader);
            } while (reader.acceptSymbol(","));
        }
        reader.expectEndOfSyntax();
    }

    private static void statisticsOption(TokenReader reader) {
        if (reader.accept("SAMPLE")) {
            reader.number();
            if (!reader.accept("PERCENT") && !reader.accept("ROWS")) {
                throw reader.syntax();
            }
        } else if (reader.peek().is("PERSIST_SAMPLE_PERCENT", "INCREMENTAL", "AUTO_DROP", "MAXDOP")) {
            IndexOptions.option(reader);
        } else if (!reader.peek().is("FULLSCAN", "RESAMPLE", "ALL", "COLUMNS", "INDEX", "NORECOMPUTE")) {
            throw reader.syntax();
        } else {
            reader.next();
        }
    }
}
