package dev.palindrome.schema;

import java.util.Optional;

/**
 * What can be said about an object, in the order of texts. Where it holds for an object, its value is there; {@code yes}
 * where there is nothing more to say.
 */
public enum Property {
    /** A column's or sequence's type as T-SQL: {@code NVARCHAR(50)}. */
    TYPE(Comparison.EXACT, ""),
    /** The columns of a key, foreign key or index: {@code ([a], [b] DESC)}. */
    COLUMNS(Comparison.NAMES, ""),
    /** What a CHECK demands, in parentheses. */
    CONDITION(Comparison.EXPRESSION, ""),
    /** The text of a view, procedure, function or trigger. */
    DEFINITION(Comparison.MODULE, ""),
    /** What a synonym stands for. */
    TARGET(Comparison.NAMES, ""),
    /** Whatever else an object mainly is. */
    VALUE(Comparison.EXACT, ""),
    /** A computed column's expression. */
    COMPUTED(Comparison.EXPRESSION, "AS"),
    /** Yes for a computed column that is stored. */
    PERSISTED(Comparison.EXACT, "PERSISTED", "not persisted"),
    /** Yes for a column that does not take NULL. */
    NOT_NULL(Comparison.EXACT, "NOT NULL", "NULL"),
    /** Seed and increment of an identity: {@code (1,1)}. */
    IDENTITY(Comparison.EXACT, "IDENTITY"),
    /** A column's collation where it is not the database's, or the database's. */
    COLLATION(Comparison.NAMES, "COLLATE"),
    /** A column's default as an expression. */
    DEFAULT(Comparison.EXPRESSION, "DEFAULT"),
    /** The name of a column's default constraint, if a script gave it: {@code [df_users_active]}. */
    DEFAULT_NAME(Comparison.NAMES, "CONSTRAINT", "a name made by the system"),
    /** Yes for a column that is sparse. */
    SPARSE(Comparison.EXACT, "SPARSE", "not sparse"),
    /** Yes for the column set of the sparse columns. */
    COLUMN_SET(Comparison.EXACT, "COLUMN SET", "not a column set"),
    /** Yes for a column marked ROWGUIDCOL. */
    ROWGUIDCOL(Comparison.EXACT, "ROWGUIDCOL", "not ROWGUIDCOL"),
    /** Yes for a column in a FILESTREAM. */
    FILESTREAM(Comparison.EXACT, "FILESTREAM", "not FILESTREAM"),
    /** A column's masking function. */
    MASKED(Comparison.EXACT, "MASKED WITH"),
    /** What a column is generated as: {@code (AS_ROW_START)}. */
    GENERATED(Comparison.EXACT, "GENERATED ALWAYS"),
    /** Yes for a generated column that {@code SELECT *} leaves out. */
    HIDDEN(Comparison.EXACT, "HIDDEN", "not hidden"),
    /** The collection of XML schemas that a column's values satisfy. */
    XML_COLLECTION(Comparison.NAMES, "XML SCHEMA"),
    /** How a column is encrypted. */
    ENCRYPTED(Comparison.EXACT, "ENCRYPTED WITH"),
    /** Table and columns that a foreign key points to: {@code [dbo].[users]([id])}. */
    REFERENCES(Comparison.NAMES, "REFERENCES"),
    /** What a foreign key does when the row goes, if not NO ACTION. */
    ON_DELETE(Comparison.EXACT, "ON DELETE"),
    /** What a foreign key does when the referenced value changes, if not NO ACTION. */
    ON_UPDATE(Comparison.EXACT, "ON UPDATE"),
    /** Yes for a unique index. */
    UNIQUE(Comparison.EXACT, "UNIQUE", "not unique"),
    /** The kind of an index or key where it is not the usual one: {@code NONCLUSTERED} of a primary key. */
    INDEX_KIND(Comparison.EXACT, "KIND"),
    /** An index's included columns. */
    INCLUDED(Comparison.NAMES, "INCLUDE"),
    /** An index's filter. */
    FILTER(Comparison.EXPRESSION, "WHERE"),
    /** What a kind of index needs besides: tessellation, primary XML index … */
    DETAILS(Comparison.NAMES, "DETAILS"),
    /** Options of an index that are not the usual ones: {@code (FILLFACTOR = 80)}. */
    OPTIONS(Comparison.EXACT, "WITH"),
    /** The filegroup or partition scheme, where it is not the default one. */
    DATA_SPACE(Comparison.NAMES, "ON"),
    /** How rows are compressed, where they are. */
    COMPRESSION(Comparison.EXACT, "COMPRESSION"),
    /** Yes for an index, constraint or trigger that is switched off. */
    DISABLED(Comparison.EXACT, "DISABLED", "enabled"),
    /** Yes for a foreign key or check that rows may break. */
    NOT_TRUSTED(Comparison.EXACT, "NOT TRUSTED", "trusted"),
    /** Yes for what replication passes by. */
    NOT_FOR_REPLICATION(Comparison.EXACT, "NOT FOR REPLICATION", "also for replication"),
    /** Yes for a module that was made with QUOTED_IDENTIFIER OFF. */
    QUOTED_IDENTIFIER_OFF(Comparison.EXACT, "QUOTED_IDENTIFIER OFF", "QUOTED_IDENTIFIER ON"),
    /** Yes for a table or module that was made with ANSI_NULLS OFF. */
    ANSI_NULLS_OFF(Comparison.EXACT, "ANSI_NULLS OFF", "ANSI_NULLS ON"),
    /** Whom a module runs as. */
    EXECUTE_AS(Comparison.NAMES, "EXECUTE AS"),
    /** Which of several triggers comes first or last: {@code (FIRST INSERT)}. */
    FIRING_ORDER(Comparison.EXACT, "ORDER"),
    /** A sequence's first value. */
    START(Comparison.EXACT, "START WITH"),
    /** A sequence's increment. */
    INCREMENT(Comparison.EXACT, "INCREMENT BY"),
    /** A sequence's least value. */
    MINIMUM(Comparison.EXACT, "MINVALUE"),
    /** A sequence's greatest value. */
    MAXIMUM(Comparison.EXACT, "MAXVALUE"),
    /** Yes for a sequence that begins again. */
    CYCLE(Comparison.EXACT, "CYCLE", "NO CYCLE"),
    /** A sequence's cache, where it is not the default one: a number, or {@code NONE}. */
    CACHE(Comparison.EXACT, "CACHE"),
    /** The history table of a temporal table, with its retention. */
    HISTORY_TABLE(Comparison.NAMES, "SYSTEM_VERSIONING"),
    /** The period of a temporal table. */
    PERIOD(Comparison.NAMES, "PERIOD FOR SYSTEM_TIME"),
    /** What kind of ledger a table is. */
    LEDGER(Comparison.EXACT, "LEDGER"),
    /** What changes are tracked. */
    CHANGE_TRACKING(Comparison.EXACT, "CHANGE_TRACKING"),
    /** Yes for a table that change data capture watches. */
    CHANGE_DATA_CAPTURE(Comparison.EXACT, "CHANGE_DATA_CAPTURE", "no CHANGE_DATA_CAPTURE"),
    /** How durable a memory-optimised table is. */
    MEMORY_OPTIMIZED(Comparison.EXACT, "MEMORY_OPTIMIZED"),
    /** Whether a table is a node or an edge of a graph, a FileTable, or external. */
    TABLE_KIND(Comparison.EXACT, "TABLE KIND"),
    /** How far locks escalate, if not to the table. */
    LOCK_ESCALATION(Comparison.EXACT, "LOCK_ESCALATION"),
    /** Who owns it, where it is not dbo or the schema's owner. */
    OWNER(Comparison.NAMES, "AUTHORIZATION"),
    /** A user's default schema. */
    DEFAULT_SCHEMA(Comparison.NAMES, "DEFAULT_SCHEMA"),
    /** The limits of a partition function. */
    BOUNDARIES(Comparison.EXACT, "BOUNDARIES"),
    /** The level that decides how statements behave. */
    COMPATIBILITY_LEVEL(Comparison.EXACT, "COMPATIBILITY_LEVEL");

    private final Comparison comparison;
    private final String label;
    private final Optional<String> absent;

    Property(Comparison comparison, String label) {
        this(comparison, label, Optional.empty());
    }

    Property(Comparison comparison, String label, String absent) {
        this(comparison, label, Optional.of(absent));
    }

    Property(Comparison comparison, String label, Optional<String> absent) {
        this.comparison = comparison;
        this.label = label;
        this.absent = absent;
    }

    Comparison comparison() {
        return comparison;
    }

    /**
     * What stands before the value in texts.
     *
     * @return such as {@code REFERENCES}; empty for what an object mainly is
     */
    public String label() {
        return label;
    }

    /** Whether it only holds or does not. */
    boolean isFlag() {
        return absent.isPresent() && this != DEFAULT_NAME;
    }

    /** How a value reads in a difference; {@code null} reads as what its absence means. */
    String phrase(Optional<String> value) {
        if (value.isEmpty()) {
            return absent.orElse("none");
        }
        return isFlag() ? label : OneLine.of(value.get());
    }
}
