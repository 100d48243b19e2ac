package dev.palindrome.roundtrip.rows;

import dev.palindrome.roundtrip.DataLoss;
import dev.palindrome.schema.Column;
import dev.palindrome.schema.NotCompared;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.TokenReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How far sequences and identities have counted. One that begins again, and would give values that rows hold already, is a
 * loss; mere gaps are none.
 *
 * @param identities by the table that counts
 * @param sequences by the sequence
 * @param untold of which ones the server did not tell
 */
public record Positions(
        Map<Table, Position> identities, Map<SchemaObject, Position> sequences, List<NotCompared> untold) {

    /** Where nothing can have counted otherwise. */
    public static final Positions NONE = new Positions(Map.of(), Map.of(), List.of());

    /** Who has told once tells again, or the log says so. */
    private static final Consumer<NotCompared> STILL_UNTOLD = gap -> {};

    public Positions {
        identities = Collections.unmodifiableMap(new LinkedHashMap<>(identities));
        sequences = Collections.unmodifiableMap(new LinkedHashMap<>(sequences));
        untold = List.copyOf(untold);
    }

    /**
     * Reads them.
     *
     * @param wanted whether a table or a sequence of this name is asked for
     */
    public static Positions read(Connection connection, SchemaSnapshot schema, Predicate<String> wanted)
            throws SQLException {
        List<Table> tables = schema.tables().stream()
                .filter(table -> wanted.test(table.name()) && identity(table).isPresent())
                .toList();
        List<SchemaObject> sequences = schema.objects(ObjectKind.SEQUENCE).stream()
                .filter(sequence -> wanted.test(sequence.simpleName()))
                .toList();
        List<NotCompared> untold = new ArrayList<>();
        Map<Counter, Position> told =
                PositionSource.of(connection).read(connection, counters(tables, sequences), untold::add);
        return new Positions(told(tables, Counter::of, told), told(sequences, Counter::of, told), untold);
    }

    private static List<Counter> counters(Collection<Table> tables, Collection<SchemaObject> sequences) {
        return Stream.concat(
                        tables.stream().map(Counter::of), sequences.stream().map(Counter::of))
                .toList();
    }

    private static <T> Map<T, Position> told(
            Collection<T> wanted, Function<T, Counter> counter, Map<Counter, Position> told) {
        Map<T, Position> positions = new LinkedHashMap<>();
        for (T one : wanted) {
            Position position = told.get(counter.apply(one));
            if (position != null) {
                positions.put(one, position);
            }
        }
        return positions;
    }

    private static Optional<Column> identity(Table table) {
        return table.columns().stream()
                .filter(column -> column.identity().isPresent())
                .findFirst();
    }

    public boolean isEmpty() {
        return identities.isEmpty() && sequences.isEmpty();
    }

    /**
     * What is lost of these positions, where the schema and the rows are what they were.
     *
     * @param schema the same as where these were read
     */
    public List<DataLoss> lost(Connection connection, SchemaSnapshot schema) throws SQLException {
        List<DataLoss> losses = new ArrayList<>();
        Map<Counter, Position> now = PositionSource.of(connection)
                .read(connection, counters(identities.keySet(), sequences.keySet()), STILL_UNTOLD);
        for (Map.Entry<Table, Position> entry : identities.entrySet()) {
            Table table = entry.getKey();
            String column = identity(table).orElseThrow().name();
            Position position = now.get(Counter.of(table));
            if (position != null && position.isBehind(entry.getValue())) {
                long rows = count(connection, table, position.repeats(column, entry.getValue()));
                if (rows > 0) {
                    losses.add(DataLoss.ofPosition(table.toString(), column, rows));
                }
            }
        }
        for (Map.Entry<SchemaObject, Position> entry : sequences.entrySet()) {
            Position position = now.get(Counter.of(entry.getKey()));
            if (position != null && position.isBehind(entry.getValue())) {
                lost(connection, schema, entry.getKey(), entry.getValue(), position)
                        .ifPresent(losses::add);
            }
        }
        return losses;
    }

    /** Values of a sequence that no column takes by default may be anywhere: whoever drew them has used them. */
    private static Optional<DataLoss> lost(
            Connection connection, SchemaSnapshot schema, SchemaObject sequence, Position before, Position now)
            throws SQLException {
        boolean taken = false;
        long rows = 0;
        for (Table table : schema.tables()) {
            for (Column column : table.columns()) {
                if (draws(column, sequence)) {
                    taken = true;
                    rows += count(connection, table, now.repeats(column.name(), before));
                }
            }
        }
        return taken && rows == 0
                ? Optional.empty()
                : Optional.of(DataLoss.ofPosition(BracketedName.readable(sequence.name()), DataLoss.NEXT_VALUE, rows));
    }

    private static boolean draws(Column column, SchemaObject sequence) {
        Optional<String> written = column.defaultValue();
        if (written.isEmpty()) {
            return false;
        }
        TokenReader reader = new TokenReader(Lexer.tokens(written.get(), 1));
        while (!reader.atEnd()) {
            if (reader.accept("NEXT", "VALUE", "FOR")) {
                return reader.lastNamePart()
                        .filter(name -> name.equalsIgnoreCase(sequence.simpleName()))
                        .isPresent();
            }
            reader.next();
        }
        return false;
    }

    private static long count(Connection connection, Table table, String condition) throws SQLException {
        return SqlRunner.on(connection)
                .query("SELECT COUNT(*) FROM " + table.portableRows() + " WHERE " + condition)
                .number();
    }
}
