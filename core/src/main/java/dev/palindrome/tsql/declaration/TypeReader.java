package dev.palindrome.tsql.declaration;

import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.TypeArguments;
import dev.palindrome.sql.TypeSuggestion;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.TsqlType;
import dev.palindrome.tsql.UntranslatableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a data type and says what H2 has for it. */
public final class TypeReader {

    private static final String TINYINT = domain(SqlType.TINYINT);

    /** H2 makes a new value with every row that is written, and refuses one that is given. The catalogue says timestamp. */
    private static final String ROWVERSION =
            "BINARY(8) GENERATED ALWAYS AS (CAST(NEXT VALUE FOR \"palindrome\".\"rowversion\" AS BINARY(8)))";

    /** As long as H2 lets a VARCHAR be; unlike a CLOB it can be compared and indexed. */
    private static final String LONGEST = "1000000000";

    /** Of NCHAR and NVARCHAR it is half of that, and the error another one. */
    private static final int LONGEST_OF_ANY = 8000;

    /** "Cannot find data type". No type of a user's own has anything in parentheses behind it. */
    private static final int NO_TYPE = 2715;

    /** The same in CAST and CONVERT: "is not a defined system type". */
    private static final int NO_TYPE_OF_SYSTEM = 243;

    private static final String DEFAULT_SCHEMA = "dbo";

    /** Those that may have VARYING behind them. */
    private static final Set<String> CAN_VARY =
            Set.of("CHAR", "CHARACTER", "NATIONAL CHAR", "NATIONAL CHARACTER", "BINARY");

    private static final Pattern SIZE = Pattern.compile("[0-9]++");

    private final TokenReader reader;
    private final boolean ofColumn;
    private final String defaultLength;

    private TypeReader(TokenReader reader, String defaultLength, boolean ofColumn) {
        this.reader = reader;
        this.ofColumn = ofColumn;
        this.defaultLength = defaultLength;
    }

    /** The type of a column or sequence, where NVARCHAR means NVARCHAR(1). */
    public static TsqlType ofColumn(TokenReader reader) {
        return new TypeReader(reader, "1", true).read();
    }

    /** The same of a column with a name, which an error names. */
    public static TsqlType ofColumn(String column, TokenReader reader) {
        try {
            return ofColumn(reader);
        } catch (UntranslatableException e) {
            throw e.sqlServerError() == NO_TYPE ? e.of("column " + column) : e;
        }
    }

    /** The type in a CAST or CONVERT, where NVARCHAR means NVARCHAR(30). */
    public static TsqlType ofCast(TokenReader reader) {
        return new TypeReader(reader, "30", false).read();
    }

    private TsqlType read() {
        Token first = reader.peek();
        String name = name();
        SqlType type = SqlType.find(name).orElseThrow(() -> unknown(first, name));
        return switch (type) {
            case INT -> plain(type, "INTEGER");
            case BIGINT, SMALLINT, REAL, DATE -> plain(type, type.name());
            case TINYINT -> plain(type, TINYINT);
            case BIT -> plain(type, "BOOLEAN");
            case MONEY, SMALLMONEY -> plain(type, "NUMERIC(" + type.size() + ", " + type.scale() + ")");
            case DECIMAL, NUMERIC -> decimal(type);
            case FLOAT -> floating(type);
            case TIME -> time(type, "TIME", "");
            case DATETIME, SMALLDATETIME -> plain(type, "TIMESTAMP(" + type.scale() + ")");
            case DATETIME2 -> time(type, "TIMESTAMP", "");
            case DATETIMEOFFSET -> time(type, "TIMESTAMP", " WITH TIME ZONE");
            case UNIQUEIDENTIFIER -> plain(type, "UUID");
            case SYSNAME -> plain(type, "VARCHAR(" + type.size() + ")");
            case TEXT, NTEXT -> plain(type, "VARCHAR(" + LONGEST + ")");
            case IMAGE -> plain(type, "VARBINARY(" + LONGEST + ")");
            case VARCHAR, NVARCHAR -> sized(type, "VARCHAR");
            case CHAR, NCHAR -> sized(type, "CHAR");
            case BINARY, VARBINARY -> sized(type, type.name());
            case ROWVERSION -> new TsqlType("timestamp", ROWVERSION);
            case XML, JSON, HIERARCHYID, GEOGRAPHY, GEOMETRY, SQL_VARIANT -> plain(type, domain(type));
            case VECTOR -> vector(type);
        };
    }

    private RuntimeException unknown(Token first, String name) {
        boolean alias = ofColumn && !reader.seesSymbol("(");
        if (alias) {
            return new UserTypeException(new ObjectName(null, first.value()), first.line(), first.start(), first.end());
        }
        String question = TypeSuggestion.question(name);
        if (first.is("DOUBLE")) {
            return UntranslatableException.unclear("the type " + name.toLowerCase(Locale.ROOT) + question);
        }
        if (reader.seesSymbol("(")) {
            return UntranslatableException.refused(
                    ofColumn ? NO_TYPE : NO_TYPE_OF_SYSTEM, first, "there is no type " + name + question);
        }
        String reason = "the type " + name.toLowerCase(Locale.ROOT) + question;
        return question.isEmpty() ? new UntranslatableException(reason) : UntranslatableException.unclear(reason);
    }

    /** Several words are one name: DOUBLE PRECISION, NATIONAL CHARACTER VARYING. */
    private String name() {
        Token first = reader.peek();
        if (first.isReserved() && !first.is("DOUBLE", "NATIONAL")) {
            throw reader.syntax();
        }
        String word = reader.word().toUpperCase(Locale.ROOT);
        if (reader.acceptSymbol(".")) {
            Token last = reader.peek();
            word = reader.word().toUpperCase(Locale.ROOT);
            if (!first.value().equalsIgnoreCase("sys")) {
                String schema = first.value().equalsIgnoreCase(DEFAULT_SCHEMA) ? DEFAULT_SCHEMA : first.value();
                throw ofColumn
                        ? new UserTypeException(
                                new ObjectName(schema, last.value()), first.line(), first.start(), last.end())
                        : new UntranslatableException("a type of the user's own");
            }
        }
        boolean national = word.equals("NATIONAL");
        String name = national ? word + " " + reader.word().toUpperCase(Locale.ROOT) : word;
        if (name.equals("DOUBLE") && reader.accept("PRECISION")) {
            return "DOUBLE PRECISION";
        }
        boolean canVary = CAN_VARY.contains(name);
        return canVary && reader.accept("VARYING") ? name + " VARYING" : name;
    }

    /** H2 keeps these as texts; {@code H2Front} says which texts are values. */
    private static String domain(SqlType type) {
        return "\"palindrome\".\"" + lower(type) + "\"";
    }

    private TsqlType vector(SqlType type) {
        List<Token> arguments = reader.seesSymbol("(") ? reader.parenthesised() : List.of();
        int dimensions = arguments.size() == 1 && arguments.get(0).text().matches("[0-9]{1,9}")
                ? Integer.parseInt(arguments.get(0).text())
                : 0;
        if (arguments.size() > 1) {
            throw new UntranslatableException("a vector of another type than float32");
        }
        if (dimensions < 1) {
            throw UntranslatableException.refused(42205, "a vector says how many dimensions it has");
        }
        return new TsqlType(lower(type) + "(" + dimensions + ")", domain(type));
    }

    private static TsqlType plain(SqlType type, String h2) {
        return new TsqlType(lower(type), h2);
    }

    private static String lower(SqlType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private TsqlType decimal(SqlType type) {
        List<String> sizes = sizes();
        DeclaredType declared = new DeclaredType(lower(type), sizes);
        int precision = declared.precision().orElseThrow();
        int scale = declared.scale().orElseThrow();
        if (precision < 1 || precision > type.size()) {
            throw tooMuch(precision < 1 ? 1001 : 2750, declared, "1 to " + type.size() + " digits");
        }
        if (scale > precision) {
            throw tooMuch(192, declared, "no more digits behind the point than there are");
        }
        return new TsqlType(
                lower(type) + "(" + precision + "," + scale + ")", "NUMERIC(" + precision + ", " + scale + ")");
    }

    private TsqlType floating(SqlType type) {
        boolean single = new DeclaredType(type.name(), sizes()).is(SqlType.REAL);
        return single ? plain(SqlType.REAL, "REAL") : plain(type, "DOUBLE PRECISION");
    }

    private TsqlType time(SqlType type, String h2, String suffix) {
        DeclaredType declared = new DeclaredType(lower(type), sizes());
        int scale = declared.scale().orElseThrow();
        if (scale > type.size()) {
            throw tooMuch(1002, declared, "0 to " + type.size() + " digits of a second");
        }
        return new TsqlType(lower(type) + "(" + scale + ")", h2 + "(" + scale + ")" + suffix);
    }

    private TsqlType sized(SqlType type, String h2) {
        List<String> sizes = sizes();
        String length = sizes.isEmpty() ? defaultLength : sizes.get(0).toLowerCase(Locale.ROOT);
        DeclaredType declared = new DeclaredType(lower(type), List.of(length));
        boolean max = length.equals("max");
        int number = declared.length().orElse(0);
        if (max ? type.arguments() != TypeArguments.LENGTH_OR_MAX : number < 1 || number > type.size()) {
            int error = max ? 102 : number < 1 ? 1001 : number > LONGEST_OF_ANY ? 131 : 2717;
            throw tooMuch(error, declared, "1 to " + type.size() + (type.isVarying() ? " or max" : ""));
        }
        return new TsqlType(declared.toString(), h2 + "(" + (max ? LONGEST : length) + ")");
    }

    private static UntranslatableException tooMuch(int error, DeclaredType declared, String most) {
        return UntranslatableException.refused(error, declared + ", where SQL Server takes " + most);
    }

    private List<String> sizes() {
        List<String> sizes = new ArrayList<>();
        if (reader.acceptSymbol("(")) {
            do {
                Token size = reader.next();
                if (!size.is("MAX")
                        && (size.kind() != Token.Kind.NUMBER
                                || !SIZE.matcher(size.text()).matches())) {
                    throw UntranslatableException.syntax(size);
                }
                sizes.add(size.text());
            } while (reader.acceptSymbol(","));
            reader.expectSymbol(")");
        }
        return sizes;
    }
}
