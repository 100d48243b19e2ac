package dev.palindrome.reset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.EngineDatabases;
import dev.palindrome.QueriedRows;
import dev.palindrome.RequiresSqlServer;
import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.database.Databases;
import dev.palindrome.database.ScriptRunner;
import dev.palindrome.schema.SchemaReader;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;

/** Whatever a test does, rows, keys, schema, and where identities and sequences stand, are the same after a reset. */
@Tag("sqlserver")
@AddLifecycleHook(SqlServerResetPropertiesIT.WithoutServer.class)
class SqlServerResetPropertiesIT {

    /** Skips the class, saying why. */
    static final class WithoutServer implements SkipExecutionHook {

        @Override
        public SkipResult shouldBeSkipped(LifecycleContext context) {
            return RequiresSqlServer.Condition.whyThereIsNone()
                    .or(WithoutServer::whatItLacks)
                    .map(SkipResult::skip)
                    .orElseGet(SkipResult::doNotSkip);
        }

        private static Optional<String> whatItLacks() {
            try (Database database = EngineDatabases.sqlServer().create("property", DatabaseOptions.DEFAULT);
                    Connection connection = database.dataSource().getConnection()) {
                ScriptRunner.run(connection, database.engine(), "schema", RandomStep.SCHEMA);
                return new SqlServerProbe(connection).switchesOff("fk_orders_users", "sales.orders")
                        ? Optional.empty()
                        : Optional.of("This server cannot switch foreign keys off.");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Database database;
    private Snapshot snapshot;
    private List<String> before;
    private boolean tellsWhatWasWritten;
    private boolean tellsIdentities;
    private boolean tellsSequences;
    private boolean changesSchemas;

    @BeforeProperty
    void makeDatabase() throws SQLException {
        Databases databases = EngineDatabases.sqlServer();
        database = databases.create("property", DatabaseOptions.DEFAULT);
        try (Connection connection = database.dataSource().getConnection()) {
            ScriptRunner.run(connection, database.engine(), "schema", RandomStep.SCHEMA);
            SqlServerProbe server = new SqlServerProbe(connection);
            tellsWhatWasWritten = server.tellsWhatWasWritten();
            tellsIdentities = server.tellsIdentities("dbo.counters");
            tellsSequences = server.tellsSequences("sales.numbers");
            changesSchemas = server.changesSchemas();
        }
        snapshot = new SnapshotTaker(database, databases, () -> {}).take();
        before = everything();
    }

    @AfterProperty
    void dropDatabase() {
        snapshot.close();
        database.close();
    }

    @Property(tries = 5, shrinking = ShrinkingMode.OFF)
    void everythingIsPutBackAfterEveryTest(@ForAll("tests") List<List<RandomStep>> tests) throws SQLException {
        for (List<RandomStep> test : tests) {
            ResetProperties.work(
                    database,
                    test.stream()
                            .filter(step -> changesSchemas || !step.changesSchema())
                            .toList());
            ResetProperties.assertThatAllIsPutBack(snapshot, before, this::everything);
            if (tellsWhatWasWritten) {
                assertThat(snapshot.restore().strategy()).isEqualTo(ResetStrategy.NOTHING);
            }
            assertThatTheFirstValuesComeNext();
        }
    }

    @Provide
    Arbitrary<List<List<RandomStep>>> tests() {
        return ResetProperties.tests();
    }

    /** The catalogue does not tell whether a sequence has given its first value. What is drawn here, the next reset gives back. */
    private void assertThatTheFirstValuesComeNext() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            if (tellsIdentities) {
                assertThat(QueriedRows.of(
                                connection, "INSERT INTO app.users (name) OUTPUT INSERTED.id VALUES (N'next')"))
                        .containsExactly("4");
                assertThat(QueriedRows.of(
                                connection, "INSERT INTO sales.orders (user_id) OUTPUT INSERTED.id VALUES (1)"))
                        .containsExactly("-20");
                assertThat(QueriedRows.of(connection, "INSERT INTO dbo.counters (n) OUTPUT INSERTED.id VALUES (1)"))
                        .containsExactly("100");
            }
            if (tellsSequences) {
                assertThat(QueriedRows.of(connection, "SELECT NEXT VALUE FOR sales.numbers"))
                        .containsExactly("10");
            }
            connection.rollback();
        }
    }

    /** On a connection of its own, because putting the whole database back ends all. */
    private List<String> everything() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            SchemaSnapshot schema = SchemaReader.of(connection).read(connection);
            List<String> all = new ArrayList<>(List.of(schema.toString()));
            for (Table table : schema.tables()) {
                QueriedRows.of(connection, "SELECT * FROM " + table).stream()
                        .sorted()
                        .forEach(row -> all.add(table + ": " + row));
            }
            if (tellsIdentities) {
                all.addAll(QueriedRows.of(connection, """
                        SELECT OBJECT_NAME(object_id), COALESCE(CAST(last_value AS decimal(38, 0))
                            + CAST(increment_value AS decimal(38, 0)), CAST(seed_value AS decimal(38, 0)))
                        FROM sys.identity_columns WHERE OBJECTPROPERTY(object_id, 'IsUserTable') = 1 ORDER BY 1
                        """));
            }
            if (tellsSequences) {
                all.addAll(QueriedRows.of(
                        connection, "SELECT name, CAST(current_value AS decimal(38, 0)) FROM sys.sequences"));
            }
            return all;
        }
    }
}
