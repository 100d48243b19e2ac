package dev.palindrome.schema.read;

import dev.palindrome.h2.H2Front;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.text.ObjectBuilder;
import dev.palindrome.sql.TableName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.TableTypeName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Schemas, views and sequences of an H2 database, and what H2 does not have. */
final class H2OtherObjects {

    private static final String TABLE_TYPES = "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = '"
            + TableTypeName.SCHEMA + "' AND TABLE_NAME LIKE '" + TableTypeName.PREFIX + "%'";

    private static final String SCHEMAS = "SELECT SCHEMA_NAME, REMARKS FROM INFORMATION_SCHEMA.SCHEMATA";

    private static final String VIEWS =
            "SELECT TABLE_SCHEMA, TABLE_NAME, VIEW_DEFINITION, REMARKS FROM INFORMATION_SCHEMA.VIEWS";

    private static final String SEQUENCES = """
            SELECT SEQUENCE_SCHEMA, SEQUENCE_NAME, DATA_TYPE, START_VALUE, INCREMENT, MINIMUM_VALUE, MAXIMUM_VALUE,
                   CYCLE_OPTION, REMARKS
            FROM INFORMATION_SCHEMA.SEQUENCES""";

    private final H2InformationSchema rows;
    private final List<ObjectBuilder> objects = new ArrayList<>();

    H2OtherObjects(H2InformationSchema rows) {
        this.rows = rows;
    }

    List<SchemaObject> read() throws SQLException {
        rows.all(SCHEMAS, this::schema);
        rows.all(VIEWS, this::view);
        rows.all(SEQUENCES, this::sequence);
        H2Recordings recordings = new H2Recordings(rows);
        recordings.addParts(objects);
        List<SchemaObject> all =
                new ArrayList<>(objects.stream().map(ObjectBuilder::build).toList());
        all.addAll(recordings.alone());
        all.addAll(tableTypes());
        return all;
    }

    /** H2 has a hidden table for each. */
    private List<SchemaObject> tableTypes() throws SQLException {
        List<String> names = new ArrayList<>();
        rows.all(TABLE_TYPES, row -> names.add(row.getString("TABLE_NAME")));
        return names.isEmpty() ? List.of() : new H2Tables(rows.named(names), new H2KnownKeys(), true).read();
    }

    private void schema(ResultSet row) throws SQLException {
        String name = row.getString("SCHEMA_NAME");
        if (!H2Front.isHidden(name)) {
            ObjectBuilder schema = new ObjectBuilder(ObjectKind.SCHEMA, List.of(name));
            H2ExtendedProperties.add(schema, H2Record.of(row));
            objects.add(schema);
        }
    }

    private void view(ResultSet row) throws SQLException {
        TableName name = H2Tables.nameIn(row);
        if (!H2Front.isHidden(name.schema())) {
            Recorded recorded = H2Record.of(row);
            String definition = recorded.get(Fact.DEFINITION).orElse(row.getString("VIEW_DEFINITION"));
            ObjectBuilder view = new ObjectBuilder(ObjectKind.VIEW, name.parts()).put(Property.DEFINITION, definition);
            H2ExtendedProperties.add(view, recorded);
            objects.add(view);
        }
    }

    private void sequence(ResultSet row) throws SQLException {
        TableName name = new TableName(row.getString("SEQUENCE_SCHEMA"), row.getString("SEQUENCE_NAME"));
        if (H2Front.isHidden(name.schema())) {
            return;
        }
        Recorded recorded = H2Record.of(row);
        Optional<String> type = recorded.get(Fact.TYPE).map(said -> said.toUpperCase(Locale.ROOT));
        ObjectBuilder sequence = new ObjectBuilder(ObjectKind.SEQUENCE, name.parts())
                .put(Property.TYPE, type.orElse(H2Type.withoutArguments(row.getString("DATA_TYPE"))))
                .put(Property.START, row.getString("START_VALUE"))
                .put(Property.INCREMENT, row.getString("INCREMENT"))
                .put(Property.MINIMUM, row.getString("MINIMUM_VALUE"))
                .put(Property.MAXIMUM, row.getString("MAXIMUM_VALUE"))
                .yes(Property.CYCLE, row.getString("CYCLE_OPTION").equals("YES"))
                .put(Property.CACHE, recorded.get(Fact.CACHE).map(said -> said.toUpperCase(Locale.ROOT)));
        H2ExtendedProperties.add(sequence, recorded);
        objects.add(sequence);
    }
}
