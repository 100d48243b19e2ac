package dev.palindrome.h2.administration;

import dev.palindrome.h2.administration.PropertyPath.Level;
import dev.palindrome.h2.definition.H2Identifiers;
import dev.palindrome.h2.procedures.ColumnDefaults;
import dev.palindrome.h2.procedures.H2Comment;
import dev.palindrome.h2.procedures.H2Table;
import dev.palindrome.h2.procedures.TsqlError;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.H2IndexName;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
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
            case "SCHEMA" -> first(SCHEMA, "SCHEMA ", level.name());
            case "FILEGROUP" -> Optional.of(database().ofPart(level.type(), level.name()));
            default -> throw TsqlError.needsSqlServer("An extended property of level 0 type '" + level.type() + "'.");
        };
    }

    private PropertyPlace database() throws SQLException {
        DatabaseRecord database = new DatabaseRecord(connection);
        return new PropertyPlace(database.read(), database::write);
    }

    /** USER means the schema of that name, as it did before there were schemas. */
    private Optional<PropertyPlace> ofSchema(Level schema, Level object) throws SQLException {
        if (!schema.type().equals("SCHEMA") && !schema.type().equals("USER")) {
            return Optional.empty();
        }
        return switch (object.type()) {
            case "TABLE", "VIEW" ->
                relation(schema.name(), object).map(found -> place(object.type(), found, schema.name(), object.name()));
            case "SEQUENCE" ->
                first(SEQUENCE, "SEQUENCE " + QuotedName.of(schema.name()) + ".", schema.name(), object.name());
            default -> throw TsqlError.needsSqlServer("An extended property of level 1 type '" + object.type() + "'.");
        };
    }

    private Optional<H2Comment> relation(String schema, Level object) throws SQLException {
        return H2Comment.find(connection, "TABLE", schema, object.name())
                .filter(found -> isView(found) == object.type().equals("VIEW"));
    }

    private static boolean isView(H2Comment relation) {
        return relation.definition().startsWith("CREATE VIEW ")
                || relation.definition().startsWith("CREATE FORCE VIEW ");
    }

    private Optional<PropertyPlace> ofObject(Level schema, Level object, Level part) throws SQLException {
        if (object.type().equals("VIEW") && part.type().equals("COLUMN")) {
            return hasColumn(schema.name(), object.name(), part.name())
                    ? ofSchema(schema, object).map(place -> place.ofPart("COLUMN", part.name()))
                    : Optional.empty();
        }
        if (!object.type().equals("TABLE") && !object.type().equals("VIEW")) {
            throw TsqlError.needsSqlServer("An extended property of level 2 type '" + part.type() + "'.");
        }
        return switch (part.type()) {
            case "COLUMN" -> column(new H2Table(connection, schema.name(), object.name()), part.name());
            case "CONSTRAINT" -> constraint(new H2Table(connection, schema.name(), object.name()), part.name());
            case "INDEX" -> index(new H2Table(connection, schema.name(), object.name()), part.name());
            default -> throw TsqlError.needsSqlServer("An extended property of level 2 type '" + part.type() + "'.");
        };
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
