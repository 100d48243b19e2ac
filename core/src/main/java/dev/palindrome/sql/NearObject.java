package dev.palindrome.sql;

import dev.palindrome.text.NearestName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which table, view or column of a database of the embedded engine is probably meant by a name that there is not. */
public final class NearObject {

    private static final String TABLES = "SELECT TABLE_SCHEMA, TABLE_NAME FROM INFORMATION_SCHEMA.TABLES";

    private static final String COLUMNS =
            "SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME FROM INFORMATION_SCHEMA.COLUMNS ORDER BY ORDINAL_POSITION";

    /** H2's own, and what the front keeps its procedures in. */
    private static final Set<String> HIDDEN = Set.of("INFORMATION_SCHEMA", "palindrome", "PUBLIC", "sys");

    private static final Set<Integer> NO_TABLE = Set.of(208, 1088, 3701, 4701, 4902);

    private static final Set<Integer> NO_COLUMN = Set.of(207, 1911);

    /** H2's message begins so; ours and SQL Server's, too. */
    private static final Pattern NAMED = Pattern.compile("^[^\"']{1,60}+[\"']([^\"']{1,260}+)[\"']");

    private static final Pattern COLUMN_OF_TABLE =
            Pattern.compile(" column '([^']{1,128}+)' does not exist in table '([^']{1,128}+)'");

    private static final String STATEMENT = "; SQL statement:";

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_@#$]++");

    private NearObject() {}

    /**
     * Of a table or view.
     *
     * @param connection to H2
     * @param schema where it is looked for first
     * @param name that there is not
     * @return the name that is near, with its schema where that is another one
     * @throws SQLException if the connection is broken
     */
    public static Optional<String> table(Connection connection, String schema, String name) throws SQLException {
        List<TableName> all =
                SqlRunner.on(connection)
                        .query(TABLES)
                        .list(row -> new TableName(row.getString(1), row.getString(2)))
                        .stream()
                        .filter(table -> !HIDDEN.contains(table.schema()))
                        .sorted(Comparator.comparing(table -> !table.schema().equalsIgnoreCase(schema)))
                        .toList();
        return NearestName.of(name, all.stream().map(TableName::name).toList())
                .flatMap(near ->
                        all.stream().filter(table -> table.name().equals(near)).findFirst())
                .map(table ->
                        table.schema().equalsIgnoreCase(schema) ? table.name() : table.schema() + "." + table.name());
    }

    /**
     * Of what an error says there is not.
     *
     * @param connection to the database that gave the error; one of SQL Server's is not asked
     * @param error H2's or one of ours
     * @return missing where the error says nothing of the kind, nothing is near, or the database does not answer
     */
    public static Optional<String> of(Connection connection, SQLException error) {
        int number = SqlServerErrorNumber.of(error);
        String message = String.valueOf(error.getMessage());
        try {
            if (SqlDialect.of(connection) != SqlDialect.H2) {
                return Optional.empty();
            }
            Matcher column = COLUMN_OF_TABLE.matcher(message);
            if (number == 4924 && column.find()) {
                return NearestName.of(column.group(1), columns(connection, column.group(2)));
            }
            Matcher named = NAMED.matcher(message);
            if (!named.find()) {
                return Optional.empty();
            }
            String name = named.group(1);
            String last = name.substring(name.lastIndexOf('.') + 1);
            int end = message.indexOf(STATEMENT);
            String statement = end < 0 ? "" : message.substring(end + STATEMENT.length());
            if (message.startsWith("Schema ")) {
                return NearestName.of(name, schemas(connection));
            }
            if (NO_TABLE.contains(number)) {
                return table(connection, schema(name, statement), last);
            }
            return NO_COLUMN.contains(number) ? NearestName.of(last, columns(connection, statement)) : Optional.empty();
        } catch (SQLException e) {
            return Optional.empty(); // the error that is to be told matters more
        }
    }

    private static List<String> schemas(Connection connection) throws SQLException {
        return SqlRunner.on(connection).query("SELECT SCHEMA_NAME FROM INFORMATION_SCHEMA.SCHEMATA").texts().stream()
                .filter(schema -> !HIDDEN.contains(schema))
                .toList();
    }

    /** As the message or the statement has it. */
    private static String schema(String name, String statement) {
        int point = name.lastIndexOf('.');
        if (point > 0) {
            String before = name.substring(0, point);
            return before.substring(before.lastIndexOf('.') + 1);
        }
        int at = statement.replace("\"", "").indexOf("." + name);
        String before = at < 0 ? "" : statement.replace("\"", "").substring(0, at);
        return WORD.matcher(before)
                .results()
                .filter(word -> word.end() == before.length())
                .map(word -> word.group())
                .findFirst()
                .orElse("dbo");
    }

    /** Of all tables that a text names. */
    private static List<String> columns(Connection connection, String text) throws SQLException {
        Set<String> words = WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(word -> word.group())
                .collect(Collectors.toSet());
        List<String> columns = new ArrayList<>();
        SqlRunner.on(connection).query(COLUMNS).forEach(row -> {
            boolean named = words.contains(row.getString(2).toLowerCase(Locale.ROOT));
            if (named && !HIDDEN.contains(row.getString(1))) {
                columns.add(row.getString(3));
            }
        });
        return columns;
    }
}
