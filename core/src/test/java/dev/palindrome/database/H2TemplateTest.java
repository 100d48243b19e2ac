package dev.palindrome.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.CapturedLog;
import dev.palindrome.engine.EngineKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class H2TemplateTest {

    private static final TemplateKey KEY = new TemplateKey("family", "content", false);

    private final H2Database original =
            (H2Database) new H2Databases().create("H2TemplateTest", DatabaseOptions.DEFAULT);

    @AfterEach
    void close() {
        original.close();
    }

    /** Whatever H2 says of a database, it says of the copy, and of the copy of a copy. */
    @Test
    void aCopyIsTheSameToTheLastStatement() throws SQLException {
        try (Connection connection = original.dataSource().getConnection()) {
            ScriptRunner.run(connection, EngineKind.EMBEDDED, "script", """
                    CREATE SCHEMA sales;
                    GO
                    CREATE TABLE sales.orders (
                        id INT IDENTITY(5, 5) NOT NULL PRIMARY KEY,
                        code VARCHAR(10) COLLATE Latin1_General_BIN2 NULL UNIQUE,
                        amount MONEY NOT NULL DEFAULT 1,
                        doubled AS CAST(amount * 2 AS MONEY),
                        small TINYINT NULL,
                        stamp DATETIME2(3) NOT NULL DEFAULT SYSUTCDATETIME(),
                        photo VARBINARY(MAX) NULL,
                        CHECK (amount > 0)
                    );
                    CREATE INDEX ix_orders ON sales.orders (code DESC) INCLUDE (amount);
                    CREATE VIEW sales.cheap AS SELECT code FROM sales.orders WHERE amount < 10;
                    GO
                    CREATE SEQUENCE sales.numbers AS BIGINT START WITH 7 INCREMENT BY 3 CACHE 10;
                    INSERT INTO sales.orders (code, small, photo) VALUES ('a', 200, 0x00FF);
                    INSERT INTO sales.orders (code) VALUES ('A');
                    """);
            connection.createStatement().execute("SELECT NEXT VALUE FOR sales.numbers");
            connection.createStatement().execute("CREATE USER ann PASSWORD 'secret'");
        }
        try (H2Database copy = (H2Database) H2Template.of(original).copy("copy");
                Database copyOfCopy = H2Template.of(copy).copy("copy")) {
            assertThat(script(copy)).isEqualTo(script(original));
            assertThat(script(copyOfCopy)).isEqualTo(script(original));
        }
    }

    @Test
    void aDiscardedTemplateStillCopies() {
        H2Template template = take();
        template.makeSpare();
        template.discard();
        try (Database copy = template.copy("after")) {
            assertThat(copy.name()).startsWith("palindrome_after_");
        }
    }

    @Test
    void whatFindsNoRoomIsNoTemplateAndTheLogSaysSo() throws SQLException {
        try (Connection connection = original.dataSource().getConnection();
                CapturedLog log = new CapturedLog(H2Templates.class)) {
            connection.createStatement().execute("CREATE TABLE t AS SELECT x FROM SYSTEM_RANGE(1, 11)");
            assertThat(new H2Templates(1000).take(original, KEY)).isEmpty();
            assertThat(log.lines())
                    .containsExactly("INFO " + original + " has 11 rows, too many for a copy of them in memory:"
                            + " every class that wants the same makes it anew."
                            + " A JVM with more memory (-Xmx) would keep them.");
        }
    }

    private H2Template take() {
        try {
            return H2Template.of(original);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without the one user's password, which is random. */
    private static List<String> script(Database database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SCRIPT")) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                if (!rows.getString(1).contains("USER IF NOT EXISTS \"SA\"")) {
                    lines.add(rows.getString(1));
                }
            }
            return lines;
        }
    }
}
