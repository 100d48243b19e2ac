package dev.palindrome.tsql.flow;

import dev.palindrome.sql.QuotedName;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.index.IndexText;
import dev.palindrome.tsql.index.KeyColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Tables of one session: {@code #temporary} ones, {@code ##those} that others would see, and those that variables hold. H2
 * does not commit where it makes one, and
 * records nothing of it.
 */
public final class TemporaryTable {

    private TemporaryTable() {}

    public static boolean is(ObjectName table) {
        return table.name().startsWith("#") || table.name().startsWith("@");
    }

    /** What goes when the procedure or text ends that makes it: names in lower case, without those that others would see. */
    public static List<String> names(List<Token> text) {
        return text.stream()
                .filter(token -> token.isName()
                        && token.value().startsWith("#")
                        && !token.value().startsWith("##"))
                .map(token -> token.value().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** @param lines of its columns and constraints */
    public static List<String> create(ObjectName table, List<String> lines, List<IndexText> indexes) {
        List<String> all = new ArrayList<>(lines);
        indexes.stream().filter(IndexText::unique).map(TemporaryTable::unique).forEach(all::add);
        return List.of("CREATE LOCAL TEMPORARY TABLE " + name(table) + " (" + String.join(", ", all)
                + ") NOT PERSISTENT TRANSACTIONAL");
    }

    /** As a constraint, because H2 commits where it makes an index. Other indexes change nothing that can be seen. */
    private static String unique(IndexText index) {
        requireNoFilter(index);
        return "UNIQUE NULLS NOT DISTINCT (" + KeyColumn.names(index.key()) + ")";
    }

    /** H2 has no filtered indexes, and takes no column into such a table that could stand for the filter. */
    public static void requireNoFilter(IndexText index) {
        if (index.unique() && !index.filter().isEmpty()) {
            throw new UntranslatableException("a unique index with a filter on a temporary table");
        }
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
