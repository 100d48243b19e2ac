package dev.palindrome.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.settings.Settings;
import dev.palindrome.sql.TableName;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How {@code fill} deals with CHECK constraints on every engine. The server would refuse whatever breaks one. */
abstract class FillChecksTestCase extends SeededDatabaseTestCase {

    @BeforeEach
    void prepare() throws SQLException {
        database.requires(ServerAbility.CHECKS_AS_TSQL);
    }

    @Test
    void writesTextsAsTheCheckWritesThem() throws SQLException {
        database.run("""
                CREATE TABLE t (id INT IDENTITY PRIMARY KEY,
                    sex CHAR(1) COLLATE Latin1_General_CS_AS NOT NULL CHECK (sex IN ('M', 'F')),
                    state NCHAR(2) COLLATE Latin1_General_CS_AS NULL CHECK (state IN ('OK', 'NO')),
                    code CHAR(4) COLLATE Latin1_General_CS_AS NOT NULL CHECK (code LIKE 'A%'),
                    grade CHAR(1) COLLATE Latin1_General_CS_AS NOT NULL CHECK (grade BETWEEN 'A' AND 'D'))
                """);

        fill("t:200");

        assertThat(database.rows("SELECT COUNT(*), COUNT(DISTINCT sex), COUNT(DISTINCT state) FROM t"))
                .containsExactly("200|2|2");
    }

    @Test
    void asksTheDatabaseThoughAnotherColumnsNameIsPartOfTheCheck() throws SQLException {
        database.run("""
                CREATE TABLE t (id INT IDENTITY PRIMARY KEY, a NVARCHAR(10) NOT NULL DEFAULT 'x', width INT NOT NULL,
                    CONSTRAINT ck_width CHECK (CASE WHEN width % 3 = 0 THEN 1 ELSE 0 END = 1))
                """);

        fill("t:50");

        assertThat(database.rows("SELECT COUNT(*) FROM t")).containsExactly("50");
    }

    @Test
    void asksTheDatabaseWhatAConversionComesTo() throws SQLException {
        database.run("""
                CREATE TABLE t (id INT IDENTITY PRIMARY KEY,
                    amount DECIMAL(9,2) NOT NULL CHECK (amount = CAST(amount AS INT)),
                    day DATETIME2(0) NOT NULL CHECK (day = CONVERT(DATE, day)))
                """);

        fill("t:50");

        assertThat(database.rows("SELECT COUNT(*) FROM t")).containsExactly("50");
    }

    @Test
    void asksTheDatabaseAboutTextsAndBytesWithoutALimit() throws SQLException {
        database.run("""
                CREATE TABLE t (id INT IDENTITY PRIMARY KEY,
                    json NVARCHAR(MAX) NULL CONSTRAINT ck_json CHECK (json IS NULL OR ISJSON(json) = 1),
                    note NVARCHAR(MAX) NOT NULL CHECK (CHARINDEX(N'#', note) = 0),
                    name VARCHAR(MAX) NOT NULL, CONSTRAINT ck_name CHECK (CHARINDEX('#', name) = 0 AND LEN(note) > 0),
                    data VARBINARY(MAX) NULL CHECK (DATALENGTH(data) % 2 >= 0))
                """);

        fill("t:20");

        assertThat(database.rows("SELECT COUNT(*), COUNT(note) FROM t")).containsExactly("20|20");
    }

    @Test
    void givesValuesToDefaultsThatAChecksRowDependsOn() throws SQLException {
        database.run("""
                CREATE TABLE t (id INT IDENTITY PRIMARY KEY,
                    created_at DATETIME2 NOT NULL DEFAULT SYSDATETIME(), due_at DATETIME2 NOT NULL,
                    amount INT NOT NULL DEFAULT 0 CHECK (amount > 0),
                    status NVARCHAR(10) NOT NULL DEFAULT 'new' CHECK (status IN ('new', 'old')),
                    CONSTRAINT ck_due CHECK (due_at >= created_at))
                """);

        fill("t:50");

        assertThat(database.rows("SELECT COUNT(*), MIN(status), MAX(status) FROM t"))
                .containsExactly("50|new|new");
    }

    void fill(String request) {
        Seeding.of(database.dataSource(), new TableName("dbo", "history"), Settings.of(name -> Optional.empty()))
                .run(SeedPlan.empty().fill(request));
    }
}
