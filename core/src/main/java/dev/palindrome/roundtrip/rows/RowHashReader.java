package dev.palindrome.roundtrip.rows;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.PortableName;
import dev.palindrome.sql.Sha256;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.SqlTypeFamily;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a table's rows into hashes. Values never leave this class. */
public final class RowHashReader {

    private final MessageDigest digest = Sha256.digest();

    public RowHashes read(Connection connection, Table table) throws SQLException {
        List<Column> columns =
                table.columns().stream().filter(RowHashReader::isCompared).toList();
        List<String> names = columns.stream().map(Column::name).toList();
        BitSet binary = new BitSet();
        for (int i = 0; i < columns.size(); i++) {
            binary.set(i, columns.get(i).type().filter(RowHashReader::isBinary).isPresent());
        }
        List<long[]> rows = columns.isEmpty() ? List.of() : rows(connection, query(table, names), names.size(), binary);
        return new RowHashes(names, keyOf(table, names), rows);
    }

    private List<long[]> rows(Connection connection, String sql, int columns, BitSet binary) throws SQLException {
        return SqlRunner.on(connection).query(sql).list(result -> {
            long[] row = new long[columns];
            for (int i = 0; i < columns; i++) {
                row[i] = binary.get(i) ? hash(result.getBytes(i + 1)) : hash(text(result, i + 1));
            }
            return row;
        });
    }

    private static String query(Table table, List<String> columns) {
        return columns.stream()
                .map(PortableName::of)
                .collect(Collectors.joining(", ", "SELECT ", " FROM " + table.portableName()));
    }

    /** None where a part of the key is not compared, such as a computed column. */
    private static List<Integer> keyOf(Table table, List<String> columns) {
        List<Integer> key = table.primaryKey().stream()
                .flatMap(primary -> primary.columns().stream())
                .map(columns::indexOf)
                .toList();
        return key.contains(-1) ? List.of() : key;
    }

    private static boolean isCompared(Column column) {
        return column.isInsertable() || column.identity().isPresent();
    }

    private static byte @Nullable [] text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private long hash(byte @Nullable [] value) {
        return value == null ? 0 : ByteBuffer.wrap(digest.digest(value)).getLong();
    }

    /** As text they are whatever an engine makes of them. */
    private static boolean isBinary(DeclaredType type) {
        return type.is(SqlTypeFamily.BINARY);
    }
}
