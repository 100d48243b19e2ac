package dev.palindrome.reset.sqlserver;

import dev.palindrome.sql.SqlServerError;
import dev.palindrome.sql.SqlServerQueryBatch;
import dev.palindrome.sql.SqlServerQueryBatch.Answer;
import dev.palindrome.text.VisibleLog;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Draws from sequences and puts them back, however many there are, by one round trip each, or two where the server refuses
 * what was tried first. At its end the catalogue is asked what it says then.
 */
final class SqlServerSequenceMoves {

    private static final VisibleLog LOG = VisibleLog.of(SqlServerSequenceMoves.class);

    /** "The sequence object has reached its minimum or maximum value." Microsoft: next-value-for-transact-sql. */
    private static final int EXHAUSTED = 11728;

    private final SqlServerConnection connection;

    SqlServerSequenceMoves(SqlServerConnection connection) {
        this.connection = connection;
    }

    /**
     * What drawing shows.
     *
     * @param positions where the sequences stood before, in their order
     * @param told what the catalogue says afterwards
     */
    record Drawn(List<SqlServerSequencePosition> positions, List<SqlServerSequences.Told> told) {}

    /**
     * Draws a value from each.
     *
     * @param unseen from which it is drawn as nobody does who says NEXT VALUE FOR, where the server allows that
     */
    Drawn draw(Collection<SqlServerSequence> sequences, Predicate<SqlServerSequence> unseen) throws SQLException {
        SqlServerQueryBatch batch = new SqlServerQueryBatch();
        Map<SqlServerSequence, Answer<BigDecimal>> values = new LinkedHashMap<>();
        for (SqlServerSequence sequence : sequences) {
            String name = sequence.name();
            values.put(
                    sequence,
                    unseen.test(sequence)
                            ? first(batch, SqlServerSequencePosition.giveAway(name, BigDecimal.ONE))
                            : next(batch, sequence));
        }
        SqlServerSequences.Question question = ask(
                batch,
                sequences,
                sequence -> !unseen.test(sequence) || hasGiven(answer(values, sequence), sequence),
                (second, sequence) -> values.put(sequence, next(second, sequence)));
        List<SqlServerSequencePosition> positions = new ArrayList<>();
        for (Map.Entry<SqlServerSequence, Answer<BigDecimal>> each : values.entrySet()) {
            positions.add(new SqlServerSequencePosition(each.getKey(), drawn(each.getValue())));
        }
        return new Drawn(positions, question.rows());
    }

    /** Brings each to where it stood. */
    List<SqlServerSequences.Told> putBack(Collection<SqlServerSequencePosition> positions) throws SQLException {
        SqlServerQueryBatch batch = new SqlServerQueryBatch();
        Map<SqlServerSequencePosition, Counting> counted = new LinkedHashMap<>();
        for (SqlServerSequencePosition position : positions) {
            position.given()
                    .ifPresentOrElse(
                            given -> counted.put(position, new Counting(batch, position, given)),
                            () -> jump(batch, position));
        }
        return ask(
                        batch,
                        counted.keySet(),
                        position -> answer(counted, position).hasLedTo(position),
                        SqlServerSequenceMoves::jump)
                .rows();
    }

    private interface Success<T> {
        boolean of(T moved) throws SQLException;
    }

    /** What the catalogue says behind a batch, or behind what is done instead for those whose move was refused. */
    private <T> SqlServerSequences.Question ask(
            SqlServerQueryBatch batch,
            Collection<T> moved,
            Success<T> success,
            BiConsumer<SqlServerQueryBatch, T> instead)
            throws SQLException {
        SqlServerSequences.Question question = ask(batch);
        List<T> refused = new ArrayList<>();
        for (T each : moved) {
            if (!success.of(each)) {
                refused.add(each);
            }
        }
        if (refused.isEmpty()) {
            return question;
        }
        SqlServerQueryBatch second = new SqlServerQueryBatch();
        refused.forEach(each -> instead.accept(second, each));
        return ask(second);
    }

    private static <K, V> V answer(Map<K, V> answers, K key) {
        return Objects.requireNonNull(answers.get(key));
    }

    private SqlServerSequences.Question ask(SqlServerQueryBatch batch) throws SQLException {
        SqlServerSequences.Question question = SqlServerSequences.ask(batch);
        connection.run(batch);
        return question;
    }

    private static Answer<BigDecimal> first(SqlServerQueryBatch batch, String giveAway) {
        return batch.add(giveAway, row -> row.getBigDecimal("first_value"));
    }

    private static Answer<BigDecimal> next(SqlServerQueryBatch batch, SqlServerSequence sequence) {
        return batch.add(SqlServerSequencePosition.draw(sequence.name()), row -> row.getBigDecimal(1));
    }

    private static Optional<BigDecimal> drawn(Answer<BigDecimal> value) throws SQLException {
        return value.failure().filter(e -> SqlServerError.has(EXHAUSTED, e)).isPresent()
                ? Optional.empty()
                : Optional.of(value.rows().get(0));
    }

    private static boolean hasGiven(Answer<BigDecimal> first, SqlServerSequence sequence) throws SQLException {
        first.failure().ifPresent(e -> LOG.debug("{} gives no value away: {}", sequence.name(), e.getMessage()));
        return first.failure().isEmpty() && !first.rows().isEmpty();
    }

    /** Where it cannot count from its start, it gets another one. */
    private static void jump(SqlServerQueryBatch batch, SqlServerSequencePosition position) {
        batch.addRequired(position.jump(), row -> "");
        if (position.next().isEmpty()) {
            batch.addRequired(SqlServerSequencePosition.draw(position.sequence().name()), row -> "");
        }
    }

    /** From the start on, by giving away what it had given. */
    private static final class Counting {
        private final Answer<String> restarted;
        private final Optional<Answer<BigDecimal>> first;

        Counting(SqlServerQueryBatch batch, SqlServerSequencePosition position, BigDecimal given) {
            restarted = batch.add(position.restart(), row -> "");
            first = given.signum() == 0 ? Optional.empty() : Optional.of(first(batch, position.giveAway(given)));
        }

        /** False where the server has no such procedure, refuses it, or somebody has drawn meanwhile. */
        boolean hasLedTo(SqlServerSequencePosition position) throws SQLException {
            Optional<SQLException> failure = restarted.failure().or(() -> first.flatMap(Answer::failure));
            failure.ifPresent(e ->
                    LOG.debug("{} gets another start: {}", position.sequence().name(), e.getMessage()));
            return failure.isEmpty()
                    && (first.isEmpty()
                            || first.get().rows().contains(position.sequence().start()));
        }
    }
}
