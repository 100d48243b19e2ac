package dev.palindrome.tsql.flow;

import dev.palindrome.sql.QuotedName;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.index.IndexText;
import java.util.ArrayList;
import java.util.List;

/**
 * Tables of one session: {@code #temporary} ones, and those that variables hold. H2 does not commit where it makes one, and
 * records nothing of it.
 */
public final class TemporaryTable {

    private TemporaryTable() {}

    public static boolean is(ObjectName table) {
        return table.name().startsWith("#") || table.name().startsWith("@");
    }

    /** @param lines of its columns and constraints */
    public static List<String> create(ObjectName table, List<String> lines, List<IndexText> indexes) {
        if (table.name().startsWith("##")) {
            throw new UntranslatableException("a temporary table for all sessions");
        }
        List<String> statements = new ArrayList<>();
        statements.add("CREATE LOCAL TEMPORARY TABLE " + name(table) + " (" + String.join(", ", lines)
                + ") NOT PERSISTENT TRANSACTIONAL");
        return statements;
    }

    /** {@code SELECT … INTO #t}. */
    public static String of(ObjectName table, String query) {
        return "CREATE LOCAL TEMPORARY TABLE " + name(table) + " NOT PERSISTENT TRANSACTIONAL AS " + query;
    }

    public static String drop(ObjectName table, boolean ifExists) {
        return "DROP TABLE " + (ifExists ? "IF EXISTS " : "") + name(table);
    }

    private static String name(ObjectName table) {
        return QuotedName.of(table.name());
    }
}
