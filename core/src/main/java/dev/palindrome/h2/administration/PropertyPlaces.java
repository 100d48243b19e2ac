package dev.palindrome.h2.administration;

import dev.palindrome.h2.definition.H2Identifiers;
import dev.palindrome.h2.procedures.ColumnDefaults;
import dev.palindrome.h2.procedures.ObjectRecording;
import dev.palindrome.h2.procedures.object.H2Comment;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.h2.systemview.ListedProperty.Level;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.H2IndexName;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import dev.palindrome.tsql.TableTypeName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what an extended property is about (Microsoft: sp-addextendedproperty-transact-sql). */
final class PropertyPlaces {

    private static final Set<String> LEVEL_0 = Set.of(
            "ASSEMBLY",
            "CONTRACT",
            "EVENT NOTIFICATION",
            "FILEGROUP",
            "MESSAGE TYPE",
            "PARTITION FUNCTION",
            "PARTITION SCHEME",
            "PLAN GUIDE",
            "REMOTE SERVICE BINDING",
            "ROUTE",
            "SCHEMA",
            "SERVICE",
            "TRIGGER",
            "TYPE",
            "USER");

    private static final Set<String> LEVEL_1 = Set.of(
            "AGGREGATE",
            "DEFAULT",
            "FUNCTION",
            "LOGICAL FILE NAME",
            "PROCEDURE",
            "QUEUE",
            "RULE",
            "SEQUENCE",
            "SYNONYM",
            "TABLE",
            "TABLE_TYPE",
            "TYPE",
            "VIEW",
            "XML SCHEMA COLLECTION");

    private static final Set<String> LEVEL_2 =
            Set.of("COLUMN", "CONSTRAINT", "EVENT NOTIFICATION", "INDEX", "PARAMETER", "TRIGGER");

    private static final String SCHEMA =
            "SELECT SCHEMA_NAME, REMARKS FROM INFORMATION_SCHEMA.SCHEMATA WHERE SCHEMA_NAME = ?";

    private static final String SEQUENCE =
            "SELECT SEQUENCE_NAME, REMARKS FROM INFORMATION_SCHEMA.SEQUENCES WHERE SEQUENCE_SCHEMA = ? AND SEQUENCE_NAME = ?";

    private final Connection connection;

    PropertyPlaces(Connection connection) {
        this.connection = connection;
    }

    /** Nothing if there is no such object, or one that takes none. */
    Optional<PropertyPlace> find(PropertyPath path) throws SQLException {
        return switch (path.depth()) {
            case 0 -> Optional.of(database());
            case 1 -> ofDatabase(path.level(0));
            case 2 -> ofSchema(path.level(0), path.level(1));
            default -> ofObject(path.level(0), path.level(1), path.level(2));
        };
    }

    /** Whether these are types at all, each where it may stand. */
    static boolean areKnown(PropertyPath path) {
        List<Set<String>> known = List.of(LEVEL_0, LEVEL_1, LEVEL_2);
        for (int i = 0; i < path.depth(); i++) {
            if (!known.get(i).contains(path.level(i).type())) {
                return false;
            }
        }
        return true;
    }

    private Optional<PropertyPlace> ofDatabase(Level level) throws SQLException {
        return switch (level.type()) {
            case "SCHEMA" -> schema(level.name());
            case "FILEGROUP" -> Optional.of(database().ofPart(level.type(), level.name()));
            case "USER" -> principal(level.name());
            case "TYPE" -> type(connection.getSchema(), level.name());
            case "PARTITION FUNCTION" -> recorded(Kind.PARTITION_FUNCTION, RecordedObject.OF_DATABASE, level.name());
            case "PARTITION SCHEME" -> recorded(Kind.PARTITION_SCHEME, RecordedObject.OF_DATABASE, level.name());
            case "TRIGGER" -> recorded(Kind.DATABASE_TRIGGER, RecordedObject.OF_DATABASE, level.name());
            default -> Optional.empty();
        };
    }

    PropertyPlace database() throws SQLException {
        DatabaseRecord database = new DatabaseRecord(connection);
        return new PropertyPlace(database.read(), database::write);
    }

    Optional<PropertyPlace> schema(String name) throws SQLException {
        return first(SCHEMA, "SCHEMA ", PropertyPath.schema(name));
    }

    Optional<PropertyPlace> principal(String name) throws SQLException {
        Optional<PropertyPlace> user = recorded(Kind.USER, RecordedObject.OF_DATABASE, name);
        return user.isPresent() ? user : recorded(Kind.ROLE, RecordedObject.OF_DATABASE, name);
    }

    private Optional<PropertyPlace> recorded(Kind kind, String schema, String name) throws SQLException {
        ObjectRecording recording = new ObjectRecording(connection);
        return recording
                .find(kind, schema, name)
                .map(known -> new PropertyPlace(known.recorded(), recorded -> recording.replace(known, recorded)));
    }

    /** An alias is a record, a table type a hidden table. */
    Optional<PropertyPlace> type(String schema, String name) throws SQLException {
        Optional<PropertyPlace> alias = recorded(Kind.ALIAS_TYPE, schema, name);
        return alias.isPresent() ? alias : relation("TABLE", tableOfType(schema, name));
    }

    private H2Table tableOfType(String schema, String name) {
        ObjectName table = TableTypeName.of(new ObjectName(schema, name));
        return new H2Table(connection, TableTypeName.SCHEMA, table.name());
    }

    /** USER means the schema of that name, as it did before there were schemas. */
    private Optional<PropertyPlace> ofSchema(Level schema, Level object) throws SQLException {
        boolean known = schema.type().equals("SCHEMA") || schema.type().equals("USER");
        return known ? object(schema.name(), object.type(), object.name()) : Optional.empty();
    }

    /** @param type as sp_addextendedproperty has it */
    Optional<PropertyPlace> object(String schema, String type, String name) throws SQLException {
        return switch (type) {
            case "TABLE", "VIEW" -> relation(type, new H2Table(connection, schema, name));
            case "SEQUENCE" -> first(SEQUENCE, "SEQUENCE " + QuotedName.of(schema) + ".", schema, name);
            case "PROCEDURE" -> recorded(Kind.PROCEDURE, schema, name);
            case "FUNCTION", "AGGREGATE" -> recorded(Kind.FUNCTION, schema, name);
            case "SYNONYM" -> recorded(Kind.SYNONYM, schema, name);
            case "XML SCHEMA COLLECTION" -> recorded(Kind.XML_SCHEMA_COLLECTION, schema, name);
            case "TYPE", "TABLE_TYPE" -> type(schema, name);
            default -> Optional.empty();
        };
    }

    private Optional<PropertyPlace> relation(String type, H2Table table) throws SQLException {
        return H2Comment.find(connection, "TABLE", table.schema(), table.name())
                .filter(found -> isView(found) == type.equals("VIEW"))
                .map(found -> place(type, found, table.schema(), table.name()));
    }

    private static boolean isView(H2Comment relation) {
        return relation.definition().startsWith("CREATE VIEW ")
                || relation.definition().startsWith("CREATE FORCE VIEW ");
    }

    private Optional<PropertyPlace> ofObject(Level schema, Level object, Level part) throws SQLException {
        H2Table table = object.type().endsWith("TYPE")
                ? tableOfType(schema.name(), object.name())
                : new H2Table(connection, schema.name(), object.name());
        return switch (part.type()) {
            case "COLUMN" ->
                object.type().equals("VIEW")
                        ? hasColumn(table.schema(), table.name(), part.name())
                                ? ofSchema(schema, object).map(place -> place.ofPart("COLUMN", part.name()))
                                : Optional.empty()
                        : column(table, part.name());
            case "CONSTRAINT" -> constraint(table, part.name());
            case "INDEX" -> index(table, part.name());
            case "TRIGGER" -> recorded(Kind.TRIGGER, schema.name(), part.name());
            case "PARAMETER" ->
                ofSchema(schema, object)
                        .filter(place -> hasParameter(place.recorded(), part.name()))
                        .map(place -> place.ofPart("PARAMETER", part.name()));
            default -> Optional.empty();
        };
    }

    private static boolean hasParameter(Recorded module, String name) {
        return Lexer.tokens(module.get(Fact.DEFINITION).orElse(""), 1).stream()
                .anyMatch(token ->
                        token.kind() == Token.Kind.VARIABLE && token.text().equalsIgnoreCase(name));
    }

    private boolean hasColumn(String schema, String view, String column) throws SQLException {
        return SqlRunner.on(connection)
                .query(
                        "SELECT 1 FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND COLUMN_NAME = ?",
                        schema,
                        view,
                        column)
                .hasRows();
    }

    private static Optional<PropertyPlace> column(H2Table table, String column) throws SQLException {
        return table.h2Column(column)
                .map(found -> new PropertyPlace(
                        Recorded.parse(found.comment()), recorded -> table.record(found.name(), recorded)));
    }

    /** A default is its column's. */
    private Optional<PropertyPlace> constraint(H2Table table, String name) throws SQLException {
        Optional<H2Comment> found = H2Comment.find(connection, "CONSTRAINT", table.schema(), name)
                .filter(constraint -> isOf(table, constraint.definition()));
        if (found.isPresent()) {
            return found.map(constraint -> place("CONSTRAINT", constraint, table.schema(), name));
        }
        Optional<String> column = new ColumnDefaults(table).columnOf(name);
        return column.isEmpty()
                ? Optional.empty()
                : column(table, column.get())
                        .map(place -> new PropertyPlace(
                                place.recorded(), Fact.DEFAULT_PROPERTIES, List.of(), place.writer()));
    }

    private Optional<PropertyPlace> index(H2Table table, String name) throws SQLException {
        String inH2 = H2IndexName.of(table.name(), name);
        Optional<H2Comment> found = H2Comment.find(connection, "INDEX", table.schema(), inH2);
        if (found.isPresent()) {
            return found.map(index -> place("INDEX", index, table.schema(), inH2));
        }
        Optional<PropertyPlace> recorded = recorded(Kind.INDEX, table.schema(), table.name() + "." + name);
        if (recorded.isPresent()) {
            return recorded;
        }
        return H2Comment.find(connection, "CONSTRAINT", table.schema(), name)
                .filter(constraint -> isOf(table, constraint.definition())
                        && (constraint.definition().contains(" PRIMARY KEY")
                                || constraint.definition().contains(" UNIQUE")))
                .map(constraint -> place("CONSTRAINT", constraint, table.schema(), name))
                .map(place -> new PropertyPlace(place.recorded(), Fact.INDEX_PROPERTIES, List.of(), place.writer()));
    }

    /** {@code ALTER TABLE "dbo"."users" ADD CONSTRAINT …}. */
    private static boolean isOf(H2Table table, String constraint) {
        TokenReader reader = new TokenReader(Lexer.tokens(H2Identifiers.plain(constraint), 1));
        reader.expect("ALTER", "TABLE");
        List<String> parts = reader.nameParts();
        return parts.get(parts.size() - 1).equalsIgnoreCase(table.name());
    }

    private PropertyPlace place(String kind, H2Comment found, String schema, String name) {
        String object = kind + " " + QuotedName.of(schema, name);
        return new PropertyPlace(found.recorded(), recorded -> H2Comment.write(connection, object, recorded));
    }

    /** What a query finds: the name, and the comment. */
    private Optional<PropertyPlace> first(String query, String object, String... parameters) throws SQLException {
        return SqlRunner.on(connection)
                .query(query, (Object[]) parameters)
                .first(row -> new PropertyPlace(
                        Recorded.parse(Optional.ofNullable(row.getString(2)).orElse("")),
                        writer(object + QuotedName.of(row.getString(1)))));
    }

    private PropertyPlace.Writer writer(String object) {
        return recorded -> H2Comment.write(connection, object, recorded);
    }
}
