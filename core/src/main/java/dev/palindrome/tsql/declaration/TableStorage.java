package dev.palindrome.tsql.declaration;

import dev.palindrome.sql.BracketedName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where the rows of a table are and how they are compressed, as it stands behind the columns of CREATE TABLE. To H2 it means
 * nothing, and is recorded (Microsoft: create-table-transact-sql).
 */
public final class TableStorage {

    private static final String[] COMPRESSIONS = {"NONE", "ROW", "PAGE"};

    /** What makes another kind of table. */
    private static final String[] OTHER_TABLES = {
        "SYSTEM_VERSIONING",
        "MEMORY_OPTIMIZED",
        "DURABILITY",
        "LEDGER",
        "DATA_DELETION",
        "REMOTE_DATA_ARCHIVE",
        "XML_COMPRESSION",
        "FILETABLE_DIRECTORY",
        "FILETABLE_COLLATE_FILENAME",
        "FILETABLE_PRIMARY_KEY_CONSTRAINT_NAME",
        "FILETABLE_STREAMID_UNIQUE_CONSTRAINT_NAME",
        "FILETABLE_FULLPATH_UNIQUE_CONSTRAINT_NAME",
        "DISTRIBUTION",
        "CLUSTERED",
        "HEAP"
    };

    private TableStorage() {}

    /** Reads to the end of CREATE TABLE. */
    public static Recorded read(TokenReader reader) {
        if (reader.accept("AS")) {
            throw new UntranslatableException("a table AS " + reader.peek().upper());
        }
        Recorded recorded = Recorded.nothing();
        if (reader.accept("ON")) {
            recorded = with(recorded, Fact.DATA_SPACE, dataSpace(reader));
        }
        if (reader.accept("TEXTIMAGE_ON")) {
            recorded = with(recorded, Fact.TEXTIMAGE_ON, dataSpace(reader));
        }
        if (reader.sees("FILESTREAM_ON")) {
            throw new UntranslatableException("FILESTREAM_ON");
        }
        if (reader.accept("WITH")) {
            recorded = with(recorded, Fact.COMPRESSION, options(reader));
        }
        return recorded;
    }

    private static Recorded with(Recorded recorded, Fact fact, Optional<String> value) {
        return value.map(known -> recorded.with(fact, known)).orElse(recorded);
    }

    /** Reads {@code years(at)}; nothing for the filegroup that is meant without it. */
    public static Optional<String> dataSpace(TokenReader reader) {
        String name = reader.peek().kind() == Token.Kind.STRING ? reader.next().value() : reader.word();
        if (reader.acceptSymbol("(")) {
            String column = reader.identifier();
            reader.requireSymbol(")");
            return Optional.of(BracketedName.of(name) + "(" + BracketedName.of(column) + ")");
        }
        boolean usual = name.equalsIgnoreCase("PRIMARY") || name.equalsIgnoreCase("default");
        return usual ? Optional.empty() : Optional.of(BracketedName.of(name));
    }

    /** Reads {@code (DATA_COMPRESSION = PAGE)}; nothing where rows are not compressed. */
    private static Optional<String> options(TokenReader reader) {
        Map<String, String> compressions = new TreeMap<>();
        reader.requireSymbol("(");
        do {
            if (reader.peek().is(OTHER_TABLES)) {
                throw new UntranslatableException(
                        "a table with " + reader.peek().upper());
            }
            reader.require("DATA_COMPRESSION");
            compression(reader, compressions);
        } while (reader.acceptSymbol(","));
        reader.requireSymbol(")");
        return text(compressions);
    }

    /** Reads {@code = PAGE ON PARTITIONS (1, 3 TO 5)} into partitions by compression; no partitions are all of them. */
    public static void compression(TokenReader reader, Map<String, String> compressions) {
        reader.requireSymbol("=");
        if (reader.peek().is("COLUMNSTORE", "COLUMNSTORE_ARCHIVE")) {
            throw new UntranslatableException(reader.peek().upper());
        }
        Token how = reader.peek();
        reader.require(COMPRESSIONS);
        String partitions = "";
        if (reader.accept("ON")) {
            reader.require("PARTITIONS");
            partitions = partitions(reader);
        }
        if (!how.is("NONE")) {
            compressions.put(how.upper(), partitions);
        }
    }

    private static String partitions(TokenReader reader) {
        List<String> numbers = new ArrayList<>();
        reader.requireSymbol("(");
        do {
            int first = Integer.parseInt(reader.number());
            int last = reader.accept("TO") ? Integer.parseInt(reader.number()) : first;
            for (int number = first; number <= last; number++) {
                numbers.add(String.valueOf(number));
            }
        } while (reader.acceptSymbol(","));
        reader.requireSymbol(")");
        return String.join(", ", numbers);
    }

    /** As the questions to SQL Server's catalogue tell it: {@code PAGE}, {@code (PAGE ON PARTITIONS (1, 2))}. */
    public static Optional<String> text(Map<String, String> compressions) {
        for (Map.Entry<String, String> compression : compressions.entrySet()) {
            if (compression.getValue().isEmpty()) {
                return Optional.of(compression.getKey().toUpperCase(Locale.ROOT));
            }
        }
        return compressions.isEmpty()
                ? Optional.empty()
                : Optional.of(compressions.entrySet().stream()
                        .map(entry -> entry.getKey() + " ON PARTITIONS (" + entry.getValue() + ")")
                        .collect(Collectors.joining(", ", "(", ")")));
    }
}
