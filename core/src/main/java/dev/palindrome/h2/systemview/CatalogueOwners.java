package dev.palindrome.h2.systemview;

import dev.palindrome.h2.systemview.ListedProperty.Level;
import dev.palindrome.h2.systemview.ListedProperty.ObjectClass;
import dev.palindrome.sql.TableName;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import dev.palindrome.tsql.TableTypeName;
import dev.palindrome.tsql.Token;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Everything in a database that extended properties and permissions can be about, with the numbers by which the catalogue
 * names it.
 */
final class CatalogueOwners {

    private static final String COLUMN = "COLUMN";
    private static final String INDEX = "INDEX";
    private static final String CONSTRAINT = "CONSTRAINT";

    /**
     * One of them.
     *
     * @param major the number of the object, schema …
     * @param minor the number of the column, parameter or index; 0 for the object itself
     * @param levels as sp_addextendedproperty names it; nothing for the database
     */
    record Owner(ObjectClass objectClass, int major, int minor, List<Level> levels) {

        Owner part(ObjectClass otherClass, int otherMinor, String type, String name) {
            List<Level> more = new ArrayList<>(levels);
            more.add(new Level(type, name));
            return new Owner(otherClass, major, otherMinor, List.copyOf(more));
        }
    }

    private final H2Rows rows;
    private final ColumnNumbers columns;
    private final SystemIndexes indexes;
    private final Set<TableName> views = new HashSet<>();
    private final String wanted;
    private final Visitor visitor;

    /** What is told of each owner. */
    @FunctionalInterface
    interface Visitor {
        /** @param properties the fact that holds the owner's extended properties */
        void visit(Owner owner, Recorded recorded, Fact properties) throws SQLException;
    }

    /** @param wanted a fact that a record must hold to be told */
    CatalogueOwners(H2Rows rows, Fact wanted, Visitor visitor) throws SQLException {
        this.rows = rows;
        this.wanted = wanted.key() + "=";
        this.visitor = visitor;
        this.columns = new ColumnNumbers(rows);
        this.indexes = SystemIndexes.of(rows, null);
    }

    void visit() throws SQLException {
        relations();
        schemasAndSequences();
        columns();
        keysAndIndexes();
        recorded();
        tableTypes();
    }

    private void relations() throws SQLException {
        for (H2Row row : rows.relations(null)) {
            TableName name = SystemIndexes.tableOf(row);
            if (row.is("TABLE_TYPE", "VIEW")) {
                views.add(name);
            }
            add(relation(name), row, Fact.PROPERTIES);
        }
    }

    private Owner relation(TableName name) {
        return object(name.schema(), views.contains(name) ? "VIEW" : "TABLE", name.name());
    }

    private static Owner object(String schema, String type, String name) {
        return new Owner(
                ObjectClass.OBJECT_OR_COLUMN,
                ObjectNumber.of(schema, name),
                0,
                List.of(new Level("SCHEMA", schema), new Level(type, name)));
    }

    /** A constraint has a number of its own, and is told of its table all the same. */
    private Owner constraint(TableName table, String name) {
        return new Owner(
                ObjectClass.OBJECT_OR_COLUMN,
                ObjectNumber.of(table.schema(), name),
                0,
                relation(table)
                        .part(ObjectClass.OBJECT_OR_COLUMN, 0, CONSTRAINT, name)
                        .levels());
    }

    private Owner index(TableName table, String name) {
        return relation(table).part(ObjectClass.INDEX, indexes.numberOf(table, name), INDEX, name);
    }

    private void schemasAndSequences() throws SQLException {
        for (H2Row row : rows.schemas()) {
            String name = row.text("SCHEMA_NAME");
            add(alone(ObjectClass.SCHEMA, ObjectNumber.ofSchema(name), "SCHEMA", name), row, Fact.PROPERTIES);
        }
        for (H2Row row : rows.sequences()) {
            add(object(row.text("SEQUENCE_SCHEMA"), "SEQUENCE", row.text("SEQUENCE_NAME")), row, Fact.PROPERTIES);
        }
    }

    private static Owner alone(ObjectClass objectClass, int number, String type, String name) {
        return new Owner(objectClass, number, 0, List.of(new Level(type, name)));
    }

    private void columns() throws SQLException {
        for (H2Row row : rows.columns(null)) {
            TableName table = SystemIndexes.tableOf(row);
            Owner column =
                    relation(table).part(ObjectClass.OBJECT_OR_COLUMN, row.position(), COLUMN, row.text("COLUMN_NAME"));
            add(column, row, Fact.PROPERTIES);
            if (row.text("REMARKS").contains(wanted)) {
                Recorded recorded = Recorded.parse(row.text("REMARKS"));
                String name = recorded.get(Fact.DEFAULT_NAME).orElse("");
                visitor.visit(constraint(table, name), recorded, Fact.DEFAULT_PROPERTIES);
            }
        }
    }

    private void keysAndIndexes() throws SQLException {
        for (H2Row row : rows.constraints(null)) {
            TableName table = SystemIndexes.tableOf(row);
            String name = row.text("CONSTRAINT_NAME");
            add(constraint(table, name), row, Fact.PROPERTIES);
            add(index(table, name), row, Fact.INDEX_PROPERTIES);
        }
        for (H2Row row : rows.indexes(null)) {
            String name = Recorded.parse(row.text("REMARKS")).get(Fact.NAME).orElse(row.text("INDEX_NAME"));
            add(index(SystemIndexes.tableOf(row), name), row, Fact.PROPERTIES);
        }
    }

    private void recorded() throws SQLException {
        for (RecordedObject object : rows.recorded(Kind.values())) {
            visitor.visit(ownerOf(object), object.recorded(), Fact.PROPERTIES);
        }
    }

    private Owner ownerOf(RecordedObject object) {
        String name = object.name();
        return switch (object.kind()) {
            case DATABASE -> new Owner(ObjectClass.DATABASE, 0, 0, List.of());
            case USER, ROLE -> alone(ObjectClass.DATABASE_PRINCIPAL, ObjectNumber.ofPrincipal(name), "USER", name);
            case ALIAS_TYPE, TABLE_TYPE -> type(object.schema(), name);
            case PARTITION_FUNCTION ->
                alone(ObjectClass.PARTITION_FUNCTION, ObjectNumber.of("", name), "PARTITION FUNCTION", name);
            case PARTITION_SCHEME ->
                alone(ObjectClass.DATASPACE, ObjectNumber.ofDataSpace(name), "PARTITION SCHEME", name);
            case DATABASE_TRIGGER ->
                alone(ObjectClass.OBJECT_OR_COLUMN, ObjectNumber.of(object.schema(), name), "TRIGGER", name);
            case INDEX -> index(object.parent().map(TableName::parse).orElseThrow(), name);
            case TRIGGER -> trigger(object);
            default -> object(object.schema(), object.kind().name(), name);
        };
    }

    private static Owner type(String schema, String name) {
        return new Owner(
                ObjectClass.TYPE,
                ObjectNumber.of(schema, name),
                0,
                List.of(new Level("SCHEMA", schema), new Level("TYPE", name)));
    }

    private Owner trigger(RecordedObject trigger) {
        TableName table = trigger.parent().map(TableName::parse).orElseThrow();
        List<Level> levels = relation(table)
                .part(ObjectClass.OBJECT_OR_COLUMN, 0, "TRIGGER", trigger.name())
                .levels();
        return new Owner(ObjectClass.OBJECT_OR_COLUMN, ObjectNumber.of(trigger.schema(), trigger.name()), 0, levels);
    }

    /** A table type is a hidden table, whose columns have numbers of their own kind. */
    private void tableTypes() throws SQLException {
        for (H2Row row : rows.tableTypes()) {
            List<String> name = TableTypeName.parts(row.text("TABLE_NAME"));
            add(type(name.get(0), name.get(1)), row, Fact.PROPERTIES);
        }
        for (H2Row row : rows.columnsOfTableTypes()) {
            List<String> name = TableTypeName.parts(row.text("TABLE_NAME"));
            add(
                    type(name.get(0), name.get(1))
                            .part(ObjectClass.TYPE_COLUMN, row.position(), COLUMN, row.text("COLUMN_NAME")),
                    row,
                    Fact.PROPERTIES);
        }
    }

    private void add(Owner owner, H2Row row, Fact fact) throws SQLException {
        String remarks = row.text("REMARKS");
        if (remarks.contains(wanted)) {
            visitor.visit(owner, Recorded.parse(remarks), fact);
        }
    }

    /** What has no record of its own: a view's column, a parameter, a file group. */
    Owner part(Owner owner, String type, String name, Recorded recorded) throws SQLException {
        return switch (type) {
            case "FILEGROUP" -> alone(ObjectClass.DATASPACE, ObjectNumber.ofDataSpace(name), type, name);
            case "PARAMETER" ->
                owner.part(
                        ObjectClass.PARAMETER,
                        parameter(recorded.get(Fact.DEFINITION).orElse(""), name),
                        type,
                        name);
            case COLUMN -> owner.part(ObjectClass.OBJECT_OR_COLUMN, column(owner, name), type, name);
            default -> owner.part(owner.objectClass(), 0, type, name);
        };
    }

    private int column(Owner owner, String name) throws SQLException {
        return columns.of(
                new TableName(
                        owner.levels().get(0).name(), owner.levels().get(1).name()),
                name);
    }

    /** Parameters come before all other variables. */
    private static int parameter(String definition, String name) {
        List<String> variables = new ArrayList<>();
        for (Token token : Lexer.tokens(definition, 1)) {
            String variable = token.text().toLowerCase(Locale.ROOT);
            if (token.kind() == Token.Kind.VARIABLE && !variables.contains(variable)) {
                variables.add(variable);
            }
        }
        return variables.indexOf(name.toLowerCase(Locale.ROOT)) + 1;
    }
}
