package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What system views say where H2 has nothing of the kind, or something that stands for it. */
class SystemViewsOfRecordedFactsTest {

    private EmbeddedDatabase database;

    @BeforeEach
    void make() throws SQLException {
        database = new EmbeddedDatabase().run("""
                CREATE TYPE dbo.email FROM NVARCHAR(50) NOT NULL
                CREATE TYPE dbo.ids AS TABLE (id INT NOT NULL PRIMARY KEY)
                GO
                CREATE TABLE dbo.users (
                    id INT NOT NULL CONSTRAINT pk_users PRIMARY KEY,
                    mail dbo.email,
                    low INT NULL,
                    high INT NULL,
                    CONSTRAINT ck_users CHECK (low < high OR [high] IS NULL))
                CREATE UNIQUE INDEX ix_users_mail ON dbo.users (mail)
                CREATE TABLE dbo.visits (
                    id INT NOT NULL,
                    user_id INT NULL CONSTRAINT fk_off REFERENCES dbo.users (id) ON DELETE CASCADE ON UPDATE SET NULL,
                    mail NVARCHAR(50) NULL CONSTRAINT fk_index REFERENCES dbo.users (mail))
                CREATE UNIQUE INDEX ix_visits_id ON dbo.visits (id)
                ALTER TABLE dbo.visits NOCHECK CONSTRAINT fk_off
                ALTER INDEX ix_visits_id ON dbo.visits DISABLE
                CREATE NONCLUSTERED COLUMNSTORE INDEX cs_visits ON dbo.visits (user_id, id)
                CREATE STATISTICS st_visits ON dbo.visits (mail)
                GO
                """);
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private List<String> asked(String query) throws SQLException {
        return database.rows(TranslatedScript.query("V1__test.sql", query));
    }

    @Test
    void typesOfOnesOwn() throws SQLException {
        assertThat(asked("""
                        SELECT SCHEMA_NAME(schema_id), name, TYPE_NAME(system_type_id), max_length, is_nullable, is_table_type
                        FROM sys.types WHERE is_user_defined = 1 ORDER BY name""")).containsExactly("dbo|email|nvarchar|100|FALSE|FALSE", "dbo|ids|null|-1|FALSE|TRUE");
        assertThat(asked("SELECT name FROM sys.table_types WHERE schema_id = SCHEMA_ID('dbo')"))
                .containsExactly("ids");
        assertThat(asked("SELECT TYPE_NAME(TYPE_ID('dbo.email')), TYPE_NAME(TYPE_ID('[ids]')), TYPE_ID('sys.email'),"
                        + " TYPE_ID('dbo.int'), TYPE_ID('')"))
                .containsExactly("email|ids|null|null|null");
        assertThat(asked("""
                        SELECT t.name FROM sys.columns c JOIN sys.types t ON t.user_type_id = c.user_type_id
                        WHERE c.object_id = OBJECT_ID('dbo.users') AND c.name = 'mail'""")).containsExactly("email");
    }

    @Test
    void aTypeIsGoneWhenItIsDropped() throws SQLException {
        assertThat(asked("SELECT TYPE_ID('dbo.ids')")).doesNotContain("null");

        database.run("DROP TYPE dbo.ids");

        assertThat(asked("SELECT TYPE_ID('dbo.ids')")).containsExactly("null");
    }

    @Test
    void columnsThatChecksName() throws SQLException {
        assertThat(asked("""
                        SELECT COLUMN_NAME FROM INFORMATION_SCHEMA.CONSTRAINT_COLUMN_USAGE
                        WHERE CONSTRAINT_NAME = 'ck_users' ORDER BY 1""")).containsExactly("high", "low");
        assertThat(asked("""
                        SELECT CONSTRAINT_NAME, COLUMN_NAME FROM INFORMATION_SCHEMA.CONSTRAINT_COLUMN_USAGE
                        WHERE TABLE_NAME = 'visits' ORDER BY 1""")).containsExactly("fk_index|mail", "fk_off|user_id");

        database.run("ALTER TABLE dbo.users NOCHECK CONSTRAINT ck_users");

        assertThat(asked("""
                        SELECT COLUMN_NAME FROM INFORMATION_SCHEMA.CONSTRAINT_COLUMN_USAGE
                        WHERE CONSTRAINT_NAME = 'ck_users' ORDER BY 1""")).containsExactly("high", "low");
    }

    @Test
    void foreignKeysThatAreOffOrPointToAnIndex() throws SQLException {
        assertThat(asked("""
                        SELECT name, is_disabled, delete_referential_action_desc, update_referential_action_desc,
                               OBJECT_NAME(referenced_object_id), key_index_id
                        FROM sys.foreign_keys ORDER BY name"""))
                .containsExactly("fk_index|FALSE|NO_ACTION|NO_ACTION|users|2", "fk_off|TRUE|CASCADE|SET_NULL|users|1");
        assertThat(asked("""
                        SELECT OBJECT_NAME(constraint_object_id), COL_NAME(parent_object_id, parent_column_id),
                               COL_NAME(referenced_object_id, referenced_column_id)
                        FROM sys.foreign_key_columns ORDER BY 1""")).containsExactly("fk_index|mail|mail", "fk_off|user_id|id");
        assertThat(asked("""
                        SELECT CONSTRAINT_NAME, UNIQUE_CONSTRAINT_NAME, DELETE_RULE
                        FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS ORDER BY 1""")).containsExactly("fk_index|ix_users_mail|NO ACTION", "fk_off|pk_users|CASCADE");
        assertThat(asked(
                        "SELECT COLUMN_NAME FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE WHERE CONSTRAINT_NAME = 'fk_off'"))
                .containsExactly("user_id");
    }

    @Test
    void indexesThatH2DoesNotHave() throws SQLException {
        assertThat(asked("""
                        SELECT name, index_id, type, type_desc, is_unique FROM sys.indexes
                        WHERE object_id = OBJECT_ID('visits') ORDER BY index_id"""))
                .containsExactly(
                        "null|0|0|HEAP|FALSE",
                        "cs_visits|2|6|NONCLUSTERED COLUMNSTORE|FALSE",
                        "ix_visits_id|3|2|NONCLUSTERED|TRUE");
        assertThat(asked("""
                        SELECT COL_NAME(ic.object_id, ic.column_id), ic.key_ordinal, ic.is_included_column
                        FROM sys.index_columns ic JOIN sys.indexes i ON i.object_id = ic.object_id AND i.index_id = ic.index_id
                        WHERE i.name = 'cs_visits' ORDER BY 1""")).containsExactly("id|0|TRUE", "user_id|0|TRUE");
        assertThat(asked("SELECT INDEXPROPERTY(OBJECT_ID('visits'), 'st_visits', 'IsStatistics')"))
                .containsExactly("1");
        assertThat(asked(
                        "SELECT name, user_created FROM sys.stats WHERE object_id = OBJECT_ID('visits') ORDER BY name"))
                .containsExactly("cs_visits|FALSE", "ix_visits_id|FALSE", "st_visits|TRUE");
        assertThat(asked("SELECT name FROM sysindexes WHERE name LIKE 'st%'")).containsExactly("st_visits");
    }

    @Test
    void aClusteredColumnstoreTakesThePlaceOfTheHeap() throws SQLException {
        database.run("CREATE TABLE facts (a INT, b INT)\nCREATE CLUSTERED COLUMNSTORE INDEX cs_facts ON facts");

        assertThat(asked("SELECT name, index_id, type_desc FROM sys.indexes WHERE object_id = OBJECT_ID('facts')"))
                .containsExactly("cs_facts|1|CLUSTERED COLUMNSTORE");
        assertThat(asked("SELECT COUNT(*) FROM sys.index_columns WHERE object_id = OBJECT_ID('facts')"))
                .containsExactly("2");
        assertThat(asked("SELECT OBJECTPROPERTY(OBJECT_ID('facts'), 'TableHasClustIndex')"))
                .containsExactly("1");
    }

    @Test
    void whatIsRecordedOfATableIsFoundHoweverItsNameWasSpelt() throws SQLException {
        database.run("""
                CREATE TABLE dbo.Spelt (id INT, a INT)
                CREATE STATISTICS st_spelt ON DBO.SPELT (a)
                CREATE NONCLUSTERED COLUMNSTORE INDEX cs_spelt ON dbo.spelt (a)
                """);

        assertThat(asked("SELECT name FROM sys.indexes WHERE name = 'cs_spelt'"))
                .containsExactly("cs_spelt");
        assertThat(asked("SELECT name FROM sys.stats WHERE name = 'st_spelt'")).containsExactly("st_spelt");
    }

    @Test
    void theOrderOfAColumnstoreIndexFollowsItsColumns() throws SQLException {
        database.run("""
                CREATE TABLE dbo.ordered (a INT, b INT)
                CREATE CLUSTERED COLUMNSTORE INDEX cs_ordered ON dbo.ordered ORDER (a)
                EXEC sp_rename 'dbo.ordered.a', 'aa', 'COLUMN'
                """);

        assertThatThrownBy(() -> database.run("ALTER TABLE dbo.ordered DROP COLUMN aa"))
                .hasMessageContaining("Msg 5074: The index 'cs_ordered' is dependent on column 'aa'.");
        database.run("ALTER TABLE dbo.ordered DROP COLUMN b");
    }
}
