package dev.palindrome.roundtrip.pass;

import dev.palindrome.migration.MigrationException;
import dev.palindrome.roundtrip.script.MigrationUnderTest;
import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.RowRefusal;
import dev.palindrome.sql.SqlRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Guesses which tables hold rows that a change of the schema refuses. In one database with all rows, each table is changed by
 * itself, by statements that are written from the two schemas, where the migration would stop at the first. It is no more than
 * a guess: the migration may do something else, and what it does to rows is not among it.
 */
final class RefusingTables {

    private final ScratchDatabase scratch;
    private final Connection connection;
    private final SchemaSnapshot from;
    private final Set<Table> refusing = new LinkedHashSet<>();

    private RefusingTables(ScratchDatabase scratch, Connection connection, SchemaSnapshot from) {
        this.scratch = scratch;
        this.connection = connection;
        this.from = from;
    }

    /**
     * Goes up in a database of its own, and changes each table.
     *
     * @param way the migrations that lead to the first schema
     * @param filling with all rows
     * @param from the first schema
     * @param to the second, which demands more of some tables
     * @param added what it demands
     * @return tables of the first schema
     */
    static Set<Table> between(
            ScratchDatabases databases,
            List<MigrationUnderTest> way,
            RowFilling filling,
            SchemaSnapshot from,
            SchemaSnapshot to,
            AddedDemands added)
            throws SQLException {
        if (added.tables().isEmpty()) {
            return Set.of();
        }
        try (ScratchDatabase scratch = databases.open()) {
            new EffectRecorder(scratch, filling).goUp(way);
            try (Connection connection = scratch.connect()) {
                return new RefusingTables(scratch, connection, from)
                        .find(added.tables().keySet(), to);
            }
        } catch (MigrationException e) {
            return Set.of();
        }
    }

    /** A foreign key needs the key that it references: these come behind all others. */
    private Set<Table> find(Set<Table> tables, SchemaSnapshot to) throws SQLException {
        for (Table table : tables) {
            change(table, table, with(later(table, to), table.foreignKeys()::contains));
        }
        for (Table table : tables) {
            Table later = later(table, to);
            Table now = with(later, table.foreignKeys()::contains);
            for (ForeignKey key : later.foreignKeys()) {
                if (!table.foreignKeys().contains(key)) {
                    change(table, now, with(later, of -> table.foreignKeys().contains(of) || of.equals(key)));
                }
            }
        }
        return refusing;
    }

    private static Table later(Table table, SchemaSnapshot to) {
        return to.table(table.schema(), table.name()).orElse(table);
    }

    private static Table with(Table table, Predicate<ForeignKey> references) {
        List<SchemaObject> parts = table.object().parts().stream()
                .filter(part -> part.kind() != ObjectKind.FOREIGN_KEY || references.test(new ForeignKey(part)))
                .toList();
        return new Table(table.object().with(table.object().properties(), parts));
    }

    /** Without the rows that it refuses, the change goes on: others may reference the table. */
    private void change(Table table, Table now, Table later) throws SQLException {
        String change = UndoDrafting.sql(schema(table, now), schema(table, later));
        if (refusal(change).isEmpty()) {
            return;
        }
        refusing.add(table);
        try {
            SqlRunner.on(connection).run("DELETE FROM " + table.portableRows());
        } catch (SQLException e) {
            return; // others point to them
        }
        refusal(change);
    }

    private SchemaSnapshot schema(Table table, Table other) {
        return from.replacing(List.of(table.object()), List.of(other.object()));
    }

    private Optional<RowRefusal> refusal(String change) {
        try {
            scratch.run(connection, "a change of the schema", change);
            return Optional.empty();
        } catch (SQLException | RuntimeException e) {
            return RowRefusal.of(e);
        }
    }
}
