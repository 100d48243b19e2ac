package dev.palindrome.reset.sqlserver;

import dev.palindrome.sql.SqlServerQueryBatch;
import dev.palindrome.sql.SqlServerQueryBatch.Answer;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a reset finds before it does anything, by one round trip. */
final class SqlServerLook {

    private final SqlServerHints hints;
    private final SqlServerQueryBatch batch = new SqlServerQueryBatch();
    private final Answer<String> openTransactions;
    private final SqlServerTablesReader tables;
    private final Answer<SqlServerIdentities.Told> identities;
    private final SqlServerSequences.Question sequences;
    private final SqlServerHints.Look written;
    private Optional<String> schemaChange = Optional.empty();

    SqlServerLook(SqlServerHints hints) {
        this.hints = hints;
        this.openTransactions = SqlServerOpenTransactions.ask(batch);
        this.tables = new SqlServerTablesReader(batch);
        this.identities = SqlServerIdentities.ask(batch);
        this.sequences = SqlServerSequences.ask(batch);
        this.written = hints.ask(batch);
    }

    void ask(SqlServerSchema schema) throws SQLException {
        schemaChange = schema.change(batch);
    }

    SqlServerQueryBatch batch() {
        return batch;
    }

    Answer<String> openTransactions() {
        return openTransactions;
    }

    /** What is different now that does not go back table by table. */
    Optional<String> change(SqlServerLayout before) throws SQLException {
        return schemaChange.isPresent() ? schemaChange : tables.change(before);
    }

    /** object_ids. */
    Set<Integer> movedIdentities() throws SQLException {
        return hints.movedIdentities(identities());
    }

    List<SqlServerIdentities.Told> identities() throws SQLException {
        return SqlServerIdentities.told(identities);
    }

    List<SqlServerSequences.Told> sequences() throws SQLException {
        return sequences.rows();
    }

    /** object_ids. */
    Set<Integer> written() throws SQLException {
        return hints.written(written, identities());
    }

    /** How rows differ: what was found already, or is asked in another round trip. */
    Map<Integer, Answer<SqlServerRowDifference>> differences(SqlServerQueryBatch another, Collection<Integer> tables) {
        Map<Integer, Answer<SqlServerRowDifference>> differences = new LinkedHashMap<>(written.differences());
        differences.putAll(hints.compare(
                another,
                tables.stream().filter(table -> !differences.containsKey(table)).toList()));
        return differences;
    }
}
