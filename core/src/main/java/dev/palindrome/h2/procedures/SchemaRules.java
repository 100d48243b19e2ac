package dev.palindrome.h2.procedures;

import dev.palindrome.h2.H2Definitions;
import dev.palindrome.h2.definition.H2Column;
import dev.palindrome.h2.definition.H2TablePart;
import dev.palindrome.h2.procedures.object.H2Comment;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.TableName;
import dev.palindrome.tsql.H2IndexName;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import dev.palindrome.tsql.Token;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What SQL Server demands of a change of the schema, and H2 does not. Each is asked before the change. */
final class SchemaRules {

    /** What H2 does not have and is called as its tables are. */
    private static final List<Kind> SHARING =
            Stream.of(Kind.values()).filter(Kind::sharesNames).toList();

    /** By name alone, so that it costs the same in a database of a thousand tables. */
    private static final String OBJECT =
            "SELECT COALESCE(DB_OBJECT_ID('TABLE', ?, ?), DB_OBJECT_ID('CONSTRAINT', ?, ?), DB_OBJECT_ID('SEQUENCE', ?, ?)"
                    + ", DB_OBJECT_ID('CONSTANT', ?, ?)".repeat(SHARING.size()) + ")";

    private static final String INDEX =
            "SELECT COALESCE(DB_OBJECT_ID('INDEX', ?, ?), DB_OBJECT_ID('CONSTANT', ?, ?), DB_OBJECT_ID('CONSTANT', ?, ?))";

    /** Where H2 is not known from inside: definitions, because rows of all columns take several times as long. */
    private static final String TABLES =
            "SELECT DB_OBJECT_SQL('TABLE', TABLE_SCHEMA, TABLE_NAME) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = ?"
                    + " AND TABLE_TYPE = 'BASE TABLE'";

    private static final String DEFAULT_NAME = " " + Fact.DEFAULT_NAME.key() + "=\"";

    private static final Pattern PLAIN = Pattern.compile("[a-z0-9_]+");

    private final H2Table table;

    SchemaRules(H2Table table) {
        this.table = table;
    }

    /**
     * Tables, views, sequences and constraints of a schema share their names. Those of defaults stand in the records of
     * columns, all of which must be read for them: so only a new default is held against other defaults.
     *
     * @param defaults whether the names are those of defaults
     */
    void requireFree(List<String> names, boolean defaults) throws SQLException {
        Set<String> taken = defaults ? defaultsAmong(names) : Set.of();
        for (String name : names) {
            if (isTaken(name) || taken.contains(name.toLowerCase(Locale.ROOT))) {
                throw taken(name);
            }
        }
    }

    static SQLException taken(String name) {
        return TsqlError.of(2714, "There is already an object named '" + name + "' in the database.");
    }

    /** Whether a table, a view, a sequence, a constraint, or an object that H2 does not have, is called so. */
    boolean isTaken(String name) throws SQLException {
        String schema = table.schema();
        List<String> parameters = new ArrayList<>(List.of(schema, name, schema, name, schema, name));
        for (Kind kind : SHARING) {
            parameters.add(schema);
            parameters.add(kind.constant(name));
        }
        return SqlRunner.on(table.connection())
                .query(OBJECT, parameters.toArray())
                .first(row -> row.getInt(1) > 0)
                .orElse(false);
    }

    /** The names of defaults among these, in lower case, by one look at all tables. */
    private Set<String> defaultsAmong(List<String> names) throws SQLException {
        List<String> wanted =
                names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        Optional<H2Definitions> definitions = H2Definitions.of(table.connection());
        Set<String> found = new HashSet<>();
        if (definitions.isPresent()) {
            for (TableName owner : ownersOfDefaults(definitions.get(), wanted)) {
                defaultsOf(new H2Table(table.connection(), owner.schema(), owner.name()).columns())
                        .forEach(found::add);
            }
        } else {
            SqlRunner.on(table.connection())
                    .query(TABLES, table.schema())
                    .forEach(row -> found.addAll(defaultsAmong(wanted, row.getString(1))));
        }
        found.retainAll(wanted);
        return found;
    }

    /** The tables of this schema that may have a default of one of these names. */
    private Set<TableName> ownersOfDefaults(H2Definitions definitions, List<String> wanted) {
        return wanted.stream()
                .map(SchemaRules::trace)
                .distinct()
                .flatMap(trace -> definitions.tablesWithComment(trace).stream())
                .filter(owner -> owner.schema().equalsIgnoreCase(table.schema()))
                .collect(Collectors.toSet());
    }

    private static Stream<String> defaultsOf(List<H2Column> columns) {
        return columns.stream()
                .flatMap(column -> Recorded.parse(column.comment()).get(Fact.DEFAULT_NAME).stream())
                .map(name -> name.toLowerCase(Locale.ROOT));
    }

    private static Set<String> defaultsAmong(List<String> wanted, @Nullable String createTable) {
        if (createTable == null || !createTable.contains(DEFAULT_NAME)) {
            return Set.of();
        }
        String text = createTable.toLowerCase(Locale.ROOT);
        if (wanted.stream().noneMatch(name -> text.contains(trace(name)))) {
            return Set.of();
        }
        return defaultsOf(H2Column.of(createTable)).collect(Collectors.toSet());
    }

    /** What a definition shows of the name of a default: in a text of H2's, other letters than these may look otherwise. */
    private static String trace(String name) {
        return PLAIN.matcher(name).matches() ? DEFAULT_NAME + name + '"' : DEFAULT_NAME;
    }

    void requireNoIdentity() throws SQLException {
        if (table.columns().stream().anyMatch(H2Column::identity)) {
            throw TsqlError.of(
                    2744,
                    "Multiple identity columns specified for table '" + table.name()
                            + "'. Only one identity column per table is allowed.");
        }
    }

    void requireNoClustered() throws SQLException {
        Optional<String> known = clusteredIndex();
        if (known.isPresent()) {
            throw TsqlError.of(
                    1902,
                    "Cannot create more than one clustered index on table '" + table.name()
                            + "'. Drop the existing clustered index '" + known.get()
                            + "' before creating another.");
        }
    }

    /** The name of the index or key by which the rows of the table are sorted. */
    Optional<String> clusteredIndex() throws SQLException {
        if (!table.exists()) {
            return Optional.empty();
        }
        Optional<H2TablePart> clustered =
                table.parts().stream().filter(SchemaRules::isClustered).findFirst();
        return clustered.isPresent()
                ? clustered.map(SchemaRules::name)
                : RecordedParts.of(table).all(Kind.INDEX).stream()
                        .filter(part ->
                                part.recorded().get(Fact.INDEX_KIND).orElse("").startsWith("CLUSTERED"))
                        .map(RecordedObject::name)
                        .findFirst();
    }

    static boolean isClustered(H2TablePart part) {
        String clustering = part.recorded().get(Fact.CLUSTERING).orElse("");
        return clustering.equals("clustered")
                || clustering.isEmpty() && part.kind().equals("PRIMARY KEY");
    }

    private static String name(H2TablePart part) {
        return part.recorded().get(Fact.NAME).orElse(part.name());
    }

    /** A key's index is called as the key. */
    void requireFreeIndex(String index) throws SQLException {
        if (isIndex(index)) {
            throw TsqlError.of(
                    1913,
                    "The operation failed because an index or statistics with name '" + index
                            + "' already exists on table '" + table.name() + "'.");
        }
    }

    boolean isIndex(String index) throws SQLException {
        String named = RecordedParts.key(table.name(), index);
        Optional<String> key = H2Comment.find(table.connection(), "CONSTRAINT", table.schema(), index)
                .map(H2Comment::definition)
                .filter(definition -> definition.startsWith("ALTER TABLE " + table.h2()));
        boolean taken = SqlRunner.on(table.connection())
                .query(
                        INDEX,
                        table.schema(),
                        H2IndexName.of(table.name(), index),
                        table.schema(),
                        Kind.INDEX.constant(named),
                        table.schema(),
                        Kind.STATISTICS.constant(named))
                .first(row -> row.getInt(1) > 0)
                .orElse(false);
        return taken
                || key.filter(known -> known.contains(" PRIMARY KEY(") || known.contains(" UNIQUE"))
                        .isPresent();
    }

    /** Of a view it is asked where the index is made. */
    void requireIncludable(List<String> columns) throws SQLException {
        List<H2Column> known = table.columns();
        for (String column : columns) {
            if (!known.isEmpty() && find(known, column).isEmpty()) {
                throw TsqlError.of(1911, "Column name '" + column + "' does not exist in the target table or view.");
            }
        }
    }

    /** What a filter compares is a column whose values are kept. */
    void requireFilter(String part, String filter) throws SQLException {
        List<H2Column> known = table.columns();
        for (String name : known.isEmpty() ? List.<String>of() : compared(filter)) {
            Optional<H2Column> column = find(known, name);
            if (column.isEmpty()) {
                throw TsqlError.of(207, "Invalid column name '" + name + "'.");
            }
            if (isComputed(column.get())) {
                throw TsqlError.of(
                        10609,
                        "Filtered " + part + " cannot be created on table '" + table.name()
                                + "' because the column '" + name + "' in the filter expression is a computed column."
                                + " Rewrite the filter expression so that it does not include this column.");
            }
        }
    }

    /** The names before {@code =}, {@code IS} and their like; other names in a filter are those of types. */
    private static List<String> compared(String filter) {
        List<Token> tokens = Lexer.tokens(filter, 1).stream()
                .filter(token -> !token.isSymbol(")"))
                .toList();
        List<String> names = new ArrayList<>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token after = tokens.get(i + 1);
            boolean comparison = after.kind() == Token.Kind.SYMBOL
                    && "=<>!".indexOf(after.text().charAt(0)) >= 0;
            if (tokens.get(i).isName() && (comparison || after.is("IS", "IN"))) {
                names.add(tokens.get(i).value());
            }
        }
        return names;
    }

    private static Optional<H2Column> find(List<H2Column> known, String name) {
        return known.stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static boolean isComputed(H2Column column) {
        return column.computed()
                || Recorded.parse(column.comment()).get(Fact.COMPUTED).isPresent();
    }

    void requireIndexable(List<String> columns) throws SQLException {
        for (H2Column column : table.columns()) {
            boolean meant = columns.stream().anyMatch(column.name()::equalsIgnoreCase);
            if (meant && isLarge(column)) {
                throw TsqlError.of(
                        1919,
                        "Column '" + column.name() + "' in table '" + table.name()
                                + "' is of a type that is invalid for use as a key column in an index.");
            }
        }
    }

    private static boolean isLarge(H2Column column) {
        String type = Recorded.parse(column.comment()).get(Fact.TYPE).orElse("");
        return DeclaredType.parse(type).isLarge();
    }

    /**
     * SQL Server compiles a whole batch before it runs any of it, so that a column which the batch adds is not there yet for
     * its queries.
     *
     * @param others the tables that the statement names as well: where one is missing, the statement is compiled later
     */
    void requireColumn(String column, int line, List<String> others) throws SQLException {
        List<H2Column> columns = table.columns();
        if (columns.isEmpty() || columns.stream().anyMatch(known -> known.name().equalsIgnoreCase(column))) {
            return;
        }
        for (int i = 0; i < others.size(); i += 2) {
            String schema = others.get(i).isEmpty() ? null : others.get(i);
            if (!H2Table.of(table.connection(), schema, others.get(i + 1)).exists()) {
                return;
            }
        }
        throw TsqlError.of(
                207,
                "Invalid column name '" + column + "' on line " + line
                        + ": SQL Server compiles a batch before it runs it, and it is this batch that adds the column to "
                        + table.name() + ". Put GO in between, or the statement into EXEC.");
    }
}
