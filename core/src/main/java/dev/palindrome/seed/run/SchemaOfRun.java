package dev.palindrome.seed.run;

import dev.palindrome.schema.SchemaReader;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.SchemaWatch;
import dev.palindrome.sql.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The schema that rows are put into. It is read when it is needed, again only when something else than rows may have
 * changed, and then no more of it than that.
 */
final class SchemaOfRun {

    private final Optional<TableName> leftOut;
    private Optional<SchemaWatch> watch;
    private Optional<SchemaSnapshot> known;

    /** @param leftOut Flyway's table */
    SchemaOfRun(TableName leftOut) {
        this.leftOut = Optional.of(leftOut);
        this.watch = Optional.empty();
        this.known = Optional.empty();
    }

    /**
     * Somebody else's: in a transaction nothing is asked that the server is known not to answer.
     *
     * @param current as it is now
     */
    SchemaOfRun(SchemaWatch watch, SchemaSnapshot current) {
        this.leftOut = Optional.empty();
        this.watch = Optional.of(watch);
        this.known = Optional.of(current);
    }

    Optional<SchemaSnapshot> known() {
        return known;
    }

    void mayHaveChanged() {
        known = Optional.empty();
    }

    SchemaSnapshot read(Connection connection) throws SQLException {
        if (known.isPresent()) {
            return known.get();
        }
        SchemaSnapshot now = watch.isPresent()
                ? watch.get().readAgain(connection, Optional.empty())
                : begin(connection).read(connection);
        known = Optional.of(now);
        return now;
    }

    private SchemaWatch begin(Connection connection) throws SQLException {
        SchemaReader reader = SchemaReader.of(connection);
        for (TableName table : leftOut.stream().toList()) {
            reader = reader.leavingOut(table);
        }
        SchemaWatch begun = reader.watch();
        watch = Optional.of(begun);
        return begun;
    }
}
