package dev.palindrome.h2.procedures;

import dev.palindrome.h2.H2RecordedObjects;
import dev.palindrome.h2.definition.H2TablePart;
import dev.palindrome.h2.procedures.object.H2Comment;
import dev.palindrome.h2.procedures.object.H2Constraint;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.H2IndexName;
import dev.palindrome.tsql.NamePath;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import dev.palindrome.tsql.TableTypeName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The procedure sp_rename. Where no type is said, a name is looked for as that of a type, a column, an index or statistics,
 * and an object, in this order (Microsoft: sp-rename-transact-sql).
 */
final class Renaming {

    private static final List<Kind> TYPES = List.of(Kind.ALIAS_TYPE);

    private static final List<Kind> PARTS = List.of(Kind.INDEX, Kind.STATISTICS);

    private static final List<Kind> OBJECTS =
            Stream.of(Kind.values()).filter(Kind::sharesNames).toList();

    private final Connection connection;
    private final String object;
    private final String newName;
    private final List<String> parts;

    Renaming(Connection connection, String object, String newName) {
        this.connection = connection;
        this.object = object;
        this.newName = newName;
        this.parts = NamePath.parse(object);
    }

    void rename(@Nullable String type) throws SQLException {
        if (parts.isEmpty()) {
            throw TsqlError.of(15253, "Syntax error parsing SQL identifier '" + object + "'.");
        }
        if (type == null) {
            boolean found = userType() || column() || index(PARTS) || object();
            if (!found) {
                throw notFound();
            }
            return;
        }
        boolean found = switch (type.toUpperCase(Locale.ROOT)) {
            case "COLUMN" -> column();
            case "INDEX" -> index(PARTS);
            case "STATISTICS" -> index(List.of(Kind.STATISTICS));
            case "USERDATATYPE" -> userType();
            case "OBJECT" -> object();
            case "DATABASE" -> throw TsqlError.needsSqlServer("sp_rename of a database.");
            default -> throw TsqlError.of(15249, "Error: Explicit @objtype '" + type + "' is unrecognized.");
        };
        if (!found) {
            throw TsqlError.of(
                    15248,
                    "Either the parameter @objname is ambiguous or the claimed @objtype (" + type + ") is wrong.");
        }
    }

    private String last() {
        return parts.get(parts.size() - 1);
    }

    private String schema(int fromEnd) throws SQLException {
        return parts.size() >= fromEnd ? parts.get(parts.size() - fromEnd) : connection.getSchema();
    }

    /** The table or view that stands before the last part. */
    private Optional<H2Table> owner() throws SQLException {
        if (parts.size() < 2) {
            return Optional.empty();
        }
        H2Table owner = new H2Table(connection, schema(3), parts.get(parts.size() - 2));
        return kind(owner) == null ? Optional.empty() : Optional.of(owner);
    }

    private boolean userType() throws SQLException {
        Optional<RecordedObject> known = recorded(TYPES, schema(2)).findFirst();
        H2Table table = tableType(schema(2), last());
        boolean isTable = known.isEmpty() && table.exists();
        if (known.isEmpty() && !isTable) {
            return false;
        }
        boolean taken = recorded(TYPES, schema(2), newName).findFirst().isPresent()
                || tableType(schema(2), newName).exists();
        if (taken && !newName.equalsIgnoreCase(last())) {
            throw taken("userdatatype");
        }
        if (isTable) {
            String schema = TableTypeName.parts(table.name()).get(0);
            table.execute("ALTER TABLE " + table.h2() + " RENAME TO "
                    + QuotedName.of(tableType(schema, newName).name()));
        } else {
            rename(known.get());
            renameInColumns(known.get());
        }
        return true;
    }

    private H2Table tableType(String schema, String name) {
        ObjectName hidden = TableTypeName.of(new ObjectName(schema, name));
        return new H2Table(connection, TableTypeName.SCHEMA, hidden.name());
    }

    /** Columns show the name of their type. */
    private void renameInColumns(RecordedObject type) throws SQLException {
        String old = BracketedName.of(List.of(type.schema(), type.name()));
        String renamed = BracketedName.of(List.of(type.schema(), newName));
        String fact = Recorded.nothing().with(Fact.USER_TYPE, old).text();
        List<List<String>> columns = SqlRunner.on(connection)
                .query(
                        "SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME FROM INFORMATION_SCHEMA.COLUMNS"
                                + " WHERE LOCATE(?, LOWER(REMARKS)) > 0",
                        fact.substring(Recorded.nothing().text().length()).toLowerCase(Locale.ROOT))
                .list(row -> List.of(row.getString(1), row.getString(2), row.getString(3)));
        for (List<String> column : columns) {
            H2Table table = new H2Table(connection, column.get(0), column.get(1));
            table.record(
                    column.get(2),
                    table.requireColumn(column.get(2), "ALTER COLUMN").with(Fact.USER_TYPE, renamed));
        }
    }

    private boolean column() throws SQLException {
        Optional<H2Table> owner = owner();
        if (owner.isEmpty() || owner.get().h2Column(last()).isEmpty() || isView(owner.get())) {
            return false;
        }
        if (!newName.equalsIgnoreCase(last()) && owner.get().h2Column(newName).isPresent()) {
            throw taken("COLUMN");
        }
        new ColumnRenaming(owner.get()).rename(last(), newName, this::notFound);
        return true;
    }

    private boolean index(List<Kind> kinds) throws SQLException {
        Optional<H2Table> owner = owner();
        if (owner.isEmpty()) {
            return false;
        }
        H2Table table = owner.get();
        Optional<RecordedObject> part = recordedPart(table, kinds, last());
        String old = H2IndexName.of(table.name(), last());
        Optional<H2Comment> index = kinds.contains(Kind.INDEX)
                ? H2Comment.find(connection, "INDEX", table.schema(), old)
                : Optional.empty();
        Optional<H2Constraint> key = kinds.contains(Kind.INDEX) ? key(table) : Optional.empty();
        if (part.isEmpty() && index.isEmpty() && key.isEmpty()) {
            return false;
        }
        requireFreeIndex(table);
        if (part.isPresent()) {
            List<RecordedObject> secondaries =
                    part.get().kind() == Kind.INDEX ? RecordedParts.of(table).secondariesOf(last()) : List.of();
            rename(part.get());
            for (RecordedObject secondary : secondaries) {
                RecordedParts.of(table).replace(secondary, standingOn(secondary.recorded()));
            }
        } else if (index.isPresent()) {
            Recorded recorded = index.get().recorded().with(Fact.NAME, newName);
            IndexRenaming.rename(table, old, H2IndexName.of(table.name(), newName), recorded);
        } else {
            requireFreeObject(table.schema(), "INDEX");
            new ConstraintRenaming(table).rename(last(), newName);
        }
        return true;
    }

    /** {@code (USING [primary] FOR PATH)} with the new name. */
    private Recorded standingOn(Recorded secondary) {
        String details = secondary.get(Fact.DETAILS).orElse("");
        return secondary.with(
                Fact.DETAILS, "(USING " + BracketedName.of(newName) + details.substring(details.lastIndexOf(" FOR ")));
    }

    private Optional<RecordedObject> recordedPart(H2Table table, List<Kind> kinds, String name) throws SQLException {
        return H2RecordedObjects.of(connection, kinds).stream()
                .filter(object -> object.belongsTo(table.schema(), table.name()))
                .filter(object -> object.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private void requireFreeIndex(H2Table table) throws SQLException {
        if (newName.equalsIgnoreCase(last())) {
            return;
        }
        boolean taken = recordedPart(table, PARTS, newName).isPresent();
        for (H2TablePart part : table.parts()) {
            boolean named = part.kind().equals("INDEX")
                    || part.kind().equals("PRIMARY KEY")
                    || part.kind().equals("UNIQUE");
            taken |= named && part.recorded().get(Fact.NAME).orElse(part.name()).equalsIgnoreCase(newName);
        }
        if (taken) {
            throw taken("INDEX");
        }
    }

    /** A key's index has the key's name, and both change together. */
    private Optional<H2Constraint> key(H2Table table) throws SQLException {
        return H2Constraint.of(table).stream()
                .filter(known -> !known.isForeignKey() && !known.isCheck() && !known.isHidden())
                .filter(known -> known.name().equalsIgnoreCase(last()))
                .findFirst();
    }

    private boolean object() throws SQLException {
        H2Table table = new H2Table(connection, schema(2), last());
        @Nullable String kind = kind(table);
        if (kind != null) {
            requireFreeObject(table.schema(), "OBJECT");
            if (kind.equals("VIEW")) {
                new TableRenaming(table).renameView(newName);
            } else {
                new TableRenaming(table).rename(newName);
            }
            return true;
        }
        return sequence(table.schema()) || recordedObject(table.schema()) || constraintOrDefault(table.schema());
    }

    private @Nullable String kind(H2Table table) throws SQLException {
        List<String> kinds = table.texts(
                "SELECT TABLE_TYPE FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?");
        return kinds.isEmpty() ? null : kinds.get(0);
    }

    private boolean isView(H2Table table) throws SQLException {
        return "VIEW".equals(kind(table));
    }

    private boolean sequence(String schema) throws SQLException {
        if (one(
                        "SELECT SEQUENCE_NAME FROM INFORMATION_SCHEMA.SEQUENCES WHERE SEQUENCE_SCHEMA = ? AND SEQUENCE_NAME = ?",
                        schema,
                        last())
                == null) {
            return false;
        }
        requireFreeObject(schema, "OBJECT");
        new SequenceRenaming(connection, schema, last()).rename(newName);
        return true;
    }

    private boolean recordedObject(String schema) throws SQLException {
        Optional<RecordedObject> known = recorded(OBJECTS, schema).findFirst();
        if (known.isEmpty()) {
            return false;
        }
        requireFreeObject(schema, "OBJECT");
        if (!new NamedModule(new H2Table(connection, schema, last())).rename(newName)) {
            rename(known.get());
        }
        return true;
    }

    private boolean constraintOrDefault(String schema) throws SQLException {
        String table = one(
                "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS"
                        + " WHERE CONSTRAINT_SCHEMA = ? AND CONSTRAINT_NAME = ?",
                schema,
                last());
        if (table != null) {
            requireFreeObject(schema, "OBJECT");
            new ConstraintRenaming(new H2Table(connection, schema, table)).rename(last(), newName);
            return true;
        }
        String owner = one(
                "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = ?"
                        + " AND LOCATE(LOWER(?), LOWER(REMARKS)) > 0",
                schema,
                "default-name=\"" + last() + "\"");
        if (owner == null) {
            return false;
        }
        requireFreeObject(schema, "OBJECT");
        H2Table owning = new H2Table(connection, schema, owner);
        String column = new ColumnDefaults(owning).columnOf(last()).orElseThrow(this::notFound);
        Recorded recorded = owning.requireColumn(column, "RENAME");
        owning.record(column, recorded.with(Fact.DEFAULT_NAME, newName).without(Fact.DEFAULT_SYSTEM_NAMED));
        return true;
    }

    private Stream<RecordedObject> recorded(List<Kind> kinds, String schema) throws SQLException {
        return recorded(kinds, schema, last());
    }

    private Stream<RecordedObject> recorded(List<Kind> kinds, String schema, String name) throws SQLException {
        return H2RecordedObjects.of(connection, kinds).stream()
                .filter(known -> known.schema().equalsIgnoreCase(schema))
                .filter(known -> known.name().equalsIgnoreCase(name));
    }

    /** What belongs to it goes on belonging to it. */
    private void rename(RecordedObject known) throws SQLException {
        ObjectRecording recording = new ObjectRecording(connection);
        H2Table old = new H2Table(connection, known.schema(), known.name());
        List<RecordedObject> belonging = known.parent().isPresent() ? List.of() : recording.belongingTo(old);
        String key =
                known.key().substring(0, known.key().length() - known.name().length()) + newName;
        Recorded recorded = known.recorded();
        recording.remove(known);
        recording.put(new RecordedObject(
                known.kind(),
                known.schema(),
                key,
                recorded.get(Fact.NAME).isPresent() ? recorded.with(Fact.NAME, newName) : recorded));
        ObjectRecording.moveTo(new H2Table(connection, known.schema(), newName), belonging);
    }

    private void requireFreeObject(String schema, String type) throws SQLException {
        if (!newName.equalsIgnoreCase(last())
                && new SchemaRules(new H2Table(connection, schema, newName)).isTaken(newName)) {
            throw taken(type);
        }
    }

    private SQLException taken(String type) {
        return TsqlError.of(
                15335,
                "Error: The new name '" + newName + "' is already in use as a " + type
                        + " name and would cause a duplicate that is not permitted.");
    }

    private @Nullable String one(String sql, String first, String second) throws SQLException {
        return SqlRunner.on(connection)
                .query(sql, first, second)
                .first(row -> row.getString(1))
                .orElse(null);
    }

    private SQLException notFound() {
        return TsqlError.of(15225, "No item by the name of '" + object + "' could be found in the current database.");
    }
}
