package dev.palindrome.h2.procedures;

import dev.palindrome.h2.definition.H2Column;
import dev.palindrome.h2.procedures.object.BoundModules;
import dev.palindrome.h2.procedures.object.DependentViews;
import dev.palindrome.h2.procedures.object.FunctionUsers;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.h2.temporal.TemporalTable;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import dev.palindrome.tsql.Token;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * ALTER SCHEMA … TRANSFER. H2 moves no table to another schema: it is made once more there, its rows are copied, and what
 * pointed to it points to the new one. Texts of modules and views stay as they are, as on SQL Server.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/statements/alter-schema-transact-sql">ALTER SCHEMA</a>
 */
final class SchemaTransfer {

    private static final List<Kind> MODULES = List.of(Kind.PROCEDURE, Kind.FUNCTION, Kind.SYNONYM);

    private static final Set<Kind> PARTS = Set.of(Kind.INDEX, Kind.STATISTICS);

    private static final String SCHEMA = "SELECT SCHEMA_NAME FROM INFORMATION_SCHEMA.SCHEMATA WHERE SCHEMA_NAME = ?";

    /** Foreign keys of others, as H2 would make them. */
    private static final String REFERENCING = """
            SELECT DISTINCT F.TABLE_SCHEMA, F.TABLE_NAME, F.CONSTRAINT_NAME,
                DB_OBJECT_SQL('CONSTRAINT', F.CONSTRAINT_SCHEMA, F.CONSTRAINT_NAME)
            FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS R
            JOIN INFORMATION_SCHEMA.TABLE_CONSTRAINTS K ON K.CONSTRAINT_SCHEMA = R.UNIQUE_CONSTRAINT_SCHEMA
                AND K.CONSTRAINT_NAME = R.UNIQUE_CONSTRAINT_NAME
            JOIN INFORMATION_SCHEMA.TABLE_CONSTRAINTS F ON F.CONSTRAINT_SCHEMA = R.CONSTRAINT_SCHEMA
                AND F.CONSTRAINT_NAME = R.CONSTRAINT_NAME
            WHERE K.TABLE_SCHEMA = ? AND K.TABLE_NAME = ? AND NOT (F.TABLE_SCHEMA = K.TABLE_SCHEMA AND F.TABLE_NAME = K.TABLE_NAME)""";

    private record Reference(String schema, String table, String name, String definition) {}

    private final Connection connection;
    private final String schema;
    private final H2Table table;

    private SchemaTransfer(Connection connection, String schema, H2Table table) {
        this.connection = connection;
        this.schema = schema;
        this.table = table;
    }

    /** @param table with the schema that it is in */
    static void run(Connection connection, String schema, H2Table table) throws SQLException {
        String known = SqlRunner.on(connection)
                .query(SCHEMA, schema)
                .first(row -> row.getString(1))
                .orElseThrow(() -> missing("alter the schema", schema));
        new SchemaTransfer(connection, known, table.asCalled()).run();
    }

    private static SQLException missing(String what, String name) {
        return TsqlError.of(
                15151, "Cannot " + what + " '" + name + "', because it does not exist or you do not have permission.");
    }

    private void run() throws SQLException {
        Optional<RecordedObject> module = module();
        if (module.isEmpty() && !table.exists()) {
            throw missing("find the object", table.name());
        }
        H2Table moved = new H2Table(connection, schema, table.name());
        if (schema.equalsIgnoreCase(table.schema()) || new SchemaRules(moved).isTaken(table.name())) {
            throw TsqlError.of(15530, "The object with name \"" + table.name() + "\" already exists.");
        }
        requireNoPermission(module);
        if (module.isPresent()) {
            move(module.get());
        } else {
            move(moved);
        }
    }

    private Optional<RecordedObject> module() throws SQLException {
        for (Kind kind : MODULES) {
            Optional<RecordedObject> found = new ObjectRecording(connection).find(kind, table.schema(), table.name());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** On SQL Server they are gone then. */
    private void requireNoPermission(Optional<RecordedObject> module) throws SQLException {
        List<Recorded> records = new ArrayList<>();
        module.ifPresent(known -> records.add(known.recorded()));
        table.texts(
                        "SELECT COALESCE(REMARKS, '') FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?")
                .forEach(comment -> records.add(Recorded.parse(comment)));
        table.columns().forEach(column -> records.add(Recorded.parse(column.comment())));
        if (records.stream().anyMatch(recorded -> recorded.get(Fact.PERMISSIONS).isPresent())) {
            throw unknown("of what somebody has permissions on");
        }
    }

    private SQLException unknown(String what) {
        return TsqlError.needsSqlServer(
                "ALTER SCHEMA … TRANSFER " + what + ": " + table.schema() + "." + table.name() + ".");
    }

    private void move(RecordedObject module) throws SQLException {
        TableDropping.refuse("ALTER SCHEMA", table, BoundModules.to(table));
        if (module.kind() == Kind.FUNCTION && FunctionUsers.of(table).isPresent()) {
            throw unknown("of a function that something calls");
        }
        ObjectRecording recording = new ObjectRecording(connection);
        if (!recording.belongingTo(table).isEmpty()) {
            throw unknown("of an object with others that belong to it");
        }
        recording.remove(module);
        recording.put(new RecordedObject(module.kind(), schema, module.key(), module.recorded()));
    }

    private void move(H2Table moved) throws SQLException {
        if (table.isView()) {
            throw TsqlError.needsSqlServer("ALTER SCHEMA … TRANSFER of a view: " + table.schema() + "." + table.name()
                    + ". Drop it and create it in the other schema instead.");
        }
        if (TemporalTable.find(connection, table.schema(), table.name()).isPresent()) {
            throw unknown("of a temporal table");
        }
        DependentViews views = DependentViews.of(table, moved.name());
        TableDropping.refuse("ALTER SCHEMA", table, views.bound());
        List<RecordedObject> belonging = new ObjectRecording(connection).belongingTo(table);
        if (belonging.stream().anyMatch(object -> !PARTS.contains(object.kind()))) {
            throw unknown("of a table with triggers or a full-text index");
        }
        views.aside(() -> again(moved));
        ObjectRecording recording = new ObjectRecording(connection);
        List<RecordedObject> others = new ArrayList<>();
        for (RecordedObject part : belonging) {
            recording.remove(part);
            RecordedObject other = new RecordedObject(part.kind(), schema, part.key(), part.recorded());
            recording.put(other);
            others.add(other);
        }
        ObjectRecording.moveTo(moved, others);
    }

    private void again(H2Table moved) throws SQLException {
        List<Reference> references = SqlRunner.on(connection)
                .query(REFERENCING, table.schema(), table.name())
                .list(row -> new Reference(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
        List<String> statements = statements();
        try {
            for (int i = 0; i < statements.size(); i++) {
                moved.execute(statements.get(i));
                if (i == 0) {
                    copy(moved);
                }
            }
        } catch (SQLException e) {
            moved.execute("DROP TABLE IF EXISTS " + moved.h2());
            throw e;
        }
        for (Reference reference : references) {
            moved.execute("ALTER TABLE " + QuotedName.of(reference.schema(), reference.table()) + " DROP CONSTRAINT "
                    + QuotedName.of(reference.name()));
        }
        table.execute("DROP TABLE " + table.h2());
        for (Reference reference : references) {
            moved.execute(written(reference.definition(), Set.of(table.name())));
        }
    }

    /** The table first. */
    private List<String> statements() throws SQLException {
        List<String> all =
                SqlRunner.on(connection)
                        .query("SCRIPT NODATA NOPASSWORDS NOSETTINGS TABLE " + table.h2())
                        .texts()
                        .stream()
                        .filter(line -> line.startsWith("CREATE MEMORY TABLE")
                                || line.startsWith("CREATE CACHED TABLE")
                                || line.startsWith("CREATE TABLE")
                                || line.startsWith("ALTER TABLE")
                                || line.startsWith("CREATE") && line.contains(" ON " + table.h2()))
                        .map(line -> line.endsWith(";") ? line.substring(0, line.length() - 1) : line)
                        .sorted((one, other) -> Boolean.compare(isTable(other), isTable(one)))
                        .toList();
        Set<String> names = new HashSet<>(Set.of(table.name()));
        names.addAll(
                table.texts(
                        "SELECT CONSTRAINT_NAME FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?"));
        names.addAll(table.texts(
                "SELECT INDEX_NAME FROM INFORMATION_SCHEMA.INDEXES WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?"));
        return all.stream().map(line -> written(line, names)).toList();
    }

    private static boolean isTable(String statement) {
        return statement.startsWith("CREATE") && statement.substring(0, 30).contains(" TABLE ");
    }

    /** With these names in the other schema. A text column that counts case stays one. */
    private String written(String statement, Set<String> names) {
        StringBuilder out = new StringBuilder();
        int done = 0;
        List<Token> tokens = Lexer.tokens(statement, 1);
        for (int i = 0; i + 2 < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean ours = token.kind() == Token.Kind.NAME
                    && token.value().equals(table.schema())
                    && tokens.get(i + 1).isSymbol(".")
                    && names.contains(tokens.get(i + 2).value())
                    && !(i > 0 && tokens.get(i - 1).isSymbol("."));
            boolean text = token.is("CHARACTER") && tokens.get(i + 1).is("VARYING");
            if (ours || text) {
                out.append(statement, done, token.start())
                        .append(ours ? QuotedName.of(schema) : "VARCHAR_CASESENSITIVE");
                done = ours ? token.end() : tokens.get(i + 1).end();
            }
        }
        return out.append(statement.substring(done)).toString();
    }

    private void copy(H2Table moved) throws SQLException {
        String generated =
                "SELECT COLUMN_NAME FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?"
                        + " AND IS_GENERATED = 'ALWAYS'";
        Set<String> computed = new HashSet<>(table.texts(generated));
        String columns = table.columns().stream()
                .map(H2Column::name)
                .filter(name -> !computed.contains(name))
                .map(QuotedName::of)
                .collect(Collectors.joining(", "));
        moved.execute("INSERT INTO " + moved.h2() + " (" + columns + ") OVERRIDING SYSTEM VALUE SELECT " + columns
                + " FROM " + table.h2());
    }
}
