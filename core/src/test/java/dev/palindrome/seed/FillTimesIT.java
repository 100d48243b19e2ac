package dev.palindrome.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.database.Database;
import dev.palindrome.database.DatabaseOptions;
import dev.palindrome.schema.SchemaReader;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.tsql.H2Script;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The round trip fills a table at every migration: that must cost little, and no more for the last than for the first. */
class FillTimesIT {

    private static final Logger LOG = LoggerFactory.getLogger(FillTimesIT.class);

    private static final int TABLES = 800;

    private static final String TABLE = """
            CREATE TABLE t%1$d (id INT IDENTITY NOT NULL PRIMARY KEY, name NVARCHAR(50) NOT NULL,
                parent INT NOT NULL REFERENCES t%2$d (id), status VARCHAR(10) NOT NULL DEFAULT 'new'
                CHECK (status IN ('new', 'old')), at DATETIME2(3) NULL, price DECIMAL(9,2) NOT NULL);
            CREATE INDEX ix_name ON t%1$d (name);
            """;

    @Test
    void fillsEachTableInMilliseconds() throws SQLException {
        try (Database database = new EmbeddedRowFillerTest().databases().create("times", DatabaseOptions.DEFAULT);
                Connection connection = database.dataSource().getConnection()) {
            SchemaSnapshot schema = schema(connection);
            connection.setAutoCommit(false);
            List<Table> tables = new ArrayList<>(schema.inForeignKeyOrder().tables());

            long start = System.nanoTime();
            int filled = 0;
            for (Table table : tables) {
                FillReport report =
                        new RowFiller(Recipe.forRoundTrip(1)).fill(connection, schema, List.of(table), Map.of());
                filled += report.filled().get(0).rows();
            }
            Duration took = Duration.ofNanos(System.nanoTime() - start);

            LOG.info("{} tables filled one by one in {} ms", TABLES, took.toMillis());
            assertThat(filled).isEqualTo(TABLES * 3);
            assertThat(took).isLessThan(Duration.ofSeconds(10));
        }
    }

    private static SchemaSnapshot schema(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE \"t0\" (\"id\" INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY)");
            for (int i = 1; i < TABLES; i++) {
                statement.execute(H2Script.rewrite("V1__table.sql", TABLE.formatted(i, i / 2))
                        .sql());
            }
        }
        return SchemaReader.of(connection).read(connection);
    }
}
