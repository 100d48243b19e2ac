package dev.palindrome.roundtrip.rows;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.PortableName;
import dev.palindrome.sql.Sha256;
import dev.palindrome.sql.SqlDialect;
import dev.palindrome.sql.SqlQuestion;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.SqlTypeFamily;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads tables' rows into hashes. What some look like is kept for an example, as far as they are short. */
public final class RowHashReader {

    private final MessageDigest digest = Sha256.digest();

    /** Without any texts, by as few round trips as the server lets it be. */
    public Map<Table, RowHashes> byTable(Connection connection, Collection<Table> tables) throws SQLException {
        return byTable(connection, tables, table -> key -> false);
    }

    /** To be held against another reading: with texts of the rows of which a message may show what has become of them. */
    public Map<Table, RowHashes> again(Connection connection, Map<Table, RowHashes> before) throws SQLException {
        return byTable(
                connection,
                before.keySet(),
                table -> Objects.requireNonNull(before.get(table)).shownAgain());
    }

    /** @param shown the keys of the rows of which texts are kept, for each table */
    public Map<Table, RowHashes> byTable(
            Connection connection, Collection<Table> tables, Function<Table, Predicate<List<Long>>> shown)
            throws SQLException {
        SqlDialect dialect = SqlDialect.of(connection);
        List<Reading> readings = tables.stream()
                .map(table -> new Reading(table, shown.apply(table), dialect))
                .toList();
        List<Reading> asking =
                readings.stream().filter(reading -> !reading.names.isEmpty()).toList();
        List<SqlQuestion<Row>> questions = new ArrayList<>();
        for (Reading reading : asking) {
            String query = reading.query() + TableScan.hint(connection, reading.table);
            questions.add(new SqlQuestion<>(query, row -> row(row, reading)));
        }
        List<List<Row>> answers = SqlRunner.on(connection).lists(questions);
        for (int i = 0; i < asking.size(); i++) {
            asking.get(i).rows = answers.get(i);
        }
        Map<Table, RowHashes> byTable = new LinkedHashMap<>();
        readings.forEach(reading -> byTable.put(reading.table, reading.hashes()));
        return byTable;
    }

    private Row row(ResultSet result, Reading reading) throws SQLException {
        @Nullable String[] values = new @Nullable String[reading.names.size()];
        long[] row = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            if (reading.binary.get(i)) {
                byte[] value = result.getBytes(i + 1);
                values[i] = value == null ? null : RowTexts.NOT_SHOWN;
                row[i] = hash(value);
            } else if (reading.object.get(i)) {
                Object value = HeldValue.of(result, i + 1);
                if (value != null && reading.variant.get(i)) {
                    // 1 is not '1' there, nor 0x31 (Microsoft: sql-variant-transact-sql).
                    digest.update(value.getClass().getName().getBytes(StandardCharsets.UTF_8));
                }
                if (value instanceof ByteBuffer bytes) {
                    values[i] = RowTexts.NOT_SHOWN;
                    row[i] = hash(bytes.array());
                } else {
                    // What is written of a time has all its digits only as text.
                    String text = value instanceof java.util.Date ? result.getString(i + 1) : text(value);
                    values[i] = RowTexts.of(text);
                    row[i] = hash(text);
                }
            } else {
                String value = result.getString(i + 1);
                values[i] = RowTexts.of(value);
                row[i] = hash(value);
            }
        }
        List<Long> key = RowHashes.key(row, reading.key);
        return new Row(row, key, reading.shown.test(key) ? new RowTexts(values, reading.quoted) : null);
    }

    private static boolean isCompared(Column column) {
        return column.isInsertable() || column.identity().isPresent();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private long hash(@Nullable String value) {
        return value == null ? 0 : hash(value.getBytes(StandardCharsets.UTF_8));
    }

    private long hash(byte @Nullable [] value) {
        return value == null ? 0 : ByteBuffer.wrap(digest.digest(value)).getLong();
    }

    private static boolean isText(DeclaredType type) {
        return type.family().filter(SqlTypeFamily::isText).isPresent();
    }

    /** As text they are whatever an engine makes of them. */
    private static boolean isBinary(DeclaredType type) {
        return type.is(SqlTypeFamily.BINARY);
    }

    /**
     * Microsoft's driver makes no text of a vector, and of bytes in a variant one that is never the same; what it makes of a
     * type that is not known here is left to it.
     */
    private static boolean isObject(Optional<DeclaredType> type, SqlDialect dialect) {
        return dialect == SqlDialect.SQL_SERVER
                && type.flatMap(DeclaredType::family)
                        .map(family -> family == SqlTypeFamily.VECTOR || family == SqlTypeFamily.VARIANT)
                        .orElse(true);
    }

    private static boolean isVariant(DeclaredType type) {
        return type.is(SqlTypeFamily.VARIANT);
    }

    /** One row, with texts if they are kept. */
    private record Row(
            long[] hashes, List<Long> key, @Nullable RowTexts texts) {}

    /** What is read of one table. */
    private static final class Reading {

        private final Table table;
        private final List<String> names;
        private final BitSet binary = new BitSet();
        private final BitSet object = new BitSet();
        private final BitSet variant = new BitSet();
        private final List<Integer> key;
        private final boolean[] quoted;
        private final Predicate<List<Long>> shown;
        private List<Row> rows = List.of();

        Reading(Table table, Predicate<List<Long>> shown, SqlDialect dialect) {
            this.table = table;
            this.shown = shown;
            List<Column> columns =
                    table.columns().stream().filter(RowHashReader::isCompared).toList();
            this.names = columns.stream().map(Column::name).toList();
            this.key = key();
            this.quoted = new boolean[columns.size()];
            for (int i = 0; i < columns.size(); i++) {
                binary.set(
                        i, columns.get(i).type().filter(RowHashReader::isBinary).isPresent());
                object.set(i, isObject(columns.get(i).type(), dialect));
                variant.set(
                        i,
                        columns.get(i).type().filter(RowHashReader::isVariant).isPresent());
                quoted[i] = columns.get(i).type().filter(RowHashReader::isText).isPresent();
            }
        }

        String query() {
            return names.stream()
                    .map(PortableName::of)
                    .collect(Collectors.joining(", ", "SELECT ", " FROM " + table.portableName()));
        }

        RowHashes hashes() {
            List<long[]> hashes = new ArrayList<>(rows.size());
            Map<List<Long>, RowTexts> texts = new HashMap<>();
            for (Row row : rows) {
                hashes.add(row.hashes());
                RowTexts text = row.texts();
                if (text != null) {
                    texts.put(row.key(), text);
                }
            }
            return new RowHashes(names, key, hashes, texts);
        }

        /** None where a part of the key is not compared, such as a computed column. */
        private List<Integer> key() {
            List<Integer> key = table.primaryKey().stream()
                    .flatMap(primary -> primary.columns().stream())
                    .map(names::indexOf)
                    .toList();
            return key.contains(-1) ? List.of() : key;
        }
    }
}
