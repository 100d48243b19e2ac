package dev.palindrome.tsql.index;

import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedOptions;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.declaration.DataSpace;
import dev.palindrome.tsql.declaration.PartitionCompression;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The {@code WITH (…)} and {@code ON [PRIMARY]} behind keys and indexes, as SSMS scripts them. */
public final class IndexOptions {

    /** They say how to build, not what. */
    private static final Set<String> OF_THE_MOMENT = Set.of(
            "SORT_IN_TEMPDB", "ONLINE", "MAXDOP", "RESUMABLE", "MAX_DURATION", "XML_COMPRESSION", "DROP_EXISTING");

    private static final Set<String> NUMBERS = Set.of("FILLFACTOR", "MAXDOP", "MAX_DURATION", "COMPRESSION_DELAY");

    private static final String[] SWITCH = {"ON", "OFF"};

    private static final String[] COMPRESSIONS = {"NONE", "ROW", "PAGE", "COLUMNSTORE", "COLUMNSTORE_ARCHIVE"};

    /** Options that only one kind of index has. */
    public static final class Extra {

        private final Set<String> names;
        private final Map<String, List<Token>> values = new LinkedHashMap<>();

        public Extra(String... names) {
            this.names = Set.of(names);
        }

        private void read(TokenReader reader, String name) {
            reader.requireSymbol("=");
            int start = reader.position();
            if (reader.seesSymbol("(")) {
                values.put(name, reader.parenthesised());
            } else {
                reader.next();
                values.put(name, reader.since(start));
            }
        }

        public boolean has(String name) {
            return values.containsKey(name);
        }

        /** What stands in the parentheses of its value. */
        public TokenReader inside(String name) {
            return new TokenReader(values.getOrDefault(name, List.of()));
        }

        /** Its value of one word, literal or number; empty if it is not there. */
        public String text(String name) {
            List<Token> tokens = values.getOrDefault(name, List.of());
            return tokens.size() == 1 ? tokens.get(0).value() : "";
        }
    }

    private static final String IGNORE_DUPLICATES = "IGNORE_DUP_KEY";

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Extra extra;
    private final PartitionCompression parts = new PartitionCompression();
    private Optional<String> place = Optional.empty();

    private IndexOptions(Extra extra) {
        this.extra = extra;
    }

    /** Whether rows whose key is there already are passed over. */
    public boolean ignoresDuplicates() {
        return values.getOrDefault(IGNORE_DUPLICATES, "").equals("ON");
    }

    /** Reads both, if they are there. */
    public static IndexOptions read(TokenReader reader) {
        return read(reader, new Extra());
    }

    /** Reads both, and what one kind of index has besides. */
    public static IndexOptions read(TokenReader reader, Extra extra) {
        IndexOptions options = new IndexOptions(extra);
        if (reader.accept("WITH")) {
            if (reader.seesSymbol("(")) {
                options.parenthesised(reader);
            } else {
                options.list(reader, false);
            }
        }
        if (reader.sees("ON") && !reader.peek(1).is("DELETE", "UPDATE")) {
            reader.next();
            options.place = Optional.of(DataSpace.read(reader));
        }
        if (reader.sees("FILESTREAM_ON")) {
            throw new UntranslatableException("FILESTREAM_ON");
        }
        return options;
    }

    /** Reads {@code (FILLFACTOR = 80, PAD_INDEX = ON)}. */
    public static IndexOptions inParentheses(TokenReader reader) {
        IndexOptions options = new IndexOptions(new Extra());
        options.parenthesised(reader);
        return options;
    }

    private void parenthesised(TokenReader reader) {
        reader.expectSymbol("(");
        list(reader, true);
        reader.requireSymbol(")");
    }

    private void list(TokenReader reader, boolean withValues) {
        do {
            option(reader, withValues);
        } while (reader.acceptSymbol(","));
    }

    private void option(TokenReader reader, boolean withValue) {
        String name = reader.next().upper();
        if (extra.names.contains(name)) {
            extra.read(reader, name);
            return;
        }
        if (!RecordedOptions.has(name) && !OF_THE_MOMENT.contains(name)) {
            throw new UntranslatableException("the option " + name);
        }
        String value = !withValue && !reader.seesSymbol("=") ? "ON" : value(reader, name);
        if (name.equals("DATA_COMPRESSION") && parts.read(reader, value)) {
            return;
        }
        values.put(name, value);
    }

    /** Reads {@code name = value}. */
    public static void option(TokenReader reader) {
        value(reader, reader.next().upper());
        if (reader.sees("ON", "PARTITIONS")) {
            throw new UntranslatableException("the compression of a partition");
        }
    }

    private static String value(TokenReader reader, String name) {
        reader.requireSymbol("=");
        boolean right = NUMBERS.contains(name)
                ? reader.peek().kind() == Token.Kind.NUMBER
                        && reader.peek().text().matches("[0-9]+")
                : reader.peek().is(name.equals("DATA_COMPRESSION") ? COMPRESSIONS : SWITCH);
        if (!right) {
            throw reader.syntax();
        }
        String value = reader.next().upper();
        if (name.equals("MAX_DURATION") || name.equals("COMPRESSION_DELAY")) {
            reader.accept("MINUTES");
        }
        if (name.equals("ONLINE") && reader.seesSymbol("(")) {
            throw new UntranslatableException("an index that waits at low priority");
        }
        return value;
    }

    /** Reads {@code (ONLINE = ON, MOVE TO [PRIMARY])} of DROP INDEX, which says how it goes. */
    public static void ofDropping(TokenReader reader) {
        reader.requireSymbol("(");
        do {
            if (reader.sees("FILESTREAM_ON")) {
                throw new UntranslatableException("FILESTREAM_ON");
            } else if (reader.accept("MOVE", "TO")) {
                String place = DataSpace.read(reader);
                if (!place.equals(DataSpace.PRIMARY)) {
                    throw new UntranslatableException("a table that goes to " + place);
                }
            } else if (reader.peek().is("MAXDOP", "ONLINE")) {
                option(reader);
            } else {
                throw reader.syntax();
            }
        } while (reader.acceptSymbol(","));
        reader.requireSymbol(")");
    }

    /** Whether the index takes the place of one of its name. */
    public boolean dropExisting() {
        return "ON".equals(values.get("DROP_EXISTING"));
    }

    /** What the record of an index says, with what is said here instead of what was said before. */
    public Recorded into(Recorded before) {
        Recorded known = RecordedOptions.put(before, values);
        Recorded recorded =
                parts.isEmpty() ? known : known.without(Fact.COMPRESSION).withSome(Fact.COMPRESSION, parts.text());
        return place.isPresent() ? recorded.with(Fact.DATA_SPACE, place.get()) : recorded;
    }

    /** For {@link RecordedOptions#parse}. */
    public String text() {
        if (!parts.isEmpty()) {
            throw new UntranslatableException("the compression of a partition");
        }
        return RecordedOptions.text(values);
    }
}
