package dev.palindrome.benchmarks;

import dev.palindrome.database.ScriptRunner;
import dev.palindrome.engine.EngineKind;
import dev.palindrome.h2.H2Front;
import dev.palindrome.seed.SeedPlan;
import dev.palindrome.seed.Seeding;
import dev.palindrome.settings.Settings;
import dev.palindrome.sql.TableName;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A database with the table {@code orders}, and the ways to fill it. */
final class SeededOrders {

    private static final String ORDERS = """
            CREATE TABLE customers (id INT NOT NULL PRIMARY KEY);
            CREATE TABLE products (id INT NOT NULL PRIMARY KEY);
            CREATE TABLE orders (
                id INT NOT NULL PRIMARY KEY,
                customer INT NOT NULL REFERENCES customers (id),
                product INT NULL REFERENCES products (id),
                name NVARCHAR(50) NOT NULL,
                amount DECIMAL(10, 2) NOT NULL,
                quantity INT NOT NULL,
                ordered_at DATETIME2(3) NOT NULL,
                note NVARCHAR(100) NULL);
            """;

    /** What makes the tables, as T-SQL. */
    static String migration() {
        return ORDERS;
    }

    private final DataSource dataSource;
    private final Connection connection;

    SeededOrders(DataSource dataSource, Connection connection) {
        this.dataSource = dataSource;
        this.connection = connection;
    }

    /** A database in a file, which is there as long as a connection to it is open: rows take no heap there. */
    static DataSource file(Path file) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setUrl("jdbc:h2:file:" + file
                + ";MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;IGNORECASE=TRUE"
                + ";CACHE_SIZE=8192");
        return dataSource;
    }

    /** Makes an empty H2 database into what the embedded engine makes of one. */
    void prepare() throws SQLException {
        execute("CREATE SCHEMA \"dbo\"");
        execute("SET SCHEMA \"dbo\"");
        H2Front.install(connection);
        ScriptRunner.run(connection, EngineKind.EMBEDDED, "benchmark.sql", ORDERS);
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void seed(SeedPlan plan) {
        Seeding.of(dataSource, new TableName("dbo", "flyway_schema_history"), Settings.system())
                .run(plan);
    }

    Connection connection() {
        return connection;
    }
}
