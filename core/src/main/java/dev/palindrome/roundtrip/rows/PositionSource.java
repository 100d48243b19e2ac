package dev.palindrome.roundtrip.rows;

import dev.palindrome.schema.NotCompared;
import dev.palindrome.sql.ErrorText;
import dev.palindrome.sql.PortableName;
import dev.palindrome.sql.SqlDialect;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.SqlServerError;
import dev.palindrome.sql.SqlServerQueryBatch;
import dev.palindrome.text.SaidOnce;
import dev.palindrome.text.VisibleLog;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Where an engine's catalogue says how far sequences and identities have counted. */
enum PositionSource {
    /** Microsoft: sys-identity-columns-transact-sql, sys-sequences-transact-sql. All in one batch. */
    SQL_SERVER(
            """
            SELECT COALESCE(CAST(last_value AS decimal(38, 0)) + CAST(increment_value AS decimal(38, 0)),
                            CAST(seed_value AS decimal(38, 0))),
                   CAST(increment_value AS decimal(38, 0))
            FROM sys.identity_columns WHERE object_id = OBJECT_ID(%s)""",
            // Of a sequence that was made or restarted, current_value is what comes next; else it is what came last.
            """
            SELECT CAST(current_value AS decimal(38, 0))
                       + CASE WHEN CAST(last_used_value AS decimal(38, 0)) = CAST(current_value AS decimal(38, 0))
                              THEN CAST(increment AS decimal(38, 0)) ELSE 0 END,
                   CAST(increment AS decimal(38, 0))
            FROM sys.sequences WHERE object_id = OBJECT_ID(%s)""") {
        @Override
        Map<Counter, Position> read(Connection connection, Collection<Counter> counters, Consumer<NotCompared> untold)
                throws SQLException {
            Map<Counter, Position> positions = new LinkedHashMap<>();
            if (counters.isEmpty()) {
                return positions;
            }
            SqlServerQueryBatch batch = new SqlServerQueryBatch();
            Map<Counter, SqlServerQueryBatch.Answer<Optional<Position>>> answers = new LinkedHashMap<>();
            for (Counter counter : counters) {
                String name = SqlLiteral.of(PortableName.of(counter.schema(), counter.name()));
                answers.put(counter, batch.add(sql(counter).formatted(name), row -> position(row, counter, untold)));
            }
            batch.run(connection);
            for (Map.Entry<Counter, SqlServerQueryBatch.Answer<Optional<Position>>> entry : answers.entrySet()) {
                rows(entry.getKey(), entry.getValue(), untold).stream()
                        .findFirst()
                        .flatMap(position -> position)
                        .ifPresent(position -> positions.put(entry.getKey(), position));
            }
            return positions;
        }
    },

    /** H2: information_schema. There is nothing that it may not tell. */
    H2("""
            SELECT IDENTITY_BASE, IDENTITY_INCREMENT FROM INFORMATION_SCHEMA.COLUMNS
            WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND IS_IDENTITY = 'YES'
            """, """
            SELECT BASE_VALUE, INCREMENT FROM INFORMATION_SCHEMA.SEQUENCES
            WHERE SEQUENCE_SCHEMA = ? AND SEQUENCE_NAME = ?
            """) {
        @Override
        Map<Counter, Position> read(Connection connection, Collection<Counter> counters, Consumer<NotCompared> untold)
                throws SQLException {
            Map<Counter, Position> positions = new LinkedHashMap<>();
            for (Counter counter : counters) {
                SqlRunner.on(connection)
                        .query(sql(counter), counter.schema(), counter.name())
                        .first(row -> position(row, counter, untold))
                        .flatMap(position -> position)
                        .ifPresent(position -> positions.put(counter, position));
            }
            return positions;
        }
    };

    private static final VisibleLog LOG = VisibleLog.of(PositionSource.class);

    private final String ofIdentity;
    private final String ofSequence;

    PositionSource(String ofIdentity, String ofSequence) {
        this.ofIdentity = ofIdentity;
        this.ofSequence = ofSequence;
    }

    static PositionSource of(Connection connection) throws SQLException {
        return SqlDialect.of(connection) == SqlDialect.H2 ? H2 : SQL_SERVER;
    }

    /** @param untold is given what the server does not tell */
    abstract Map<Counter, Position> read(
            Connection connection, Collection<Counter> counters, Consumer<NotCompared> untold) throws SQLException;

    final String sql(Counter counter) {
        return counter.isSequence() ? ofSequence : ofIdentity;
    }

    private static List<Optional<Position>> rows(
            Counter counter, SqlServerQueryBatch.Answer<Optional<Position>> answer, Consumer<NotCompared> untold)
            throws SQLException {
        Optional<SQLException> refusal = answer.failure();
        if (refusal.isEmpty()) {
            return answer.rows();
        }
        if (SqlServerError.first(SqlServerError::isPassing, refusal.get()).isPresent()) {
            throw refusal.get();
        }
        note(counter, ErrorText.of(refusal.get()), untold);
        return List.of();
    }

    private static Optional<Position> position(ResultSet row, Counter counter, Consumer<NotCompared> untold)
            throws SQLException {
        BigDecimal next = row.getBigDecimal(1);
        BigDecimal increment = row.getBigDecimal(2);
        if (next == null || increment == null) {
            note(counter, "the catalogue has no number", untold);
            return Optional.empty();
        }
        return Optional.of(new Position(next, increment));
    }

    private static void note(Counter counter, String why, Consumer<NotCompared> untold) {
        NotCompared gap = new NotCompared("where " + counter + " stands", why, Set.of(), Set.of(), Set.of());
        untold.accept(gap);
        if (SaidOnce.isNew(gap.toString())) {
            LOG.warn("Not compared: {}", gap);
        }
    }
}
