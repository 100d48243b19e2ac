package dev.palindrome.reset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.EngineDatabases;
import dev.palindrome.H2Everything;
import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.database.ScriptRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a test does, everything that H2 knows of a database is the same after a reset. */
class EmbeddedResetPropertiesIT {

    private static final Databases DATABASES = EngineDatabases.embedded();

    @Property(tries = 15)
    void everythingIsPutBackAfterEveryTest(@ForAll("tests") List<List<RandomStep>> tests) throws SQLException {
        try (Database database = DATABASES.create("property", DatabaseOptions.DEFAULT);
                Connection connection = database.dataSource().getConnection()) {
            ScriptRunner.run(connection, database.engine(), "schema", RandomStep.SCHEMA);
            try (Snapshot snapshot = new SnapshotTaker(database, DATABASES, () -> {}).take()) {
                List<String> before = H2Everything.in(connection);
                for (List<RandomStep> test : tests) {
                    ResetProperties.work(database, test);
                    ResetProperties.assertThatAllIsPutBack(snapshot, before, () -> H2Everything.in(connection));
                    assertThat(snapshot.restore().strategy()).isEqualTo(ResetStrategy.NOTHING);
                }
            }
        }
    }

    @Provide
    Arbitrary<List<List<RandomStep>>> tests() {
        return ResetProperties.tests();
    }
}
