package dev.palindrome.reset.h2;

import dev.palindrome.database.Database;
import dev.palindrome.h2.H2Exception;
import dev.palindrome.h2.H2OpenTransactionException;
import dev.palindrome.h2.H2Restoration;
import dev.palindrome.h2.H2Snapshot;
import dev.palindrome.reset.OpenTransactionException;
import dev.palindrome.reset.ResetException;
import dev.palindrome.reset.ResetStrategy;
import dev.palindrome.reset.baseline.Baseline;
import java.sql.SQLException;

/** What a database on the embedded engine was like. How H2 is brought back is {@code dev.palindrome.h2}'s business. */
public final class H2Baseline implements Baseline {

    private final String database;
    private final H2Snapshot snapshot;

    private H2Baseline(String database, H2Snapshot snapshot) {
        this.database = database;
        this.snapshot = snapshot;
    }

    public static H2Baseline of(Database database) throws SQLException {
        return new H2Baseline(
                database.name(),
                inWordsOfAReset(database.name(), () -> H2Snapshot.of(database.name(), database.dataSource())));
    }

    @Override
    public Outcome restore() throws SQLException {
        return outcome(inWordsOfAReset(database, snapshot::restore));
    }

    @Override
    public Outcome inspect() throws SQLException {
        return outcome(inWordsOfAReset(database, snapshot::inspect));
    }

    private static Outcome outcome(H2Restoration restoration) {
        return switch (restoration.extent()) {
            case NOTHING -> Outcome.nothing(restoration.reason());
            case TABLES -> new Outcome(ResetStrategy.TABLES, restoration.reason(), restoration.tables());
            case EVERYTHING -> Outcome.database(restoration.reason());
        };
    }

    private interface Call<T> {
        T run() throws SQLException;
    }

    private static <T> T inWordsOfAReset(String database, Call<T> call) throws SQLException {
        try {
            return call.run();
        } catch (H2OpenTransactionException e) {
            throw new OpenTransactionException(database, e.connections());
        } catch (H2Exception e) {
            throw new ResetException(e.getMessage(), e);
        }
    }

    @Override
    public void close() throws SQLException {
        snapshot.close();
    }
}
