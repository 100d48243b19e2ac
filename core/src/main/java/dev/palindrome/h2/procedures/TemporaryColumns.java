package dev.palindrome.h2.procedures;

import dev.palindrome.h2.H2Definitions;
import dev.palindrome.h2.definition.H2Column;
import dev.palindrome.h2.definition.H2Identifiers;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.Arguments;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Columns of a temporary table: H2 adds none to it, drops none, and gives none another type. So the table is made anew, with
 * its rows, once it is known that they fit.
 */
final class TemporaryColumns {

    /** What is to be found at the beginning of a type of H2's that counts case where the setting is off. */
    private static final String COUNTS_CASE = "VARCHAR(";

    private static final String IDENTITY =
            "SELECT IDENTITY_START, IDENTITY_INCREMENT, IDENTITY_BASE FROM INFORMATION_SCHEMA.COLUMNS"
                    + " WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND COLUMN_NAME = ? AND ? IS NOT NULL";

    private final H2Table table;

    TemporaryColumns(H2Table table) {
        this.table = table;
    }

    static boolean is(H2Table table) {
        return table.name().startsWith("#");
    }

    /** @param definition of the column, as H2 takes it in CREATE TABLE */
    void add(String definition) throws SQLException {
        List<H2Column> before = existing();
        H2Column added = H2Column.of("(" + definition + ")").get(0);
        if (before.stream().anyMatch(column -> column.name().equalsIgnoreCase(added.name()))) {
            throw TsqlError.of(
                    2705,
                    "Column names in each table must be unique. Column name '" + added.name() + "' in table '"
                            + table.name() + "' is specified more than once.");
        }
        boolean filled = added.nullable()
                || added.identity()
                || added.computed()
                || Lexer.tokens(definition, 1).stream().anyMatch(token -> token.is("DEFAULT"));
        if (!filled && hasRows()) {
            throw TsqlError.of(
                    4901,
                    "ALTER TABLE only allows columns to be added that can contain nulls, or have a DEFAULT definition "
                            + "specified, or the column being added is an identity or timestamp column, or alternatively "
                            + "if none of the previous conditions are satisfied the table must be empty to allow addition "
                            + "of this column. Column '" + added.name() + "' cannot be added to non-empty table '"
                            + table.name() + "' because it does not satisfy these conditions.");
        }
        List<String> columns = new ArrayList<>(definitions());
        columns.add(ignoringCase(definition, added));
        remake(columns, names(before), Map.of());
    }

    void drop(String column) throws SQLException {
        List<H2Column> before = existing();
        List<String> columns = new ArrayList<>(definitions());
        columns.remove(place(before, column));
        List<H2Column> left = before.stream()
                .filter(known -> !known.name().equalsIgnoreCase(column))
                .toList();
        remake(columns, names(left), Map.of());
    }

    /**
     * @param type as H2 takes it
     * @param value of what becomes of a value, in H2's words
     */
    void retype(String column, String type, String value) throws SQLException {
        List<H2Column> before = existing();
        int at = place(before, column);
        H2Column known = before.get(at);
        List<String> columns = new ArrayList<>(definitions());
        List<Token> tokens = Lexer.tokens(columns.get(at), 1);
        int behind = Lexer.tokens(known.type(), 1).size() - 1; // with an END
        String rest = columns.get(at).substring(tokens.get(behind).end());
        columns.set(at, ignoringCase(QuotedName.of(known.name()) + " " + type, known) + rest);
        remake(columns, names(before), Map.of(known.name(), value));
    }

    private List<H2Column> existing() throws SQLException {
        List<H2Column> columns = table.columns();
        if (columns.isEmpty()) {
            throw TsqlError.of(
                    4902,
                    "Cannot find the object \"" + table.name()
                            + "\" because it does not exist or you do not have permissions.");
        }
        if (H2Definitions.of(table.connection()).isEmpty()) { // constraints and indexes would be lost
            throw TsqlError.needsSqlServer(
                    "Columns of the temporary table " + table.name() + " cannot be changed with this version of H2.");
        }
        return columns;
    }

    private static int place(List<H2Column> columns, String name) {
        int at = 0;
        while (!columns.get(at).name().equalsIgnoreCase(name)) {
            at++;
        }
        return at;
    }

    /** What H2 computes is not given to it. */
    private static List<String> names(List<H2Column> columns) {
        return columns.stream()
                .filter(column -> !column.computed())
                .map(H2Column::name)
                .toList();
    }

    private boolean hasRows() throws SQLException {
        return SqlRunner.on(table.connection())
                .query("SELECT 1 FROM " + table.h2() + " FETCH FIRST ROW ONLY")
                .hasRows();
    }

    /** Of each column, as H2 would make it. */
    private List<String> definitions() throws SQLException {
        String create = SqlRunner.on(table.connection())
                .query("SELECT DB_OBJECT_SQL('TABLE', ?, ?)", table.schema(), table.name())
                .first(row -> H2Identifiers.plain(row.getString(1)))
                .orElseThrow();
        TokenReader reader = new TokenReader(Lexer.tokens(create, 1));
        while (!reader.atEnd() && !reader.seesSymbol("(")) {
            reader.next();
        }
        List<String> definitions = new ArrayList<>();
        for (List<Token> column : Arguments.of(reader.parenthesised())) {
            definitions.add(definition(create, column));
        }
        return definitions;
    }

    /** With an identity of its own where H2 names the sequence of the table that goes. */
    private String definition(String create, List<Token> column) throws SQLException {
        int end = column.get(column.size() - 1).end();
        for (int i = 1; i + 4 < column.size(); i++) {
            if (column.get(i).is("IDENTITY") && column.get(i + 1).is("SEQUENCE")) {
                String name = column.get(0).value();
                return create.substring(column.get(0).start(), column.get(i).end())
                        + identity(name)
                        + create.substring(column.get(i + 4).end(), end);
            }
        }
        return create.substring(column.get(0).start(), end);
    }

    /** Another parameter each time: H2 gives the answer of before where nothing but a temporary table is another one. */
    private String identity(String column) throws SQLException {
        return SqlRunner.on(table.connection())
                .query(IDENTITY, table.schema(), table.name(), column, System.nanoTime())
                .first(row -> " (START WITH " + row.getLong(1) + " INCREMENT BY " + row.getLong(2) + " RESTART WITH "
                        + row.getLong(3) + ")")
                .orElseThrow();
    }

    /** What is made while H2's setting is off, so that columns that count case go on doing so. */
    private static String ignoringCase(String definition, H2Column column) {
        String head = QuotedName.of(column.name()) + " ";
        boolean counts = definition.startsWith(head + COUNTS_CASE);
        return counts
                ? head + "VARCHAR_IGNORECASE(" + definition.substring(head.length() + COUNTS_CASE.length())
                : definition;
    }

    private void remake(List<String> columns, List<String> kept, Map<String, String> values) throws SQLException {
        List<String> parts = table.partStatements();
        H2Table scratch = new H2Table(table.connection(), table.schema(), table.name() + "$anew");
        String names = kept.stream().map(QuotedName::of).collect(Collectors.joining(", "));
        String selected = kept.stream()
                .map(name -> values.getOrDefault(name, QuotedName.of(name)))
                .collect(Collectors.joining(", "));
        new CaseSensitiveColumns(table).counting(() -> {
            table.execute(create(scratch, columns));
            try {
                if (!kept.isEmpty()) {
                    table.execute(insert(scratch, names, selected, table));
                }
                String all =
                        names(scratch.columns()).stream().map(QuotedName::of).collect(Collectors.joining(", "));
                List<String> filled = new TemporaryColumns(scratch).definitions(); // where an identity goes on
                table.execute("DROP TABLE " + table.h2());
                table.execute(create(table, filled));
                table.execute(insert(table, all, all, scratch));
            } finally {
                table.execute("DROP TABLE " + scratch.h2());
            }
        });
        for (String part : parts) {
            table.execute(part);
        }
    }

    private static String create(H2Table table, List<String> columns) {
        return "CREATE LOCAL TEMPORARY TABLE " + table.h2() + " (" + String.join(", ", columns)
                + ") NOT PERSISTENT TRANSACTIONAL";
    }

    private static String insert(H2Table into, String names, String values, H2Table from) {
        return "INSERT INTO " + into.h2() + " (" + names + ") OVERRIDING SYSTEM VALUE SELECT " + values + " FROM "
                + from.h2();
    }
}
