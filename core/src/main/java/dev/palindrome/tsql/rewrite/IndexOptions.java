package dev.palindrome.tsql.rewrite;

import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The {@code WITH (…)} and {@code ON [PRIMARY]} behind keys and indexes, as SSMS scripts them. */
final class IndexOptions {

    private static final Map<String, String> DEFAULTS = Map.of(
            "PAD_INDEX", "OFF",
            "STATISTICS_NORECOMPUTE", "OFF",
            "STATISTICS_INCREMENTAL", "OFF",
            "IGNORE_DUP_KEY", "OFF",
            "ALLOW_ROW_LOCKS", "ON",
            "ALLOW_PAGE_LOCKS", "ON",
            "OPTIMIZE_FOR_SEQUENTIAL_KEY", "OFF",
            "DROP_EXISTING", "OFF",
            "DATA_COMPRESSION", "NONE");

    /** They say how to build, not what. */
    private static final Set<String> OF_THE_MOMENT =
            Set.of("SORT_IN_TEMPDB", "ONLINE", "MAXDOP", "RESUMABLE", "MAX_DURATION");

    /** They change which rows are taken, or which index goes. */
    private static final Set<String> UNKNOWN_TO_H2 = Set.of("IGNORE_DUP_KEY", "DROP_EXISTING");

    private IndexOptions() {}

    /** Reads both, and gives the options that differ from the defaults: {@code FILLFACTOR = 80, PAD_INDEX = ON}. */
    static String read(TokenReader reader) {
        List<String> options = new ArrayList<>();
        if (reader.accept("WITH")) {
            TokenReader inside = reader.seesSymbol("(") ? new TokenReader(reader.parenthesised()) : reader;
            do {
                option(inside, options);
            } while (inside.acceptSymbol(","));
        }
        fileGroup(reader, "ON");
        return String.join(", ", options);
    }

    private static void option(TokenReader reader, List<String> options) {
        String name = reader.next().upper();
        reader.expectSymbol("=");
        String value = reader.next().upper();
        if (!name.equals("FILLFACTOR") && !DEFAULTS.containsKey(name) && !OF_THE_MOMENT.contains(name)) {
            throw new UntranslatableException("the option " + name);
        }
        if (UNKNOWN_TO_H2.contains(name) && value.equals("ON")) {
            throw new UntranslatableException("the option " + name);
        }
        if (!OF_THE_MOMENT.contains(name) && !value.equals(DEFAULTS.get(name))) {
            options.add(name + " = " + value);
        }
    }

    /** Reads {@code ON [PRIMARY]} and the like; another file group needs SQL Server. */
    static void fileGroup(TokenReader reader, String word) {
        while (reader.sees(word) && !reader.peek(1).is("DELETE", "UPDATE")) {
            reader.next();
            String group = reader.identifier();
            if (!group.equalsIgnoreCase("PRIMARY") && !group.equalsIgnoreCase("default") || reader.seesSymbol("(")) {
                throw new UntranslatableException("the file group " + group);
            }
        }
    }
}
