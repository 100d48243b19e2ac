package dev.palindrome.h2.systemview;

import dev.palindrome.h2.H2Front;
import dev.palindrome.h2.systemview.SystemIndexes.Index;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.TableName;
import dev.palindrome.tsql.DatabaseCollation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * SQL Server's functions about its catalogue (Microsoft: metadata-functions-transact-sql). Public for H2's sake; {@link
 * H2Front#install} makes them known there.
 */
public final class SystemFunctions {

    /** H2's number for a table that there is not. */
    private static final int NOT_FOUND = 42102;

    private static final Map<String, String> SERVER = Map.ofEntries(
            Map.entry("productversion", "16.0.1000.6"),
            Map.entry("productmajorversion", "16"),
            Map.entry("productminorversion", "0"),
            Map.entry("productlevel", "RTM"),
            Map.entry("edition", "Developer Edition (64-bit)"),
            Map.entry("engineedition", "3"),
            Map.entry("collation", DatabaseCollation.NAME),
            Map.entry("servername", "palindrome"),
            Map.entry("machinename", "palindrome"),
            Map.entry("computernamephysicalnetbios", "palindrome"),
            Map.entry("filestreamconfiguredlevel", "0"),
            Map.entry("filestreameffectivelevel", "0"),
            Map.entry("islocaldb", "0"),
            Map.entry("ispolybaseinstalled", "0"),
            Map.entry("isxtpsupported", "1"),
            Map.entry("isclustered", "0"),
            Map.entry("ishadrenabled", "0"),
            Map.entry("isfulltextinstalled", "0"),
            Map.entry("isintegratedsecurityonly", "0"),
            Map.entry("issingleuser", "0"));

    private static final Map<String, String> DATABASE = Map.of(
            "collation", DatabaseCollation.NAME,
            "status", "ONLINE",
            "updateability", "READ_WRITE",
            "useraccess", "MULTI_USER",
            "isinstandby", "0");

    private static final String DBO = "dbo";

    private SystemFunctions() {}

    /** OBJECT_ID of any object. */
    public static @Nullable Integer objectId(Connection connection, @Nullable String name) throws SQLException {
        return objectId(connection, name, "");
    }

    /** OBJECT_ID of an object of one type. */
    public static @Nullable Integer objectId(Connection connection, @Nullable String name, @Nullable String type)
            throws SQLException {
        if (name == null || type == null) {
            return null;
        }
        List<String> parts = parts(name);
        if (parts.size() > 2 && isTemporary(parts)) {
            boolean table = type.isBlank() || type.strip().equalsIgnoreCase("U");
            return table ? temporaryId(connection, last(parts)) : null;
        }
        if (parts.size() > 2 && !isThis(connection, parts.get(0))) {
            return null;
        }
        return objects(connection)
                .find(schema(connection, parts), last(parts), type)
                .map(row -> ObjectRow.id(row.object()))
                .orElse(null);
    }

    /** In tempdb alone is it found from elsewhere. */
    private static boolean isTemporary(List<String> parts) {
        return parts.get(0).equalsIgnoreCase("tempdb") && last(parts).startsWith("#");
    }

    /**
     * {@code OBJECT_ID('tempdb..#t')}. H2's information schema would answer what it has answered before.
     *
     * @param connection H2's
     * @param name of a temporary table of the session
     * @return a number below 0, or null if there is no such table
     * @throws SQLException if H2 refuses
     */
    public static @Nullable Integer temporaryId(Connection connection, String name) throws SQLException {
        try {
            SqlRunner.on(connection).run("SELECT 1 FROM " + QuotedName.of(name) + " WHERE 1 = 0");
            return -(name.toLowerCase(Locale.ROOT).hashCode() & 0x3FFFFFFF) - 1;
        } catch (SQLException e) {
            if (e.getErrorCode() == NOT_FOUND) {
                return null;
            }
            throw e;
        }
    }

    private static boolean isThis(Connection connection, String database) throws SQLException {
        return database.isEmpty() || KnownDatabases.of(connection).isThis(database);
    }

    private static SystemObjects objects(Connection connection) throws SQLException {
        return new SystemObjects(H2Rows.of(connection), connection.getCatalog());
    }

    private static Optional<ObjectRow> object(Connection connection, @Nullable Integer id) throws SQLException {
        return id == null ? Optional.empty() : objects(connection).find(id);
    }

    /** OBJECT_NAME. */
    public static @Nullable String objectName(Connection connection, @Nullable Integer id) throws SQLException {
        return object(connection, id).map(row -> row.object().name()).orElse(null);
    }

    /** OBJECT_SCHEMA_NAME. */
    public static @Nullable String objectSchemaName(Connection connection, @Nullable Integer id) throws SQLException {
        return object(connection, id).map(row -> row.object().schema()).orElse(null);
    }

    /** OBJECT_DEFINITION. */
    public static @Nullable String objectDefinition(Connection connection, @Nullable Integer id) throws SQLException {
        return object(connection, id).map(row -> (String) row.get("definition")).orElse(null);
    }

    /** SCHEMA_ID of the connection's schema. */
    public static @Nullable Integer schemaId(Connection connection) throws SQLException {
        return schemaId(connection, connection.getSchema());
    }

    /** SCHEMA_ID. */
    public static @Nullable Integer schemaId(Connection connection, @Nullable String name) throws SQLException {
        return schemas(connection).stream()
                .filter(row -> String.valueOf(row.get("name")).equalsIgnoreCase(name))
                .map(row -> (Integer) row.get("schema_id"))
                .findFirst()
                .orElse(null);
    }

    /** SCHEMA_NAME of the connection's schema. */
    public static @Nullable String schemaName(Connection connection) throws SQLException {
        return connection.getSchema();
    }

    /** SCHEMA_NAME. */
    public static @Nullable String schemaName(Connection connection, @Nullable Integer id) throws SQLException {
        return schemas(connection).stream()
                .filter(row -> String.valueOf(row.get("schema_id")).equals(String.valueOf(id)))
                .map(row -> (String) row.get("name"))
                .findFirst()
                .orElse(null);
    }

    private static List<SystemRow> schemas(Connection connection) throws SQLException {
        return new SystemViewRows(H2Rows.of(connection), "").schemas();
    }

    /** COL_LENGTH, in bytes; -1 for MAX. */
    public static @Nullable Integer colLength(Connection connection, @Nullable String table, @Nullable String column)
            throws SQLException {
        if (table == null || column == null) {
            return null;
        }
        List<String> parts = parts(table);
        return column(connection, new TableName(schema(connection, parts), last(parts)), unquoted(column))
                .map(found -> found.type().maxLength())
                .orElse(null);
    }

    private static Optional<ColumnRow> column(Connection connection, TableName table, String column)
            throws SQLException {
        return columns(connection, table).stream()
                .filter(row -> row.name().equalsIgnoreCase(column))
                .findFirst();
    }

    private static List<ColumnRow> columns(Connection connection, TableName table) throws SQLException {
        return H2Rows.of(connection).columns(table.name()).stream()
                .map(row -> new ColumnRow("", row))
                .filter(row -> row.table().schema().equalsIgnoreCase(table.schema()))
                .toList();
    }

    /** COL_NAME. */
    public static @Nullable String colName(Connection connection, @Nullable Integer table, @Nullable Integer column)
            throws SQLException {
        Optional<ObjectRow> found = object(connection, table);
        if (found.isEmpty() || column == null) {
            return null;
        }
        return columns(connection, found.get().object()).stream()
                .filter(row -> row.number() == column)
                .map(ColumnRow::name)
                .findFirst()
                .orElse(null);
    }

    /** COLUMNPROPERTY. */
    public static @Nullable Integer columnProperty(
            Connection connection, @Nullable Integer table, @Nullable String column, String property)
            throws SQLException {
        Optional<ObjectRow> found = object(connection, table);
        if (found.isEmpty() || column == null) {
            return null;
        }
        Optional<ColumnRow> row = column(connection, found.get().object(), column);
        return row.isEmpty() ? null : property(row.get(), property.toLowerCase(Locale.ROOT));
    }

    private static @Nullable Integer property(ColumnRow column, String property) {
        return switch (property) {
            case "allowsnull" -> number(column.get("isnullable"));
            case "columnid" -> column.number();
            case "iscomputed" -> number(column.isComputed());
            case "isidentity" -> number(column.isIdentity());
            case "isidnotforrepl" -> number(column.get("is_not_for_replication"));
            case "isrowguidcol" -> number(column.get("is_rowguidcol"));
            case "charmaxlen" -> column.type().characters();
            case "precision" -> number(column.get("prec"));
            case "scale" -> column.type().scale();
            case "generatedalwaystype" -> number(column.get("generated_always_type"));
            case "ishidden" -> number(column.get("is_hidden"));
            case "isoutparam" -> 0;
            default -> null;
        };
    }

    private static @Nullable Integer number(@Nullable Object value) {
        return value instanceof Boolean yes ? (Integer) (yes ? 1 : 0) : (Integer) value;
    }

    /** OBJECTPROPERTY. */
    public static @Nullable Integer objectProperty(Connection connection, @Nullable Integer id, String property)
            throws SQLException {
        return property(connection, id, property) instanceof Integer number ? number : null;
    }

    /** OBJECTPROPERTYEX. */
    public static @Nullable String objectPropertyEx(Connection connection, @Nullable Integer id, String property)
            throws SQLException {
        Object value = property(connection, id, property);
        return value == null ? null : value.toString();
    }

    private static @Nullable Object property(Connection connection, @Nullable Integer id, String property)
            throws SQLException {
        Optional<ObjectRow> object = object(connection, id);
        return object.isEmpty()
                ? null
                : new ObjectProperties(H2Rows.of(connection), object.get()).get(property.toLowerCase(Locale.ROOT));
    }

    /** INDEXPROPERTY. */
    public static @Nullable Integer indexProperty(
            Connection connection, @Nullable Integer table, @Nullable String index, String property)
            throws SQLException {
        Optional<Index> found =
                index(connection, table, each -> String.valueOf(each.name()).equalsIgnoreCase(index));
        if (found.isEmpty()) {
            return null;
        }
        return switch (property.toLowerCase(Locale.ROOT)) {
            case "indexid" -> found.get().number();
            case "isclustered" -> number(found.get().isClustered());
            case "isunique" -> number(found.get().unique());
            case "isstatistics" -> number(found.get().statistics());
            case "ishypothetical" -> 0;
            default -> null;
        };
    }

    private static Optional<Index> index(
            Connection connection, @Nullable Integer table, java.util.function.Predicate<Index> wanted)
            throws SQLException {
        Optional<ObjectRow> found = object(connection, table);
        return found.isEmpty()
                ? Optional.empty()
                : SystemIndexes.withColumns(
                                H2Rows.of(connection), found.get().object().name())
                        .withStatistics()
                        .stream()
                        .filter(index -> index.table().equals(found.get().object()))
                        .filter(wanted)
                        .findFirst();
    }

    /** INDEX_COL. */
    public static @Nullable String indexCol(
            Connection connection, @Nullable String table, @Nullable Integer index, @Nullable Integer position)
            throws SQLException {
        if (index == null || position == null) {
            return null;
        }
        return index(connection, objectId(connection, table), each -> each.number() == index)
                .filter(found -> position > 0 && position <= found.columns().size())
                .map(found -> found.columns().get(position - 1).name())
                .orElse(null);
    }

    /** TYPE_ID. */
    public static @Nullable Integer typeId(Connection connection, @Nullable String name) throws SQLException {
        if (name == null) {
            return null;
        }
        List<String> parts = parts(name);
        String type = last(parts);
        int sys = ObjectNumber.ofSchema("sys");
        int own = ObjectNumber.ofSchema(schema(connection, parts));
        return types(connection).stream()
                .filter(row -> type.equalsIgnoreCase(String.valueOf(row.get("name"))))
                .filter(row -> row.get("schema_id") instanceof Integer number
                        && (number == own || number == sys && parts.size() == 1))
                .map(row -> (Integer) row.get("user_type_id"))
                .findFirst()
                .orElse(null);
    }

    /** TYPE_NAME. */
    public static @Nullable String typeName(Connection connection, @Nullable Integer id) throws SQLException {
        return types(connection).stream()
                .filter(row -> String.valueOf(row.get("user_type_id")).equals(String.valueOf(id)))
                .map(row -> (String) row.get("name"))
                .findFirst()
                .orElse(null);
    }

    private static List<SystemRow> types(Connection connection) throws SQLException {
        return new SystemViewRows(H2Rows.of(connection), "").types();
    }

    /** DB_NAME. */
    public static @Nullable String dbName(Connection connection) throws SQLException {
        return KnownDatabases.of(connection).current();
    }

    /** DB_NAME of a number. */
    public static @Nullable String dbName(Connection connection, @Nullable Integer id) throws SQLException {
        return id == null ? null : KnownDatabases.of(connection).name(id).orElse(null);
    }

    /** DB_ID. */
    public static @Nullable Integer dbId(Connection connection) throws SQLException {
        return dbId(connection, dbName(connection));
    }

    /** DB_ID of a name. */
    public static @Nullable Integer dbId(Connection connection, @Nullable String name) throws SQLException {
        return KnownDatabases.of(connection).number(name).orElse(null);
    }

    /** USER_ID and DATABASE_PRINCIPAL_ID of whoever runs the script. */
    public static Integer userId() {
        return ObjectNumber.ofPrincipal(DBO);
    }

    /** USER_ID and DATABASE_PRINCIPAL_ID. */
    public static @Nullable Integer userId(Connection connection, @Nullable String name) throws SQLException {
        return name == null ? null : principals(connection).number(name);
    }

    /** USER_NAME of whoever runs the script. */
    public static String userName() {
        return DBO;
    }

    /** USER_NAME. */
    public static @Nullable String userName(Connection connection, @Nullable Integer id) throws SQLException {
        return id == null ? null : principals(connection).name(id);
    }

    /** IS_MEMBER, and IS_ROLEMEMBER of whoever runs the script. */
    public static @Nullable Integer isMember(Connection connection, @Nullable String role) throws SQLException {
        return isMember(connection, role, DBO);
    }

    /** IS_ROLEMEMBER. */
    public static @Nullable Integer isMember(Connection connection, @Nullable String role, @Nullable String member)
            throws SQLException {
        return role == null || member == null ? null : principals(connection).isMember(role, member);
    }

    private static KnownPrincipals principals(Connection connection) throws SQLException {
        return KnownPrincipals.of(H2Rows.of(connection));
    }

    /** SERVERPROPERTY. */
    public static @Nullable String serverProperty(@Nullable String property) {
        return property == null ? null : SERVER.get(property.toLowerCase(Locale.ROOT));
    }

    /** FULLTEXTSERVICEPROPERTY: only whether it is there. */
    public static @Nullable Integer fullTextServiceProperty(@Nullable String property) {
        String value = serverProperty(property);
        return value == null ? null : Integer.valueOf(value);
    }

    /** DATABASEPROPERTYEX. */
    public static @Nullable String databasePropertyEx(
            Connection connection, @Nullable String database, @Nullable String property) throws SQLException {
        return property != null
                        && KnownDatabases.of(connection).number(database).isPresent()
                ? DATABASE.get(property.toLowerCase(Locale.ROOT))
                : null;
    }

    /** QUOTENAME. */
    public static @Nullable String quoteName(@Nullable String name) {
        return name == null || name.length() > 128 ? null : BracketedName.of(name);
    }

    /** PARSENAME. */
    public static @Nullable String parseName(@Nullable String name, @Nullable Integer part) {
        if (name == null || part == null) {
            return null;
        }
        List<String> parts = parts(name);
        String named = part < 1 || part > parts.size() ? "" : parts.get(parts.size() - part);
        return named.isEmpty() ? null : named;
    }

    /**
     * Without brackets; what is left out is empty, and so is the one part of an empty name, or of one with a bracket that
     * never closes.
     */
    private static List<String> parts(String name) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        char close = 0;
        for (int i = 0; i < name.length(); i++) {
            char next = name.charAt(i);
            if (close != 0 && next == close) {
                boolean twice = i + 1 < name.length() && name.charAt(i + 1) == close;
                if (twice) {
                    part.append(next);
                    i++;
                } else {
                    close = 0;
                }
            } else if (close != 0) {
                part.append(next);
            } else if (next == '.') {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else if (part.toString().isBlank() && (next == '[' || next == '"')) {
                part.setLength(0);
                close = next == '[' ? ']' : '"';
            } else {
                part.append(next);
            }
        }
        parts.add(part.toString().strip());
        return close == 0 ? parts : List.of("");
    }

    /** The one that is named, or the connection's. */
    private static String schema(Connection connection, List<String> parts) throws SQLException {
        String named = parts.size() > 1 ? parts.get(parts.size() - 2) : "";
        return named.isEmpty() ? connection.getSchema() : named;
    }

    private static String unquoted(String name) {
        return name.startsWith("[") || name.startsWith("\"") ? last(parts(name)) : name;
    }

    private static String last(List<String> parts) {
        return parts.get(parts.size() - 1);
    }
}
