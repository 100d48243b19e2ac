package dev.palindrome.schema;

import dev.palindrome.schema.compare.ValueComparison;
import dev.palindrome.text.OneLine;
import java.util.Optional;

/**
 * What can be said about an object, in the order of texts. Where it holds for an object, its value is there; {@code yes}
 * where there is nothing more to say.
 */
public enum Property {
    /** A column's or sequence's type as T-SQL: {@code NVARCHAR(50)}. */
    TYPE(ValueComparison.EXACT, ""),
    /** The columns of a key, foreign key or index: {@code ([a], [b] DESC)}. */
    COLUMNS(ValueComparison.NAMES, ""),
    /** What a CHECK demands, in parentheses. */
    CONDITION(ValueComparison.EXPRESSION, ""),
    /** The text of a view, procedure, function or trigger. */
    DEFINITION(ValueComparison.MODULE, ""),
    /** What a synonym stands for. */
    TARGET(ValueComparison.NAMES, ""),
    /** Whatever else an object mainly is. */
    VALUE(ValueComparison.EXACT, ""),
    /** A computed column's expression. */
    COMPUTED(ValueComparison.EXPRESSION, "AS"),
    /** Yes for a computed column that is stored. */
    PERSISTED(ValueComparison.EXACT, "PERSISTED", "not persisted"),
    /** Yes for a column that does not take NULL. */
    NOT_NULL(ValueComparison.EXACT, "NOT NULL", "NULL"),
    /** Seed and increment of an identity: {@code (1,1)}. */
    IDENTITY(ValueComparison.EXACT, "IDENTITY"),
    /** A column's collation where it is not the database's, or the database's. */
    COLLATION(ValueComparison.NAMES, "COLLATE"),
    /** A column's default as an expression. */
    DEFAULT(ValueComparison.EXPRESSION, "DEFAULT"),
    /** The name of a column's default constraint, if a script gave it: {@code [df_users_active]}. */
    DEFAULT_NAME(ValueComparison.NAMES, "CONSTRAINT", "a name made by the system"),
    /** Yes for a column that is sparse. */
    SPARSE(ValueComparison.EXACT, "SPARSE", "not sparse"),
    /** Yes for the column set of the sparse columns. */
    COLUMN_SET(ValueComparison.EXACT, "COLUMN SET", "not a column set"),
    /** Yes for a column marked ROWGUIDCOL. */
    ROWGUIDCOL(ValueComparison.EXACT, "ROWGUIDCOL", "not ROWGUIDCOL"),
    /** Yes for a column in a FILESTREAM. */
    FILESTREAM(ValueComparison.EXACT, "FILESTREAM", "not FILESTREAM"),
    /** Yes for a column of the CHAR or BINARY kind that was made with ANSI_PADDING OFF. */
    ANSI_PADDING_OFF(ValueComparison.EXACT, "ANSI_PADDING OFF", "ANSI_PADDING ON"),
    /** A column's masking function. */
    MASKED(ValueComparison.EXACT, "MASKED WITH"),
    /** What a column is generated as: {@code (AS_ROW_START)}. */
    GENERATED(ValueComparison.EXACT, "GENERATED ALWAYS"),
    /** Yes for a generated column that {@code SELECT *} leaves out. */
    HIDDEN(ValueComparison.EXACT, "HIDDEN", "not hidden"),
    /** The collection of XML schemas that a column's values satisfy. */
    XML_COLLECTION(ValueComparison.NAMES, "XML SCHEMA"),
    /** How a column is encrypted. */
    ENCRYPTED(ValueComparison.EXACT, "ENCRYPTED WITH"),
    /** Table and columns that a foreign key points to: {@code [dbo].[users]([id])}. */
    REFERENCES(ValueComparison.NAMES, "REFERENCES"),
    /** What a foreign key does when the row goes, if not NO ACTION. */
    ON_DELETE(ValueComparison.EXACT, "ON DELETE"),
    /** What a foreign key does when the referenced value changes, if not NO ACTION. */
    ON_UPDATE(ValueComparison.EXACT, "ON UPDATE"),
    /** Yes for a unique index. */
    UNIQUE(ValueComparison.EXACT, "UNIQUE", "not unique"),
    /** The kind of an index or key where it is not the usual one: {@code NONCLUSTERED} of a primary key. */
    INDEX_KIND(ValueComparison.EXACT, "KIND"),
    /** An index's included columns. */
    INCLUDED(ValueComparison.NAMES, "INCLUDE"),
    /** An index's filter. */
    FILTER(ValueComparison.EXPRESSION, "WHERE"),
    /** What something needs besides: an index its tessellation or primary XML index, a module of an assembly its parameters … */
    DETAILS(ValueComparison.NAMES, "DETAILS"),
    /** Options of an index that are not the usual ones: {@code (FILLFACTOR = 80)}. */
    OPTIONS(ValueComparison.EXACT, "WITH"),
    /** Yes for an index or key that expects ever greater keys. */
    SEQUENTIAL_KEY(ValueComparison.EXACT, "OPTIMIZE_FOR_SEQUENTIAL_KEY", "not OPTIMIZE_FOR_SEQUENTIAL_KEY"),
    /** Yes for statistics that only somebody brings up to date. */
    STATISTICS_NORECOMPUTE(ValueComparison.EXACT, "STATISTICS_NORECOMPUTE", "not STATISTICS_NORECOMPUTE"),
    /** Yes for statistics of each partition. */
    STATISTICS_INCREMENTAL(ValueComparison.EXACT, "STATISTICS_INCREMENTAL", "not STATISTICS_INCREMENTAL"),
    /** The filegroup, or the partition scheme with its column, where it is not the default one. */
    DATA_SPACE(ValueComparison.NAMES, "ON"),
    /** The filegroup of large values, where it is not the default one. */
    TEXTIMAGE_ON(ValueComparison.NAMES, "TEXTIMAGE_ON"),
    /** The filegroup or partition scheme of FILESTREAM values, where it is not the default one. */
    FILESTREAM_ON(ValueComparison.NAMES, "FILESTREAM_ON"),
    /** How rows are compressed, where they are: {@code PAGE}, or {@code (PAGE ON PARTITIONS (1, 2))}. */
    COMPRESSION(ValueComparison.EXACT, "COMPRESSION"),
    /** Yes for an index, constraint or trigger that is switched off. */
    DISABLED(ValueComparison.EXACT, "DISABLED", "enabled"),
    /** Yes for a foreign key or check that rows may break. */
    NOT_TRUSTED(ValueComparison.EXACT, "NOT TRUSTED", "trusted"),
    /** Yes for what replication passes by. */
    NOT_FOR_REPLICATION(ValueComparison.EXACT, "NOT FOR REPLICATION", "also for replication"),
    /** Yes for a module that was made with QUOTED_IDENTIFIER OFF. */
    QUOTED_IDENTIFIER_OFF(ValueComparison.EXACT, "QUOTED_IDENTIFIER OFF", "QUOTED_IDENTIFIER ON"),
    /** Yes for a table or module that was made with ANSI_NULLS OFF. */
    ANSI_NULLS_OFF(ValueComparison.EXACT, "ANSI_NULLS OFF", "ANSI_NULLS ON"),
    /** Whom a module runs as. */
    EXECUTE_AS(ValueComparison.NAMES, "EXECUTE AS"),
    /** Which of several triggers comes first or last: {@code (FIRST INSERT)}. */
    FIRING_ORDER(ValueComparison.EXACT, "ORDER"),
    /** A sequence's first value. */
    START(ValueComparison.EXACT, "START WITH"),
    /** A sequence's increment. */
    INCREMENT(ValueComparison.EXACT, "INCREMENT BY"),
    /** A sequence's least value. */
    MINIMUM(ValueComparison.EXACT, "MINVALUE"),
    /** A sequence's greatest value. */
    MAXIMUM(ValueComparison.EXACT, "MAXVALUE"),
    /** Yes for a sequence that begins again. */
    CYCLE(ValueComparison.EXACT, "CYCLE", "NO CYCLE"),
    /** A sequence's cache, where it is not the default one: a number, or {@code NONE}. */
    CACHE(ValueComparison.EXACT, "CACHE"),
    /** The history table of a temporal table, with its retention. */
    HISTORY_TABLE(ValueComparison.NAMES, "SYSTEM_VERSIONING"),
    /** The period of a temporal table. */
    PERIOD(ValueComparison.NAMES, "PERIOD FOR SYSTEM_TIME"),
    /** What kind of ledger a table is. */
    LEDGER(ValueComparison.EXACT, "LEDGER"),
    /** What changes are tracked. */
    CHANGE_TRACKING(ValueComparison.EXACT, "CHANGE_TRACKING"),
    /** Yes for a table that change data capture watches. */
    CHANGE_DATA_CAPTURE(ValueComparison.EXACT, "CHANGE_DATA_CAPTURE", "no CHANGE_DATA_CAPTURE"),
    /** How durable a memory-optimised table is; {@code ON} for a type. */
    MEMORY_OPTIMIZED(ValueComparison.EXACT, "MEMORY_OPTIMIZED"),
    /** Whether a table is a node or an edge of a graph, a FileTable, or external. */
    TABLE_KIND(ValueComparison.EXACT, "TABLE KIND"),
    /** How far locks escalate, if not to the table. */
    LOCK_ESCALATION(ValueComparison.EXACT, "LOCK_ESCALATION"),
    /** Who owns it, where it is not dbo or the schema's owner. */
    OWNER(ValueComparison.NAMES, "AUTHORIZATION"),
    /** A user's default schema. */
    DEFAULT_SCHEMA(ValueComparison.NAMES, "DEFAULT_SCHEMA"),
    /** The limits of a partition function. */
    BOUNDARIES(ValueComparison.EXACT, "BOUNDARIES"),
    /** The level that decides how statements behave. */
    COMPATIBILITY_LEVEL(ValueComparison.EXACT, "COMPATIBILITY_LEVEL"),
    /** The database's scoped configurations that are not at their defaults: {@code (MAXDOP = 4)}. */
    SCOPED_CONFIGURATION(ValueComparison.EXACT, "SCOPED CONFIGURATION");

    private final ValueComparison comparison;
    private final String label;
    private final Optional<String> absent;

    Property(ValueComparison comparison, String label) {
        this(comparison, label, Optional.empty());
    }

    Property(ValueComparison comparison, String label, String absent) {
        this(comparison, label, Optional.of(absent));
    }

    Property(ValueComparison comparison, String label, Optional<String> absent) {
        this.comparison = comparison;
        this.label = label;
        this.absent = absent;
    }

    /**
     * How values compare.
     *
     * @return letter by letter, or as the names, expressions or modules that they are
     */
    public ValueComparison comparison() {
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

    /**
     * Whether it only holds or does not.
     *
     * @return true if its value is always {@link SchemaObject#YES}
     */
    public boolean isFlag() {
        return absent.isPresent() && this != DEFAULT_NAME;
    }

    /**
     * How a value reads in a difference.
     *
     * @param value missing where it says nothing
     * @return on one line; for a missing value what that means
     */
    public String phrase(Optional<String> value) {
        if (value.isEmpty()) {
            return absent.orElse("none");
        }
        return isFlag() ? label : OneLine.of(value.get());
    }

    /**
     * What is told of two values that are not the same, where nobody would find the difference.
     *
     * @param one a value
     * @param other another one
     * @return such as "only white space and capitals differ"; empty where more does, and for what is no text of a module
     */
    public Optional<String> littleDifference(String one, String other) {
        return comparison.littleDifference(one, other);
    }
}
