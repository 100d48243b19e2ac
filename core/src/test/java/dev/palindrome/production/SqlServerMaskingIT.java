package dev.palindrome.production;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.EngineDatabases;
import dev.palindrome.RequiresSqlServer;
import dev.palindrome.ServerFeature;
import dev.palindrome.seed.SeededDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@RequiresSqlServer
class SqlServerMaskingIT extends MaskingTestCase {

    private static final String COLUMNSTORE = """
            CREATE TABLE dbo.readers (id INT NOT NULL, email NVARCHAR(100) NOT NULL, INDEX cci_readers CLUSTERED COLUMNSTORE);
            INSERT INTO dbo.readers (id, email) VALUES (1, N'ada@real.example'), (2, N'bob@real.example');
            """;

    /** Microsoft: create-indexed-views. */
    private static final String INDEXED_VIEW = """
            CREATE TABLE dbo.readers (id INT NOT NULL CONSTRAINT pk_readers PRIMARY KEY, email NVARCHAR(100) NOT NULL);
            INSERT INTO dbo.readers (id, email) VALUES (1, N'ada@real.example'), (2, N'bob@real.example');
            GO
            CREATE VIEW dbo.addresses WITH SCHEMABINDING AS SELECT id, email FROM dbo.readers;
            GO
            CREATE UNIQUE CLUSTERED INDEX ux_addresses ON dbo.addresses (email);
            GO
            """;

    @Override
    protected SeededDatabase open() throws SQLException {
        return SeededDatabase.sqlServer();
    }

    private SeededDatabase masked(String tables) throws SQLException {
        ServerFeature.requires(EngineDatabases.sqlServer(), tables);
        SeededDatabase database = open();
        database.run(tables);
        Masking.of(database.dataSource(), MaskRules.parse("readers.email = email"))
                .mask();
        return database;
    }

    /** Microsoft: create-table-transact-sql (INDEX … CLUSTERED COLUMNSTORE), columnstore-indexes-overview. */
    @Test
    void rowsOfAColumnstoreAreMasked() throws SQLException {
        try (SeededDatabase database = masked(COLUMNSTORE)) {
            assertThat(database.rows("SELECT email FROM dbo.readers"))
                    .hasSize(2)
                    .noneMatch(email -> email.endsWith("@real.example"));
        }
    }

    @Test
    void indexedViewsFollow() throws SQLException {
        try (SeededDatabase database = masked(INDEXED_VIEW)) {
            assertThat(database.rows("SELECT email FROM dbo.addresses WITH (NOEXPAND)"))
                    .hasSize(2)
                    .noneMatch(email -> email.endsWith("@real.example"));
        }
    }
}
