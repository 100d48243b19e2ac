package dev.palindrome.tsql.rewrite.expression;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.Arguments;
import dev.palindrome.tsql.FlowVariable;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.TsqlType;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.declaration.TypeReader;
import dev.palindrome.tsql.function.BuiltInFunction;
import dev.palindrome.tsql.function.BuiltInFunction.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** T-SQL's functions, as far as H2 has something that gives the same results. */
final class FunctionCalls {

    private static final String TEXT_OF = "PALINDROME.TEXT_OF";

    private static final String READ_TEXT = "PALINDROME.READ_TEXT";

    static final String STRING_AGG = "STRING_AGG";

    static final String PERCENTILE_CONT = "PERCENTILE_CONT";

    static final String PERCENTILE_DISC = "PERCENTILE_DISC";

    private static final String ASSIGN = "PALINDROME$ASSIGN";

    private static final Pattern COUNT_OF_LETTERS = Pattern.compile("0|[1-9]\\d*+");

    /** What has no fraction. */
    private static final Pattern WHOLE = Pattern.compile("\\d++|NULL");

    /** Of functions of the user's own. */
    private static final String CALL = "PALINDROME.CALL";

    private static final String ROWS = "PALINDROME.ROWS";

    private static final String COUNT = "PALINDROME.COUNT";

    private static final Set<String> OF_FUNCTIONS = Set.of(CALL, "PALINDROME.CELL", "PALINDROME.COLUMN", ROWS, COUNT);

    static final String CURRENT_TIMESTAMP = "LOCALTIMESTAMP(3)";

    /** Whoever makes a database is its owner. */
    static final String DATABASE_USER = "'dbo'";

    /** The same name and the same meaning. */
    private static final Set<String> SAME = Set.of(
            "ABS",
            "CEILING",
            "COALESCE",
            "COUNT",
            "DENSE_RANK",
            "FIRST_VALUE",
            "FLOOR",
            "LAG",
            "LAST_VALUE",
            "LEAD",
            "LOWER",
            "LTRIM",
            "MAX",
            "MIN",
            "NTILE",
            "NULLIF",
            "RANK",
            "ROW_NUMBER",
            "RTRIM",
            "SIGN",
            "SUM",
            "UPPER");

    /** How many arguments they and others have that H2 does not count, or counts otherwise. */
    private static final Map<String, Integer> COUNTS = Map.of(
            "ABS", 1, "CEILING", 1, "FLOOR", 1, "ISNULL", 2, "LOWER", 1, "MAX", 1, "MIN", 1, "SIGN", 1, "SUM", 1,
            "UPPER", 1);

    /** Those of them that give text. */
    private static final Set<String> TEXT = Set.of("LOWER", "LTRIM", "RTRIM", "UPPER");

    /** Another name, the same arguments. */
    private static final Map<String, String> RENAMED = Map.of("COUNT_BIG", "COUNT", "ISNULL", "COALESCE");

    /** Without arguments. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("PALINDROME.EMPTY", ExpressionRewriter.EMPTY_TEXT),
            Map.entry("GETDATE", CURRENT_TIMESTAMP),
            Map.entry("SYSDATETIME", "LOCALTIMESTAMP(7)"),
            Map.entry("GETUTCDATE", "CAST(CURRENT_TIMESTAMP(3) AT TIME ZONE 'UTC' AS TIMESTAMP(3))"),
            Map.entry("SYSUTCDATETIME", "CAST(CURRENT_TIMESTAMP(7) AT TIME ZONE 'UTC' AS TIMESTAMP(7))"),
            Map.entry("SYSDATETIMEOFFSET", "CURRENT_TIMESTAMP(7)"),
            Map.entry("NEWID", "RANDOM_UUID()"),
            Map.entry("NEWSEQUENTIALID", "RANDOM_UUID()"),
            Map.entry("SUSER_NAME", "CURRENT_USER"),
            Map.entry("SUSER_SNAME", "CURRENT_USER"),
            Map.entry("ORIGINAL_LOGIN", "CURRENT_USER"),
            Map.entry("USER_NAME", DATABASE_USER),
            Map.entry("HOST_NAME", "'localhost'"),
            Map.entry("APP_NAME", "'palindrome'"));

    private static final Set<String> OTHERS = Set.of(
            "APPROX_COUNT_DISTINCT",
            "CAST",
            "CONVERT",
            "CHECKSUM",
            "CONCAT",
            "CONCAT_WS",
            "DATEADD",
            "DATEDIFF",
            "DATEDIFF_BIG",
            "DATENAME",
            "DATEPART",
            "DATETRUNC",
            "DAY",
            "DEGREES",
            "GREATEST",
            "IIF",
            "LEAST",
            "LEFT",
            "LEN",
            "LOG",
            "MONTH",
            PERCENTILE_CONT,
            PERCENTILE_DISC,
            "POWER",
            "RADIANS",
            "RAND",
            "RIGHT",
            "ROUND",
            "SPACE",
            "SQUARE",
            STRING_AGG,
            "SUBSTRING",
            "TRIM",
            "YEAR");

    /** Those that nobody writes: {@code tsql.value} puts them in where H2 would compute otherwise. */
    private static final Map<String, String> OWN = Map.ofEntries(
            Map.entry("PALINDROME.QUOTIENT", "\"palindrome\".\"quotient\""),
            Map.entry("PALINDROME.AVERAGE", "AVG"),
            Map.entry("PALINDROME.CUT", "TRUNCATE"),
            Map.entry(READ_TEXT, "\"palindrome\".\"read_text\""),
            Map.entry("PALINDROME.AS_DATETIME", "\"palindrome\".\"as_datetime\""),
            Map.entry("PALINDROME.IN_RANGE", "\"palindrome\".\"in_range\""),
            Map.entry("PALINDROME.FINITE", "\"palindrome\".\"finite\""),
            Map.entry("PALINDROME.ADDED", "\"palindrome\".\"date_added\""),
            Map.entry("PALINDROME.DIFFERENCE", "\"palindrome\".\"date_difference\""),
            Map.entry("PALINDROME.BIT_AND", "BITAND"),
            Map.entry("PALINDROME.BIT_OR", "BITOR"),
            Map.entry("PALINDROME.BIT_XOR", "BITXOR"),
            Map.entry("PALINDROME.BIT_NOT", "BITNOT"),
            Map.entry("PALINDROME.CHARACTERS", "CHAR_LENGTH"),
            Map.entry("PALINDROME.BYTES", "OCTET_LENGTH"),
            Map.entry("PALINDROME.HASH", "\"palindrome\".\"hash_bytes\""),
            Map.entry("PALINDROME.BYTES_OF", "\"palindrome\".\"bytes_of\""),
            Map.entry("PALINDROME.OF_BYTES", "\"palindrome\".\"of_bytes\""),
            Map.entry("PALINDROME.HEX", "\"palindrome\".\"hex\""),
            Map.entry("PALINDROME.CLOCK_AT", "\"palindrome\".\"clock_at\""),
            Map.entry("PALINDROME.MOMENT_AT", "\"palindrome\".\"moment_at\""),
            Map.entry("PALINDROME.TRY_TEXT", "\"palindrome\".\"try_text\""),
            Map.entry("PALINDROME.TRY_NUMBER", "\"palindrome\".\"try_number\""),
            Map.entry("PALINDROME.NEXT_LEVEL", "\"palindrome\".\"next_level\""),
            Map.entry("PALINDROME.NUMBERS", "SYSTEM_RANGE"),
            Map.entry("PALINDROME.PARTS", "\"palindrome\".\"number_function\"('PARTS', "),
            Map.entry("PALINDROME.SPLIT", "\"palindrome\".\"text_function\"('SPLIT', "),
            Map.entry("PALINDROME.JSON_COUNT", "\"palindrome\".\"number_function\"('JSON_COUNT', "),
            Map.entry("PALINDROME.JSON_ROWS", "\"palindrome\".\"number_function\"('JSON_ROWS', "),
            Map.entry("PALINDROME.JSON_TYPE", "\"palindrome\".\"number_function\"('JSON_TYPE', "),
            Map.entry("PALINDROME.JSON_KEY", "\"palindrome\".\"text_function\"('JSON_KEY', "),
            Map.entry("PALINDROME.JSON_ITEM", "\"palindrome\".\"text_function\"('JSON_ITEM', "),
            Map.entry("PALINDROME.JSON_COLUMN", "\"palindrome\".\"text_function\"('JSON_COLUMN', "),
            Map.entry("PALINDROME.JSON_COLUMN_AS_JSON", "\"palindrome\".\"text_function\"('JSON_COLUMN_AS_JSON', "),
            Map.entry("PALINDROME.NUMBERED", "\"palindrome\".\"number_function\"('NUMBERED', "),
            Map.entry("PALINDROME.XML_ROW", "\"palindrome\".\"text_function\"('XML_ROW', "),
            Map.entry("PALINDROME.XML_ATTRIBUTE", "\"palindrome\".\"text_function\"('XML_ATTRIBUTE', "),
            Map.entry("PALINDROME.XML_VALUE", "\"palindrome\".\"text_function\"('XML_VALUE', "),
            Map.entry("PALINDROME.XML_QUERY", "\"palindrome\".\"text_function\"('XML_QUERY', "),
            Map.entry("PALINDROME.XML_TYPED", ""),
            Map.entry("PALINDROME.GUID_ORDER", "\"palindrome\".\"text_function\"('GUID_ORDER', "),
            Map.entry("PALINDROME.OF_GUID_ORDER", "\"palindrome\".\"text_function\"('OF_GUID_ORDER', "),
            Map.entry("PALINDROME.XML_OF", "\"palindrome\".\"text_function\"('XML_OF', "),
            Map.entry("PALINDROME.TRY_XML", "\"palindrome\".\"text_function\"('TRY_XML', "),
            Map.entry("PALINDROME.XML_NODE", "\"palindrome\".\"text_function\"('XML_NODE', "),
            Map.entry("PALINDROME.XML_COUNT", "\"palindrome\".\"number_function\"('XML_COUNT', "),
            Map.entry("PALINDROME.XML_EXIST", "\"palindrome\".\"number_function\"('XML_EXIST', "),
            Map.entry("PALINDROME.AGGREGATED", "\"palindrome\".\"text_function\"('AGGREGATED', "),
            Map.entry("PALINDROME.STUFFED", "\"palindrome\".\"text_function\"('STUFFED', "),
            Map.entry("PALINDROME$GIVEN", ""),
            Map.entry("PALINDROME.HELD", "\"palindrome\".\"text_function\"('HELD', "),
            Map.entry("PALINDROME.XML", "\"palindrome\".\"text_function\"('XML', "),
            Map.entry("PALINDROME.JSON", "\"palindrome\".\"text_function\"('JSON', "),
            Map.entry("PALINDROME.WITH_CASE", ""),
            Map.entry("PALINDROME.WITHOUT_CASE", ""),
            Map.entry(ASSIGN, "SET"),
            Map.entry(CALL, "\"palindrome\".\"call_function\""),
            Map.entry("PALINDROME.CELL", "\"palindrome\".\"function_cell\""),
            Map.entry("PALINDROME.COLUMN", ""),
            Map.entry(ROWS, "\"palindrome\".\"function_rows\""),
            Map.entry(COUNT, "\"palindrome\".\"function_count\""),
            Map.entry(TEXT_OF, "\"palindrome\".\"text_of\""));

    private FunctionCalls() {}

    static boolean knows(String name) {
        return SAME.contains(name)
                || OWN.containsKey(name)
                || RENAMED.containsKey(name)
                || VALUES.containsKey(name)
                || OTHERS.contains(name)
                || BuiltInFunction.find(name).isPresent();
    }

    static String rewrite(String name, List<Token> inside, ExpressionRewriter expressions) {
        if (VALUES.containsKey(name)) {
            requireArguments(name, Arguments.of(inside), 0, 0);
            return VALUES.get(name);
        }
        if (name.equals("PALINDROME.WITH_CASE")) {
            return "\"palindrome\".\"text_function\"('SAME', " + expressions.rewrite(inside)
                    + ")"; // a view of H2's forgets VARCHAR_CASESENSITIVE
        }
        if (name.equals("PALINDROME.WITHOUT_CASE")) {
            return comparable(expressions.rewrite(inside));
        }
        if (name.equals(ASSIGN)) {
            List<List<Token>> arguments = Arguments.of(inside);
            return "SET(" + FlowVariable.place(arguments.get(0).get(0).text()) + ", "
                    + expressions.rewrite(arguments.get(1)).strip() + ")";
        }
        if (OF_FUNCTIONS.contains(name)) {
            return ownFunction(name, Arguments.of(inside), expressions);
        }
        if (OWN.containsKey(name)) {
            String own = OWN.get(name);
            return own + (own.contains("(") ? "" : "(") + expressions.rewrite(inside) + ")";
        }
        if (name.equals("TRIM") || name.equals("LTRIM") || name.equals("RTRIM")) {
            return comparable(trim(name, inside, expressions));
        }
        if (COUNTS.containsKey(name)) {
            int count = COUNTS.get(name);
            requireArguments(name, Arguments.of(inside), count, count);
        }
        if (SAME.contains(name) || RENAMED.containsKey(name)) {
            String call = RENAMED.getOrDefault(name, name) + "(" + expressions.rewrite(inside) + ")";
            return TEXT.contains(name) ? comparable(call) : call;
        }
        if (name.equals("CAST")) {
            return cast(inside, expressions);
        }
        List<List<Token>> arguments = Arguments.of(inside);
        return switch (name) {
            case "CONVERT" -> convert(arguments, expressions);
            case "IIF" -> iif(arguments, expressions);
            case "LEN" -> "CHAR_LENGTH(RTRIM(" + only(name, arguments, expressions) + "))";
            case "YEAR", "MONTH", "DAY" -> "EXTRACT(" + name + " FROM " + only(name, arguments, expressions) + ")";
            case "DATEPART" -> DateParts.datePart(arguments, expressions);
            case "DATENAME" -> comparable(DateParts.dateName(arguments, expressions));
            case "DATETRUNC" -> DateParts.truncated(arguments, expressions);
            case "APPROX_COUNT_DISTINCT" -> "COUNT(DISTINCT " + only(name, arguments, expressions) + ")";
            case PERCENTILE_CONT, PERCENTILE_DISC -> plain(name, arguments, 1, expressions);
            case "DATEADD" -> DateParts.dateAdd(arguments, expressions);
            case "DATEDIFF", "DATEDIFF_BIG" -> DateParts.dateDiff(arguments, expressions);
            case "SUBSTRING" -> comparable(substring(arguments, expressions));
            case "CONCAT", "CONCAT_WS" -> comparable(concat(name, arguments, expressions));
            case "LEFT", "RIGHT" -> comparable(side(name, arguments, expressions));
            case "ROUND" -> plain(name, arguments, 2, expressions);
            case "DEGREES", "RADIANS" -> plain(name, arguments, 1, expressions);
            case "SPACE" ->
                comparable("\"palindrome\".\"text_function\"('REPLICATE', ' ', " + only(name, arguments, expressions)
                        + ")");
            case "SQUARE" -> floating(name, arguments, 1, 1, expressions);
            case "LOG" -> floating(name, arguments, 1, 2, expressions);
            case "POWER" -> floating(name, arguments, 2, 2, expressions);
            case "GREATEST", "LEAST" -> plain(name, arguments, Math.max(1, arguments.size()), expressions);
            case "RAND" -> random(arguments);
            case "CHECKSUM" -> checksum(arguments);
            case STRING_AGG -> "LISTAGG" + plain("", arguments, 2, expressions);
            default -> builtIn(BuiltInFunction.find(name).orElseThrow(), arguments, expressions);
        };
    }

    /** Of a function of the user's own, behind the types that its value has in T-SQL and on H2. */
    private static String ownFunction(String call, List<List<Token>> written, ExpressionRewriter expressions) {
        boolean typed = !call.equals(ROWS) && !call.equals(COUNT);
        String type = typed ? written.get(1).get(0).value() : "";
        List<String> values = new ArrayList<>();
        for (List<Token> argument : written.subList(typed ? 2 : 0, written.size())) {
            boolean name = argument.size() == 1 && argument.get(0).kind() == Token.Kind.STRING;
            values.add(
                    name
                            ? SqlLiteral.h2(argument.get(0).value())
                            : expressions.rewrite(argument).strip());
        }
        String value = OWN.get(call) + "(" + String.join(", ", values) + ")";
        return type.isEmpty() ? value : "CAST(" + value + " AS " + type + ")";
    }

    private static String builtIn(
            BuiltInFunction function, List<List<Token>> arguments, ExpressionRewriter expressions) {
        requireArguments(function.name(), arguments, function.least(), function.most());
        List<String> all = new ArrayList<>();
        for (List<Token> argument : arguments) {
            String h2 = expressions.rewrite(argument).strip();
            boolean text = function.kind().isCollated() && all.size() < function.texts() && !isColumn(argument);
            all.add(text ? comparable(h2) : h2);
        }
        boolean byJson = function.name().equals("JSON_MODIFY") && isJson(arguments.get(2));
        String call = byJson
                ? "\"palindrome\".\"text_function\"('JSON_MODIFY_BY_JSON', " + String.join(", ", all) + ")"
                : function.call(all);
        boolean givesText = function.kind() == Kind.TEXT || function.kind() == Kind.COLLATED_TEXT;
        return givesText ? comparable(call) : call;
    }

    /** What is JSON, and no text that looks like it: the value of a function of JSON, or a query FOR JSON. */
    private static boolean isJson(List<Token> argument) {
        List<Token> value = argument;
        while (value.size() > 2 && value.get(0).isSymbol("(") && !value.get(1).is("SELECT", "WITH")) {
            value = value.subList(1, value.size() - 1);
        }
        boolean call = value.size() > 2
                && value.get(0).is("JSON_QUERY", "JSON_MODIFY")
                && new TokenReader(value.subList(1, value.size()))
                                .parenthesised()
                                .size()
                        == value.size() - 3;
        boolean query = value.size() > 2
                && value.get(0).isSymbol("(")
                && value.stream().anyMatch(token -> token.text().equals("palindrome.json"));
        return call || query;
    }

    /** A column has a collation of its own; all else has that of the database. */
    private static boolean isColumn(List<Token> tokens) {
        boolean cast = !tokens.isEmpty() && tokens.get(0).is("PALINDROME.WITH_CASE", "PALINDROME.WITHOUT_CASE");
        return cast || tokens.stream().allMatch(token -> token.isName() && !token.isReserved() || token.isSymbol("."));
    }

    private static String floating(
            String name, List<List<Token>> arguments, int least, int most, ExpressionRewriter expressions) {
        requireArguments(name, arguments, least, most);
        return "\"palindrome\".\"float_function\"('" + name + "', "
                + arguments.stream().map(expressions::rewrite).collect(Collectors.joining(", ")) + ")";
    }

    /** What a seed gives is SQL Server's own; what is random is random here as well. */
    private static String random(List<List<Token>> arguments) {
        requireArguments("RAND", arguments, 0, 1);
        boolean seeded = !arguments.isEmpty()
                && !arguments.get(0).isEmpty()
                && arguments.get(0).stream().noneMatch(token -> token.is("NEWID"));
        if (seeded) {
            throw new UntranslatableException("RAND with a seed");
        }
        return "RAND()";
    }

    private static String checksum(List<List<Token>> arguments) {
        boolean random = arguments.size() == 1
                && !arguments.get(0).isEmpty()
                && arguments.get(0).get(0).is("NEWID");
        if (!random) {
            throw new UntranslatableException("CHECKSUM of anything but NEWID()");
        }
        return "CAST(FLOOR(RAND() * 4294967294) - 2147483647 AS INTEGER)";
    }

    /** @param inside may be {@code LEADING '.' FROM name} */
    private static String trim(String name, List<Token> inside, ExpressionRewriter expressions) {
        List<List<Token>> arguments = Arguments.of(inside);
        if (!name.equals("TRIM") && arguments.size() == 2) {
            return trimmed(
                    name.equals("LTRIM") ? "LEADING" : "TRAILING", arguments.get(1), arguments.get(0), expressions);
        }
        TokenReader reader = new TokenReader(inside);
        List<Token> characters = reader.until("FROM");
        if (!reader.accept("FROM")) {
            return name + "(" + only(name, arguments, expressions) + ")";
        }
        boolean sided = !characters.isEmpty() && characters.get(0).is("LEADING", "TRAILING", "BOTH");
        String side = sided ? characters.get(0).upper() : "BOTH";
        return trimmed(side, characters.subList(sided ? 1 : 0, characters.size()), reader.rest(), expressions);
    }

    private static String trimmed(
            String side, List<Token> characters, List<Token> text, ExpressionRewriter expressions) {
        return "\"palindrome\".\"text_function\"('TRIM', '" + side + "', "
                + expressions.rewrite(characters).strip() + ", "
                + expressions.rewrite(text).strip() + ")";
    }

    /** H2's text functions lose the regard for case that their arguments have; this is that of the database. */
    private static String comparable(String call) {
        return "CAST(" + call + " AS VARCHAR)";
    }

    private static String plain(String name, List<List<Token>> arguments, int count, ExpressionRewriter expressions) {
        requireArguments(name, arguments, count, count);
        return name + "(" + arguments.stream().map(expressions::rewrite).collect(Collectors.joining(", ")) + ")";
    }

    private static String only(String name, List<List<Token>> arguments, ExpressionRewriter expressions) {
        requireArguments(name, arguments, 1, 1);
        return expressions.rewrite(arguments.get(0));
    }

    private static String iif(List<List<Token>> arguments, ExpressionRewriter expressions) {
        requireArguments("IIF", arguments, 3, 3);
        return "CASE WHEN " + expressions.rewrite(arguments.get(0)) + " THEN " + expressions.rewrite(arguments.get(1))
                + " ELSE " + expressions.rewrite(arguments.get(2)) + " END";
    }

    private static String cast(List<Token> inside, ExpressionRewriter expressions) {
        TokenReader reader = new TokenReader(inside);
        List<Token> value = reader.until("AS");
        reader.expect("AS");
        TsqlType type = TypeReader.ofCast(reader);
        reader.expectEnd();
        return castTo(type, value, expressions);
    }

    private static String convert(List<List<Token>> arguments, ExpressionRewriter expressions) {
        if (arguments.size() == 3) {
            throw new UntranslatableException("CONVERT with a style");
        }
        requireArguments("CONVERT", arguments, 2, 2);
        TokenReader reader = new TokenReader(arguments.get(0));
        TsqlType type = TypeReader.ofCast(reader);
        reader.expectEnd();
        return castTo(type, arguments.get(1), expressions);
    }

    /** SQL Server cuts a decimal or float off where it becomes a whole number, H2 rounds. */
    private static String castTo(TsqlType type, List<Token> value, ExpressionRewriter expressions) {
        String text = expressions.rewrite(value).strip();
        boolean bytes =
                isBinary(value) || !value.isEmpty() && value.get(0).is("PALINDROME.BYTES_OF", "PALINDROME.HASH");
        if (type.h2().contains("BINARY") && !bytes) {
            throw new UntranslatableException("a CAST to " + type.declared());
        }
        if (type.h2().contains("CHAR(")) {
            return "CAST(" + asText(value, text) + " AS " + type.h2() + ")";
        }
        boolean read = !value.isEmpty() && value.get(0).is(READ_TEXT);
        boolean fractionPossible = type.isWhole()
                && !read
                && !(value.size() == 1 && WHOLE.matcher(value.get(0).text()).matches());
        return "CAST(" + (fractionPossible ? "\"palindrome\".\"whole\"(" + text + ")" : text) + " AS " + type.h2()
                + ")";
    }

    private static boolean isBinary(List<Token> value) {
        return value.size() == 1
                && (value.get(0).kind() == Token.Kind.BINARY || value.get(0).is("NULL"));
    }

    /** What is not text already becomes text as SQL Server writes it: a BIT is 1 or 0 there, and TRUE on H2. */
    private static String asText(List<Token> value, String h2) {
        if (value.isEmpty() || value.get(0).is(TEXT_OF)) {
            return h2;
        }
        Token first = value.get(0);
        boolean literal = value.size() == 1
                && (first.kind() == Token.Kind.STRING || first.kind() == Token.Kind.NUMBER || first.is("NULL"));
        return literal ? h2 : OWN.get(TEXT_OF) + "(" + h2 + ", '', -1, -1, '')";
    }

    private static String concat(String name, List<List<Token>> arguments, ExpressionRewriter expressions) {
        return name
                + arguments.stream()
                        .map(argument ->
                                asText(argument, expressions.rewrite(argument).strip()))
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String substring(List<List<Token>> arguments, ExpressionRewriter expressions) {
        requireArguments("SUBSTRING", arguments, 3, 3);
        boolean within =
                isCount(arguments.get(1)) && !arguments.get(1).get(0).text().equals("0");
        return within && isCount(arguments.get(2))
                ? plain("SUBSTRING", arguments, 3, expressions)
                : checked("SUBSTRING", arguments, expressions);
    }

    private static String side(String name, List<List<Token>> arguments, ExpressionRewriter expressions) {
        requireArguments(name, arguments, 2, 2);
        return isCount(arguments.get(1))
                ? plain(name, arguments, 2, expressions)
                : checked(name, arguments, expressions);
    }

    /** A number of characters that is 0 at least, which H2 takes any other for. */
    private static boolean isCount(List<Token> argument) {
        return argument.size() == 1
                && COUNT_OF_LETTERS.matcher(argument.get(0).text()).matches();
    }

    private static String checked(String name, List<List<Token>> arguments, ExpressionRewriter expressions) {
        return "\"palindrome\".\"text_function\"('" + name + "', "
                + arguments.stream().map(expressions::rewrite).collect(Collectors.joining(", ")) + ")";
    }

    private static void requireArguments(String name, List<List<Token>> arguments, int least, int most) {
        if (arguments.size() < least || arguments.size() > most) {
            throw UntranslatableException.refused(
                    least == most ? 174 : 189,
                    name + " has " + (least == most ? "" : least + " to ") + most + " arguments, not "
                            + arguments.size());
        }
    }
}
