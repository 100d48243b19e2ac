package dev.palindrome.schema.read;

import dev.palindrome.h2.H2Definitions.ConstraintView;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.text.ObjectBuilder;
import dev.palindrome.sql.TableName;
import dev.palindrome.tsql.HiddenName;
import dev.palindrome.tsql.Parentheses;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keys, foreign keys and checks. */
final class H2Constraints {

    private static final String CONSTRAINTS = """
            SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, CONSTRAINT_TYPE, TABLE_SCHEMA, TABLE_NAME, REMARKS
            FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS""";

    private static final String CHECKS =
            "SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, CHECK_CLAUSE FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS";

    private static final Map<String, ObjectKind> KINDS = Map.of(
            "PRIMARY KEY", ObjectKind.PRIMARY_KEY,
            "UNIQUE", ObjectKind.UNIQUE_KEY,
            "FOREIGN KEY", ObjectKind.FOREIGN_KEY,
            "CHECK", ObjectKind.CHECK);

    /** A constraint that is not yet complete. */
    record Found(ObjectBuilder builder, Recorded recorded) {}

    private final H2Tables tables;
    private final H2KnownKeys known;
    private final Map<TableName, Found> constraints = new LinkedHashMap<>();

    H2Constraints(H2Tables tables, H2KnownKeys known) {
        this.tables = tables;
        this.known = known;
    }

    void read(H2InformationSchema rows) throws SQLException {
        rows.constraints(ConstraintView.TABLE_CONSTRAINTS, CONSTRAINTS, this::constraint);
        Set<String> checks = namesWithoutCondition();
        if (!checks.isEmpty()) {
            rows.byNames(CHECKS, "CONSTRAINT_NAME", checks, this::condition);
        }
        new H2KeyColumns(constraints, known).read(rows);
    }

    private void constraint(ResultSet row) throws SQLException {
        Optional<ObjectBuilder> table = tables.of(row);
        Optional<ObjectKind> kind = Optional.ofNullable(KINDS.get(row.getString("CONSTRAINT_TYPE")));
        if (table.isPresent() && kind.isPresent()) {
            TableName name = nameIn(row);
            Recorded recorded = H2Record.of(row);
            ObjectBuilder builder = ObjectBuilder.constraint(kind.get(), name.name(), recorded.is(Fact.SYSTEM_NAMED));
            facts(builder, recorded);
            H2IndexFacts.put(recorded, builder, table.get(), isClustered(kind.get(), recorded));
            if (!HiddenName.is(name.name())) {
                table.get().add(builder);
            }
            H2ExtendedProperties.add(table.get(), recorded, Fact.PROPERTIES, "PART", name.name());
            H2ExtendedProperties.add(table.get(), recorded, Fact.INDEX_PROPERTIES, "INDEX", name.name());
            constraints.put(name, new Found(builder, recorded));
        }
    }

    static TableName nameIn(ResultSet row) throws SQLException {
        return new TableName(row.getString("CONSTRAINT_SCHEMA"), row.getString("CONSTRAINT_NAME"));
    }

    private static void facts(ObjectBuilder builder, Recorded recorded) {
        builder.put(Property.CONDITION, recorded.get(Fact.CHECK).map(Parentheses::around))
                .yes(Property.DISABLED, recorded.is(Fact.DISABLED))
                .yes(Property.NOT_TRUSTED, recorded.is(Fact.NOT_TRUSTED))
                .yes(Property.NOT_FOR_REPLICATION, recorded.is(Fact.NOT_FOR_REPLICATION))
                .put(Property.INDEX_KIND, clustering(builder.kind(), recorded));
    }

    private static boolean isClustered(ObjectKind kind, Recorded recorded) {
        return recorded.get(Fact.CLUSTERING)
                .map(said -> said.equals("clustered"))
                .orElse(kind == ObjectKind.PRIMARY_KEY);
    }

    /** A primary key is clustered and a UNIQUE constraint is not, unless it was said otherwise. */
    private static Optional<String> clustering(ObjectKind kind, Recorded recorded) {
        String usual = kind == ObjectKind.PRIMARY_KEY ? "CLUSTERED" : "NONCLUSTERED";
        return recorded.get(Fact.CLUSTERING)
                .map(said -> said.toUpperCase(Locale.ROOT))
                .filter(said -> !said.equals(usual));
    }

    private Set<String> namesWithoutCondition() {
        Set<String> names = new HashSet<>();
        constraints.forEach((name, found) -> {
            if (found.builder().kind() == ObjectKind.CHECK
                    && found.recorded().get(Fact.CHECK).isEmpty()) {
                names.add(name.name());
            }
        });
        return names;
    }

    private void condition(ResultSet row) throws SQLException {
        Optional<Found> found = Optional.ofNullable(constraints.get(nameIn(row)));
        if (found.isPresent()) {
            found.get().builder().put(Property.CONDITION, Parentheses.around(row.getString("CHECK_CLAUSE")));
        }
    }
}
