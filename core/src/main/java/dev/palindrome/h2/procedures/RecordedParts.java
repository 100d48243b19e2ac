package dev.palindrome.h2.procedures;

import dev.palindrome.h2.H2RecordedObjects;
import dev.palindrome.h2.definition.H2TablePart;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Indexes, statistics and full-text indexes of a table or view that H2 does not have. */
final class RecordedParts {

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
        if (kind == Kind.STATISTICS && new SchemaRules(table).isIndex(name)) {
            throw TsqlError.of(
                    1927, "There are already statistics on table '" + table.name() + "' named '" + name + "'.");
        }
        new ObjectRecording(table.connection())
                .put(new RecordedObject(
                        kind,
                        table.schema(),
                        key(table.name(), name),
                        recorded.with(Fact.NAME, name)
                                .with(Fact.PARENT, BracketedName.of(List.of(table.schema(), table.name())))));
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
        for (String column :
                H2TablePart.columns(columns.get().substring(1, columns.get().length() - 1))) {
            if (!table.isView() && table.h2Column(column).isEmpty()) {
                throw TsqlError.of(1911, "Column name '" + column + "' does not exist in the target table or view.");
            }
        }
    }

    boolean remove(Kind kind, String name) throws SQLException {
        Optional<RecordedObject> part = find(kind, name);
        if (part.isPresent()) {
            new ObjectRecording(table.connection()).remove(part.get());
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
        return Lexer.tokens(texts, 1).stream()
                .anyMatch(token -> token.isName() && token.value().equalsIgnoreCase(column));
    }
}
