package dev.palindrome.reset.sqlserver;

import dev.palindrome.database.Database;
import dev.palindrome.database.ScriptRunner;
import dev.palindrome.reset.ResetException;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaChange;
import dev.palindrome.schema.SchemaReader;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.SchemaWatch;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.SqlServerQueryBatch;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A database's schema as it was, and back to it by T-SQL. */
final class SqlServerSchema {

    private final Database database;
    private final SqlServerConnection connection;
    private final SchemaWatch watch = SchemaReader.forSqlServer().watch();
    private SchemaSnapshot before = SchemaSnapshot.empty();
    private int timesConnectionsEnded;

    SqlServerSchema(Database database, SqlServerConnection connection) {
        this.database = database;
        this.connection = connection;
    }

    /**
     * Remembers what it is now.
     *
     * @param first what is asked in the same round trip
     */
    void remember(SqlServerQueryBatch first) throws SQLException {
        before = watch.readAgain(connection.jdbc(), first).orElse(before);
    }

    /** How often putting it back has ended the connections of others. */
    int timesConnectionsEnded() {
        return timesConnectionsEnded;
    }

    SchemaSnapshot before() {
        return before;
    }

    /**
     * What is different now.
     *
     * @param first what is asked in the same round trip
     */
    Optional<String> change(SqlServerQueryBatch first) throws SQLException {
        return watch.readAgain(connection.jdbc(), first)
                .filter(now -> !SequenceStarts.areAllThatDiffers(now, before))
                .map(now -> "the schema changed: " + before.diff(now));
    }

    private Set<String> triggersThatAreOff() {
        return before.objects(ObjectKind.DATABASE_TRIGGER).stream()
                .filter(trigger -> trigger.is(Property.DISABLED))
                .map(trigger -> BracketedName.of(trigger.simpleName()))
                .collect(Collectors.toSet());
    }

    /**
     * By T-SQL written from the difference.
     *
     * @param hint for who reads that something is left
     */
    void putBack(String hint) throws SQLException {
        SchemaSnapshot now = watch.read(connection.jdbc());
        if (!SequenceStarts.areAllThatDiffers(now, before)) {
            SchemaChange change = SchemaChange.from(now, before);
            if (change.endsConnections()) {
                timesConnectionsEnded++;
            }
            new SqlServerDatabaseTriggers(connection)
                    .silence(
                            triggersThatAreOff(),
                            () -> ScriptRunner.run(
                                    connection.jdbc(), database.engine(), "putting the schema back", change.sql()));
            now = watch.read(connection.jdbc());
        }
        if (!SequenceStarts.areAllThatDiffers(now, before)) {
            throw new ResetException("The schema of %s could not be put back. What is left:%n%s%n%s"
                    .formatted(database.name(), before.diff(now), hint));
        }
    }
}
