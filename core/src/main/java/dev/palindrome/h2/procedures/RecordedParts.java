package dev.palindrome.h2.procedures;

import dev.palindrome.h2.H2RecordedObjects;
import dev.palindrome.h2.definition.H2TablePart;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Indexes, statistics and full-text indexes of a table or view that H2 does not have. */
final class RecordedParts {

    private static final Set<String> STANDING_ON_PRIMARY_KEY = Set.of("XML", "SPATIAL", "JSON", "VECTOR");

    private static final Set<Kind> KINDS = Set.of(Kind.INDEX, Kind.STATISTICS, Kind.FULL_TEXT_INDEX);

    private final H2Table table;

    private RecordedParts(H2Table table) {
        this.table = table;
    }

    static RecordedParts of(H2Table table) {
        return new RecordedParts(table);
    }

    /** Whether those of a kind have keys that begin with the name of their table. */
    static boolean isPart(Kind kind) {
        return KINDS.contains(kind);
    }

    /** Other tables have parts of the same name. */
    static String key(String table, String name) {
        return table + "." + name;
    }

    List<RecordedObject> all(Kind... kinds) throws SQLException {
        return H2RecordedObjects.of(table.connection(), List.of(kinds)).stream()
                .filter(object -> object.belongsTo(table.schema(), table.name()))
                .toList();
    }

    Optional<RecordedObject> find(Kind kind, String name) throws SQLException {
        return all(kind).stream()
                .filter(part -> part.name().equalsIgnoreCase(name))
                .findFirst();
    }

    void create(Kind kind, String name, Recorded recorded) throws SQLException {
        requireColumns(recorded);
        if (kind == Kind.STATISTICS) {
            new SchemaRules(table)
                    .requireFilter(
                            "statistics '" + name + "'",
                            recorded.get(Fact.FILTER).orElse(""));
        }
        if (kind == Kind.INDEX) {
            requireSpecial(name, recorded);
        }
        if (kind == Kind.STATISTICS && new SchemaRules(table).isIndex(name)) {
            throw TsqlError.of(
                    1927, "There are already statistics on table '" + table.name() + "' named '" + name + "'.");
        }
        H2Table owner = table.asCalled();
        new ObjectRecording(table.connection())
                .put(new RecordedObject(
                        kind,
                        owner.schema(),
                        key(owner.name(), name),
                        recorded.with(Fact.NAME, name)
                                .with(Fact.PARENT, BracketedName.of(List.of(owner.schema(), owner.name())))));
    }

    private static String columns(String inParentheses) {
        return inParentheses.substring(1, inParentheses.length() - 1);
    }

    private void requireColumns(Recorded recorded) throws SQLException {
        if (!table.exists()) {
            throw TsqlError.of(
                    1088,
                    "Cannot find the object \"" + table.name()
                            + "\" because it does not exist or you do not have permissions.");
        }
        Optional<String> columns = recorded.get(Fact.COLUMNS);
        if (columns.isEmpty()) {
            return;
        }
        for (String column : H2TablePart.columns(columns(columns.get()))) {
            if (!table.isView() && table.h2Column(column).isEmpty()) {
                throw TsqlError.of(1911, "Column name '" + column + "' does not exist in the target table or view.");
            }
        }
    }

    /** What SQL Server demands of indexes of XML, JSON, vectors and shapes. */
    private void requireSpecial(String name, Recorded index) throws SQLException {
        String kind = index.get(Fact.INDEX_KIND).orElse("");
        if (!STANDING_ON_PRIMARY_KEY.contains(kind)) {
            return;
        }
        if (table.isView()) {
            throw TsqlError.of(
                    6334,
                    "Could not create the XML or spatial index on object '" + table.name()
                            + "' because that object is not a table. Create the index on the base table column.");
        }
        String column = H2TablePart.columns(columns(index.get(Fact.COLUMNS).orElse("()")))
                .get(0);
        requireType(kind, name, column, index);
        boolean clustered = table.parts().stream()
                .anyMatch(part -> part.kind().equals("PRIMARY KEY") && SchemaRules.isClustered(part));
        if (!clustered) {
            throw kind.equals("XML")
                    ? TsqlError.of(
                            6332,
                            "Table '" + table.name()
                                    + "' needs to have a clustered primary key with less than 32 columns in"
                                    + " it in order to create a primary XML index on it.")
                    : TsqlError.of(
                            12008,
                            "Table '" + table.name() + "' does not have a clustered primary key as required by the "
                                    + kind.toLowerCase(Locale.ROOT)
                                    + " index. Make sure that the primary key column exists on the table before creating a "
                                    + kind.toLowerCase(Locale.ROOT) + " index.");
        }
        if (kind.equals("XML")) {
            requirePrimary(column, index.get(Fact.DETAILS).orElse(""));
        }
    }

    private void requireType(String kind, String name, String column, Recorded index) throws SQLException {
        String type = Recorded.parse(table.h2Column(column).orElseThrow().comment())
                .get(Fact.TYPE)
                .orElse("");
        boolean fits = switch (kind) {
            case "SPATIAL" ->
                !type.isEmpty()
                        && index.get(Fact.DETAILS).orElse("").startsWith("(" + type.toUpperCase(Locale.ROOT) + "_");
            case "JSON" -> type.equals("json");
            case "VECTOR" -> type.startsWith("vector");
            default -> type.equals("xml");
        };
        if (fits) {
            return;
        }
        throw switch (kind) {
            case "XML" ->
                TsqlError.of(
                        6330,
                        "Column '" + column + "' on table '" + table.name()
                                + "' is not of type XML, which is required to create an XML index on it.");
            case "SPATIAL" ->
                TsqlError.of(
                        12002,
                        "The requested spatial index on column '" + column + "' of table '" + table.name()
                                + "' could not be created because the column type is not that of the tessellation.");
            default ->
                new SQLException("The index '" + name + "' cannot be on the column '" + column
                        + "', which is of the type " + type + ".");
        };
    }

    private void requirePrimary(String column, String details) throws SQLException {
        List<RecordedObject> primary = all(Kind.INDEX).stream()
                .filter(part -> part.recorded().get(Fact.DETAILS).equals(Optional.of("(PRIMARY)")))
                .filter(part -> part.recorded()
                        .get(Fact.COLUMNS)
                        .filter(("(" + BracketedName.of(column) + ")")::equalsIgnoreCase)
                        .isPresent())
                .toList();
        if (details.equals("(PRIMARY)")) {
            if (!primary.isEmpty()) {
                throw TsqlError.of(
                        6331,
                        "Primary XML Index '" + primary.get(0).name() + "' already exists on column '" + column
                                + "' on table '" + table.name()
                                + "', and multiple Primary XML Indexes per column are not allowed.");
            }
        } else if (primary.stream().noneMatch(part -> isSecondaryOf(details, part.name()))) {
            throw TsqlError.of(
                    6333,
                    "Could not find primary XML index named '" + primaryOf(details) + "' on table '" + table.name()
                            + "'");
        }
    }

    private static boolean isSecondaryOf(String details, String primary) {
        return primaryOf(details).equalsIgnoreCase(primary);
    }

    /** Of {@code (USING [primary] FOR PATH)}; empty for another index. */
    private static String primaryOf(String details) {
        TokenReader reader = TokenReader.ofName(details);
        return reader.acceptSymbol("(") && reader.accept("USING") ? reader.identifier() : "";
    }

    /** Fails if an index stands on the primary key. */
    void requireNotStandingOnPrimaryKey(String key) throws SQLException {
        for (RecordedObject part : all(Kind.INDEX)) {
            if (STANDING_ON_PRIMARY_KEY.contains(
                    part.recorded().get(Fact.INDEX_KIND).orElse(""))) {
                throw TsqlError.of(
                        3734,
                        "Could not drop the primary key constraint '" + key
                                + "' because the table has an XML or spatial index.");
            }
        }
    }

    /** The secondary XML indexes of a primary one. */
    List<RecordedObject> secondariesOf(String primary) throws SQLException {
        return all(Kind.INDEX).stream()
                .filter(part -> isSecondaryOf(part.recorded().get(Fact.DETAILS).orElse(""), primary))
                .toList();
    }

    /** All indexes of a view go with its clustered one. */
    private List<RecordedObject> goingWith(RecordedObject index) throws SQLException {
        boolean ofView = index.recorded()
                .get(Fact.INDEX_KIND)
                .filter("CLUSTERED"::equals)
                .isPresent();
        return ofView ? all(Kind.INDEX) : secondariesOf(index.name());
    }

    /** With what stands on it. */
    boolean remove(Kind kind, String name) throws SQLException {
        Optional<RecordedObject> part = find(kind, name);
        if (part.isPresent()) {
            ObjectRecording recording = new ObjectRecording(table.connection());
            recording.remove(part.get());
            for (RecordedObject other : kind == Kind.INDEX ? goingWith(part.get()) : List.<RecordedObject>of()) {
                recording.remove(other);
            }
        }
        return part.isPresent();
    }

    void drop(Kind kind, String name) throws SQLException {
        if (!remove(kind, name)) {
            throw TsqlError.of(
                    3701,
                    "Cannot drop the " + kind.label() + " '" + table.name() + "." + name
                            + "', because it does not exist or you do not have permission.");
        }
    }

    void replace(RecordedObject part, Recorded recorded) throws SQLException {
        new ObjectRecording(table.connection()).replace(part, recorded);
    }

    static boolean mentions(RecordedObject part, String column) {
        String texts = part.recorded().get(Fact.COLUMNS).orElse("") + " "
                + part.recorded().get(Fact.FILTER).orElse("") + " "
                + part.recorded()
                        .get(Fact.DATA_SPACE)
                        .flatMap(TableFacts::partitionColumn)
                        .map(BracketedName::of)
                        .orElse("");
        boolean ordered = part.recorded()
                .get(Fact.INDEX_KIND)
                .filter(kind -> kind.endsWith("COLUMNSTORE"))
                .isPresent();
        if (ordered && namesInBrackets(part.recorded().get(Fact.DETAILS).orElse(""), column)) {
            return true;
        }
        // In a full-text index words stand between the names, which are in brackets all.
        boolean bracketed = part.kind() == Kind.FULL_TEXT_INDEX;
        return Lexer.tokens(texts, 1).stream()
                .filter(token -> bracketed ? token.kind() == Token.Kind.NAME : token.isName())
                .anyMatch(token -> token.value().equalsIgnoreCase(column));
    }

    private static boolean namesInBrackets(String text, String column) {
        return Lexer.tokens(text, 1).stream()
                .anyMatch(token ->
                        token.kind() == Token.Kind.NAME && token.value().equalsIgnoreCase(column));
    }
}
