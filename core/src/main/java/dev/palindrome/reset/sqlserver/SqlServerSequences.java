package dev.palindrome.reset.sqlserver;

import dev.palindrome.sql.SqlServerError;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.SqlServerQueryBatch;
import dev.palindrome.sql.SqlServerQueryBatch.Answer;
import dev.palindrome.text.VisibleLog;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How far sequences had counted. Where the catalogue does not tell whether a value was given, one is drawn and given back. Of
 * a sequence that has given none, what a first one changes in the catalogue is found out at the beginning: then it tells.
 */
final class SqlServerSequences {

    private static final VisibleLog LOG = VisibleLog.of(SqlServerSequences.class);

    /** "The sequence object has reached its minimum or maximum value." Microsoft: next-value-for-transact-sql. */
    private static final int EXHAUSTED = 11728;

    private final SqlServerConnection connection;
    private final SqlServerDatabaseTriggers triggers;
    private final Map<String, SqlServerSequencePosition> before = new LinkedHashMap<>();
    private final Set<String> untold = new HashSet<>();
    private final Set<String> firstValueShows = new HashSet<>();
    private Map<String, SqlServerSequence> seen;

    /**
     * What the catalogue says about one.
     *
     * @param name as T-SQL takes it
     * @param sequence missing where the server does not say what each has
     */
    record Told(String name, Optional<SqlServerSequence> sequence) {}

    SqlServerSequences(SqlServerConnection connection, List<Told> told) throws SQLException {
        this.connection = connection;
        this.triggers = new SqlServerDatabaseTriggers(connection);
        this.seen = read(told);
        if (!seen.isEmpty()) {
            triggers.silence(this::begin);
            settle();
        }
    }

    private void begin() throws SQLException {
        for (SqlServerSequence sequence : seen.values()) {
            before.put(sequence.name(), sequence.isAmbiguous() ? take(sequence) : draw(sequence));
        }
        if (seen.values().stream().anyMatch(SqlServerSequence::isAmbiguous)) {
            read(now()).values().stream()
                    .filter(sequence -> sequence.used().isPresent() && isUnused(sequence.name()))
                    .forEach(sequence -> firstValueShows.add(sequence.name()));
        }
        for (SqlServerSequencePosition position : List.copyOf(before.values())) {
            giveBack(position);
        }
    }

    static Question ask(SqlServerQueryBatch batch) {
        return new Question(batch);
    }

    /** Two questions, since the second one is not for all who answer the first. */
    static final class Question {

        private final Answer<Told> told;
        private final Answer<Map.Entry<String, BigDecimal>> used;

        private Question(SqlServerQueryBatch batch) {
            this.told = batch.add(SqlServerQueries.SEQUENCES.sql(), row -> {
                String name = name(row);
                return new Told(name, sequence(name, row));
            });
            this.used = batch.add(
                    SqlServerQueries.SEQUENCES_USED.sql(),
                    row -> Map.entry(name(row), row.getBigDecimal("last_used_value")));
        }

        List<Told> rows() throws SQLException {
            List<Told> all = SqlServerUnanswered.rows(told, "Sequences are not put back");
            if (used.failure().isPresent()) {
                LOG.debug(
                        "The server does not tell which value a sequence gave last: {}",
                        used.failure().get().getMessage());
                return all;
            }
            Map<String, BigDecimal> last = new HashMap<>();
            used.rows().forEach(each -> last.put(each.getKey(), each.getValue()));
            return all.stream()
                    .map(each -> new Told(
                            each.name(), each.sequence().map(sequence -> sequence.using(last.get(each.name())))))
                    .toList();
        }

        private static String name(ResultSet row) throws SQLException {
            return BracketedName.of(row.getString("schema_name")) + "."
                    + BracketedName.of(row.getString("sequence_name"));
        }
    }

    /** Which have moved; they stay where they are. */
    List<String> moved(List<Told> told) throws SQLException {
        List<SqlServerSequencePosition> suspects = suspects(told);
        alter(suspects, this::giveBack);
        return namesOfMoved(suspects);
    }

    /** Puts all back, and tells which had moved. */
    List<String> restore(List<Told> told) throws SQLException {
        List<SqlServerSequencePosition> suspects = suspects(told);
        List<String> moved = namesOfMoved(suspects);
        alter(suspects, now -> {
            if (moved.contains(now.sequence().name())) {
                putBack(before(now.sequence()));
            } else {
                giveBack(now);
            }
        });
        if (!suspects.isEmpty()) {
            settle();
        }
        return moved;
    }

    private List<String> namesOfMoved(List<SqlServerSequencePosition> suspects) {
        return suspects.stream()
                .filter(now -> !now.isAt(before(now.sequence())))
                .map(now -> now.sequence().name())
                .toList();
    }

    /** Does what is an ALTER SEQUENCE to triggers of the database. */
    private <T> void alter(Collection<T> sequences, Alteration<T> alteration) throws SQLException {
        if (!sequences.isEmpty()) {
            triggers.silence(() -> {
                for (T sequence : sequences) {
                    alteration.of(sequence);
                }
            });
        }
    }

    private interface Alteration<T> {
        void of(T sequence) throws SQLException;
    }

    /** Those of which the catalogue does not tell that they stand where they stood, with a value drawn from each. */
    private List<SqlServerSequencePosition> suspects(List<Told> told) throws SQLException {
        List<SqlServerSequencePosition> suspects = new ArrayList<>();
        for (SqlServerSequence sequence : read(told).values()) {
            if (untold.contains(sequence.name())) {
                continue;
            }
            if (!isTold(sequence.name()) || !sequence.equals(seen.get(sequence.name()))) {
                suspects.add(draw(sequence));
            }
        }
        return suspects;
    }

    private boolean isUnused(String name) {
        SqlServerSequence last = seen.get(name);
        return last != null && last.used().isEmpty();
    }

    /** Whether the catalogue would say something else if a value had been given since. */
    private boolean isTold(String name) {
        SqlServerSequencePosition position = before.get(name);
        return position != null && position.isTold() || firstValueShows.contains(name) && isUnused(name);
    }

    /** What comes from now on is what counts. A start that could not be kept is held to be the start. */
    private void settle() throws SQLException {
        seen = read(now());
        seen.keySet().removeAll(untold);
        seen.forEach((name, sequence) -> before.put(
                name, new SqlServerSequencePosition(sequence, before(sequence).next())));
    }

    private SqlServerSequencePosition before(SqlServerSequence sequence) {
        return Objects.requireNonNull(before.get(sequence.name()), sequence.name());
    }

    /** What the catalogue says now, by a round trip of its own. */
    List<Told> now() throws SQLException {
        SqlServerQueryBatch batch = new SqlServerQueryBatch();
        Question question = ask(batch);
        connection.run(batch);
        return question.rows();
    }

    private Map<String, SqlServerSequence> read(List<Told> told) {
        Map<String, SqlServerSequence> sequences = new LinkedHashMap<>();
        for (Told each : told) {
            each.sequence()
                    .ifPresentOrElse(sequence -> sequences.put(each.name(), sequence), () -> leaveAlone(each.name()));
        }
        return sequences;
    }

    /** Missing where the server does not say what each sequence has. */
    private static Optional<SqlServerSequence> sequence(String name, ResultSet row) throws SQLException {
        BigDecimal start = row.getBigDecimal("start_value");
        BigDecimal increment = row.getBigDecimal("increment");
        BigDecimal lowest = row.getBigDecimal("minimum_value");
        BigDecimal highest = row.getBigDecimal("maximum_value");
        BigDecimal current = row.getBigDecimal("current_value");
        String modified = row.getString("modified");
        if (start == null
                || increment == null
                || lowest == null
                || highest == null
                || current == null
                || modified == null) {
            return Optional.empty();
        }
        return Optional.of(
                new SqlServerSequence(name, start, increment, lowest, highest, current, modified, Optional.empty()));
    }

    private void leaveAlone(String name) {
        before.remove(name);
        if (untold.add(name)) {
            LOG.warn("The sequence {} is not put back: the server does not say where it stands", name);
        }
    }

    /**
     * Draws a value as nobody does who says NEXT VALUE FOR. If the catalogue shows that, it shows whatever is given; what it
     * says of NEXT VALUE FOR is documented.
     */
    private SqlServerSequencePosition take(SqlServerSequence sequence) throws SQLException {
        try {
            List<BigDecimal> first = connection.read(
                    SqlServerSequencePosition.giveAway(sequence.name(), BigDecimal.ONE),
                    row -> row.getBigDecimal("first_value"));
            if (!first.isEmpty()) {
                return new SqlServerSequencePosition(sequence, Optional.of(first.get(0)));
            }
        } catch (SQLException e) {
            LOG.debug("{} gives no value away: {}", sequence.name(), e.getMessage());
        }
        return draw(sequence);
    }

    private SqlServerSequencePosition draw(SqlServerSequence sequence) throws SQLException {
        try {
            List<BigDecimal> next =
                    connection.read(SqlServerSequencePosition.draw(sequence.name()), row -> row.getBigDecimal(1));
            return new SqlServerSequencePosition(sequence, Optional.of(next.get(0)));
        } catch (SQLException e) {
            if (SqlServerError.has(EXHAUSTED, e)) {
                return new SqlServerSequencePosition(sequence, Optional.empty());
            }
            throw e;
        }
    }

    /** What was drawn. */
    private void giveBack(SqlServerSequencePosition drawn) throws SQLException {
        if (drawn.next().isPresent()) {
            putBack(drawn);
        }
    }

    private void putBack(SqlServerSequencePosition position) throws SQLException {
        Optional<BigDecimal> given = position.given();
        if (given.isPresent() && countsTo(position, given.get())) {
            return;
        }
        connection.run(position.jump());
        if (position.next().isEmpty()) {
            draw(position.sequence());
        }
    }

    /** False where the server has no such procedure, or refuses it. */
    private boolean countsTo(SqlServerSequencePosition position, BigDecimal given) {
        try {
            connection.run(position.restart());
            return given.signum() == 0
                    || connection
                            .read(position.giveAway(given), row -> row.getBigDecimal("first_value"))
                            .contains(position.sequence().start());
        } catch (SQLException e) {
            LOG.debug("{} gets another start: {}", position.sequence().name(), e.getMessage());
            return false;
        }
    }
}
