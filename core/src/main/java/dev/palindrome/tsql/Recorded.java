package dev.palindrome.tsql;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What T-SQL said and H2 forgets, as it stands in the comment of a column, constraint, index, view or sequence of the
 * embedded database. For whoever reads the schema of such a database.
 *
 * <p>As text: {@code palindrome 1 type="nvarchar(50)" default="((0))"}. The number is the version of the format. Inside
 * the quotes a backslash stands before a quote and a backslash, {@code \n} and {@code \r} are line breaks.
 *
 * @param facts by kind; what is not there was not said
 */
public record Recorded(Map<Fact, String> facts) {

    private static final String HEAD = "palindrome 1";

    private static final Pattern ENTRY = Pattern.compile(" ([a-z-]+)=\"((?:[^\"\\\\]++|\\\\.)*+)\"");

    /** The kinds of facts. Yes is written {@code yes}; what is not so is left out. */
    public enum Fact {
        /** A column's, sequence's type, in lower case: {@code nvarchar(50)}, {@code decimal(18,2)}, {@code datetime2(7)}. */
        TYPE,
        /** A column's collation, if one was written. */
        COLLATION,
        /** A column's default as written: {@code (getdate())}. */
        DEFAULT,
        /** The name of a column's default constraint. */
        DEFAULT_NAME,
        /** Yes, if the name of the default constraint was made up. */
        DEFAULT_SYSTEM_NAMED,
        /** Yes for an identity that is not for replication. */
        IDENTITY_NOT_FOR_REPLICATION,
        /** Where an identity was told to go on, and whether it had given no value by then: {@code 10 fresh}, {@code 1 used}. */
        RESEEDED,
        /** Yes for a column marked ROWGUIDCOL. */
        ROWGUIDCOL,
        /** Yes for a column that is SPARSE. */
        SPARSE,
        /** Yes for a column of the CHAR or BINARY kind that was made with ANSI_PADDING OFF. */
        ANSI_PADDING_OFF,
        /** A column's masking function: {@code default()}. */
        MASKED,
        /** What a column is generated as: {@code (AS_ROW_START)}. */
        GENERATED,
        /** Yes for a generated column that {@code SELECT *} leaves out. */
        HIDDEN,
        /** The table in which a temporal table keeps what its rows were: {@code [dbo].[users_history]}. */
        HISTORY,
        /** How long a temporal table keeps that, if not for ever: {@code 6 MONTH}. */
        HISTORY_RETENTION,
        /** The temporal table that a table is the history of: {@code [dbo].[users]}. */
        HISTORY_OF,
        /** The collection of XML schemas of a column: {@code [dbo].[notes](DOCUMENT)}. */
        XML_COLLECTION,
        /** The filegroup of a table's large values, if one was written. */
        TEXTIMAGE_ON,
        /** How far a table's locks escalate, if not to the table. */
        LOCK_ESCALATION,
        /** What changes of a table are tracked: {@code (ON)}. */
        CHANGE_TRACKING,
        /** A computed column's expression as written. */
        COMPUTED,
        /** Yes for a computed column that is PERSISTED. */
        PERSISTED,
        /** Yes for a constraint whose name was made up. */
        SYSTEM_NAMED,
        /** {@code clustered} or {@code nonclustered}, if it was written. */
        CLUSTERING,
        /** The key columns of a key or index with their directions: {@code [a] DESC, [b]}. */
        KEY,
        /** The included columns of an index: {@code [a], [b]}. */
        INCLUDED,
        /** The filter of an index as written. */
        FILTER,
        /** The kind of an index that H2 has in no form: {@code NONCLUSTERED_COLUMNSTORE}. */
        INDEX_KIND,
        /** The columns of what H2 has in no form: {@code ([a], [b])}. */
        COLUMNS,
        /** What else makes an index that H2 has in no form: {@code (PRIMARY)}. */
        DETAILS,
        /** Yes for a unique index that is switched off, and so takes any rows. */
        UNIQUE,
        /** Yes for an index or key that expects ever greater keys. */
        SEQUENTIAL_KEY,
        /** Yes for statistics that only somebody brings up to date. */
        STATISTICS_NORECOMPUTE,
        /** Yes for statistics of each partition. */
        STATISTICS_INCREMENTAL,
        /** The file group if another than the first was written, or the partition scheme: {@code [data]}, {@code [months]([month])}. */
        DATA_SPACE,
        /** How rows are compressed, if they are: {@code PAGE}. */
        COMPRESSION,
        /** What a full-text catalogue or a partition scheme mainly is: {@code DEFAULT}, {@code [months]([PRIMARY])}. */
        VALUE,
        /** The limits of a partition function: {@code RIGHT(1, 10)}. */
        BOUNDARIES,
        /** Who owns it, where it is not dbo. */
        OWNER,
        /** The options of a key or index that differ from SQL Server's defaults. */
        OPTIONS,
        /** A check's condition as written, without its outer parentheses. */
        CHECK,
        /** Yes for a foreign key or check that did not verify the rows that were there. */
        NOT_TRUSTED,
        /** What a foreign key that is switched off does when the row goes: {@code CASCADE}. */
        ON_DELETE,
        /** What a foreign key that is switched off does when the referenced value changes: {@code SET NULL}. */
        ON_UPDATE,
        /** The condition of a check that is switched off, as H2 has it. */
        ENGINE_CONDITION,
        /** Yes for a foreign key or check that is not for replication. */
        NOT_FOR_REPLICATION,
        /** The index's name; in H2 the table's name stands before it. */
        NAME,
        /** A view's definition as written. */
        DEFINITION,
        /** A sequence's cache: a number, or {@code none}. */
        CACHE,
        /** Yes for an alias type whose columns take no NULL unless it is said. */
        NOT_NULL,
        /** The alias type of a column, which {@link #TYPE} is what it stands for: {@code [dbo].[name]}. */
        USER_TYPE,
        /** The {@link NamedValues} that the database is called by besides its own name, without values. */
        DATABASE_NAMES,
        /** The {@link NamedValues} of the file groups that the database was given, without values. */
        FILE_GROUPS,
        /** The {@link NamedValues} of the full-text stoplists, without values. */
        STOPLISTS,
        /** The level that decides how the database's statements behave. */
        COMPATIBILITY_LEVEL,
        /** A user's default schema, if not dbo: {@code [sales]}. */
        DEFAULT_SCHEMA,
        /** The {@link NamedValues} of what is granted and denied: to whom and what, and the value is which of the two. */
        PERMISSIONS,
        /** The {@link NamedValues} of a role's members, without values; of a fixed role's, behind that role's name. */
        MEMBERS,
        /** The text of an object's {@link NamedValues} of extended properties. */
        PROPERTIES,
        /** The same of a column's default. */
        DEFAULT_PROPERTIES,
        /** The same of a key's index, which on SQL Server has its own. */
        INDEX_PROPERTIES,
        /** The table or view that a {@link RecordedObject} belongs to: {@code [dbo].[users]}. */
        PARENT,
        /** SQL Server's letters for a {@link RecordedObject}, where its kind has several: {@code IF}. */
        OBJECT_TYPE,
        /** What a synonym stands for: {@code [dbo].[users]}. */
        TARGET,
        /** Whom a module runs as, where it is not who calls it: {@code OWNER}, {@code [dbo]}. */
        EXECUTE_AS,
        /** Yes for a trigger or another object that is switched off. */
        DISABLED,
        /** What fires a trigger: {@code INSERT, UPDATE}. */
        EVENTS,
        /** Which of several triggers comes first or last: {@code (FIRST INSERT)}. */
        FIRING_ORDER,
        /** Yes for a module that was made with QUOTED_IDENTIFIER OFF. */
        QUOTED_IDENTIFIER_OFF,
        /** Yes for a module that was made with ANSI_NULLS OFF. */
        ANSI_NULLS_OFF;

        /** Made once: records are read for every column of a table, and again for each statement about it. */
        private static final Map<String, Fact> BY_KEY =
                Stream.of(values()).collect(Collectors.toUnmodifiableMap(Fact::key, Function.identity()));

        private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

        /**
         * What it is called in the text.
         *
         * @return in lower case, with hyphens
         */
        public String key() {
            return key;
        }
    }

    /**
     * Makes a record of its own.
     *
     * @param facts by kind
     */
    public Recorded {
        facts = facts.isEmpty() ? Map.of() : java.util.Collections.unmodifiableMap(new EnumMap<>(facts));
    }

    /**
     * Reads a comment.
     *
     * @param comment the REMARKS of the object in H2's information schema; not all comments are ours
     * @return what it holds, without facts if it is not one of ours
     */
    public static Recorded parse(String comment) {
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        if (isOne(comment)) {
            Matcher entry = ENTRY.matcher(comment);
            while (entry.find()) {
                Fact fact = Fact.BY_KEY.get(entry.group(1));
                if (fact != null) {
                    facts.put(fact, entry.group(2).translateEscapes());
                }
            }
        }
        return new Recorded(facts);
    }

    /**
     * Whether a text is a record.
     *
     * @param text such as the value of a constant
     * @return false for what somebody else has written
     */
    public static boolean isOne(String text) {
        return text.startsWith(HEAD);
    }

    /**
     * One fact.
     *
     * @param fact its kind
     * @return its text, if it was said
     */
    public Optional<String> get(Fact fact) {
        return Optional.ofNullable(facts.get(fact));
    }

    /**
     * Whether a fact that knows only yes and no is so.
     *
     * @param fact its kind
     * @return true for yes
     */
    public boolean is(Fact fact) {
        return "yes".equals(facts.get(fact));
    }

    /**
     * The same with one fact more.
     *
     * @param fact its kind
     * @param value its text, in place of what was said before
     * @return another record
     */
    public Recorded with(Fact fact, String value) {
        Map<Fact, String> more = new EnumMap<>(Fact.class);
        more.putAll(facts);
        more.put(fact, value);
        return new Recorded(more);
    }

    /**
     * The same with one fact more, if it is so.
     *
     * @param fact a kind that knows only yes and no
     * @param yes whether it is so
     * @return this record if it is not
     */
    public Recorded withYes(Fact fact, boolean yes) {
        return yes ? with(fact, "yes") : this;
    }

    /**
     * The same with one fact more, if there is something to say.
     *
     * @param fact its kind
     * @param value its text; an empty one says nothing
     * @return this record if it is empty
     */
    public Recorded withSome(Fact fact, String value) {
        return value.isEmpty() ? this : with(fact, value);
    }

    /**
     * The same with what an ALTER of the object leaves as it is: extended properties, permissions, owner.
     *
     * @param before what was recorded until then
     * @return another record
     */
    public Recorded keeping(Recorded before) {
        Recorded kept = this;
        for (Fact fact : List.of(Fact.PROPERTIES, Fact.PERMISSIONS, Fact.OWNER)) {
            String value = before.facts.get(fact);
            kept = value == null ? kept : kept.with(fact, value);
        }
        return kept;
    }

    /**
     * The same without some facts.
     *
     * @param forgotten their kinds
     * @return another record
     */
    public Recorded without(Fact... forgotten) {
        Map<Fact, String> less = new EnumMap<>(Fact.class);
        less.putAll(facts);
        for (Fact fact : forgotten) {
            less.remove(fact);
        }
        return new Recorded(less);
    }

    /**
     * A record of nothing.
     *
     * @return the beginning of every other
     */
    public static Recorded nothing() {
        return new Recorded(Map.of());
    }

    /**
     * The comment.
     *
     * @return what {@link #parse} reads
     */
    public String text() {
        StringBuilder text = new StringBuilder(HEAD);
        facts.forEach((fact, value) -> text.append(' ')
                .append(fact.key())
                .append("=\"")
                .append(escape(value))
                .append('"'));
        return text.toString();
    }

    private static String escape(String value) {
        return value.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
