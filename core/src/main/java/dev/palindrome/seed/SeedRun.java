package dev.palindrome.seed;

import dev.palindrome.schema.SchemaReader;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import net.datafaker.Faker;
import org.jspecify.annotations.Nullable;

/** Does the steps of a plan. */
final class SeedRun {

    private final DataSource dataSource;
    private final TableName historyTable;
    private final long seed;

    SeedRun(DataSource dataSource, TableName historyTable, long seed) {
        this.dataSource = dataSource;
        this.historyTable = historyTable;
        this.seed = seed;
    }

    void step(SeedStep step) {
        if (step instanceof SeedStep.Code code) {
            run(code.seeder());
        } else if (step instanceof SeedStep.Fill fill) {
            fill.tables().forEach(request -> fill(new TableFill(request.table(), request.rows())));
        } else if (step instanceof SeedStep.Script script) {
            script(script.location());
        } else if (step instanceof SeedStep.Data data) {
            throw new SeedException("Data files in " + data.location() + " cannot be loaded yet.");
        }
    }

    private void run(Seeder seeder) {
        SeedContext context = new SeedContext(this, new Faker(Locale.ENGLISH, new Random(seed)));
        try {
            seeder.seed(context);
            context.fillWaiting();
        } catch (Exception e) {
            throw new SeedException(
                    "The seeder %s failed: %s".formatted(seeder.getClass().getName(), e.getMessage()), e);
        }
    }

    void fill(TableFill fill) {
        try (Connection connection = dataSource.getConnection()) {
            SchemaSnapshot schema =
                    SchemaReader.of(connection).leavingOut(historyTable).read(connection);
            Table table = TableLookup.find(schema, fill.table());
            Recipe recipe = Recipe.forTests(seed, fill.rows(), fill.hasEdges() ? Recipe.Edges.ALL : Recipe.Edges.NONE);
            FillReport report = new RowFiller(recipe).fill(connection, schema, List.of(table), Map.of());
            if (!report.isComplete()) {
                throw new SeedException(report.notFilled().get(0).toString());
            }
        } catch (SQLException e) {
            throw new SeedException("%s cannot be filled (error %d).".formatted(fill.table(), e.getErrorCode()), e);
        }
    }

    Map<String, Object> insert(String table, Map<String, ? extends @Nullable Object> row) {
        throw new SeedException("Rows cannot be inserted into %s yet.".formatted(table));
    }

    void script(String location) {
        throw new SeedException("The script %s cannot be run yet.".formatted(location));
    }

    void load(String table, String location) {
        throw new SeedException("%s cannot be loaded into %s yet.".formatted(location, table));
    }

    DataSource dataSource() {
        return dataSource;
    }
}
