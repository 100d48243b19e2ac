package dev.palindrome.schema.read;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.text.ObjectBuilder;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.tsql.DatabaseCollation;
import dev.palindrome.tsql.HiddenName;
import dev.palindrome.tsql.Parentheses;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Columns: what the front recorded about them comes before what H2 says. */
final class H2Columns {

    private static final String COLUMNS = """
            SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, ORDINAL_POSITION, IS_NULLABLE, COLUMN_DEFAULT, IS_IDENTITY,
                   IDENTITY_START, IDENTITY_INCREMENT, GENERATION_EXPRESSION, REMARKS, DATA_TYPE,
                   CHARACTER_MAXIMUM_LENGTH, NUMERIC_PRECISION, NUMERIC_SCALE, DATETIME_PRECISION
            FROM INFORMATION_SCHEMA.COLUMNS""";

    /** A column and where it goes. */
    private record Placed(ObjectBuilder table, int position, ObjectBuilder column) {}

    private final H2Tables tables;
    private final List<Placed> columns = new ArrayList<>();
    private final Map<ObjectBuilder, String> periodStarts = new IdentityHashMap<>();
    private final Map<ObjectBuilder, String> periodEnds = new IdentityHashMap<>();

    H2Columns(H2Tables tables) {
        this.tables = tables;
    }

    void read(H2InformationSchema rows) throws SQLException {
        rows.ofTables(COLUMNS, "TABLE_NAME", this::column);
        columns.sort(Comparator.comparingInt(Placed::position));
        columns.forEach(placed -> placed.table().add(placed.column()));
        periodStarts.forEach((table, start) -> Optional.ofNullable(periodEnds.get(table))
                .ifPresent(end -> table.put(Property.PERIOD, "(" + start + ", " + end + ")")));
    }

    private void column(ResultSet row) throws SQLException {
        Optional<ObjectBuilder> table = tables.of(row);
        if (table.isPresent() && !HiddenName.is(row.getString("COLUMN_NAME"))) {
            Recorded recorded = H2Record.of(row);
            String name = BracketedName.of(row.getString("COLUMN_NAME"));
            recorded.get(Fact.GENERATED)
                    .ifPresent(bound -> (bound.contains("START") ? periodStarts : periodEnds).put(table.get(), name));
            columns.add(new Placed(table.get(), row.getInt("ORDINAL_POSITION"), builder(row, recorded)));
            properties(table.get(), row, recorded);
        }
    }

    private static void properties(ObjectBuilder table, ResultSet row, Recorded recorded) throws SQLException {
        H2ExtendedProperties.addOfColumn(table, recorded, row.getString("COLUMN_NAME"));
        recorded.get(Fact.DEFAULT_NAME)
                .ifPresent(name -> H2ExtendedProperties.add(table, recorded, Fact.DEFAULT_PROPERTIES, "PART", name));
    }

    private static ObjectBuilder builder(ResultSet row, Recorded recorded) throws SQLException {
        ObjectBuilder column = new ObjectBuilder(ObjectKind.COLUMN, List.of(row.getString("COLUMN_NAME")));
        Optional<String> computed = computed(row, recorded);
        if (computed.isPresent()) {
            return column.put(Property.COMPUTED, Parentheses.around(computed.get()))
                    .yes(Property.PERSISTED, recorded.is(Fact.PERSISTED))
                    .yes(Property.NOT_NULL, isNotNull(row));
        }
        column.put(Property.TYPE, type(row, recorded))
                .yes(Property.NOT_NULL, isNotNull(row))
                .put(Property.COLLATION, recorded.get(Fact.COLLATION).filter(known -> !DatabaseCollation.is(known)))
                .yes(Property.SPARSE, recorded.is(Fact.SPARSE))
                .yes(Property.ANSI_PADDING_OFF, recorded.is(Fact.ANSI_PADDING_OFF))
                .yes(Property.ROWGUIDCOL, recorded.is(Fact.ROWGUIDCOL))
                .put(Property.MASKED, recorded.get(Fact.MASKED))
                .put(Property.GENERATED, recorded.get(Fact.GENERATED))
                .yes(Property.HIDDEN, recorded.is(Fact.HIDDEN))
                .put(Property.XML_COLLECTION, recorded.get(Fact.XML_COLLECTION));
        defaultValue(row, recorded, column);
        if (row.getString("IS_IDENTITY").equals("YES")) {
            String identity = "(" + row.getString("IDENTITY_START") + "," + row.getString("IDENTITY_INCREMENT") + ")";
            column.put(Property.IDENTITY, identity)
                    .yes(Property.NOT_FOR_REPLICATION, recorded.is(Fact.IDENTITY_NOT_FOR_REPLICATION));
        }
        return column;
    }

    /** Nothing of a ROWVERSION, whose values H2 computes. */
    private static Optional<String> computed(ResultSet row, Recorded recorded) throws SQLException {
        Optional<String> computed =
                recorded.get(Fact.COMPUTED).or(H2Record.optional(row.getString("GENERATION_EXPRESSION")));
        return recorded.get(Fact.TYPE).isPresent() ? Optional.empty() : computed;
    }

    private static boolean isNotNull(ResultSet row) throws SQLException {
        return row.getString("IS_NULLABLE").equals("NO");
    }

    private static void defaultValue(ResultSet row, Recorded recorded, ObjectBuilder column) throws SQLException {
        @Nullable String known = row.getString("COLUMN_DEFAULT");
        boolean own = recorded.get(Fact.GENERATED).isPresent()
                && recorded.get(Fact.DEFAULT).isEmpty();
        if (known == null || own) { // by what H2 has there, triggers see that nothing was given
            return;
        }
        column.put(
                Property.DEFAULT, Parentheses.around(recorded.get(Fact.DEFAULT).orElse(known)));
        Optional<String> name = recorded.get(Fact.DEFAULT_NAME);
        if (name.isPresent()) {
            column.defaultName(name.get(), recorded.is(Fact.DEFAULT_SYSTEM_NAMED));
        }
    }

    private static String type(ResultSet row, Recorded recorded) throws SQLException {
        Optional<String> alias = recorded.get(Fact.USER_TYPE);
        if (alias.isPresent()) {
            return alias.get();
        }
        Optional<String> declared = recorded.get(Fact.TYPE);
        return declared.isPresent() ? declared.get().toUpperCase(Locale.ROOT) : H2Type.of(row);
    }
}
