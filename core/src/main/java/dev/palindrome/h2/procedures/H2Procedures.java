package dev.palindrome.h2.procedures;

import dev.palindrome.h2.H2Front;
import dev.palindrome.h2.definition.H2TablePart;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.FlowVariable;
import dev.palindrome.tsql.ForeignKeyDeclaration;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import dev.palindrome.tsql.TsqlType;
import dev.palindrome.tsql.UnnamedConstraint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What rewritten scripts call inside H2, because only the database knows whether a name is that of a default or what
 * depends on a column. Public for H2's sake; {@link H2Front#install} makes it known there. A schema of {@code null} is
 * the connection's own.
 */
public final class H2Procedures {

    private H2Procedures() {}

    /**
     * DROP TABLE.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @param ifExists whether it may be missing
     * @throws SQLException 3701 if it is missing, 3726 if a foreign key needs it
     */
    public static void dropTable(Connection connection, @Nullable String schema, String table, boolean ifExists)
            throws SQLException {
        new TableDropping(H2Table.of(connection, schema, table)).drop(ifExists);
    }

    /**
     * DROP VIEW.
     *
     * @param connection H2's
     * @param schema the view's schema
     * @param view its name
     * @param ifExists whether it may be missing
     * @throws SQLException 3729 if another view is bound to it
     */
    public static void dropView(Connection connection, @Nullable String schema, String view, boolean ifExists)
            throws SQLException {
        new ViewDropping(H2Table.of(connection, schema, view)).drop(ifExists);
    }

    /**
     * IDENT_CURRENT, IDENT_SEED and IDENT_INCR (Microsoft: ident-current-transact-sql).
     *
     * @param connection H2's
     * @param what CURRENT, SEED or INCR
     * @param name of a table, with or without its schema
     * @return null if there is no such table, or it has no identity
     * @throws SQLException if H2 refuses
     */
    public static @Nullable BigDecimal identityOf(Connection connection, String what, @Nullable String name)
            throws SQLException {
        return name == null ? null : IdentityInsert.of(connection, what, name);
    }

    /**
     * ALTER TABLE #t ADD of a column.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @param definition of the column, as H2 takes it in CREATE TABLE
     * @throws SQLException 4902 if there is no such table, 2705 if it has the column, 4901 if its rows have no value for it
     */
    public static void addTemporaryColumn(
            Connection connection, @Nullable String schema, String table, String definition) throws SQLException {
        new TemporaryColumns(H2Table.of(connection, schema, table)).add(definition);
    }

    /**
     * ALTER TABLE … DROP COLUMN.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @param column what goes
     * @param ifExists whether it may be missing
     * @throws SQLException 4924 if it is missing, 5074 if something depends on it
     */
    public static void dropColumn(
            Connection connection, @Nullable String schema, String table, String column, boolean ifExists)
            throws SQLException {
        new ColumnDropping(H2Table.of(connection, schema, table)).drop(column, ifExists);
    }

    /**
     * ALTER TABLE … DROP CONSTRAINT, for defaults too.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @param constraint what goes
     * @param ifExists whether it may be missing
     * @throws SQLException 3728 if it is missing, 3725 if a foreign key needs it
     */
    public static void dropConstraint(
            Connection connection, @Nullable String schema, String table, String constraint, boolean ifExists)
            throws SQLException {
        new ConstraintDropping(H2Table.of(connection, schema, table)).drop(constraint, ifExists);
    }

    /**
     * Drops a constraint that is known by what it does.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @param kind a {@link UnnamedConstraint.Kind}
     * @param what see {@link UnnamedConstraint}
     * @throws SQLException 3725 if a foreign key needs it
     */
    public static void dropUnnamed(
            Connection connection, @Nullable String schema, String table, String kind, String what)
            throws SQLException {
        new UnnamedDropping(H2Table.of(connection, schema, table)).drop(UnnamedConstraint.Kind.valueOf(kind), what);
    }

    /**
     * ALTER TABLE … ADD PRIMARY KEY, where it is not said whether it is clustered.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @param nonclustered what to run if the table has a clustered index
     * @param clustered what to run if it has none
     * @throws SQLException if H2 refuses
     */
    public static void addPrimaryKey(
            Connection connection, @Nullable String schema, String table, String nonclustered, String... clustered)
            throws SQLException {
        boolean has = new SchemaRules(H2Table.of(connection, schema, table))
                .clusteredIndex()
                .isPresent();
        inTurn(connection, has ? new String[] {nonclustered} : clustered);
    }

    /**
     * ALTER TABLE … ADD DEFAULT … FOR.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @param column that gets the default
     * @param expression for H2
     * @param recorded the default's record
     * @throws SQLException 1781 if the column has one already
     */
    public static void addDefault(
            Connection connection,
            @Nullable String schema,
            String table,
            String column,
            String expression,
            String recorded)
            throws SQLException {
        new ColumnDefaults(H2Table.of(connection, schema, table)).add(column, expression, Recorded.parse(recorded));
    }

    /**
     * ALTER TABLE … ALTER COLUMN.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @param column that changes
     * @param type for H2
     * @param declared as T-SQL
     * @param collation if one was written
     * @param caseSensitive whether that collation tells upper from lower case
     * @param nullable whether it may hold NULL afterwards
     * @throws SQLException 4924 if it is missing, 5074 if something depends on it
     */
    public static void alterColumn(
            Connection connection,
            @Nullable String schema,
            String table,
            String column,
            String type,
            String declared,
            @Nullable String collation,
            boolean caseSensitive,
            boolean nullable)
            throws SQLException {
        new ColumnAltering(H2Table.of(connection, schema, table), column)
                .alter(new TsqlType(declared, type), collation, caseSensitive, nullable);
    }

    /**
     * Gives a column a type that tells upper from lower case, whatever the database does.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @param column that changes
     * @param type for H2
     * @throws SQLException if H2 refuses
     */
    public static void caseSensitive(
            Connection connection, @Nullable String schema, String table, String column, String type)
            throws SQLException {
        new CaseSensitiveColumns(H2Table.of(connection, schema, table)).setType(column, type);
    }

    /**
     * Records what only SQL Server knows of a table.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @param fact a {@link Recorded.Fact}
     * @param value null to forget it
     * @throws SQLException 4902 if there is no such table
     */
    public static void recordTable(
            Connection connection, @Nullable String schema, String table, String fact, @Nullable String value)
            throws SQLException {
        new TableFacts(H2Table.of(connection, schema, table)).ofTable(Recorded.Fact.valueOf(fact), value);
    }

    /**
     * Records what only SQL Server knows of a column.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @param column that changes
     * @param fact a {@link Recorded.Fact}
     * @param value null to forget it
     * @throws SQLException 4924 if there is no such column, 1731 or 4936 if it cannot be that
     */
    public static void recordColumn(
            Connection connection,
            @Nullable String schema,
            String table,
            String column,
            String fact,
            @Nullable String value)
            throws SQLException {
        new TableFacts(H2Table.of(connection, schema, table)).ofColumn(column, Recorded.Fact.valueOf(fact), value);
    }

    /**
     * ALTER TABLE … CHECK CONSTRAINT.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @param verify whether WITH CHECK was written
     * @param constraints their names, none for all
     * @throws SQLException 4917 if one is missing, 547 if rows break it
     */
    public static void checkConstraint(
            Connection connection, @Nullable String schema, String table, boolean verify, String... constraints)
            throws SQLException {
        new ConstraintSwitching(H2Table.of(connection, schema, table)).on(List.of(constraints), verify);
    }

    /**
     * ALTER TABLE … NOCHECK CONSTRAINT.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @param constraints their names, none for all
     * @throws SQLException 4917 if one is missing
     */
    public static void nocheckConstraint(
            Connection connection, @Nullable String schema, String table, String... constraints) throws SQLException {
        new ConstraintSwitching(H2Table.of(connection, schema, table)).off(List.of(constraints));
    }

    /**
     * CREATE INDEX WITH (DROP_EXISTING = ON).
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @param index its name
     * @param statements what makes the other index
     * @throws SQLException 7999 if it is missing
     */
    public static void replaceIndex(
            Connection connection, @Nullable String schema, String table, String index, String... statements)
            throws SQLException {
        new IndexDropping(H2Table.of(connection, schema, table), index).replace(() -> inTurn(connection, statements));
    }

    /**
     * CREATE UNIQUE INDEX with a filter.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @param index its name in H2
     * @param key its columns, for H2
     * @param condition the filter, for H2
     * @param recorded its record
     * @throws SQLException if there are rows that break it
     */
    public static void createFilteredIndex(
            Connection connection,
            @Nullable String schema,
            String table,
            String index,
            String key,
            String condition,
            String recorded)
            throws SQLException {
        FilteredIndex.create(H2Table.of(connection, schema, table), index, key, condition, recorded);
    }

    /**
     * ALTER INDEX.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @param index its name, null for all
     * @param action DISABLE, REBUILD, REORGANIZE or SET
     * @param options for {@link dev.palindrome.tsql.RecordedOptions}
     * @throws SQLException 2727 if it is missing
     */
    public static void alterIndex(
            Connection connection,
            @Nullable String schema,
            String table,
            @Nullable String index,
            String action,
            String options)
            throws SQLException {
        new IndexAltering(H2Table.of(connection, schema, table), action, options).alter(index);
    }

    /**
     * Fails if an index, a key or statistics of a table are called so.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @param index its name
     * @throws SQLException 1913 if so
     */
    public static void requireFreeIndex(Connection connection, @Nullable String schema, String table, String index)
            throws SQLException {
        new SchemaRules(H2Table.of(connection, schema, table)).requireFreeIndex(index);
    }

    /**
     * Keeps a part of a table that H2 does not have, such as statistics.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @param kind a {@link RecordedObject.Kind}
     * @param name the part's
     * @param recorded its record
     * @throws SQLException 1088 if there is no such table, 1911 if there is no such column
     */
    public static void recordPart(
            Connection connection, @Nullable String schema, String table, String kind, String name, String recorded)
            throws SQLException {
        RecordedParts.of(H2Table.of(connection, schema, table))
                .create(Kind.valueOf(kind), name, Recorded.parse(recorded));
    }

    /**
     * Drops such a part.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @param kind a {@link RecordedObject.Kind}
     * @param name the part's
     * @throws SQLException 3701 if there is no such part
     */
    public static void dropPart(Connection connection, @Nullable String schema, String table, String kind, String name)
            throws SQLException {
        RecordedParts.of(H2Table.of(connection, schema, table)).drop(Kind.valueOf(kind), name);
    }

    /**
     * DROP INDEX.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @param index its name
     * @param ifExists whether it may be missing
     * @throws SQLException 3701 if it is missing, 3723 if a constraint needs it
     */
    public static void dropIndex(
            Connection connection, @Nullable String schema, String table, String index, boolean ifExists)
            throws SQLException {
        new IndexDropping(H2Table.of(connection, schema, table), index).drop(ifExists);
    }

    /**
     * The procedure sp_rename.
     *
     * @param connection H2's
     * @param object its name, in parts
     * @param newName in one part
     * @param type COLUMN, INDEX, OBJECT, STATISTICS, USERDATATYPE, or null
     * @throws SQLException 15248 or 15225 if there is no such thing, 15335 if the new name is taken
     */
    public static void rename(Connection connection, String object, String newName, @Nullable String type)
            throws SQLException {
        new Renaming(connection, object, newName).rename(type);
    }

    /**
     * ALTER SCHEMA … TRANSFER of what stands in a schema.
     *
     * @param connection H2's
     * @param to the schema that gets it
     * @param schema that it is in
     * @param name its name
     * @throws SQLException 15151 or 15530, or if it cannot be moved here
     */
    public static void transfer(Connection connection, String to, @Nullable String schema, String name)
            throws SQLException {
        SchemaTransfer.run(connection, to, H2Table.of(connection, schema, name));
    }

    /**
     * SET IDENTITY_INSERT.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @param on or off
     * @throws SQLException 8106 if the table has no identity
     */
    public static void identityInsert(Connection connection, @Nullable String schema, String table, boolean on)
            throws SQLException {
        new IdentityInsert(H2Table.of(connection, schema, table)).set(on);
    }

    /**
     * Whether IDENTITY_INSERT may be switched on.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @throws SQLException 8107 if it is on for another one
     */
    public static void identityAlone(Connection connection, @Nullable String schema, String table) throws SQLException {
        new IdentityInsert(H2Table.of(connection, schema, table)).requireAlone();
    }

    /**
     * Holds an INSERT to what IDENTITY_INSERT demands of it.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @param columns that the INSERT names
     * @throws SQLException 545 if it is on for the table and the identity is not among them, 8101 if there are none
     */
    public static void identityGiven(Connection connection, @Nullable String schema, String table, String... columns)
            throws SQLException {
        new IdentityInsert(H2Table.of(connection, schema, table)).requireGiven(List.of(columns));
    }

    /**
     * Moves an identity behind the values that were given.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @throws SQLException if the table has no identity
     */
    public static void moveIdentity(Connection connection, @Nullable String schema, String table) throws SQLException {
        new IdentityInsert(H2Table.of(connection, schema, table)).moveOn();
    }

    /**
     * DBCC CHECKIDENT with RESEED.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @param value the value that counts as the last one; null for what the rows hold
     * @throws SQLException 7997 if the table has no identity
     */
    public static void reseedIdentity(
            Connection connection, @Nullable String schema, String table, @Nullable Long value) throws SQLException {
        new IdentityInsert(H2Table.of(connection, schema, table)).reseed(value);
    }

    /**
     * DBCC CHECKIDENT with NORESEED.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @throws SQLException 7997 if the table has no identity
     */
    public static void requireIdentity(Connection connection, @Nullable String schema, String table)
            throws SQLException {
        new IdentityInsert(H2Table.of(connection, schema, table)).requireIdentity();
    }

    /**
     * INSERT without a list of columns, which on SQL Server leaves out identities and computed columns.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @param source VALUES or a query, for H2
     * @return the number of rows
     * @throws SQLException if H2 refuses
     */
    public static long insertInOrder(Connection connection, @Nullable String schema, String table, String source)
            throws SQLException {
        return new InsertInOrder(H2Table.of(connection, schema, table)).insert(source);
    }

    /**
     * Fails if there is no such view.
     *
     * @param connection H2's
     * @param schema the view's schema
     * @param view its name
     * @throws SQLException 208 if it is missing, 2010 if its name is another object's
     */
    public static void requireView(Connection connection, @Nullable String schema, String view) throws SQLException {
        H2Table named = H2Table.of(connection, schema, view);
        new ViewReplacing(named).requireView();
        if (!named.isView()) {
            throw TsqlError.of(208, "Invalid object name '" + view + "'.");
        }
    }

    /**
     * ALTER VIEW, and CREATE OR ALTER VIEW. Its extended properties stay.
     *
     * @param connection H2's
     * @param schema the view's schema
     * @param view its name
     * @param recorded the new view's record
     * @param query what stands behind the view's name, for H2
     * @throws SQLException if H2 refuses
     */
    public static void replaceView(
            Connection connection, @Nullable String schema, String view, String recorded, String query)
            throws SQLException {
        new ViewReplacing(H2Table.of(connection, schema, view)).replace(Recorded.parse(recorded), query);
    }

    /**
     * Makes an object that H2 does not have.
     *
     * @param connection H2's
     * @param schema its schema
     * @param kind a {@link RecordedObject.Kind}
     * @param key see {@link RecordedObject}
     * @param recorded its record
     * @throws SQLException 2714 if its name is taken
     */
    public static void createObject(
            Connection connection, @Nullable String schema, String kind, String key, String recorded)
            throws SQLException {
        ObjectRecording recording = new ObjectRecording(connection);
        recording.create(recording.object(schema, Kind.valueOf(kind), key, Recorded.parse(recorded)));
    }

    /**
     * Gives an object that H2 does not have another record.
     *
     * @param connection H2's
     * @param schema its schema
     * @param kind a {@link RecordedObject.Kind}
     * @param key see {@link RecordedObject}
     * @param recorded its record
     * @throws SQLException 208 if it is missing, 2010 if its name is another object's
     */
    public static void alterObject(
            Connection connection, @Nullable String schema, String kind, String key, String recorded)
            throws SQLException {
        ObjectRecording recording = new ObjectRecording(connection);
        recording.alter(recording.object(schema, Kind.valueOf(kind), key, Recorded.parse(recorded)));
    }

    /**
     * Makes an object that H2 does not have, or gives it another record.
     *
     * @param connection H2's
     * @param schema its schema
     * @param kind a {@link RecordedObject.Kind}
     * @param key see {@link RecordedObject}
     * @param recorded its record
     * @throws SQLException 2010 if its name is another object's
     */
    public static void createOrAlterObject(
            Connection connection, @Nullable String schema, String kind, String key, String recorded)
            throws SQLException {
        ObjectRecording recording = new ObjectRecording(connection);
        recording.createOrAlter(recording.object(schema, Kind.valueOf(kind), key, Recorded.parse(recorded)));
    }

    /**
     * Drops an object that H2 does not have.
     *
     * @param connection H2's
     * @param schema its schema
     * @param kind a {@link RecordedObject.Kind}
     * @param key see {@link RecordedObject}
     * @param ifExists whether it may be missing
     * @throws SQLException 3701 if it is missing
     */
    public static void dropObject(
            Connection connection, @Nullable String schema, String kind, String key, boolean ifExists)
            throws SQLException {
        ObjectRecording recording = new ObjectRecording(connection);
        recording.drop(recording.object(schema, Kind.valueOf(kind), key, Recorded.nothing()), ifExists);
    }

    /**
     * CREATE TRIGGER, ALTER TRIGGER, CREATE OR ALTER TRIGGER.
     *
     * @param connection H2's
     * @param verb CREATE, ALTER or CREATE_OR_ALTER
     * @param schema the trigger's schema, if one was written
     * @param name its name
     * @param tableSchema the schema of its table or view
     * @param table its table or view
     * @param recorded its record
     * @throws SQLException 8197 if there is no such table, 2714 if the name is taken, 2110 if it is another table's
     */
    public static void defineTrigger(
            Connection connection,
            String verb,
            @Nullable String schema,
            String name,
            @Nullable String tableSchema,
            String table,
            String recorded)
            throws SQLException {
        new TriggerRecording(connection)
                .define(verb, schema, name, H2Table.of(connection, tableSchema, table), Recorded.parse(recorded));
    }

    /**
     * DROP TRIGGER.
     *
     * @param connection H2's
     * @param schema the trigger's schema
     * @param name its name
     * @param ifExists whether it may be missing
     * @throws SQLException 3701 if it is missing
     */
    public static void dropTrigger(Connection connection, @Nullable String schema, String name, boolean ifExists)
            throws SQLException {
        new TriggerRecording(connection).drop(schema, name, ifExists);
    }

    /**
     * ENABLE TRIGGER and DISABLE TRIGGER.
     *
     * @param connection H2's
     * @param name of the trigger, or null for all
     * @param schema of the table or view, or {@link RecordedObject#OF_DATABASE}
     * @param table the table or view
     * @param on or off
     * @throws SQLException 4920 or 15151 if there is no such trigger
     */
    public static void switchTrigger(
            Connection connection, @Nullable String name, @Nullable String schema, String table, boolean on)
            throws SQLException {
        TriggerRecording triggers = new TriggerRecording(connection);
        if (RecordedObject.OF_DATABASE.equals(schema)) {
            triggers.switchOfDatabase(name, on);
        } else {
            triggers.switchThem(name, H2Table.of(connection, schema, table), on);
        }
    }

    /**
     * The procedure sp_settriggerorder.
     *
     * @param connection H2's
     * @param name of the trigger
     * @param order FIRST, LAST or NONE
     * @param event that fires it
     * @param ofDatabase whether it is a trigger of the database
     * @throws SQLException 15165 if there is no such trigger
     */
    public static void orderTrigger(Connection connection, String name, String order, String event, boolean ofDatabase)
            throws SQLException {
        new TriggerRecording(connection).order(name, order, event, ofDatabase);
    }

    /**
     * The procedures sp_refreshview, sp_refreshsqlmodule and sp_recompile.
     *
     * @param connection H2's
     * @param name of a view, table or module
     * @throws SQLException 15165 if there is no such thing
     */
    public static void refresh(Connection connection, String name) throws SQLException {
        NamedModule.named(connection, name).refresh();
    }

    /**
     * Runs statements one after the other.
     *
     * @param connection H2's
     * @param statements for H2
     * @return how many rows the last one has changed, with the changes of a MERGE before it, and without what OUTPUT puts in
     * @throws SQLException the first one's that fails
     */
    public static long inTurn(Connection connection, String... statements) throws SQLException {
        long rows = 0;
        for (int i = 0; i < statements.length; i++) {
            boolean output = i + 1 < statements.length
                    && (statements[i].startsWith("INSERT ")
                            || statements[i].startsWith("CALL \"palindrome\".\"insert_in_order\""));
            long changed = ReferencedIndexes.run(connection, statements[i]);
            rows += output ? 0 : changed;
        }
        return rows;
    }

    /**
     * Runs a statement of a script in which SET NOEXEC may be on.
     *
     * @param connection H2's
     * @param statements for H2
     * @return how many rows the last one has changed
     * @throws SQLException the first one's that fails
     */
    public static long unlessNoExec(Connection connection, String... statements) throws SQLException {
        boolean on = SqlRunner.on(connection)
                .query("SELECT 1 WHERE " + FlowVariable.place(FlowVariable.NOEXEC) + " = TRUE")
                .hasRows();
        return on ? 0 : inTurn(connection, statements);
    }

    /**
     * EXEC of a procedure that SQL Server had, and has no more.
     *
     * @param connection H2's
     * @param name the procedure's
     * @throws SQLException 2812, always
     */
    public static void missingProcedure(Connection connection, String name) throws SQLException {
        throw TsqlError.of(2812, "Could not find stored procedure '" + name + "'.");
    }

    /**
     * Runs what makes a view, which looks for what it names without a schema in its own, and then in dbo.
     *
     * @param connection H2's
     * @param schema the view's
     * @param statements for H2
     * @throws SQLException the first one's that fails
     */
    public static void inSchema(Connection connection, String schema, String... statements) throws SQLException {
        String before = connection.getSchema();
        SqlRunner.on(connection).run("SET SCHEMA_SEARCH_PATH " + QuotedName.of("dbo"));
        try {
            SqlRunner.on(connection).run("SET SCHEMA " + QuotedName.of(schema));
            inTurn(connection, statements);
        } finally {
            SqlRunner.on(connection).run("SET SCHEMA " + QuotedName.of(before));
        }
    }

    /**
     * Runs statements one after the other, or none of them.
     *
     * @param connection H2's
     * @param steps statements for H2, behind each what takes it back, empty if nothing must be
     * @throws SQLException the first one's that fails
     */
    public static void allOrNone(Connection connection, String... steps) throws SQLException {
        Deque<String> undos = new ArrayDeque<>();
        for (int i = 0; i < steps.length; i += 2) {
            try {
                ReferencedIndexes.run(connection, steps[i]);
            } catch (SQLException e) {
                undo(connection, undos, e);
                throw e;
            }
            undos.push(steps[i + 1]);
        }
    }

    private static void undo(Connection connection, Deque<String> undos, SQLException why) {
        for (String undo : undos) {
            try {
                SqlRunner.on(connection).run(undo.isEmpty() ? List.of() : List.of(undo));
            } catch (SQLException e) {
                why.addSuppressed(e);
            }
        }
    }

    /**
     * Fails if ALTER TABLE … DROP of several things would stop at one of them.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @param parts COLUMN, CONSTRAINT, or one of them with IF EXISTS behind it, and behind each a name
     * @throws SQLException 4924 or 3728 if one is missing, 5074 if something else depends on a column
     */
    public static void requireDroppable(Connection connection, @Nullable String schema, String table, String... parts)
            throws SQLException {
        H2Table owner = H2Table.of(connection, schema, table);
        Set<String> going = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < parts.length; i += 2) {
            boolean ifExists = parts[i].endsWith(" IF EXISTS");
            if (parts[i].startsWith("COLUMN")) {
                new ColumnDropping(owner).require(parts[i + 1], ifExists, going);
            } else {
                new ConstraintDropping(owner).require(parts[i + 1], ifExists);
            }
            going.add(parts[i + 1]);
        }
    }

    /**
     * Fails if a name is taken.
     *
     * @param connection H2's
     * @param schema in which something gets it
     * @param names of tables, views, sequences and constraints
     * @throws SQLException 2714 if one is taken
     */
    public static void requireFree(Connection connection, @Nullable String schema, String... names)
            throws SQLException {
        new SchemaRules(H2Table.of(connection, schema, names[0])).requireFree(List.of(names), false);
    }

    /**
     * Fails if the name of a default is taken.
     *
     * @param connection H2's
     * @param schema in which defaults get them
     * @param names of defaults
     * @throws SQLException 2714 if one is taken
     */
    public static void requireFreeDefaults(Connection connection, @Nullable String schema, String... names)
            throws SQLException {
        new SchemaRules(H2Table.of(connection, schema, names[0])).requireFree(List.of(names), true);
    }

    /**
     * Fails if a table has an identity.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @throws SQLException 2744 if it has one
     */
    public static void requireNoIdentity(Connection connection, @Nullable String schema, String table)
            throws SQLException {
        new SchemaRules(H2Table.of(connection, schema, table)).requireNoIdentity();
    }

    /**
     * Fails if a table has a clustered index.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @throws SQLException 1902 if it has one
     */
    public static void requireNoClustered(Connection connection, @Nullable String schema, String table)
            throws SQLException {
        new SchemaRules(H2Table.of(connection, schema, table)).requireNoClustered();
    }

    /**
     * Fails if an index names columns that are not there, beside those of its key.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @param index its name
     * @param included the included columns, in brackets
     * @param filter as it was written, or nothing
     * @throws SQLException 1911, 207 or 10609 if SQL Server would not take one
     */
    public static void requireIndexColumns(
            Connection connection, @Nullable String schema, String table, String index, String included, String filter)
            throws SQLException {
        SchemaRules rules = new SchemaRules(H2Table.of(connection, schema, table));
        rules.requireIncludable(included.isEmpty() ? List.of() : H2TablePart.columns(included));
        rules.requireFilter("index '" + index + "'", filter);
    }

    /**
     * Fails if a column is of a type that no index takes.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @param columns the key's
     * @throws SQLException 1919 if one is
     */
    public static void requireIndexable(Connection connection, @Nullable String schema, String table, String... columns)
            throws SQLException {
        new SchemaRules(H2Table.of(connection, schema, table)).requireIndexable(List.of(columns));
    }

    /**
     * The same for an index or key that takes each value once.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @param index its name, or what stands for it
     * @param columns the key's
     * @throws SQLException 1919, or 1908 if the column by which the table is parted is missing in the key
     */
    public static void requireUniqueKey(
            Connection connection, @Nullable String schema, String table, String index, String... columns)
            throws SQLException {
        H2Table owner = H2Table.of(connection, schema, table);
        new SchemaRules(owner).requireIndexable(List.of(columns));
        new TableFacts(owner).requireInKey(index, List.of(columns));
    }

    /**
     * Fails if a table is there without a column that the batch uses which adds it.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @param column that is added
     * @param line of the statement that names it
     * @param others schema (empty for none) and name of each other table that the statement names
     * @throws SQLException 207 if so
     */
    public static void requireColumn(
            Connection connection, @Nullable String schema, String table, String column, int line, String... others)
            throws SQLException {
        new SchemaRules(H2Table.of(connection, schema, table)).requireColumn(column, line, List.of(others));
    }

    /**
     * Fails if SQL Server would not take new foreign keys.
     *
     * @param connection H2's
     * @param schema the referencing table's schema
     * @param table its name
     * @param keys each the text of a {@link ForeignKeyDeclaration}
     * @throws SQLException 1778 or 1753 for types that differ, 1785 for several paths of cascades
     */
    public static void requireForeignKeys(Connection connection, @Nullable String schema, String table, String... keys)
            throws SQLException {
        new ForeignKeyRules(H2Table.of(connection, schema, table))
                .require(Stream.of(keys).map(ForeignKeyDeclaration::parse).toList());
    }

    /**
     * TRUNCATE TABLE.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @throws SQLException 4701 if it is missing, 4712 if a foreign key of another table needs it
     */
    public static void truncate(Connection connection, @Nullable String schema, String table) throws SQLException {
        new TableTruncating(H2Table.of(connection, schema, table)).truncate();
    }

    /**
     * Cuts the fraction off, as SQL Server does where a number becomes a whole one.
     *
     * @param value a number or a text
     * @return the same without a fraction; null for null
     */
    public static @Nullable String whole(@Nullable String value) {
        if (value == null || !value.matches("\\s*[-+]?\\d*\\.?\\d*([eE][-+]?\\d+)?\\s*")) {
            return "TRUE".equals(value) ? "1" : "FALSE".equals(value) ? "0" : value;
        }
        return value.isBlank()
                ? "0"
                : new BigDecimal(value.strip()).setScale(0, RoundingMode.DOWN).toPlainString();
    }
}
