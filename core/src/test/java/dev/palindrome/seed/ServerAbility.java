package dev.palindrome.seed;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.sqlserver.jdbc.SQLServerBulkCopy;
import com.microsoft.sqlserver.jdbc.SQLServerBulkCopyOptions;
import com.microsoft.sqlserver.jdbc.SQLServerConnection;
import dev.palindrome.database.Database;
import dev.palindrome.engine.EngineKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What SQL Server can, and a server that only speaks its protocol may not. Each is asked for once. */
public enum ServerAbility {
    BRACKETS_IN_NAMES("does not take ]] in names", probe -> {
        probe.run(
                "CREATE TABLE probe ([i]]d] INT NOT NULL CONSTRAINT [p]]k] PRIMARY KEY, b INT NULL REFERENCES probe ([i]]d]))");
        return true;
    }),

    CHECKS_AS_TSQL("does not write checks down as T-SQL", probe -> {
        probe.run("CREATE TABLE probe (n INT NULL CONSTRAINT ck_probe CHECK (n > 0))");
        return "([n]>(0))".equals(probe.text("SELECT definition FROM sys.check_constraints WHERE name = 'ck_probe'"));
    }),

    ERROR_NUMBERS("does not number errors as SQL Server does", probe -> {
        try {
            probe.run("SELECT n FROM missing");
            return false;
        } catch (SQLException e) {
            return e.getErrorCode() == 208;
        }
    }),

    /** "Arithmetic overflow error converting IDENTITY to data type" (Microsoft: database-engine-events-and-errors). */
    EXHAUSTED_IDENTITIES("does not number the error of an exhausted identity as SQL Server does", probe -> {
        probe.run("CREATE TABLE probe (id TINYINT IDENTITY(255,1) NOT NULL)");
        probe.run("INSERT INTO probe DEFAULT VALUES");
        try {
            probe.run("INSERT INTO probe DEFAULT VALUES");
            return false;
        } catch (SQLException e) {
            return e.getErrorCode() == 8115;
        }
    }),

    HIERARCHIES("has no hierarchyid", probe -> {
        probe.run("CREATE TABLE probe (place HIERARCHYID NULL)");
        return true;
    }),

    INDEX_FILTERS("does not say what an index is filtered by", probe -> {
        probe.run("CREATE TABLE probe (n INT NULL)");
        probe.run("CREATE UNIQUE INDEX ux_probe ON probe (n) WHERE n IS NOT NULL");
        return probe.text("SELECT filter_definition FROM sys.indexes WHERE name = 'ux_probe'") != null;
    }),

    NAMES_AS_WRITTEN("does not keep the case of names", probe -> {
        probe.run("CREATE TABLE probe (MixedCase INT NULL)");
        return "MixedCase".equals(probe.text("SELECT name FROM sys.columns WHERE object_id = OBJECT_ID('probe')"));
    }),

    SWITCHED_OFF_KEYS("cannot switch a constraint off", probe -> {
        probe.run(
                "CREATE TABLE probe (id INT NOT NULL PRIMARY KEY, p INT NULL CONSTRAINT fk_probe REFERENCES probe (id))");
        probe.run("ALTER TABLE probe NOCHECK CONSTRAINT fk_probe");
        probe.run("INSERT INTO probe (id, p) VALUES (1, 9)");
        return true;
    }),

    SEQUENCES_WITHOUT_CYCLE("has no sequences with NO CYCLE", probe -> {
        probe.run("CREATE SEQUENCE probe START WITH 0 MINVALUE 0 MAXVALUE 9223372036854775807 NO CACHE NO CYCLE");
        return true;
    }),

    TEMPORAL_TABLES("has no temporal tables", probe -> {
        probe.run("""
                CREATE TABLE probe (id INT NOT NULL PRIMARY KEY,
                    a DATETIME2 GENERATED ALWAYS AS ROW START NOT NULL, b DATETIME2 GENERATED ALWAYS AS ROW END NOT NULL,
                    PERIOD FOR SYSTEM_TIME (a, b)) WITH (SYSTEM_VERSIONING = ON)""");
        return true;
    }),

    PERIODS("has no rowversion beside a period", probe -> {
        probe.run("""
                CREATE TABLE probe (id INT NOT NULL PRIMARY KEY, v ROWVERSION,
                    since DATETIME2 GENERATED ALWAYS AS ROW START NOT NULL,
                    until DATETIME2 GENERATED ALWAYS AS ROW END NOT NULL, PERIOD FOR SYSTEM_TIME (since, until))
                """);
        return true;
    }),

    ROW_LOCATORS("does not tell rows without a key apart", probe -> {
        probe.run("CREATE TABLE probe (n INT NULL)");
        probe.run("INSERT INTO probe (n) VALUES (1)");
        return probe.text("SELECT %%physloc%% FROM probe") != null;
    }),

    TIMES_BY_BULK_COPY("does not read texts as times in a bulk copy", probe -> {
        probe.run("CREATE TABLE probe (d DATE NULL, o DATETIMEOFFSET(2) NULL)");
        probe.copy("SELECT '2026-01-31' AS d, '2026-01-31T23:59:59.5000000-11:30' AS o", options -> {});
        return "1"
                .equals(probe.text("SELECT COUNT(*) FROM probe"
                        + " WHERE d = '2026-01-31' AND o = '2026-02-01T11:29:59.5000000+00:00'"));
    }),

    IDENTITIES_BY_BULK_COPY("leaves an identity where it was in a bulk copy", probe -> {
        probe.run("CREATE TABLE probe (id INT IDENTITY NOT NULL)");
        probe.copy("SELECT 7 AS id", options -> options.setKeepIdentity(true));
        probe.run("INSERT INTO probe DEFAULT VALUES");
        return "8".equals(probe.text("SELECT MAX(id) FROM probe"));
    }),

    KEYS_CHECKED_BY_BULK_COPY("checks no foreign keys in a bulk copy", probe -> {
        probe.run("CREATE TABLE probe (id INT NOT NULL PRIMARY KEY, p INT NULL REFERENCES probe (id))");
        return probe.isRefused(
                () -> probe.copy("SELECT 1 AS id, 9 AS p", options -> options.setCheckConstraints(true)));
    }),

    BULK_COPY_TO_A_SAVEPOINT("cannot go on after a bulk copy that was taken back to a savepoint", probe -> {
        probe.run("CREATE TABLE probe (id INT NOT NULL PRIMARY KEY)");
        probe.run("INSERT INTO probe (id) VALUES (1)");
        Savepoint savepoint = probe.connection().setSavepoint();
        boolean refused = probe.isRefused(() -> probe.copy("SELECT 1 AS id", options -> {}));
        probe.connection().rollback(savepoint);
        return refused && "1".equals(probe.text("SELECT COUNT(*) FROM probe"));
    });

    private static final Map<ServerAbility, Boolean> KNOWN = new ConcurrentHashMap<>();

    private final String lack;
    private final Question question;

    ServerAbility(String lack, Question question) {
        this.lack = lack;
        this.question = question;
    }

    /** Asks the server; false where it refuses. */
    @FunctionalInterface
    private interface Question {
        boolean ask(Probe probe) throws SQLException;
    }

    /** What is tried on a server. */
    @FunctionalInterface
    private interface Attempt {
        void run() throws SQLException;
    }

    @FunctionalInterface
    private interface Options {
        void set(SQLServerBulkCopyOptions options) throws SQLException;
    }

    /** Skips the test, visibly, where the server lacks it. The embedded engine has all of it, in its own way. */
    void require(Database database) {
        boolean there = database.engine() == EngineKind.EMBEDDED || isOn(database.dataSource());
        assumeTrue(there, () -> "This server " + lack + ".");
    }

    /** Nothing of the question stays. */
    private boolean isOn(DataSource server) {
        return KNOWN.computeIfAbsent(this, absent -> isFound(server));
    }

    private boolean isFound(DataSource server) {
        try (Connection connection = server.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return question.ask(new Probe(server, connection));
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            return false;
        }
    }

    /** @param connection in a transaction that is rolled back */
    private record Probe(DataSource server, Connection connection) {

        void run(String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        @Nullable String text(String query) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                rows.next();
                return rows.getString(1);
            }
        }

        boolean isRefused(Attempt attempt) {
            try {
                attempt.run();
                return false;
            } catch (SQLException e) {
                return true;
            }
        }

        /** Into the table probe. */
        void copy(String query, Options wanted) throws SQLException {
            SQLServerBulkCopyOptions options = new SQLServerBulkCopyOptions();
            wanted.set(options);
            try (Connection other = server.getConnection();
                    Statement statement = other.createStatement();
                    ResultSet rows = statement.executeQuery(query);
                    SQLServerBulkCopy copy = new SQLServerBulkCopy(connection.unwrap(SQLServerConnection.class))) {
                copy.setBulkCopyOptions(options);
                copy.setDestinationTableName("probe");
                copy.writeToServer(rows);
            }
        }
    }
}
