package dev.palindrome.seed.run;

import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.SchemaWatch;
import dev.palindrome.seed.SeedException;
import dev.palindrome.seed.Seeder;
import dev.palindrome.seed.file.DataFiles;
import dev.palindrome.seed.refusal.RefusalText;
import dev.palindrome.seed.rows.RequestedFill;
import dev.palindrome.seed.rows.TableLookup;
import dev.palindrome.seed.suggestion.Datafaker;
import dev.palindrome.seed.suggestion.SeededFaker;
import dev.palindrome.seed.values.Hashes;
import dev.palindrome.sql.SafeErrorMessages;
import dev.palindrome.sql.TableName;
import dev.palindrome.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import net.datafaker.Faker;
import org.jspecify.annotations.Nullable;

/** Does the steps of a plan, each in a transaction of its own. */
public final class SeedRun {

    private final DataSource dataSource;
    private final SchemaOfRun schema;
    private final long seed;
    private final SeededFaker faker = new SeededFaker();

    public SeedRun(DataSource dataSource, TableName historyTable, long seed) {
        this(dataSource, new SchemaOfRun(historyTable), seed);
    }

    private SeedRun(DataSource dataSource, SchemaOfRun schema, long seed) {
        this.dataSource = dataSource;
        this.schema = schema;
        this.seed = seed;
    }

    /** Something that is done wholly or not at all. */
    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection, SchemaSnapshot schema) throws SQLException;
    }

    /**
     * Puts rows in within a transaction that somebody else ends.
     *
     * @param watch of the database's schema
     * @param current as it is now
     * @param named the class that a failure names
     * @return whether the seeder wanted anything
     */
    public static boolean within(
            Connection connection,
            SchemaWatch watch,
            SchemaSnapshot current,
            long seed,
            Class<?> named,
            Seeder seeder) {
        return new SeedRun(new LentDataSource(connection), new SchemaOfRun(watch, current), seed).run(seeder, named);
    }

    public void step(SeedStep step) {
        if (step instanceof SeedStep.Code code) {
            run(code.seeder(), code.seeder().getClass());
        } else if (step instanceof SeedStep.Fill fill) {
            fill(fill.tables().stream()
                    .map(request -> new RequestedFill(request.table(), request.rows()))
                    .toList());
        } else if (step instanceof SeedStep.Script script) {
            script(script.location());
        } else if (step instanceof SeedStep.Data data) {
            within((connection, current) -> {
                DataFiles.load(connection, current, List.of(data.location()));
                return data;
            });
        }
    }

    private boolean run(Seeder seeder, Class<?> named) {
        OpenSeedContext context = new OpenSeedContext(this, seedOf(named));
        try {
            seeder.seed(context);
            context.end();
            return context.isAsked();
        } catch (Exception e) {
            throw SeederFailure.of(named, e);
        } catch (NoClassDefFoundError e) {
            if (Datafaker.isMissedBy(e)) {
                throw SeederFailure.of(named, new SeedException(Datafaker.MISSING, e));
            }
            throw e;
        }
    }

    /** Lambdas have names that differ from run to run. */
    private long seedOf(Class<?> type) {
        return Hashes.of(seed, type.isSynthetic() || type.isHidden() ? "" : type.getName());
    }

    static Faker faker(long seedOfSeeder) {
        return SeededFaker.of(seedOfSeeder);
    }

    /** The name of a table that is there. */
    String require(String table) {
        return TableLookup.table(known(), table).sqlName();
    }

    void fill(List<RequestedFill> fills) {
        within((connection, known) -> {
            new FillStep(connection, known, seed, faker).fill(fills);
            return fills;
        });
        fills.forEach(RequestedFill::close);
    }

    Map<String, Object> insert(String table, Map<String, ? extends @Nullable Object> row) {
        return within((connection, known) -> new SingleInsert(connection, known, table).insert(row));
    }

    void script(String location) {
        within((connection, current) -> {
            SeedScripts.run(connection, location);
            return location;
        });
        schema.mayHaveChanged();
    }

    void load(String table, String location) {
        within((connection, current) -> {
            DataFiles.loadOne(connection, current, table, location);
            return location;
        });
    }

    DataSource dataSource() {
        schema.mayHaveChanged();
        return dataSource;
    }

    private <T> T within(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            SchemaSnapshot current = schema.read(connection);
            return Transaction.call(connection, transaction -> work.on(connection, current));
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private SchemaSnapshot known() {
        Optional<SchemaSnapshot> known = schema.known();
        if (known.isPresent()) {
            return known.get();
        }
        try (Connection connection = dataSource.getConnection()) {
            return schema.read(connection);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private static SeedException refused(SQLException refusal) {
        return new SeedException(
                "The database refused to be seeded (error %d, SQL state %s)%s."
                        .formatted(refusal.getErrorCode(), refusal.getSQLState(), SafeErrorMessages.why(refusal)),
                RefusalText.withoutValues(refusal));
    }
}
