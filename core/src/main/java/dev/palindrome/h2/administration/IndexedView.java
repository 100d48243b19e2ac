package dev.palindrome.h2.administration;

import dev.palindrome.h2.H2RecordedObjects;
import dev.palindrome.h2.definition.H2TablePart;
import dev.palindrome.h2.procedures.ObjectRecording;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.text.SaidOnce;
import dev.palindrome.text.VisibleLog;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import dev.palindrome.tsql.Token;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A view that gets an index, which is recorded: H2 has none. Rows are held against a unique one when it is made, and not
 * afterwards (Microsoft: create-indexed-views, create-index-transact-sql).
 */
final class IndexedView {

    private static final VisibleLog LOG = VisibleLog.of(IndexedView.class);

    private static final String CLUSTERED = "CLUSTERED";

    private final H2Table view;
    private final String definition;

    private IndexedView(H2Table view, String definition) {
        this.view = view;
        this.definition = definition;
    }

    /** Makes an index: of a table by a statement of H2's, of a view by a record. */
    static void createIndex(H2Table table, String name, String statement, Recorded ofView) throws SQLException {
        String definition = SqlRunner.on(table.connection())
                .query("SELECT DB_OBJECT_SQL('TABLE', ?, ?)", table.schema(), table.name())
                .first(row -> String.valueOf(row.getString(1)))
                .orElse("");
        if (definition.startsWith("CREATE FORCE VIEW") || definition.startsWith("CREATE VIEW")) {
            new IndexedView(table, definition).create(name, ofView);
        } else {
            SqlRunner.on(table.connection()).run(statement);
        }
    }

    private void create(String name, Recorded index) throws SQLException {
        boolean clustered = index.get(Fact.INDEX_KIND).filter(CLUSTERED::equals).isPresent();
        boolean unique = index.is(Fact.UNIQUE);
        requireBound();
        requireKind(index, name);
        String full = view.schema() + "." + view.name();
        if (clustered && !unique) {
            throw TsqlError.of(
                    1941,
                    "Cannot create nonunique clustered index on view '" + full
                            + "' because only unique clustered indexes are allowed. Consider creating unique clustered index"
                            + " instead.");
        }
        if (!clustered && !hasClustered()) {
            throw TsqlError.of(
                    1940, "Cannot create index on view '" + full + "'. It does not have a unique clustered index.");
        }
        List<String> key = columns(index, Fact.COLUMNS);
        List<String> all = new ArrayList<>(key);
        all.addAll(columns(index, Fact.INCLUDED));
        for (String column : all) {
            if (view.h2Column(column).isEmpty()) {
                throw TsqlError.of(1911, "Column name '" + column + "' does not exist in the target table or view.");
            }
        }
        if (clustered) {
            IndexableQuery.require(full, text());
        }
        if (unique) {
            requireUnique(name, key);
        }
        H2Table owner = view.asCalled();
        new ObjectRecording(view.connection())
                .put(new RecordedObject(
                        Kind.INDEX,
                        owner.schema(),
                        owner.name() + "." + name,
                        index.with(Fact.NAME, name)
                                .with(Fact.PARENT, BracketedName.of(List.of(owner.schema(), owner.name())))));
    }

    private static void requireKind(Recorded index, String name) throws SQLException {
        if (index.get(Fact.INDEX_KIND)
                .filter(kind -> kind.endsWith("COLUMNSTORE"))
                .isPresent()) {
            throw TsqlError.of(35305, "The statement failed because a columnstore index cannot be created on a view.");
        }
        if (index.get(Fact.FILTER).isPresent()) {
            throw TsqlError.of(
                    10610,
                    "Filtered index '" + name
                            + "' cannot be created on an object that is not a user table. Filtered indexes are only"
                            + " supported on tables.");
        }
    }

    /** As it was written. */
    private String text() {
        for (Token token : Lexer.tokens(definition, 1)) {
            if (token.kind() == Token.Kind.STRING && Recorded.isOne(token.value())) {
                return Recorded.parse(token.value()).get(Fact.DEFINITION).orElse("");
            }
        }
        return "";
    }

    private void requireBound() throws SQLException {
        boolean bound = false;
        for (Token token : Lexer.tokens(text(), 1)) {
            if (token.is("AS")) {
                break;
            }
            bound |= token.is("SCHEMABINDING");
        }
        if (!bound) {
            throw TsqlError.of(
                    1939, "Cannot create index on view '" + view.name() + "' because the view is not schema bound.");
        }
    }

    private boolean hasClustered() throws SQLException {
        return H2RecordedObjects.of(view.connection(), List.of(Kind.INDEX)).stream()
                .filter(index -> index.belongsTo(view.schema(), view.name()))
                .anyMatch(index -> index.recorded()
                        .get(Fact.INDEX_KIND)
                        .filter(CLUSTERED::equals)
                        .isPresent());
    }

    private static List<String> columns(Recorded index, Fact fact) {
        String text = index.get(fact).orElse("");
        return text.isEmpty() ? List.of() : H2TablePart.columns(text.substring(1, text.length() - 1));
    }

    /** SQL Server takes NULL for a value like any other here. */
    private void requireUnique(String name, List<String> key) throws SQLException {
        String columns = key.stream().map(QuotedName::of).collect(Collectors.joining(", "));
        boolean twice = SqlRunner.on(view.connection())
                .query("SELECT 1 FROM " + QuotedName.of(view.schema(), view.name()) + " GROUP BY " + columns
                        + " HAVING COUNT(*) > 1")
                .hasRows();
        if (twice) {
            throw TsqlError.of(
                    1505,
                    "The CREATE UNIQUE INDEX statement terminated because a duplicate key was found for the object name '"
                            + view.schema() + "." + view.name() + "' and the index name '" + name + "'.");
        }
        if (SaidOnce.isNew("index of a view " + view.schema() + "." + view.name() + "." + name)) {
            LOG.warn(
                    "The unique index {} of the view {} is recorded and not held against rows that come: a duplicate that SQL"
                            + " Server refuses (error 2601) goes in here. Run with palindrome.engine=sqlserver.",
                    name,
                    view.schema() + "." + view.name());
        }
    }
}
