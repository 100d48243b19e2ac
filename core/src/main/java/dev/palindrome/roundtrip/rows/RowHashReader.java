package dev.palindrome.roundtrip.rows;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.PortableName;
import dev.palindrome.sql.Sha256;
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
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads tables' rows into hashes. What they look like is kept for an example, if they are short. */
public final class RowHashReader {

    private final MessageDigest digest = Sha256.digest();

    public RowHashes read(Connection connection, Table table) throws SQLException {
        return read(connection, List.of(table)).get(0);
    }

    /** The rows of each table, in the order of the tables, by as few round trips as the server lets it be. */
    public List<RowHashes> read(Connection connection, Collection<Table> tables) throws SQLException {
        List<Reading> readings = tables.stream().map(Reading::new).toList();
        List<Reading> asking =
                readings.stream().filter(reading -> !reading.names.isEmpty()).toList();
        String fromTable = TableScan.hint(connection);
        List<List<Row>> answers = SqlRunner.on(connection)
                .lists(asking.stream()
                        .map(reading -> new SqlQuestion<>(reading.query() + fromTable, row -> row(row, reading)))
                        .toList());
        for (int i = 0; i < asking.size(); i++) {
            asking.get(i).rows = answers.get(i);
        }
        return readings.stream().map(Reading::hashes).toList();
    }

    /** The same by table. */
    public Map<Table, RowHashes> byTable(Connection connection, Collection<Table> tables) throws SQLException {
        Iterator<RowHashes> read = read(connection, tables).iterator();
        Map<Table, RowHashes> byTable = new LinkedHashMap<>();
        tables.forEach(table -> byTable.put(table, read.next()));
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
            } else {
                String value = result.getString(i + 1);
                values[i] = RowTexts.of(value);
                row[i] = value == null ? 0 : hash(value.getBytes(StandardCharsets.UTF_8));
            }
        }
        return new Row(row, new RowTexts(values, reading.quoted));
    }

    private static boolean isCompared(Column column) {
        return column.isInsertable() || column.identity().isPresent();
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

    /** One row. */
    private record Row(long[] hashes, RowTexts texts) {}

    /** What is read of one table. */
    private static final class Reading {

        private final Table table;
        private final List<String> names;
        private final BitSet binary = new BitSet();
        private final boolean[] quoted;
        private List<Row> rows = List.of();

        Reading(Table table) {
            this.table = table;
            List<Column> columns =
                    table.columns().stream().filter(RowHashReader::isCompared).toList();
            this.names = columns.stream().map(Column::name).toList();
            this.quoted = new boolean[columns.size()];
            for (int i = 0; i < columns.size(); i++) {
                binary.set(
                        i, columns.get(i).type().filter(RowHashReader::isBinary).isPresent());
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
            List<RowTexts> texts = new ArrayList<>(rows.size());
            for (Row row : rows) {
                hashes.add(row.hashes());
                texts.add(row.texts());
            }
            return new RowHashes(names, key(), hashes, texts, Set.of());
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
