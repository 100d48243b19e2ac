package dev.palindrome.roundtrip.pass;

import dev.palindrome.database.Database;
import dev.palindrome.database.ScriptRunner;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.migration.Migration;
import dev.palindrome.migration.MigrationObserver;
import dev.palindrome.migration.ObservedMigrations;
import dev.palindrome.migration.StatementListener;
import dev.palindrome.roundtrip.rows.CodePages;
import dev.palindrome.roundtrip.rows.ForeignKeyCascades;
import dev.palindrome.roundtrip.rows.RememberedRows;
import dev.palindrome.roundtrip.rows.TouchedTables;
import dev.palindrome.roundtrip.script.RunConditions;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaReader;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.SchemaWatch;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.ScriptedSession;
import dev.palindrome.sql.TableName;
import dev.palindrome.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A database to work on, with its migrations and a watch over its schema. */
public final class ScratchDatabase implements AutoCloseable {

    private final Database database;
    private final ObservedMigrations migrations;
    private final SchemaWatch watch;
    private final ScratchDatabases all;
    private final CodePages codePages;
    private final Map<Migration, List<RememberedRows>> filledForOthers = new HashMap<>();
    private SchemaSnapshot last = SchemaSnapshot.empty();
    private boolean hasOwnRows;

    private ScratchDatabase(ScratchDatabases all, Database database, ObservedMigrations migrations, SchemaWatch watch) {
        this.all = all;
        this.database = database;
        this.migrations = migrations;
        this.watch = watch;
        this.codePages = new CodePages(all.options().collation());
    }

    /** @param all what is the same for each database of a verification */
    static ScratchDatabase open(ScratchDatabases all) {
        Database database = all.databases()
                .create(
                        "round_trip",
                        all.options(),
                        all.templateKey(),
                        made -> ObservedMigrations.alone(
                                        made, all.databases(), all.migrations(), StatementListener.NONE)
                                .begin());
        try {
            ObservedMigrations migrations =
                    ObservedMigrations.alone(database, all.databases(), all.migrations(), all.changed());
            return new ScratchDatabase(all, database, migrations, watch(database, migrations));
        } catch (RuntimeException | SQLException e) {
            database.close();
            throw new PalindromeException("The round trip cannot begin: " + e.getMessage(), e);
        }
    }

    private static SchemaWatch watch(Database database, ObservedMigrations migrations) throws SQLException {
        try (Connection connection = database.reusingDataSource().getConnection()) {
            SchemaWatch watch = SchemaReader.of(connection)
                    .leavingOut(migrations.helperTables().stream()
                            .map(TableName::parse)
                            .toList())
                    .watch();
            watch.prepare(connection);
            return watch;
        }
    }

    public ObservedMigrations migrations() {
        return migrations;
    }

    /** What is there before the first migration. */
    public Optional<Beginning> beginning() {
        return all.beginning(migrations);
    }

    /** What others than the versioned migrations do here. */
    ForeignChanges foreign() {
        return all.foreign();
    }

    /** Is told of each step. */
    RoundTripProgress progress() {
        return all.progress();
    }

    /**
     * On the embedded engine no trigger fires, so that a statement touches what it mentions; of a script that calls a procedure
     * it is known that all is not known.
     */
    public RunConditions conditions() {
        return new RunConditions(
                database.engine() == EngineKind.EMBEDDED,
                TableName.parse(migrations.historyTable()).schema());
    }

    public EngineKind engine() {
        return database.engine();
    }

    public Connection connect() throws SQLException {
        return database.reusingDataSource().getConnection();
    }

    SchemaSnapshot look(Connection connection) throws SQLException {
        last = watch.read(connection);
        return last;
    }

    SchemaSnapshot lookAgain(Connection connection, TouchedTables touched) throws SQLException {
        last = watch.readAgain(connection, touched.names(schemas()));
        return last;
    }

    /** What was seen at the last look. */
    SchemaSnapshot last() {
        return last;
    }

    /** Fills what is new behind a migration that stays, where the user's own rows are not wanted. */
    void fill(RowFilling filling, Connection connection, MigrationEffect effect) throws SQLException {
        filling.fill(connection, effect);
        fillForOthers(filling, connection, effect);
    }

    /** Fills what the migration's own undo must not find filled. What was there before is put back then. */
    void fillForOthers(RowFilling filling, Connection connection, MigrationEffect effect) throws SQLException {
        List<RememberedRows> before = filling.fillForOthers(connection, effect);
        if (!before.isEmpty()) {
            filledForOthers.put(effect.migration().migration(), before);
        }
    }

    /** Whether the user may have rows to put in. */
    boolean asksForOwnRows() {
        return all.rows().isAny();
    }

    /**
     * Puts the user's own rows in behind a migration.
     *
     * @param current the schema that it has left
     * @return whether there may be any
     */
    boolean putOwnRowsIn(Migration migration, Connection connection, SchemaSnapshot current) throws SQLException {
        ScriptedSession session = ScriptedSession.begin(connection);
        boolean asked = all.rows().putIn(migration, connection, watch, current);
        if (asked) {
            session.putBack();
        }
        hasOwnRows |= asked;
        return asked;
    }

    /** Whether there may be rows of the user's own: these stay where an undo leaves them. */
    boolean hasOwnRows() {
        return hasOwnRows;
    }

    /**
     * Takes back what was filled for other migrations than this one.
     *
     * @return whether the rows are as the migration has left them
     */
    boolean takeBack(Migration migration, Connection connection) throws SQLException {
        List<RememberedRows> before = filledForOthers.remove(migration);
        if (before == null) {
            return true;
        }
        return Transaction.call(
                        connection,
                        transaction -> transaction.attempt(on -> {
                            for (RememberedRows rows : before) {
                                rows.putBack(on);
                            }
                        }))
                .isEmpty();
    }

    /** @throws dev.palindrome.migration.MigrationException if the undo fails */
    void undo(Migration migration) {
        migrations.undoSession().undo(List.of(migration), new MigrationObserver() {
            @Override
            public void before(Migration undone, Connection connection) throws SQLException {
                takeBack(undone, connection);
            }

            @Override
            public void after(Migration undone, Connection connection) {
                // What it has left is looked at when it is committed.
            }
        });
    }

    /**
     * Lets texts lose what their columns do not hold, where the engine does not do that itself.
     *
     * @param effect of a migration that has just gone up
     */
    void loseLetters(Connection connection, MigrationEffect effect) throws SQLException {
        if (database.engine() != EngineKind.EMBEDDED || !effect.migration().mayMoveTexts()) {
            return;
        }
        List<Table> tables = effect.migration().touchedUp().tables(effect.after(), new ForeignKeyCascades());
        Transaction.run(connection, transaction -> {
            for (Table table : tables) {
                codePages.apply(transaction, table);
            }
        });
    }

    void run(Connection connection, String name, String tsql) throws SQLException {
        ScriptRunner.run(connection, database.engine(), name, tsql);
    }

    /** Drops objects, as far as nothing else needs them. */
    void drop(Connection connection, List<SchemaObject> objects) throws SQLException {
        if (objects.isEmpty()) {
            return;
        }
        SchemaSnapshot without = last.replacing(objects, List.of());
        try {
            run(connection, "dropping what repeatable migrations made", UndoDrafting.sql(last, without));
        } catch (SQLException | RuntimeException e) {
            throw new UnusableDatabaseException(e);
        }
        look(connection);
    }

    private Set<String> schemas() {
        Set<String> schemas = new LinkedHashSet<>();
        schemas.add("dbo");
        last.objects(ObjectKind.SCHEMA).forEach(schema -> schemas.add(schema.simpleName()));
        return schemas;
    }

    @Override
    public void close() {
        database.close();
    }
}
