package dev.palindrome.h2.procedures;

import dev.palindrome.h2.H2Definitions;
import dev.palindrome.h2.definition.H2Column;
import dev.palindrome.h2.definition.H2TablePart;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.sql.NearObject;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.TableName;
import dev.palindrome.text.NearestName;
import dev.palindrome.tsql.ForeignKeyDeclaration;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What SQL Server demands of new foreign keys of a table, and H2 does not. The table itself may not be there yet. */
final class ForeignKeyRules {

    private static final String CASCADES = """
            SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, UNIQUE_CONSTRAINT_SCHEMA, UNIQUE_CONSTRAINT_NAME,
                   DELETE_RULE, UPDATE_RULE
            FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS
            WHERE DELETE_RULE NOT IN ('NO ACTION', 'RESTRICT') OR UPDATE_RULE NOT IN ('NO ACTION', 'RESTRICT')""";

    /** Apart from the other query, because H2 joins the two by going through all constraints for each of them. */
    private static final String TABLES =
            "SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, TABLE_SCHEMA, TABLE_NAME FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS";

    /** What a change of the rows of one table does to another. */
    private record Edge(String from, String to, String onDelete, String onUpdate) {}

    private final H2Table table;

    ForeignKeyRules(H2Table table) {
        this.table = table;
    }

    void require(List<ForeignKeyDeclaration> keys) throws SQLException {
        for (ForeignKeyDeclaration key : keys) {
            requireColumns(key);
            requireTypes(key);
        }
        if (keys.stream().anyMatch(key -> acts(key.onDelete()) || acts(key.onUpdate()))) {
            requireOnePath(keys);
        }
    }

    private H2Table target(ForeignKeyDeclaration key) throws SQLException {
        return H2Table.of(table.connection(), key.schema(), key.table());
    }

    /** What H2 would say in its words, without the key's name. */
    private void requireColumns(ForeignKeyDeclaration key) throws SQLException {
        H2Table target = target(key);
        boolean same = name(target.schema(), target.name()).equals(name(table.schema(), table.name()));
        List<H2Column> theirs = target.columns();
        if (theirs.isEmpty() && !same) {
            String near = NearObject.table(table.connection(), target.schema(), target.name())
                    .map(" (is %s meant?)"::formatted)
                    .orElse("");
            throw TsqlError.of(
                    1767,
                    "Foreign key '" + key.name() + "' references invalid table '" + target.schema() + "."
                            + target.name() + "'" + near + ".");
        }
        requireColumns(key, key.columns(), same ? theirs : table.columns(), key.added(), 1769, "referencing", table);
        requireColumns(key, key.referenced(), theirs, same ? key.added() : List.of(), 1770, "referenced", target);
    }

    private static void requireColumns(
            ForeignKeyDeclaration key,
            List<String> names,
            List<H2Column> there,
            List<String> added,
            int number,
            String role,
            H2Table owner)
            throws SQLException {
        List<String> known = Stream.concat(there.stream().map(H2Column::name), added.stream())
                .toList();
        for (String name : names) {
            if (known.stream().noneMatch(name::equalsIgnoreCase)) {
                throw TsqlError.of(
                        number,
                        "Foreign key '" + key.name() + "' references invalid column '" + name + "' in " + role
                                + " table '" + owner.name() + "'" + NearestName.question(name, known) + ".");
            }
        }
    }

    private void requireTypes(ForeignKeyDeclaration key) throws SQLException {
        H2Table target = target(key);
        List<H2Column> theirs = target.columns();
        List<String> referenced =
                key.referenced().isEmpty() && !theirs.isEmpty() ? primaryKey(target) : key.referenced();
        for (int i = 0; i < Math.min(referenced.size(), key.columns().size()); i++) {
            String own = key.types().get(i);
            if (own.isEmpty()) {
                own = type(table.columns(), key.columns().get(i));
            }
            requireSame(key, key.columns().get(i), own, referenced.get(i), type(theirs, referenced.get(i)));
        }
    }

    private static List<String> primaryKey(H2Table target) throws SQLException {
        return target.parts().stream()
                .filter(part -> part.kind().equals("PRIMARY KEY"))
                .findFirst()
                .map(H2TablePart::columns)
                .orElse(List.of());
    }

    private static String type(List<H2Column> columns, String name) {
        return columns.stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .findFirst()
                .flatMap(column -> Recorded.parse(column.comment()).get(Fact.TYPE))
                .orElse("");
    }

    /** Of columns whose type is not known, nothing is said: computed ones, and those of a table that is not there. */
    private void requireSame(ForeignKeyDeclaration key, String column, String own, String other, String theirs)
            throws SQLException {
        int error = ForeignKeyDeclaration.mismatch(own, theirs);
        if (error == 0) {
            return;
        }
        String columns =
                "Column '" + key.table() + "." + other + "' (" + theirs + ") is not the same %s as referencing column '"
                        + table.name() + "." + column + "' (" + own + ") in foreign key '" + key.name() + "'.";
        throw TsqlError.of(error, columns.formatted(error == 1753 ? "length or scale" : "data type"));
    }

    private static boolean acts(String action) {
        return !action.equals("NO ACTION") && !action.equals("RESTRICT");
    }

    private void requireOnePath(List<ForeignKeyDeclaration> keys) throws SQLException {
        if (keys.size() == 1 && isLeaf(keys.get(0))) {
            return;
        }
        List<Edge> edges = edges();
        for (ForeignKeyDeclaration key : keys) {
            H2Table target = target(key);
            edges.add(new Edge(
                    name(target.schema(), target.name()),
                    name(table.schema(), table.name()),
                    key.onDelete(),
                    key.onUpdate()));
            boolean several = hasSeveralPaths(edges, Edge::onDelete) || hasSeveralPaths(edges, Edge::onUpdate);
            if (several) {
                throw TsqlError.of(
                        1785,
                        "Introducing FOREIGN KEY constraint '" + key.name() + "' on table '" + table.name()
                                + "' may cause cycles or multiple cascade paths. Specify ON DELETE NO ACTION or ON UPDATE NO"
                                + " ACTION, or modify other FOREIGN KEY constraints.");
            }
        }
    }

    /** Nothing leads on from a table that is not there yet, and by one key only one path leads to it. */
    private boolean isLeaf(ForeignKeyDeclaration key) throws SQLException {
        H2Table target = target(key);
        return table.columns().isEmpty()
                && !name(target.schema(), target.name()).equals(name(table.schema(), table.name()));
    }

    private List<Edge> edges() throws SQLException {
        Optional<H2Definitions> definitions = H2Definitions.of(table.connection());
        if (definitions.isPresent()) {
            return new ArrayList<>(definitions.get().cascades().stream()
                    .map(cascade -> new Edge(
                            name(cascade.referenced()), name(cascade.table()), cascade.onDelete(), cascade.onUpdate()))
                    .toList());
        }
        SqlRunner sql = SqlRunner.on(table.connection());
        Map<String, String> tables = new HashMap<>();
        sql.query(TABLES)
                .forEach(row ->
                        tables.put(name(row.getString(1), row.getString(2)), name(row.getString(3), row.getString(4))));
        return new ArrayList<>(sql.query(CASCADES)
                .list(row -> new Edge(
                        tables.getOrDefault(name(row.getString(3), row.getString(4)), ""),
                        tables.getOrDefault(name(row.getString(1), row.getString(2)), ""),
                        row.getString(5),
                        row.getString(6))));
    }

    private static String name(TableName table) {
        return name(table.schema(), table.name());
    }

    private static String name(String schema, String name) {
        return (schema + "." + name).toLowerCase(Locale.ROOT);
    }

    /** Whether from some table another, or the same, is reached twice (Microsoft: primary-and-foreign-key-constraints). */
    private static boolean hasSeveralPaths(List<Edge> edges, Function<Edge, String> action) {
        Map<String, List<Edge>> acting =
                edges.stream().filter(edge -> acts(action.apply(edge))).collect(Collectors.groupingBy(Edge::from));
        return acting.keySet().stream().anyMatch(first -> hasSeveralPathsFrom(first, acting, action));
    }

    private static boolean hasSeveralPathsFrom(
            String first, Map<String, List<Edge>> acting, Function<Edge, String> action) {
        Set<String> reached = new HashSet<>(Set.of(first));
        List<String> open = new ArrayList<>(List.of(first));
        while (!open.isEmpty()) {
            for (Edge edge : acting.getOrDefault(open.remove(open.size() - 1), List.of())) {
                if (!reached.add(edge.to())) {
                    return true;
                }
                if (action.apply(edge).equals("CASCADE")) {
                    open.add(edge.to());
                }
            }
        }
        return false;
    }
}
