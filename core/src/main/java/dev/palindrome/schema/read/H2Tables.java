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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of an H2 database with everything that belongs to them. */
public final class H2Tables {

    private static final String TABLES =
            "SELECT TABLE_SCHEMA, TABLE_NAME, TABLE_TYPE, REMARKS FROM INFORMATION_SCHEMA.TABLES";

    private static final Map<Fact, Property> OPTIONS = Map.of(
            Fact.DATA_SPACE, Property.DATA_SPACE,
            Fact.TEXTIMAGE_ON, Property.TEXTIMAGE_ON,
            Fact.COMPRESSION, Property.COMPRESSION,
            Fact.LOCK_ESCALATION, Property.LOCK_ESCALATION,
            Fact.CHANGE_TRACKING, Property.CHANGE_TRACKING);

    private final H2InformationSchema rows;
    private final H2KnownKeys known;
    private final boolean ofTypes;
    private final Map<TableName, ObjectBuilder> tables = new LinkedHashMap<>();

    H2Tables(H2InformationSchema rows, H2KnownKeys known) {
        this(rows, known, false);
    }

    /** @param ofTypes whether the tables that stand for table types are read, and no others */
    H2Tables(H2InformationSchema rows, H2KnownKeys known, boolean ofTypes) {
        this.ofTypes = ofTypes;
        this.rows = rows;
        this.known = known;
    }

    List<SchemaObject> read() throws SQLException {
        rows.ofTables(TABLES, "TABLE_NAME", this::table);
        if (tables.isEmpty()) {
            return List.of();
        }
        // Not for every name that a script mentions: most are no tables, and each costs a look at all constraints.
        H2InformationSchema there =
                rows.about(tables.keySet().stream().map(TableName::name).toList());
        new H2Columns(this).read(there);
        new H2Constraints(this, known).read(there);
        new H2Indexes(this).read(there);
        new H2Recordings(there).addParts(tables.values());
        H2DataSpaces spaces = new H2DataSpaces(there);
        for (ObjectBuilder table : tables.values()) {
            spaces.settle(table);
        }
        return tables.values().stream().map(ObjectBuilder::build).toList();
    }

    private void table(ResultSet row) throws SQLException {
        TableName name = nameIn(row);
        boolean type = TableTypeName.isOne(name.schema(), name.name());
        boolean wanted = ofTypes ? type : !H2Front.isHidden(name.schema());
        if (row.getString("TABLE_TYPE").equals("BASE TABLE") && wanted) {
            ObjectBuilder table = type
                    ? new ObjectBuilder(ObjectKind.TABLE_TYPE, TableTypeName.parts(name.name()))
                    : new ObjectBuilder(ObjectKind.TABLE, name.parts());
            Recorded recorded = H2Record.of(row);
            if (H2Histories.isMadeUp(name, recorded)) {
                return; // SQL Server's catalogue is not asked for it, either
            }
            table.put(Property.HISTORY_TABLE, H2Histories.of(recorded));
            OPTIONS.forEach((fact, property) -> table.put(property, recorded.get(fact)));
            H2ExtendedProperties.add(table, recorded);
            tables.put(name, table);
        }
    }

    static TableName nameIn(ResultSet row) throws SQLException {
        return new TableName(row.getString("TABLE_SCHEMA"), row.getString("TABLE_NAME"));
    }

    /** The table that a row is about, unless it is a view or hidden. */
    Optional<ObjectBuilder> of(ResultSet row) throws SQLException {
        return Optional.ofNullable(tables.get(nameIn(row)));
    }
}
