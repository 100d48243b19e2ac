package dev.palindrome.schema.read;

import dev.palindrome.h2.H2Definitions.ConstraintView;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.compare.ColumnList;
import dev.palindrome.schema.read.H2Constraints.Found;
import dev.palindrome.schema.read.H2KnownKeys.Key;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.TableName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The columns of keys and foreign keys, and where foreign keys point to. */
final class H2KeyColumns {

    private static final String KEY_COLUMNS = """
            SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, ORDINAL_POSITION,
                   POSITION_IN_UNIQUE_CONSTRAINT
            FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE""";

    private static final String REFERENCES = """
            SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, UNIQUE_CONSTRAINT_SCHEMA, UNIQUE_CONSTRAINT_NAME, UPDATE_RULE,
                   DELETE_RULE
            FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS""";

    private static final String OWNERS = """
            SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, TABLE_SCHEMA, TABLE_NAME, REMARKS
            FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS""";

    private final Map<TableName, Found> constraints;
    private final H2KnownKeys known;
    private final Map<TableName, Key> keys = new HashMap<>();
    private final Map<TableName, TableName> references = new HashMap<>();

    H2KeyColumns(Map<TableName, Found> constraints, H2KnownKeys known) {
        this.constraints = constraints;
        this.known = known;
    }

    void read(H2InformationSchema rows) throws SQLException {
        rows.constraints(ConstraintView.KEY_COLUMN_USAGE, KEY_COLUMNS, this::keyColumn);
        Set<String> foreignKeys = foreignKeys();
        if (!foreignKeys.isEmpty()) {
            rows.constraints(
                    ConstraintView.REFERENTIAL_CONSTRAINTS,
                    REFERENCES,
                    "CONSTRAINT_NAME",
                    foreignKeys,
                    this::reference);
            readReferencedKeys(rows);
        }
        constraints.forEach((name, found) -> renamed(name, found.recorded()));
        known.remember(keys);
        constraints.forEach(this::complete);
    }

    private void keyColumn(ResultSet row) throws SQLException {
        TableName table = H2Tables.nameIn(row);
        Key key = keys.computeIfAbsent(
                H2Constraints.nameIn(row), name -> new Key(table, new TreeMap<>(), new HashMap<>()));
        int position = row.getInt("ORDINAL_POSITION");
        key.columns().put(position, row.getString("COLUMN_NAME"));
        key.referenced().put(position, row.getInt("POSITION_IN_UNIQUE_CONSTRAINT"));
    }

    private Set<String> foreignKeys() {
        Set<String> names = new HashSet<>();
        constraints.forEach((name, found) -> {
            if (found.builder().kind() == ObjectKind.FOREIGN_KEY) {
                names.add(name.name());
            }
        });
        return names;
    }

    private void reference(ResultSet row) throws SQLException {
        Optional<Found> found = Optional.ofNullable(constraints.get(H2Constraints.nameIn(row)));
        if (found.isPresent()) {
            TableName unique =
                    new TableName(row.getString("UNIQUE_CONSTRAINT_SCHEMA"), row.getString("UNIQUE_CONSTRAINT_NAME"));
            references.put(H2Constraints.nameIn(row), unique);
            found.get()
                    .builder()
                    .put(Property.ON_UPDATE, action(found.get(), Fact.ON_UPDATE, row.getString("UPDATE_RULE")))
                    .put(Property.ON_DELETE, action(found.get(), Fact.ON_DELETE, row.getString("DELETE_RULE")));
        }
    }

    /** What is recorded is of a key that is switched off. */
    private static Optional<String> action(Found key, Fact recorded, String rule) {
        return Optional.of(key.recorded().get(recorded).orElse(rule))
                .filter(known -> !known.equals("NO ACTION") && !known.equals("RESTRICT"))
                .map(known -> known.replace(' ', '_'));
    }

    /** Keys of tables that this reading is not about. */
    private void readReferencedKeys(H2InformationSchema rows) throws SQLException {
        Set<String> unknown = new HashSet<>();
        references.values().stream()
                .filter(key -> !keys.containsKey(key) && known.find(key).isEmpty())
                .forEach(key -> unknown.add(key.name()));
        Set<String> owners = new HashSet<>();
        Map<TableName, Recorded> records = new HashMap<>();
        rows.byNames(OWNERS, "CONSTRAINT_NAME", unknown, row -> {
            owners.add(row.getString("TABLE_NAME"));
            records.put(H2Constraints.nameIn(row), H2Record.of(row));
        });
        rows.byNames(KEY_COLUMNS, "TABLE_NAME", owners, this::keyColumn);
        records.forEach(this::renamed);
    }

    /** What is recorded is newer than what H2 says of columns that were renamed. */
    private void renamed(TableName name, Recorded recorded) {
        Optional<Key> key = Optional.ofNullable(keys.get(name));
        List<String> names = recorded.get(Fact.KEY)
                .map(columns -> ColumnList.names("(" + columns + ")"))
                .orElse(List.of());
        if (key.isPresent() && key.get().columns().size() == names.size()) {
            int position = 1;
            for (String column : names) {
                key.get().columns().put(position++, column);
            }
        }
    }

    private void complete(TableName name, Found found) {
        Optional<Key> key = Optional.ofNullable(keys.get(name));
        key.ifPresent(known -> found.builder()
                .put(
                        Property.COLUMNS,
                        found.recorded()
                                .get(Fact.KEY)
                                .map(said -> "(" + said + ")")
                                .orElseGet(() -> list(known.columns()))));
        Optional<Key> referenced = Optional.ofNullable(references.get(name)).flatMap(known::find);
        if (key.isPresent() && referenced.isPresent()) {
            found.builder().put(Property.REFERENCES, reference(key.get(), referenced.get()));
        }
    }

    private static String reference(Key key, Key referenced) {
        Map<Integer, String> columns = new TreeMap<>();
        key.columns()
                .keySet()
                .forEach(position -> columns.put(
                        position,
                        referenced.columns().getOrDefault(key.referenced().getOrDefault(position, position), "?")));
        return BracketedName.of(referenced.table().parts()) + list(columns);
    }

    private static String list(Map<Integer, String> columns) {
        return columns.values().stream()
                .map(BracketedName::of)
                .collect(java.util.stream.Collectors.joining(", ", "(", ")"));
    }
}
