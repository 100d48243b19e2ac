package dev.palindrome.tsql;

import dev.palindrome.sql.SqlLiteral;

/**
 * A constraint whose name the server made up, so that a script can only say what it is. SQL Server looks the name up when
 * the script runs; the embedded engine knows exactly this text.
 *
 * @param kind what it is
 * @param table schema and name in brackets: {@code [dbo].[users]}
 * @param what a default's column; a key's columns with commas between; a check's condition as the server has it; empty
 *     for a primary key
 * @param referenced the table that a foreign key points to, in brackets; otherwise empty
 */
public record UnnamedConstraint(Kind kind, String table, String what, String referenced) {

    /** Where {@link #table} stands in a text. */
    public static final String TABLE = "{table}";

    /** Where {@link #what} stands in a text. */
    public static final String WHAT = "{what}";

    /** Where {@link #referenced} stands in a text. */
    public static final String REFERENCED = "{referenced}";

    /** The kinds, each with the text that finds and drops one of them. */
    public enum Kind {
        /** A default. */
        DEFAULT("""
                DECLARE @drop NVARCHAR(MAX);
                SELECT @drop = N'ALTER TABLE {table} DROP CONSTRAINT ' + QUOTENAME(name)
                FROM sys.default_constraints
                WHERE parent_object_id = OBJECT_ID(N'{table}')
                  AND COL_NAME(parent_object_id, parent_column_id) = N'{what}';
                EXEC (@drop);"""),
        /** A primary key. */
        PRIMARY_KEY("""
                DECLARE @drop NVARCHAR(MAX);
                SELECT @drop = N'ALTER TABLE {table} DROP CONSTRAINT ' + QUOTENAME(name)
                FROM sys.key_constraints
                WHERE parent_object_id = OBJECT_ID(N'{table}') AND type = 'PK';
                EXEC (@drop);"""),
        /** A UNIQUE constraint. */
        UNIQUE("""
                DECLARE @drop NVARCHAR(MAX);
                SELECT @drop = N'ALTER TABLE {table} DROP CONSTRAINT ' + QUOTENAME(name)
                FROM sys.key_constraints
                WHERE parent_object_id = OBJECT_ID(N'{table}') AND type = 'UQ' AND is_system_named = 1
                  AND (SELECT STRING_AGG(COL_NAME(object_id, column_id), N',') WITHIN GROUP (ORDER BY key_ordinal)
                       FROM sys.index_columns
                       WHERE object_id = parent_object_id AND index_id = unique_index_id) = N'{what}';
                EXEC (@drop);"""),
        /** A foreign key. */
        FOREIGN_KEY("""
                DECLARE @drop NVARCHAR(MAX);
                SELECT @drop = N'ALTER TABLE {table} DROP CONSTRAINT ' + QUOTENAME(name)
                FROM sys.foreign_keys
                WHERE parent_object_id = OBJECT_ID(N'{table}') AND referenced_object_id = OBJECT_ID(N'{referenced}')
                  AND is_system_named = 1
                  AND (SELECT STRING_AGG(COL_NAME(parent_object_id, parent_column_id), N',')
                              WITHIN GROUP (ORDER BY constraint_column_id)
                       FROM sys.foreign_key_columns
                       WHERE constraint_object_id = object_id) = N'{what}';
                EXEC (@drop);"""),
        /** A CHECK constraint. */
        CHECK("""
                DECLARE @drop NVARCHAR(MAX);
                SELECT @drop = N'ALTER TABLE {table} DROP CONSTRAINT ' + QUOTENAME(name)
                FROM sys.check_constraints
                WHERE parent_object_id = OBJECT_ID(N'{table}') AND is_system_named = 1
                  AND definition = N'{what}';
                EXEC (@drop);""");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /**
         * The T-SQL that drops one.
         *
         * @return several statements, with {@link #TABLE}, {@link #WHAT} and {@link #REFERENCED} in them
         */
        public String text() {
            return text;
        }
    }

    /**
     * The T-SQL that drops it. It declares a variable and so needs a batch of its own.
     *
     * @return several statements
     */
    public String drop() {
        return kind.text()
                .replace(TABLE, SqlLiteral.doubled(table))
                .replace(REFERENCED, SqlLiteral.doubled(referenced))
                .replace(WHAT, SqlLiteral.doubled(what));
    }
}
