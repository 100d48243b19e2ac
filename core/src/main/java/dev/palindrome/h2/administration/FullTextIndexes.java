package dev.palindrome.h2.administration;

import dev.palindrome.h2.H2RecordedObjects;
import dev.palindrome.h2.definition.H2Column;
import dev.palindrome.h2.procedures.ObjectRecording;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import dev.palindrome.tsql.TokenReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The full-text index of a table, called by its catalogue. */
final class FullTextIndexes {

    private static final String KEY = "(KEY INDEX ";

    private final Connection connection;
    private final ObjectRecording recording;
    private final FullTextCatalogs catalogs;
    private final H2Table table;

    FullTextIndexes(H2Table table) {
        this.connection = table.connection();
        this.recording = new ObjectRecording(connection);
        this.catalogs = new FullTextCatalogs(connection);
        this.table = table;
    }

    private Optional<RecordedObject> find() throws SQLException {
        return H2RecordedObjects.of(connection, List.of(Kind.FULL_TEXT_INDEX)).stream()
                .filter(index -> index.belongsTo(table.schema(), table.name()))
                .findFirst();
    }

    /** @param details what stands behind the key */
    void create(String key, String catalog, String details, List<String> columns) throws SQLException {
        requireTable();
        if (find().isPresent()) {
            throw TsqlError.of(
                    7652,
                    "A full-text index for table or indexed view '" + table.schema() + "." + table.name()
                            + "' has already been created.");
        }
        RecordedObject known = catalogs.catalogOf(catalog);
        for (String column : columns) {
            requireColumn(column);
        }
        requireStoplist(details);
        String keyName = FullTextKey.of(table, key);
        H2Table owner = table.asCalled();
        recording.put(new RecordedObject(
                Kind.FULL_TEXT_INDEX,
                owner.schema(),
                owner.name() + "." + known.name(),
                Recorded.nothing()
                        .with(Fact.NAME, known.name())
                        .with(Fact.PARENT, BracketedName.of(List.of(owner.schema(), owner.name())))
                        .withSome(Fact.COLUMNS, columns(columns))
                        .with(Fact.DETAILS, KEY + keyName + details + ")")));
    }

    private void requireTable() throws SQLException {
        if (table.columns().isEmpty()) {
            throw TsqlError.of(208, "Invalid object name '" + table.schema() + "." + table.name() + "'.");
        }
    }

    private void requireStoplist(String details) throws SQLException {
        int at = details.indexOf("STOPLIST = [");
        if (at >= 0) {
            catalogs.requireStoplist(TokenReader.ofName(details.substring(at + "STOPLIST = ".length()))
                    .identifier());
        }
    }

    /** In the order of their names; empty for none. */
    private static String columns(List<String> columns) {
        List<String> sorted = new ArrayList<>(columns);
        sorted.sort(Comparator.comparing(column -> column.toLowerCase(Locale.ROOT)));
        return sorted.isEmpty() ? "" : "(" + String.join(", ", sorted) + ")";
    }

    private void requireColumn(String column) throws SQLException {
        TokenReader reader = TokenReader.ofName(column);
        String name = reader.identifier();
        DeclaredType type = type(name);
        boolean binary = type.is(SqlType.IMAGE)
                || type.is(SqlType.VARBINARY) && type.length().isEmpty();
        boolean searched = binary
                || type.is(SqlTypeFamily.TEXT)
                || type.is(SqlTypeFamily.NATIONAL_TEXT)
                || type.is(SqlTypeFamily.XML);
        if (!searched) {
            throw TsqlError.of(
                    7670,
                    "Column '" + name
                            + "' cannot be used for full-text search because it is not a character-based, XML, image or"
                            + " varbinary(max) type column.");
        }
        if (reader.accept("TYPE", "COLUMN")) {
            DeclaredType ending = type(reader.identifier());
            if (!binary) {
                throw TsqlError.of(
                        7655, "TYPE COLUMN option must be specified with column of image or varbinary(max) type.");
            }
            if (!ending.is(SqlTypeFamily.TEXT) && !ending.is(SqlTypeFamily.NATIONAL_TEXT)) {
                throw TsqlError.of(
                        7671,
                        "Column '" + name + "' cannot be used as full-text type column for image column. It must be a"
                                + " character-based column with a size less or equal than 260 characters.");
            }
        }
    }

    private DeclaredType type(String column) throws SQLException {
        H2Column known = table.h2Column(column)
                .orElseThrow(() ->
                        TsqlError.of(1911, "Column name '" + column + "' does not exist in the target table or view."));
        return DeclaredType.parse(Recorded.parse(known.comment()).get(Fact.TYPE).orElse(""));
    }

    private RecordedObject require() throws SQLException {
        requireTable();
        return find().orElseThrow(() -> TsqlError.of(
                7660,
                "Full-text search must be activated on table or indexed view '" + table.schema() + "." + table.name()
                        + "' before this operation can be performed."));
    }

    void requireThere() throws SQLException {
        require();
    }

    void enable(boolean enabled) throws SQLException {
        RecordedObject index = require();
        recording.replace(index, index.recorded().without(Fact.DISABLED).withYes(Fact.DISABLED, !enabled));
    }

    /** CHANGE_TRACKING or STOPLIST. */
    void set(String option, String value) throws SQLException {
        RecordedObject index = require();
        String details = index.recorded().get(Fact.DETAILS).orElse("");
        int start = details.indexOf(option + " = ") + (option + " = ").length();
        int comma = details.indexOf(", ", start);
        int end = comma < 0 ? details.length() - 1 : comma;
        String changed = details.substring(0, start) + value + details.substring(end);
        requireStoplist(changed);
        recording.replace(index, index.recorded().with(Fact.DETAILS, changed));
    }

    void add(List<String> columns) throws SQLException {
        RecordedObject index = require();
        List<String> all = known(index);
        for (String column : columns) {
            requireColumn(column);
            if (all.stream().anyMatch(known -> nameOf(known).equalsIgnoreCase(nameOf(column)))) {
                throw TsqlError.of(
                        7672,
                        "A full-text index cannot be created on the table or indexed view because duplicate column '"
                                + nameOf(column) + "' is specified.");
            }
            all.add(column);
        }
        recording.replace(index, index.recorded().with(Fact.COLUMNS, columns(all)));
    }

    void drop(List<String> names) throws SQLException {
        RecordedObject index = require();
        List<String> all = known(index);
        for (String name : names) {
            if (!all.removeIf(known -> nameOf(known).equalsIgnoreCase(name))) {
                throw TsqlError.of(1911, "Column name '" + name + "' does not exist in the target table or view.");
            }
        }
        recording.replace(index, index.recorded().without(Fact.COLUMNS).withSome(Fact.COLUMNS, columns(all)));
    }

    private static String nameOf(String column) {
        return TokenReader.ofName(column).identifier();
    }

    private static List<String> known(RecordedObject index) {
        List<String> columns = new ArrayList<>();
        TokenReader reader =
                TokenReader.ofName(index.recorded().get(Fact.COLUMNS).orElse("()"));
        TokenReader inside = new TokenReader(reader.parenthesised());
        while (!inside.atEnd()) {
            StringBuilder column = new StringBuilder();
            inside.until(",")
                    .forEach(token -> column.append(column.isEmpty() ? "" : " ").append(token.text()));
            columns.add(column.toString());
            inside.acceptSymbol(",");
        }
        return columns;
    }

    void drop() throws SQLException {
        recording.remove(require());
    }
}
