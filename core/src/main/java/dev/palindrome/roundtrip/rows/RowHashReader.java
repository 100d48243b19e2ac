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
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a table's rows into hashes. What they look like is kept for an example, if they are short. */
public final class RowHashReader {

    private final MessageDigest digest = Sha256.digest();

    public RowHashes read(Connection connection, Table table) throws SQLException {
        List<Column> columns =
                table.columns().stream().filter(RowHashReader::isCompared).toList();
        List<String> names = columns.stream().map(Column::name).toList();
        BitSet binary = new BitSet();
        boolean[] quoted = new boolean[columns.size()];
        for (int i = 0; i < columns.size(); i++) {
            binary.set(i, columns.get(i).type().filter(RowHashReader::isBinary).isPresent());
            quoted[i] = columns.get(i).type().filter(RowHashReader::isText).isPresent();
        }
        List<long[]> rows = new ArrayList<>();
        List<RowTexts> texts = new ArrayList<>();
        if (!columns.isEmpty()) {
            SqlRunner.on(connection).query(query(table, names)).forEach(result -> {
                @Nullable String[] values = new @Nullable String[names.size()];
                rows.add(row(result, binary, values));
                texts.add(new RowTexts(values, quoted));
            });
        }
        return new RowHashes(names, keyOf(table, names), rows, texts, Set.of());
    }

    private long[] row(ResultSet result, BitSet binary, @Nullable String[] values) throws SQLException {
        long[] row = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            if (binary.get(i)) {
                byte[] value = result.getBytes(i + 1);
                values[i] = value == null ? null : RowTexts.NOT_SHOWN;
                row[i] = hash(value);
            } else {
                String value = result.getString(i + 1);
                values[i] = RowTexts.of(value);
                row[i] = value == null ? 0 : hash(value.getBytes(StandardCharsets.UTF_8));
            }
        }
        return row;
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

    private long hash(byte @Nullable [] value) {
        return value == null ? 0 : ByteBuffer.wrap(digest.digest(value)).getLong();
    }

    private static boolean isText(DeclaredType type) {
        return type.is(SqlTypeFamily.TEXT) || type.is(SqlTypeFamily.NATIONAL_TEXT);
    }

    /** As text they are whatever an engine makes of them. */
    private static boolean isBinary(DeclaredType type) {
        return type.is(SqlTypeFamily.BINARY);
    }
}
