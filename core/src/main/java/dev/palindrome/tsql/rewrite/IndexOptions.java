package dev.palindrome.tsql.rewrite;

import dev.palindrome.tsql.Token;
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

    private static final String[] SWITCH = {"ON", "OFF"};

    private static final String[] COMPRESSIONS = {"NONE", "ROW", "PAGE"};

    private IndexOptions() {}

    /** Reads both, and gives the options that differ from the defaults: {@code FILLFACTOR = 80, PAD_INDEX = ON}. */
    static String read(TokenReader reader) {
        List<String> options = new ArrayList<>();
        if (reader.accept("WITH")) {
            if (reader.seesSymbol("(")) {
                options.addAll(inParentheses(reader));
            } else {
                options(reader, options);
            }
        }
        fileGroup(reader, "ON");
        return String.join(", ", options);
    }

    /** Reads {@code (FILLFACTOR = 80, PAD_INDEX = ON)}, and gives the options that differ from the defaults. */
    static List<String> inParentheses(TokenReader reader) {
        List<String> options = new ArrayList<>();
        reader.expectSymbol("(");
        options(reader, options);
        reader.requireSymbol(")");
        return options;
    }

    /** Reads {@code (ONLINE = ON, MOVE TO [PRIMARY])} of DROP INDEX, which says how it goes. */
    static void ofDropping(TokenReader reader) {
        reader.requireSymbol("(");
        do {
            if (reader.accept("MOVE", "TO") || reader.accept("FILESTREAM_ON")) {
                reader.identifier();
                if (reader.seesSymbol("(")) {
                    reader.parenthesised();
                }
            } else if (reader.peek().is("MAXDOP", "ONLINE")) {
                option(reader);
            } else {
                throw reader.syntax();
            }
        } while (reader.acceptSymbol(","));
        reader.requireSymbol(")");
    }

    private static void options(TokenReader reader, List<String> options) {
        do {
            option(reader, options);
        } while (reader.acceptSymbol(","));
    }

    /** Reads {@code name = value}. */
    static void option(TokenReader reader) {
        value(reader, reader.next().upper());
    }

    private static String value(TokenReader reader, String name) {
        reader.requireSymbol("=");
        boolean number = name.equals("FILLFACTOR") || name.equals("MAXDOP") || name.equals("MAX_DURATION");
        boolean right = number
                ? reader.peek().kind() == Token.Kind.NUMBER
                        && reader.peek().text().matches("[0-9]+")
                : reader.peek().is(name.equals("DATA_COMPRESSION") ? COMPRESSIONS : SWITCH);
        if (!right) {
            throw reader.syntax();
        }
        String value = reader.next().upper();
        if (name.equals("MAX_DURATION")) {
            reader.accept("MINUTES");
        }
        if (name.equals("ONLINE") && reader.seesSymbol("(")) {
            throw new UntranslatableException("an index that waits at low priority");
        }
        return value;
    }

    private static void option(TokenReader reader, List<String> options) {
        String name = reader.next().upper();
        if (!name.equals("FILLFACTOR") && !DEFAULTS.containsKey(name) && !OF_THE_MOMENT.contains(name)) {
            throw new UntranslatableException("the option " + name);
        }
        String value = value(reader, name);
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
