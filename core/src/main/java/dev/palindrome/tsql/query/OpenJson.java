package dev.palindrome.tsql.query;

import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.tsql.Arguments;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.declaration.TypeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * OPENJSON as values that a number gives: of a row, and of each of its columns.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/functions/openjson-transact-sql">OPENJSON</a>
 */
final class OpenJson {

    static final String NAME = "OPENJSON";

    private static final DeclaredType LONGEST = DeclaredType.parse("nvarchar(max)");

    private static final String ROOT = "'$'";

    /** How bytes, and what H2 keeps as texts, are read is not documented. */
    private static final Set<SqlTypeFamily> CLEAR = Set.of(
            SqlTypeFamily.BIT,
            SqlTypeFamily.WHOLE_NUMBER,
            SqlTypeFamily.DECIMAL,
            SqlTypeFamily.MONEY,
            SqlTypeFamily.FLOATING_POINT,
            SqlTypeFamily.DATE,
            SqlTypeFamily.TIME,
            SqlTypeFamily.DATE_TIME,
            SqlTypeFamily.DATE_TIME_WITH_OFFSET,
            SqlTypeFamily.TEXT,
            SqlTypeFamily.NATIONAL_TEXT,
            SqlTypeFamily.GUID);

    private final Token place;
    private final String alias;
    private final List<Token> json;
    private final List<Token> path;
    private final List<String> names = new ArrayList<>();
    private final List<List<Token>> values = new ArrayList<>();
    private final boolean hasSchema;

    private OpenJson(Token place, String alias, List<Token> json, List<Token> path, boolean hasSchema) {
        this.place = place;
        this.alias = alias;
        this.json = json;
        this.path = path;
        this.hasSchema = hasSchema;
    }

    static boolean is(List<Token> source) {
        return source.size() > 1 && source.get(0).is(NAME) && source.get(1).isSymbol("(");
    }

    /** @param alias what the table of numbers is called, whose column is X */
    static OpenJson of(Token place, List<Token> source, String alias) {
        TokenReader reader = new TokenReader(source);
        reader.next();
        List<List<Token>> arguments = Arguments.of(reader.parenthesised());
        if (arguments.size() > 2 || arguments.get(0).isEmpty()) {
            throw UntranslatableException.refused(174, "OPENJSON takes a text and a path");
        }
        List<Token> path = arguments.size() == 2
                ? arguments.get(1)
                : new Made(place).add(ROOT).tokens();
        boolean hasSchema = reader.accept("WITH");
        OpenJson opened = new OpenJson(place, alias, arguments.get(0), path, hasSchema);
        if (hasSchema) {
            Arguments.of(reader.parenthesised()).forEach(opened::column);
        } else {
            opened.defaultColumns();
        }
        return opened;
    }

    /** The part of a source that is computed. */
    static int arguments(List<Token> source) {
        TokenReader reader = new TokenReader(source);
        reader.next();
        reader.parenthesised();
        return reader.position();
    }

    List<Token> count() {
        return call(hasSchema ? "palindrome.json_rows" : "palindrome.json_count", "");
    }

    List<String> names() {
        return names;
    }

    List<List<Token>> values() {
        return values;
    }

    private void defaultColumns() {
        names.addAll(List.of("key", "value", "type"));
        values.add(new Made(place)
                .function("palindrome.with_case")
                .add("(")
                .add(cast(numbered("palindrome.json_key", ""), DeclaredType.parse("nvarchar(4000)")))
                .add(")")
                .tokens());
        values.add(cast(numbered("palindrome.json_item", ""), LONGEST));
        values.add(cast(numbered("palindrome.json_type", ""), DeclaredType.parse("int")));
    }

    /** A name, a type, a path, and AS JSON. */
    private void column(List<Token> written) {
        TokenReader reader = new TokenReader(written);
        String name = reader.word();
        DeclaredType type = DeclaredType.parse(TypeReader.ofColumn(reader).declared());
        String columnPath = "$.\"" + name + '"';
        if (reader.peek().kind() == Token.Kind.STRING) {
            columnPath = reader.next().value();
        } else if (name.contains("\"")) {
            throw new UntranslatableException("OPENJSON with the column " + name);
        }
        boolean json = reader.accept("AS", "JSON");
        reader.expectEnd();
        names.add(name);
        values.add(json ? jsonOf(type, columnPath) : valueOf(type, columnPath));
    }

    private List<Token> jsonOf(DeclaredType type, String columnPath) {
        if (type.is(SqlType.JSON)) {
            throw new UntranslatableException("OPENJSON with a column of type JSON");
        }
        if (!type.equals(LONGEST)) {
            throw UntranslatableException.refused(13618, "a column AS JSON is NVARCHAR(MAX)");
        }
        return cast(numbered("palindrome.json_column_as_json", path(columnPath)), type);
    }

    private List<Token> valueOf(DeclaredType type, String columnPath) {
        if (type.family().filter(CLEAR::contains).isEmpty()) {
            throw new UntranslatableException("OPENJSON with a column of type " + type);
        }
        boolean text = type.family().filter(SqlTypeFamily::isText).isPresent();
        int length = text ? type.length().orElse(0) : 0;
        List<Token> value = numbered("palindrome.json_column", path(columnPath) + ", " + length);
        return cast(cast(value, LONGEST), type);
    }

    private static String path(String columnPath) {
        return ", " + SqlLiteral.of(columnPath);
    }

    private List<Token> cast(List<Token> value, DeclaredType type) {
        return new Made(place).add("CAST(").add(value).add("AS " + type + ")").tokens();
    }

    private List<Token> numbered(String function, String more) {
        return call(function, ", " + BracketedName.of(alias) + ".[palindrome n]" + more);
    }

    private List<Token> call(String function, String more) {
        return new Made(place)
                .function(function)
                .add("(")
                .add(json)
                .add(",")
                .add(path)
                .add(more + ")")
                .tokens();
    }
}
