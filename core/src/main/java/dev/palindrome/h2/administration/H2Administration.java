package dev.palindrome.h2.administration;

import dev.palindrome.h2.H2Front;
import dev.palindrome.h2.procedures.H2Procedures;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.h2.temporal.TemporalTable;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.NumberRange;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.TableName;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject.Kind;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What rewritten scripts call inside H2 about what H2 does not know. Public for H2's sake; {@link H2Front#install} makes it
 * known there. A schema of {@code null} is the connection's own.
 */
public final class H2Administration {

    private H2Administration() {}

    /**
     * The procedures sp_addextendedproperty, sp_updateextendedproperty and sp_dropextendedproperty.
     *
     * @param connection H2's
     * @param change add, update or drop
     * @param name the property's
     * @param value of any type, as a text
     * @param levels type and name in turn of what it is about, such as SCHEMA and the schema's; null where there is no more
     * @throws SQLException 15135 if there is no such thing, 15233 if the property is there already, 15217 if it is not
     */
    public static void extendedProperty(
            Connection connection, String change, String name, @Nullable String value, @Nullable String... levels)
            throws SQLException {
        String procedure = "sp_" + change + "extendedproperty";
        PropertyPath path = PropertyPath.of(procedure, levels);
        PropertyChange property = new PropertyChange(connection, procedure, name, path);
        switch (change) {
            case "add" -> property.add(Optional.ofNullable(value));
            case "update" -> property.update(Optional.ofNullable(value));
            default -> property.drop();
        }
    }

    /**
     * Fails if another database is meant.
     *
     * @param connection H2's
     * @param names of databases, and behind each the line on which it stands
     * @throws SQLException 911 if one is not this one's
     */
    public static void requireDatabase(Connection connection, String... names) throws SQLException {
        for (int i = 0; i < names.length; i += 2) {
            if (!new DatabaseRecord(connection).isCalled(names[i])) {
                throw TsqlError.of(
                        911,
                        "Database '" + names[i] + "' on line " + names[i + 1] + " does not exist: this one is called '"
                                + connection.getCatalog() + "'. Leave the name out.");
            }
        }
    }

    /**
     * CREATE DATABASE: from now on this one goes by that name, too.
     *
     * @param connection H2's
     * @param name the database's
     * @throws SQLException 1801 if it is there already
     */
    public static void createDatabase(Connection connection, String name) throws SQLException {
        new DatabaseRecord(connection).create(name);
    }

    /**
     * DROP DATABASE of one that was created.
     *
     * @param connection H2's
     * @param name the database's
     * @param ifExists whether it may be missing
     * @throws SQLException 3702 if it is this one's own, 3701 if it is missing
     */
    public static void dropDatabase(Connection connection, String name, boolean ifExists) throws SQLException {
        new DatabaseRecord(connection).drop(name, ifExists);
    }

    /**
     * ALTER DATABASE … SET.
     *
     * @param connection H2's
     * @param options names, and behind each its value
     * @throws SQLException if H2 refuses
     */
    public static void setDatabaseOption(Connection connection, String... options) throws SQLException {
        for (int i = 0; i < options.length; i += 2) {
            new DatabaseRecord(connection).set(options[i], options[i + 1]);
        }
    }

    /**
     * ALTER DATABASE … ADD FILEGROUP.
     *
     * @param connection H2's
     * @param name the file group's
     * @throws SQLException 5035 if it is there already
     */
    public static void addFileGroup(Connection connection, String name) throws SQLException {
        new FileGroups(connection).add(name);
    }

    /**
     * ALTER DATABASE … REMOVE FILEGROUP.
     *
     * @param connection H2's
     * @param name the file group's
     * @throws SQLException 5014 if it is missing
     */
    public static void removeFileGroup(Connection connection, String name) throws SQLException {
        new FileGroups(connection).remove(name);
    }

    /**
     * Fails if something is to be kept where nothing can be.
     *
     * @param connection H2's
     * @param name the file group's
     * @throws SQLException 1921 if it is missing
     */
    public static void requireFileGroup(Connection connection, String name) throws SQLException {
        new FileGroups(connection).require(name);
    }

    /**
     * CREATE, ALTER and DROP PARTITION FUNCTION.
     *
     * @param connection H2's
     * @param action create, split, merge or drop
     * @param name the function's
     * @param more its record, or a limit
     * @throws SQLException 2714 if it is there already, 15151 if it is missing, 7706 if a scheme needs it, 7710, 7715, 7721
     */
    public static void partitionFunction(Connection connection, String action, String name, String... more)
            throws SQLException {
        PartitionFunctions functions = new PartitionFunctions(connection);
        switch (action) {
            case "create" -> functions.create(name, Recorded.parse(more[0]));
            case "split" -> functions.split(name, more[0]);
            case "merge" -> functions.merge(name, more[0]);
            default -> functions.drop(name);
        }
    }

    /**
     * CREATE, ALTER and DROP PARTITION SCHEME.
     *
     * @param connection H2's
     * @param action create, create all, next used or drop
     * @param name the scheme's
     * @param function on which it stands
     * @param groups its file groups
     * @throws SQLException 2714 if it is there already, 15151 if it is missing, 7717 if a table needs it, 208, 7707, 7723
     */
    public static void partitionScheme(
            Connection connection, String action, String name, String function, String... groups) throws SQLException {
        PartitionSchemes schemes = new PartitionSchemes(connection);
        switch (action) {
            case "create", "create all" -> schemes.create(name, function, action.equals("create all"), List.of(groups));
            case "next used" -> schemes.nextUsed(name, Stream.of(groups).findFirst());
            default -> schemes.drop(name);
        }
    }

    /**
     * Fails if a table or index cannot be parted so.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @param scheme by which it shall be parted
     * @param column of the table
     * @param type of that column, empty if it is not known, null if the table is there already
     * @throws SQLException 1921 if there is no such scheme, 1911 if there is no such column, 7726 if it has another type
     */
    public static void requirePartitionScheme(
            Connection connection,
            @Nullable String schema,
            String table,
            String scheme,
            String column,
            @Nullable String type)
            throws SQLException {
        new PartitionSchemes(connection).require(H2Table.of(connection, schema, table), scheme, column, type);
    }

    /**
     * CREATE, ALTER and DROP XML SCHEMA COLLECTION.
     *
     * @param connection H2's
     * @param action create, add or drop; require if nothing shall be done
     * @param schema the collection's schema
     * @param name its name
     * @param text schemas
     * @throws SQLException 219 if it is there already, 15151 or 6314 if it is missing, 6328 if a column needs it
     */
    public static void xmlSchemaCollection(
            Connection connection, String action, @Nullable String schema, String name, @Nullable String text)
            throws SQLException {
        XmlCollections collection = XmlCollections.of(connection, schema, name);
        switch (action) {
            case "create" -> collection.create(String.valueOf(text));
            case "add" -> collection.add(String.valueOf(text));
            case "require" -> collection.require();
            default -> collection.drop();
        }
    }

    /**
     * CREATE, ALTER and DROP FULLTEXT.
     *
     * @param connection H2's
     * @param action what shall be done: a verb, and catalog, stoplist or index
     * @param arguments the name, in two parts for a table, the first of which may be missing, and what is said of it
     * @throws SQLException 7641, 7642, 7652, 7653, 7660, 7668, 9967 and their like
     */
    public static void fullText(Connection connection, String action, @Nullable String... arguments)
            throws SQLException {
        new FullTextChange(connection, action, arguments).run();
    }

    /**
     * CREATE INDEX on what may be a table or a view.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @param index its name
     * @param statement that makes it if it is of a table
     * @param ofView what is recorded if it is of a view
     * @throws SQLException 1913 if there is one of that name, 1939, 1940 or 1941 if the view cannot have it
     */
    public static void createIndex(
            Connection connection, @Nullable String schema, String table, String index, String statement, String ofView)
            throws SQLException {
        H2Procedures.requireFreeIndex(connection, schema, table, index);
        IndexedView.createIndex(H2Table.of(connection, schema, table), index, statement, Recorded.parse(ofView));
    }

    /**
     * CREATE TYPE … FROM.
     *
     * @param connection H2's
     * @param schema the type's schema
     * @param name its name
     * @param recorded what it stands for
     * @throws SQLException 219 if there is one of that name
     */
    public static void createType(Connection connection, @Nullable String schema, String name, String recorded)
            throws SQLException {
        TypeRecord.of(connection, schema, name).create(Recorded.parse(recorded));
    }

    /**
     * Fails if a type is there.
     *
     * @param connection H2's
     * @param schema the type's schema
     * @param name its name
     * @throws SQLException 219 if there is one of that name
     */
    public static void requireFreeType(Connection connection, @Nullable String schema, String name)
            throws SQLException {
        TypeRecord.of(connection, schema, name).requireFree();
    }

    /**
     * DROP TYPE.
     *
     * @param connection H2's
     * @param schema the type's schema
     * @param name its name
     * @param ifExists whether it may be missing
     * @throws SQLException 218 if it is missing, 3732 if something is of that type
     */
    public static void dropType(Connection connection, @Nullable String schema, String name, boolean ifExists)
            throws SQLException {
        TypeRecord.of(connection, schema, name).drop(ifExists);
    }

    /**
     * Fails if a type is missing.
     *
     * @param connection H2's
     * @param types schema (or null), name, the line on which it is used, and that of the statement, of each
     * @throws SQLException 2715 if one is, with the line of the statement
     */
    public static void requireTypes(Connection connection, @Nullable String... types) throws SQLException {
        for (int i = 0; i < types.length; i += 4) {
            TypeRecord.of(connection, types[i], String.valueOf(types[i + 1]))
                    .require(String.valueOf(types[i + 2]), Integer.parseInt(String.valueOf(types[i + 3])));
        }
    }

    /**
     * Runs a T-SQL statement with types of the user's own in it.
     *
     * @param connection H2's
     * @param script its name
     * @param pieces of the statement, and between two of them the schema (or nothing) and the name of a type
     * @throws SQLException 2715 if a type is missing
     */
    public static void withTypes(Connection connection, String script, String... pieces) throws SQLException {
        TypeRecord.run(connection, script, pieces);
    }

    /**
     * Records the alias type of a column.
     *
     * @param connection H2's
     * @param schema the table's schema
     * @param table its name
     * @param column that is of the type
     * @param type in brackets, with its schema
     * @throws SQLException if H2 refuses
     */
    public static void userType(
            Connection connection, @Nullable String schema, String table, String column, String type)
            throws SQLException {
        H2Table owner = H2Table.of(connection, schema, table);
        owner.record(column, owner.requireColumn(column, "ALTER COLUMN").with(Fact.USER_TYPE, type));
        Optional<TableName> history =
                TemporalTable.find(connection, owner.schema(), owner.name()).flatMap(TemporalTable::history);
        if (history.isPresent()) {
            userType(connection, history.get().schema(), history.get().name(), column, type);
        }
    }

    /**
     * Makes computed columns with the types that their expressions have.
     *
     * @param connection H2's
     * @param statement for H2, with places for the types
     * @param source a table or query that has the columns which the expressions name
     * @param columns names and expressions in turn
     * @throws SQLException if H2 refuses
     */
    public static void withComputedTypes(Connection connection, String statement, String source, String... columns)
            throws SQLException {
        new ComputedColumnTypes(connection, source).run(statement, List.of(columns));
    }

    /**
     * CREATE USER, CREATE ROLE.
     *
     * @param connection H2's
     * @param kind USER or ROLE
     * @param name the user's
     * @param recorded what is known about him
     * @throws SQLException 15023 if the name is taken, 15151 if there is no such owner
     */
    public static void createPrincipal(Connection connection, String kind, String name, String recorded)
            throws SQLException {
        new Principals(connection).create(kindOf(kind), name, Recorded.parse(recorded));
    }

    /**
     * ALTER USER, ALTER ROLE … WITH NAME.
     *
     * @param connection H2's
     * @param kind USER or ROLE
     * @param name the user's
     * @param newName his new one, or null
     * @param recorded what is known about him from now on
     * @throws SQLException 15151 if there is none, 15023 if the new name is taken
     */
    public static void alterPrincipal(
            Connection connection, String kind, String name, @Nullable String newName, String recorded)
            throws SQLException {
        new Principals(connection).alter(kindOf(kind), name, newName, Recorded.parse(recorded));
    }

    /**
     * DROP USER, DROP ROLE.
     *
     * @param connection H2's
     * @param kind USER or ROLE
     * @param name the user's
     * @param ifExists whether he may be missing
     * @throws SQLException 15151 if there is none, 15138 if he owns a schema, 15144 if the role has members
     */
    public static void dropPrincipal(Connection connection, String kind, String name, boolean ifExists)
            throws SQLException {
        new Principals(connection).drop(kindOf(kind), name, ifExists);
    }

    private static Kind kindOf(String kind) {
        return kind.equals("USER") ? Kind.USER : Kind.ROLE;
    }

    /**
     * ALTER ROLE … MEMBER.
     *
     * @param connection H2's
     * @param role its name
     * @param member a user or another role
     * @param add or drop
     * @throws SQLException 15151 if one of them is missing
     */
    public static void roleMember(Connection connection, String role, String member, boolean add) throws SQLException {
        new Principals(connection).member(role, member, add);
    }

    /**
     * GRANT, DENY, REVOKE.
     *
     * @param connection H2's
     * @param state the verb, or GRANT_WITH_GRANT_OPTION, REVOKE_GRANT_OPTION
     * @param on DATABASE, OBJECT, SCHEMA …
     * @param schema of the object
     * @param name the object's, or null for the database
     * @param grantee who has it
     * @param permissions and behind each the column that it is about, or nothing
     * @throws SQLException 15151 if one of them is missing
     */
    public static void permission(
            Connection connection,
            String state,
            String on,
            @Nullable String schema,
            @Nullable String name,
            String grantee,
            String... permissions)
            throws SQLException {
        new Permissions(connection).change(state, on, schema, name, grantee, permissions);
    }

    /**
     * ALTER AUTHORIZATION.
     *
     * @param connection H2's
     * @param on OBJECT, SCHEMA, ROLE or TYPE
     * @param schema of the object
     * @param name the object's
     * @param owner empty for the schema's owner
     * @throws SQLException 15151 if one of them is missing
     */
    public static void owner(Connection connection, String on, @Nullable String schema, String name, String owner)
            throws SQLException {
        new Principals(connection).own(on, schema, name, owner);
    }

    /**
     * Records the cache of a sequence.
     *
     * @param connection H2's
     * @param schema the sequence's schema
     * @param name its name
     * @param cache a number, none, or empty for SQL Server's own choice
     * @throws SQLException if H2 refuses
     */
    public static void sequenceCache(Connection connection, @Nullable String schema, String name, String cache)
            throws SQLException {
        String known = schema == null ? connection.getSchema() : schema;
        PropertyPlace place =
                new PropertyPlaces(connection).object(known, "SEQUENCE", name).orElseThrow();
        place.writer().write(place.recorded().without(Fact.CACHE).withSome(Fact.CACHE, cache));
    }

    /**
     * Gives a sequence a limit of its type's.
     *
     * @param connection H2's
     * @param schema the sequence's schema
     * @param name its name
     * @param limit MINVALUE or MAXVALUE
     * @throws SQLException if H2 refuses
     */
    public static void sequenceLimit(Connection connection, @Nullable String schema, String name, String limit)
            throws SQLException {
        String known = schema == null ? connection.getSchema() : schema;
        PropertyPlace place =
                new PropertyPlaces(connection).object(known, "SEQUENCE", name).orElseThrow();
        NumberRange limits = DeclaredType.parse(place.recorded().get(Fact.TYPE).orElse("bigint"))
                .sqlType()
                .flatMap(SqlType::numbers)
                .orElseThrow();
        BigDecimal value = limit.equals("MINVALUE") ? limits.least() : limits.greatest();
        SqlRunner.on(connection)
                .run("ALTER SEQUENCE " + new ObjectName(known, name).h2() + " " + limit + " " + value.toPlainString());
    }
}
