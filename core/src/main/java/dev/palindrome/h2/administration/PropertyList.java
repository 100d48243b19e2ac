package dev.palindrome.h2.administration;

import dev.palindrome.h2.H2Front;
import dev.palindrome.h2.administration.ListedProperty.ObjectClass;
import dev.palindrome.h2.administration.PropertyPath.Level;
import dev.palindrome.h2.procedures.H2Catalogue;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.NamedValues;
import dev.palindrome.tsql.NamedValues.NamedValue;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** All extended properties of a database: for conditions that ask for more than those of one object. */
final class PropertyList {

    private static final String WITH_SOME = " WHERE REMARKS LIKE '%properties=%'";

    private static final String SCHEMAS = "SELECT SCHEMA_NAME, REMARKS FROM INFORMATION_SCHEMA.SCHEMATA" + WITH_SOME;

    private static final String TABLES =
            "SELECT TABLE_SCHEMA, TABLE_NAME, REMARKS, TABLE_TYPE FROM INFORMATION_SCHEMA.TABLES" + WITH_SOME;

    private static final String SEQUENCES =
            "SELECT SEQUENCE_SCHEMA, SEQUENCE_NAME, REMARKS FROM INFORMATION_SCHEMA.SEQUENCES" + WITH_SOME;

    private static final String COLUMNS =
            "SELECT TABLE_SCHEMA, TABLE_NAME, REMARKS, COLUMN_NAME, ORDINAL_POSITION FROM INFORMATION_SCHEMA.COLUMNS"
                    + WITH_SOME;

    private static final String INDEXES =
            "SELECT TABLE_SCHEMA, TABLE_NAME, REMARKS, INDEX_NAME FROM INFORMATION_SCHEMA.INDEXES" + WITH_SOME;

    private static final String CONSTRAINTS =
            "SELECT TABLE_SCHEMA, TABLE_NAME, REMARKS, CONSTRAINT_NAME FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS"
                    + WITH_SOME;

    private static final String ORDINAL =
            "SELECT ORDINAL_POSITION FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND COLUMN_NAME = ?";

    private final Connection connection;
    private final List<ListedProperty> found = new ArrayList<>();

    private PropertyList(Connection connection) {
        this.connection = connection;
    }

    static List<ListedProperty> of(Connection connection) throws SQLException {
        PropertyList list = new PropertyList(connection);
        list.schemas();
        list.objects();
        list.parts();
        return list.found;
    }

    private void schemas() throws SQLException {
        for (List<String> row : rows(SCHEMAS, 2)) {
            List<Level> owner = List.of(new Level("SCHEMA", row.get(0)));
            add(owner, row.get(1), Fact.PROPERTIES, ObjectClass.SCHEMA, H2Catalogue.id(row.get(0), null), 0);
        }
    }

    private void objects() throws SQLException {
        for (List<String> row : rows(TABLES, 4)) {
            boolean view = row.get(3).equals("VIEW");
            List<Level> owner = of(row, view ? "VIEW" : "TABLE");
            add(owner, row.get(2), Fact.PROPERTIES, ObjectClass.OBJECT_OR_COLUMN, id(row, 1), 0);
        }
        for (List<String> row : rows(SEQUENCES, 3)) {
            add(of(row, "SEQUENCE"), row.get(2), Fact.PROPERTIES, ObjectClass.OBJECT_OR_COLUMN, id(row, 1), 0);
        }
    }

    private void parts() throws SQLException {
        for (List<String> row : rows(COLUMNS, 5)) {
            int position = Integer.parseInt(row.get(4));
            List<Level> owner = of(row, "TABLE", "COLUMN", row.get(3));
            add(owner, row.get(2), Fact.PROPERTIES, ObjectClass.OBJECT_OR_COLUMN, id(row, 1), position);
            String defaultName =
                    Recorded.parse(row.get(2)).get(Fact.DEFAULT_NAME).orElse("");
            add(
                    of(row, "TABLE", "CONSTRAINT", defaultName),
                    row.get(2),
                    Fact.DEFAULT_PROPERTIES,
                    ObjectClass.OBJECT_OR_COLUMN,
                    H2Catalogue.id(row.get(0), defaultName),
                    0);
        }
        for (List<String> row : rows(INDEXES, 4)) {
            String name = Recorded.parse(row.get(2)).get(Fact.NAME).orElse(row.get(3));
            add(of(row, "TABLE", "INDEX", name), row.get(2), Fact.PROPERTIES, ObjectClass.INDEX, id(row, 1), 0);
        }
        for (List<String> row : rows(CONSTRAINTS, 4)) {
            List<Level> owner = of(row, "TABLE", "CONSTRAINT", row.get(3));
            add(owner, row.get(2), Fact.PROPERTIES, ObjectClass.OBJECT_OR_COLUMN, id(row, 3), 0);
            List<Level> index = of(row, "TABLE", "INDEX", row.get(3));
            add(index, row.get(2), Fact.INDEX_PROPERTIES, ObjectClass.INDEX, id(row, 1), 0);
        }
    }

    private static int id(List<String> row, int name) {
        return H2Catalogue.id(row.get(0), row.get(name));
    }

    private static List<Level> of(List<String> row, String type) {
        return List.of(new Level("SCHEMA", row.get(0)), new Level(type, row.get(1)));
    }

    private static List<Level> of(List<String> row, String type, String partType, String part) {
        return List.of(new Level("SCHEMA", row.get(0)), new Level(type, row.get(1)), new Level(partType, part));
    }

    private void add(List<Level> owner, String remarks, Fact fact, ObjectClass objectClass, int major, int minor)
            throws SQLException {
        for (NamedValue property :
                NamedValues.parse(Recorded.parse(remarks).get(fact)).all()) {
            List<String> name = property.name();
            List<Level> whole = new ArrayList<>(owner);
            int part = minor;
            if (name.size() > 1) {
                whole.add(new Level(name.get(1), name.get(2)));
                part = ordinal(owner, name.get(2));
            }
            found.add(new ListedProperty(whole, name.get(0), property.value(), objectClass, major, part));
        }
    }

    private int ordinal(List<Level> owner, String column) throws SQLException {
        return SqlRunner.on(connection)
                .query(ORDINAL, owner.get(0).name(), owner.get(owner.size() - 1).name(), column)
                .first(row -> row.getInt(1))
                .orElse(0);
    }

    /** Rows of what is a user's: the first column is a schema. */
    private List<List<String>> rows(String query, int columns) throws SQLException {
        return SqlRunner.on(connection).query(query).list(row -> texts(row, columns)).stream()
                .filter(row -> !H2Front.isHidden(row.get(0)))
                .toList();
    }

    private static List<String> texts(ResultSet row, int columns) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            texts.add(String.valueOf(row.getString(i)));
        }
        return texts;
    }
}
