package dev.palindrome.reset;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How far sequences had counted. sys.sequences does not tell a sequence that was restarted from one that gave a value, so a
 * value is drawn and given back. Microsoft: next-value-for-transact-sql, alter-sequence-transact-sql.
 */
final class SqlServerSequences {

    /** "The sequence object has reached its minimum or maximum value." Microsoft: next-value-for-transact-sql. */
    private static final int EXHAUSTED = 11728;

    private final SqlServerConnection connection;
    private final Map<String, Optional<String>> nextByName = new LinkedHashMap<>();

    SqlServerSequences(SqlServerConnection connection) throws SQLException {
        this.connection = connection;
        for (String name : connection.read(
                SqlServerQueries.SEQUENCES,
                row -> SqlServerNames.quoted(row.getString(1)) + "." + SqlServerNames.quoted(row.getString(2)))) {
            Optional<String> next = draw(name);
            if (next.isPresent()) {
                connection.run(restart(name, next.get()));
            }
            nextByName.put(name, next);
        }
    }

    /** Which have moved; they stay where they are. */
    List<String> moved() throws SQLException {
        List<String> moved = new ArrayList<>();
        for (Map.Entry<String, Optional<String>> sequence : nextByName.entrySet()) {
            Optional<String> now = draw(sequence.getKey());
            if (!now.equals(sequence.getValue())) {
                moved.add(sequence.getKey());
            }
            if (now.isPresent()) {
                connection.run(restart(sequence.getKey(), now.get()));
            }
        }
        return moved;
    }

    /** Puts all back, and tells which had moved. */
    List<String> restore() throws SQLException {
        List<String> moved = new ArrayList<>();
        for (Map.Entry<String, Optional<String>> sequence : nextByName.entrySet()) {
            Optional<String> now = draw(sequence.getKey());
            if (!now.equals(sequence.getValue())) {
                moved.add(sequence.getKey());
            }
            if (sequence.getValue().isPresent()) {
                connection.run(restart(sequence.getKey(), sequence.getValue().get()));
            }
        }
        return moved;
    }

    private Optional<String> draw(String sequence) throws SQLException {
        try {
            return connection
                    .read("SELECT NEXT VALUE FOR " + sequence, row -> Objects.toString(row.getBigDecimal(1)))
                    .stream()
                    .findFirst();
        } catch (SQLException e) {
            if (e.getErrorCode() == EXHAUSTED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static String restart(String sequence, String next) {
        return "ALTER SEQUENCE " + sequence + " RESTART WITH " + next;
    }
}
