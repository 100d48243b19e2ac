package dev.palindrome.sql;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * In which words SQL Server refuses what the embedded engine has refused in H2's. What H2 does not say is left out: the name of
 * the database, and values of keys. The words have been held against Microsoft's lists for SQL Server 2022 (0 to 999, 2000 to
 * 2999, and of the others 4104, 4108, 8114, 8115, 8120 and 8134).
 *
 * @see <a href="https://learn.microsoft.com/sql/relational-databases/errors-events/database-engine-events-and-errors">Database
 *     engine events and errors</a>
 */
public final class SqlServerErrorText {

    private static final String NO_MOMENT = "Conversion failed when converting date and/or time from character string.";

    private static final String NO_GUID =
            "Conversion failed when converting from a character string to uniqueidentifier.";

    private static final String STATEMENT = "; SQL statement:";

    /** What H2 names first. */
    private static final Pattern NAMED = Pattern.compile("^[^\"]{0,300}+\"([^\"]{1,300}+)\"");

    private static final String NAME = "(?:\"[^\"]{1,128}+\"|[^\\s.(,\"]{1,128}+)";

    /** The table or view that a statement is about. */
    private static final Pattern TARGET =
            Pattern.compile("^(?:INSERT INTO|UPDATE|DELETE FROM|MERGE INTO|ALTER TABLE|CREATE TABLE|CREATE VIEW) ((?:"
                    + NAME + "\\.)?+" + NAME + ")");

    private static final Pattern REFERENCE = Pattern.compile(
            "^[^\"]{1,60}+\"(?<name>[^:]{1,128}+): (?<from>[^\\s]{1,260}+) FOREIGN KEY\\((?<columns>[^)]{1,300}+)\\)"
                    + " REFERENCES (?<to>[^\\s(]{1,260}+)\\((?<keys>[^)]{1,300}+)\\)");

    private static final Pattern CHECK = Pattern.compile("^[^\"]{1,60}+\"([^:\"]{1,128}+):");

    private static final Pattern KEY = Pattern.compile("^[^\"]{1,60}+\"(?:(?<constraint>[^\\s(]{1,260}+) INDEX )?"
            + "(?<index>[^\\s(]{1,260}+)(?: PRIMARY KEY)?+ ON (?<table>[^\\s(]{1,260}+)\\(");

    private static final Pattern LONG_TEXT = Pattern.compile(
            "^Value too long for column \"(?<column>(?:\"\"[^\"]{1,128}+\"\"|[^\\s\"]{1,128}+)) [A-Z_ ]{1,30}+\\((?<length>\\d{1,9}+)\\)"
                    + "[^:]{0,300}+: \"(?:CAST\\()?+'(?<value>[^']{0,300}+)");

    private static final Pattern READ =
            Pattern.compile("^(?:'(?<value>[^']{0,300}+)': )?+a text cannot be read as (?<type>[a-z0-9]{1,20}+)");

    private static final Pattern CONVERTED =
            Pattern.compile("^[^\"]{1,60}+\"(?:'(?<quoted>[^']{0,300}+)' \\(|(?<plain>[^\"]{0,300}+)\")");

    private static final Pattern COLUMN_TYPE = Pattern.compile("^[^:]{1,600}+: \"\"[^\"]{1,128}+\"\" ([A-Z]{1,20}+)");

    private static final Pattern NUMBER = Pattern.compile("^[^\"]{1,60}+\"(-?+\\d{1,40}+)");

    /** How many tables of one name a session makes; the names of variables end in it. */
    private static final Pattern OF_SESSION = Pattern.compile("\\$\\d{1,9}+$");

    private final String message;
    private final String statement;

    private SqlServerErrorText(String all) {
        int end = all.indexOf(STATEMENT);
        this.message = end < 0 ? all : all.substring(0, end);
        this.statement = end < 0 ? "" : all.substring(end + STATEMENT.length()).strip();
    }

    /**
     * The words.
     *
     * @param error of H2's
     * @param number SQL Server's, as {@link SqlServerErrorNumber} has it
     * @return missing where they are not known, or say what H2 does not
     */
    public static Optional<String> of(SQLException error, int number) {
        return Optional.ofNullable(new SqlServerErrorText(String.valueOf(error.getMessage())).words(number));
    }

    /**
     * The words for a text that is none of a type's.
     *
     * @param number SQL Server's
     * @param reason what the front says of it
     * @return missing for another reason
     */
    public static Optional<String> ofReading(int number, String reason) {
        Matcher read = READ.matcher(reason);
        boolean found = read.find();
        String type = found ? read.group("type") : "";
        String value = found && read.group("value") != null ? " '" + read.group("value") + "'" : "";
        return switch (number) {
            case 241 -> Optional.of(NO_MOMENT);
            case 242 ->
                Optional.of(
                        "The conversion of a varchar data type to a datetime data type resulted in an out-of-range value.");
            case 8169 -> Optional.of(NO_GUID);
            case 245 -> found ? Optional.of(notConverted(value, type)) : Optional.empty();
            case 8114 -> found ? Optional.of(notRead(type)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private @Nullable String words(int number) {
        return switch (number) {
            case 104 ->
                "ORDER BY items must appear in the select list if the statement contains a UNION, INTERSECT or EXCEPT"
                        + " operator.";
            case 108 ->
                "The ORDER BY position number " + named()
                        + " is out of range of the number of items in the select list.";
            case 116 ->
                "Only one expression can be specified in the select list when the subquery is not introduced with EXISTS.";
            case 128 ->
                "The name \"" + named()
                        + "\" is not permitted in this context. Valid expressions are constants, constant expressions, and"
                        + " (in some contexts) variables. Column names are not permitted.";
            case 145 -> "ORDER BY items must appear in the select list if SELECT DISTINCT is specified.";
            case 147 ->
                "An aggregate may not appear in the WHERE clause unless it is in a subquery contained in a HAVING clause or"
                        + " a select list, and the column being aggregated is an outer reference.";
            case 205 ->
                "All queries combined using a UNION, INTERSECT or EXCEPT operator must have an equal number of expressions"
                        + " in their target lists.";
            case 207 -> "Invalid column name '" + last(named()) + "'.";
            case 208 ->
                "Invalid object name '" + (message.startsWith("Schema ") ? inSchema(named()) : asWritten(named()))
                        + "'.";
            case 209 -> "Ambiguous column name '" + named() + "'.";
            case 220 -> overflowOfColumn();
            case 264 ->
                "The column name '" + named()
                        + "' is specified more than once in the SET clause or column list of an INSERT."
                        + " A column cannot be assigned more than one value in the same clause. Modify the clause to make"
                        + " sure that a column is updated only once. If this statement updates or inserts columns into a"
                        + " view, column aliasing can conceal the duplication in your code.";
            case 512 ->
                "Subquery returned more than 1 value. This is not permitted when the subquery follows =, !=, <, <= , >, >= or"
                        + " when the subquery is used as an expression.";
            case 515 -> noNull();
            case 544 ->
                "Cannot insert explicit value for identity column in table '" + tableOf(named())
                        + "' when IDENTITY_INSERT is set to OFF.";
            case 547 -> conflict();
            case 1088, 4902 ->
                "Cannot find the object \"" + asWritten(named())
                        + "\" because it does not exist or you do not have permissions.";
            case 1505 ->
                key(
                        "The CREATE UNIQUE INDEX statement terminated because a duplicate key was found for the object name '%2$s'"
                                + " and the index name '%1$s'.");
            case 1911 -> "Column name '" + last(named()) + "' does not exist in the target table or view.";
            case 2601 -> key("Cannot insert duplicate key row in object '%2$s' with unique index '%1$s'.");
            case 2627 ->
                key(
                        message.contains("PRIMARY KEY")
                                ? "Violation of PRIMARY KEY constraint '%1$s'. Cannot insert duplicate key in object '%2$s'."
                                : "Violation of UNIQUE KEY constraint '%1$s'. Cannot insert duplicate key in object '%2$s'.");
            case 2628 -> cut();
            case 2705 ->
                "Column names in each table must be unique. Column name '" + named() + "' in table '" + target()
                        + "' is specified more than once.";
            case 2714 -> "There is already an object named '" + named() + "' in the database.";
            case 2760 ->
                "The specified schema name \"" + named()
                        + "\" either does not exist or you do not have permission to use it.";
            case 4104 -> "The multi-part identifier \"" + named() + "\" could not be bound.";
            case 4108 -> "Windowed functions can only appear in the SELECT or ORDER BY clauses.";
            case 4506 ->
                "Column names in each view or function must be unique. Column name '" + named()
                        + "' in view or function '" + last(target()) + "' is specified more than once.";
            case 8115 -> overflow();
            case 8120 ->
                "Column '" + named()
                        + "' is invalid in the select list because it is not contained in either an aggregate"
                        + " function or the GROUP BY clause.";
            case 8134 -> "Divide by zero error encountered.";
            case 8672 ->
                "The MERGE statement attempted to UPDATE or DELETE the same row more than once. This happens when a target"
                        + " row matches more than one source row. A MERGE statement cannot UPDATE/DELETE the same row of the"
                        + " target table multiple times. Refine the ON clause to ensure a target row matches at most one"
                        + " source row, or use the GROUP BY clause to group the source rows.";
            case 235 -> "Cannot convert a char value to money. The char value has incorrect syntax.";
            case 241 -> NO_MOMENT;
            case 245, 8114 -> conversion(number);
            case 8169 -> NO_GUID;
            default ->
                message.startsWith("Feature not supported: \"TableView.")
                        ? "Rows cannot be changed through a view here. Change those of its table, or run with"
                                + " palindrome.engine=sqlserver."
                        : null;
        };
    }

    private String named() {
        Matcher named = NAMED.matcher(message);
        return named.find() ? named.group(1).replace("\"\"", "") : "";
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String tableOf(String column) {
        int end = column.lastIndexOf('.');
        return end < 0 ? column : last(column.substring(0, end));
    }

    /** With the schema, where the statement has one. */
    private String asWritten(String name) {
        int place = statement.indexOf(".\"" + name + '"');
        int start = place < 2 ? -1 : statement.lastIndexOf('"', place - 2);
        return start < 0 ? name : statement.substring(start + 1, place - 1) + "." + name;
    }

    /** What the statement looks for in a schema that there is not. */
    private String inSchema(String schema) {
        String begin = '"' + schema + "\".\"";
        int start = statement.toLowerCase(Locale.ROOT).indexOf(begin.toLowerCase(Locale.ROOT)) + begin.length();
        int end = statement.indexOf('"', start);
        return start < begin.length() || end < 0 ? schema : schema + "." + statement.substring(start, end);
    }

    private String target() {
        Matcher target = TARGET.matcher(statement);
        return target.find() ? bare(target.group(1)) : "";
    }

    private static String bare(String name) {
        return OF_SESSION.matcher(name.replace("\"", "")).replaceFirst("");
    }

    private String verb() {
        String first = statement.isEmpty() ? "" : statement.split("\\s", 2)[0].toUpperCase(Locale.ROOT);
        return first.equals("ALTER") ? "ALTER TABLE" : first;
    }

    private @Nullable String noNull() {
        return target().isEmpty()
                ? null
                : "Cannot insert the value NULL into column '" + named() + "', table '" + target()
                        + "'; column does not allow nulls. " + (verb().equals("MERGE") ? "UPDATE" : verb()) + " fails.";
    }

    private @Nullable String conflict() {
        Matcher reference = REFERENCE.matcher(message);
        if (!reference.find()) {
            Matcher check = CHECK.matcher(message);
            return check.find() && !target().isEmpty()
                    ? "The " + verb() + " statement conflicted with the CHECK constraint \"" + check.group(1)
                            + "\". The conflict occurred in table \"" + target() + "\"."
                    : null;
        }
        UnaryOperator<String> plain = name -> name.replace("\"", "");
        String from = plain.apply(reference.group("from"));
        String to = plain.apply(reference.group("to"));
        boolean deletes = !verb().equals("INSERT") && target().equalsIgnoreCase(to);
        boolean referring = message.contains("[23506") || !deletes;
        String kind = from.equals(to)
                ? referring ? "FOREIGN KEY SAME TABLE" : "SAME TABLE REFERENCE"
                : referring ? "FOREIGN KEY" : "REFERENCE";
        String columns = plain.apply(referring ? reference.group("keys") : reference.group("columns"));
        return "The " + verb() + " statement conflicted with the " + kind + " constraint \""
                + plain.apply(reference.group("name")) + "\". The conflict occurred in table \""
                + (referring ? to : from) + '"'
                + (columns.contains(",") ? "" : ", column '" + columns + "'") + ".";
    }

    private @Nullable String key(String words) {
        Matcher key = KEY.matcher(message);
        if (!key.find()) {
            return null;
        }
        String table = bare(key.group("table"));
        String name = bare(key.group("constraint") != null ? key.group("constraint") : key.group("index"));
        String schema = table.contains(".") ? table.substring(0, table.indexOf('.') + 1) : "";
        String inSchema = name.startsWith(schema) ? name.substring(schema.length()) : name;
        String ofTable = last(table) + ".";
        return words.formatted(inSchema.startsWith(ofTable) ? inSchema.substring(ofTable.length()) : inSchema, table);
    }

    private @Nullable String cut() {
        Matcher text = LONG_TEXT.matcher(message);
        if (!text.find() || target().isEmpty()) {
            return null;
        }
        String column = text.group("column").replace("\"\"", "");
        String value = text.group("value");
        int length = Math.min(value.length(), Integer.parseInt(text.group("length")));
        return "String or binary data would be truncated in table '" + target() + "', column '" + column
                + "'. Truncated value: '" + value.substring(0, length) + "'.";
    }

    private String overflowOfColumn() {
        Matcher number = NUMBER.matcher(message);
        return number.find()
                ? "Arithmetic overflow error for data type smallint, value = " + number.group(1) + "."
                : "Arithmetic overflow error for data type tinyint.";
    }

    private String overflow() {
        if (message.startsWith("Value too long")) {
            return "Arithmetic overflow error converting expression to data type numeric.";
        }
        Matcher number = NUMBER.matcher(message);
        boolean great = number.find() && number.group(1).length() > 19;
        return "Arithmetic overflow error converting expression to data type " + (great ? "bigint" : "int") + ".";
    }

    private String conversion(int number) {
        Matcher column = COLUMN_TYPE.matcher(message);
        String h2 = column.find() ? column.group(1) : number == 245 ? "INTEGER" : "NUMERIC";
        String type = switch (h2) {
            case "INTEGER" -> "int";
            case "BOOLEAN" -> "bit";
            case "DOUBLE", "FLOAT" -> "float";
            default -> h2.toLowerCase(Locale.ROOT);
        };
        if (number == 8114) {
            return notRead(type);
        }
        Matcher value = CONVERTED.matcher(message);
        String text = value.find() ? value.group("quoted") != null ? value.group("quoted") : value.group("plain") : "";
        return notConverted(" '" + text + "'", type);
    }

    private static String notRead(String type) {
        return "Error converting data type varchar to " + (type.equals("decimal") ? "numeric" : type) + ".";
    }

    /** @param value in quotes, behind a blank; empty where it is not known */
    private static String notConverted(String value, String type) {
        return "Conversion failed when converting the varchar value" + value + " to data type " + type + ".";
    }
}
