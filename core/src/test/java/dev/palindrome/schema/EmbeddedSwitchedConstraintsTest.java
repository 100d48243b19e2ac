package dev.palindrome.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** NOCHECK CONSTRAINT and CHECK CONSTRAINT on the embedded engine. */
class EmbeddedSwitchedConstraintsTest {

    private static final String TABLES = """
            CREATE TABLE dbo.parent (id INT NOT NULL CONSTRAINT pk_parent PRIMARY KEY, code VARCHAR(5) NOT NULL, CONSTRAINT uq_parent UNIQUE (id, code));
            CREATE TABLE dbo.child (
                id INT NOT NULL CONSTRAINT pk_child PRIMARY KEY,
                parent_id INT NULL CONSTRAINT fk_child REFERENCES dbo.parent (id) ON DELETE CASCADE,
                code VARCHAR(5) NULL,
                amount INT NULL CONSTRAINT ck_child CHECK (amount > 0),
                CONSTRAINT fk_code FOREIGN KEY (parent_id, code) REFERENCES dbo.parent (id, code)
            );
            INSERT INTO dbo.parent (id, code) VALUES (1, 'a');
            INSERT INTO dbo.child (id, parent_id, code, amount) VALUES (1, 1, 'a', 1);
            """;

    private static final String OFF = "ALTER TABLE dbo.child NOCHECK CONSTRAINT ALL;";

    private static final String BAD_ROW =
            "INSERT INTO dbo.child (id, parent_id, code, amount) VALUES (2, 99, 'z', -1);";

    @Test
    void whatIsOffTakesEveryRowAndIsShownAsOff() throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema()) {
            SchemaSnapshot off = schema.run(TABLES).run(OFF).run(BAD_ROW).read();

            assertThat(EmbeddedSchema.of(TABLES).diff(off)).hasToString("""
                    table dbo.child:
                      foreign key fk_child: expected enabled but was DISABLED
                      foreign key fk_child: expected trusted but was NOT TRUSTED
                      foreign key fk_code: expected enabled but was DISABLED
                      foreign key fk_code: expected trusted but was NOT TRUSTED
                      check ck_child: expected enabled but was DISABLED
                      check ck_child: expected trusted but was NOT TRUSTED
                    """);
        }
    }

    @Test
    void whatIsVerifiedIsTrustedAgain() throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema()) {
            schema.run(TABLES).run(OFF).run("ALTER TABLE dbo.child WITH CHECK CHECK CONSTRAINT ALL;");

            assertThat(schema.read()).isEqualTo(EmbeddedSchema.of(TABLES));
            assertThatThrownBy(() -> schema.run(BAD_ROW)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void whatIsOnAgainWithoutALookAtTheRowsIsNotTrusted() throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema()) {
            schema.run(TABLES).run(OFF).run(BAD_ROW).run("ALTER TABLE dbo.child CHECK CONSTRAINT fk_child, ck_child;");

            assertThat(EmbeddedSchema.of(TABLES).diff(schema.read())).hasToString("""
                    table dbo.child:
                      foreign key fk_child: expected trusted but was NOT TRUSTED
                      foreign key fk_code: expected enabled but was DISABLED
                      foreign key fk_code: expected trusted but was NOT TRUSTED
                      check ck_child: expected trusted but was NOT TRUSTED
                    """);
            assertThatThrownBy(() -> schema.run("UPDATE dbo.child SET amount = -2 WHERE id = 1;"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aKeyKeepsBothOfItsActions() throws SQLException {
        String tables = """
                CREATE TABLE dbo.parent (id INT PRIMARY KEY);
                CREATE TABLE dbo.child (
                    id INT PRIMARY KEY,
                    parent_id INT NULL CONSTRAINT fk_child REFERENCES dbo.parent (id) ON DELETE CASCADE ON UPDATE SET NULL
                );
                """;
        try (EmbeddedSchema schema = new EmbeddedSchema()) {
            schema.run(tables).run(OFF);

            assertThat(EmbeddedSchema.of(tables).diff(schema.read())).hasToString("""
                    table dbo.child:
                      foreign key fk_child: expected enabled but was DISABLED
                      foreign key fk_child: expected trusted but was NOT TRUSTED
                    """);

            schema.run("ALTER TABLE dbo.child WITH CHECK CHECK CONSTRAINT ALL;");

            assertThat(schema.read()).isEqualTo(EmbeddedSchema.of(tables));
        }
    }

    @Test
    void rowsThatBreakItAreAnErrorAndLeaveItAsItWas() throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema()) {
            SchemaSnapshot off = schema.run(TABLES).run(OFF).run(BAD_ROW).read();

            assertThatThrownBy(() -> schema.run("ALTER TABLE dbo.child WITH CHECK CHECK CONSTRAINT fk_child;"))
                    .hasMessageContaining(
                            "Msg 547: The ALTER TABLE statement conflicted with the FOREIGN KEY constraint"
                                    + " \"fk_child\" of table 'child': it has rows that break it.");
            assertThatThrownBy(() -> schema.run("ALTER TABLE dbo.child WITH CHECK CHECK CONSTRAINT ck_child;"))
                    .hasMessageContaining("Msg 547");
            assertThat(schema.read()).isEqualTo(off);
        }
    }

    @Test
    void whatWasAddedWithNocheckIsVerifiedLater() throws SQLException {
        String column = "ALTER TABLE dbo.child ADD c INT NULL;";
        String added =
                "ALTER TABLE dbo.child %s ADD CONSTRAINT fk_c FOREIGN KEY (c) REFERENCES dbo.parent (id), CONSTRAINT ck_c CHECK (c < 9);";
        try (EmbeddedSchema schema = new EmbeddedSchema()) {
            schema.run(TABLES + column).run(added.formatted("WITH NOCHECK")).run("""
                    ALTER TABLE [dbo].[child] WITH CHECK CHECK CONSTRAINT [fk_c];
                    ALTER TABLE [dbo].[child] WITH CHECK CHECK CONSTRAINT [ck_c];
                    """);

            assertThat(schema.read()).isEqualTo(EmbeddedSchema.of(TABLES + column + added.formatted("WITH CHECK")));
        }
    }

    @Test
    void whatIsOffKeepsWhatItDependsOn() throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema()) {
            schema.run(TABLES).run(OFF);

            assertThatThrownBy(() -> schema.run("DROP TABLE dbo.parent;")).hasMessageContaining("Msg 3726");
            assertThatThrownBy(() -> schema.run("ALTER TABLE dbo.child DROP COLUMN parent_id;"))
                    .hasMessageContaining("Msg 5074: The object 'fk_c");
            assertThatThrownBy(() -> schema.run("ALTER TABLE dbo.child DROP COLUMN amount;"))
                    .hasMessageContaining("Msg 5074: The object 'ck_child'");
            assertThatThrownBy(() -> schema.run("ALTER TABLE dbo.parent DROP CONSTRAINT pk_parent;"))
                    .hasMessageContaining("Msg 3725");
        }
    }

    @Test
    void whatIsOffFollowsRenames() throws SQLException {
        String renames = """
                EXEC sp_rename 'dbo.child.parent_id', 'owner_id', 'COLUMN';
                EXEC sp_rename 'dbo.parent', 'owner';
                EXEC sp_rename 'dbo.fk_child', 'fk_owner';
                """;
        try (EmbeddedSchema schema = new EmbeddedSchema()) {
            schema.run(TABLES).run(OFF).run(renames).run("ALTER TABLE dbo.child WITH CHECK CHECK CONSTRAINT ALL;");

            assertThat(schema.read()).isEqualTo(EmbeddedSchema.of(TABLES + renames));
        }
    }

    @Test
    void whatIsOffIsDroppedWithoutTrace() throws SQLException {
        String drops = "ALTER TABLE dbo.child DROP CONSTRAINT fk_child, CONSTRAINT fk_code, CONSTRAINT ck_child;";
        try (EmbeddedSchema schema = new EmbeddedSchema()) {
            schema.run(TABLES).run(OFF).run(drops);

            assertThat(schema.read()).isEqualTo(EmbeddedSchema.of(TABLES + drops));
        }
    }

    @Test
    void keysCannotBeSwitchedOff() throws SQLException {
        try (EmbeddedSchema schema = new EmbeddedSchema()) {
            schema.run(TABLES);

            assertThatThrownBy(() -> schema.run("ALTER TABLE dbo.child NOCHECK CONSTRAINT pk_child;"))
                    .hasMessageContaining("Msg 11415");
            assertThatThrownBy(() -> schema.run("ALTER TABLE dbo.child NOCHECK CONSTRAINT nothing;"))
                    .hasMessageContaining("Msg 4917: Constraint 'nothing' does not exist.");
        }
    }
}
