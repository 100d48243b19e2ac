package dev.palindrome.reset.sqlserver;

import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.SqlServerQueryBatch;
import dev.palindrome.sql.SqlServerQueryBatch.Answer;
import dev.palindrome.text.VisibleLog;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How far sequences had counted. Where the catalogue does not tell whether a value was given, one is drawn and given back. Of
 * a sequence that has given none, what a first one changes in the catalogue is found out at the beginning: then it tells.
 */
final class SqlServerSequences {

    private static final VisibleLog LOG = VisibleLog.of(SqlServerSequences.class);

    private final SqlServerConnection connection;
    private final Supplier<List<String>> firing;
    private final SqlServerSequenceMoves moves;
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

    /** @param firing the triggers of the database that would see a sequence altered, as they are then */
    SqlServerSequences(SqlServerConnection connection, Supplier<List<String>> firing, List<Told> told)
            throws SQLException {
        this.connection = connection;
        this.firing = firing;
        this.moves = new SqlServerSequenceMoves(connection);
        this.seen = read(told);
        if (!seen.isEmpty()) {
            unseen(this::begin);
        }
    }

    private void begin() throws SQLException {
        SqlServerSequenceMoves.Drawn drawn = moves.draw(seen.values(), SqlServerSequence::isAmbiguous);
        drawn.positions().forEach(position -> before.put(position.sequence().name(), position));
        read(drawn.told()).values().stream()
                .filter(sequence -> sequence.used().isPresent() && isUnused(sequence.name()))
                .forEach(sequence -> firstValueShows.add(sequence.name()));
        settle(moves.putBack(stillToGiveBack(drawn.positions())));
    }

    /** Those of which a value was drawn. */
    private static List<SqlServerSequencePosition> stillToGiveBack(List<SqlServerSequencePosition> positions) {
        return positions.stream()
                .filter(position -> position.next().isPresent())
                .toList();
    }

    /** Does what is an ALTER SEQUENCE to triggers of the database. */
    private void unseen(SqlServerDatabaseTriggers.Work work) throws SQLException {
        new SqlServerDatabaseTriggers(connection).silence(firing.get(), work);
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
        List<String> moved = new ArrayList<>();
        List<SqlServerSequence> suspects = suspects(told);
        if (!suspects.isEmpty()) {
            unseen(() -> {
                List<SqlServerSequencePosition> now = draw(suspects);
                moves.putBack(stillToGiveBack(now));
                moved.addAll(namesOfMoved(now));
            });
        }
        return moved;
    }

    /** Puts all back, and tells which had moved. */
    List<String> restore(List<Told> told) throws SQLException {
        List<String> moved = new ArrayList<>();
        List<SqlServerSequence> suspects = suspects(told);
        if (!suspects.isEmpty()) {
            unseen(() -> {
                List<SqlServerSequencePosition> now = draw(suspects);
                moved.addAll(namesOfMoved(now));
                settle(moves.putBack(wanted(now, moved)));
            });
        }
        return moved;
    }

    private List<SqlServerSequencePosition> draw(List<SqlServerSequence> suspects) throws SQLException {
        return moves.draw(suspects, suspect -> false).positions();
    }

    /** Where those are to stand that do not. */
    private List<SqlServerSequencePosition> wanted(List<SqlServerSequencePosition> now, List<String> moved) {
        List<SqlServerSequencePosition> wanted = new ArrayList<>();
        for (SqlServerSequencePosition position : now) {
            if (moved.contains(position.sequence().name())) {
                wanted.add(before(position.sequence()));
            } else if (position.next().isPresent()) {
                wanted.add(position);
            }
        }
        return wanted;
    }

    private List<String> namesOfMoved(List<SqlServerSequencePosition> suspects) {
        return suspects.stream()
                .filter(now -> !now.isAt(before(now.sequence())))
                .map(now -> now.sequence().name())
                .toList();
    }

    /** Those of which the catalogue does not tell that they stand where they stood. */
    private List<SqlServerSequence> suspects(List<Told> told) {
        return read(told).values().stream()
                .filter(sequence -> !untold.contains(sequence.name()))
                .filter(sequence -> !isTold(sequence.name()) || !sequence.equals(seen.get(sequence.name())))
                .toList();
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
    private void settle(List<Told> now) {
        seen = read(now);
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
}
