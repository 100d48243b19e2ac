package dev.palindrome.tsql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads a data type and says what H2 has for it. */
public final class TypeReader {

    static final String TINYINT = "\"palindrome\".\"tinyint\"";

    /** As long as H2 lets a VARCHAR be; unlike a CLOB it can be compared and indexed. */
    private static final String LONGEST = "1000000000";

    private final TokenReader reader;
    private final String defaultLength;

    private TypeReader(TokenReader reader, String defaultLength) {
        this.reader = reader;
        this.defaultLength = defaultLength;
    }

    /** The type of a column or sequence, where NVARCHAR means NVARCHAR(1). */
    public static TsqlType ofColumn(TokenReader reader) {
        return new TypeReader(reader, "1").read();
    }

    /** The type in a CAST or CONVERT, where NVARCHAR means NVARCHAR(30). */
    public static TsqlType ofCast(TokenReader reader) {
        return new TypeReader(reader, "30").read();
    }

    private TsqlType read() {
        String name = name();
        return switch (name) {
            case "int", "integer" -> new TsqlType("int", "INTEGER");
            case "bigint" -> new TsqlType("bigint", "BIGINT");
            case "smallint" -> new TsqlType("smallint", "SMALLINT");
            case "tinyint" -> new TsqlType("tinyint", TINYINT);
            case "bit" -> new TsqlType("bit", "BOOLEAN");
            case "money" -> new TsqlType("money", "NUMERIC(19, 4)");
            case "smallmoney" -> new TsqlType("smallmoney", "NUMERIC(10, 4)");
            case "decimal", "dec" -> decimal("decimal");
            case "numeric" -> decimal("numeric");
            case "float" -> floating();
            case "real" -> new TsqlType("real", "REAL");
            case "date" -> new TsqlType("date", "DATE");
            case "time" -> time("time", "TIME", "");
            case "datetime" -> new TsqlType("datetime", "TIMESTAMP(3)");
            case "smalldatetime" -> new TsqlType("smalldatetime", "TIMESTAMP(0)");
            case "datetime2" -> time("datetime2", "TIMESTAMP", "");
            case "datetimeoffset" -> time("datetimeoffset", "TIMESTAMP", " WITH TIME ZONE");
            case "uniqueidentifier" -> new TsqlType("uniqueidentifier", "UUID");
            case "sysname" -> new TsqlType("sysname", "VARCHAR(128)");
            case "text", "ntext" -> new TsqlType(name, "VARCHAR(" + LONGEST + ")");
            case "image" -> new TsqlType("image", "VARBINARY(" + LONGEST + ")");
            case "varchar", "nvarchar" -> sized(name, "VARCHAR");
            case "char", "nchar" -> sized(name, "CHAR");
            case "binary" -> sized("binary", "BINARY");
            case "varbinary" -> sized("varbinary", "VARBINARY");
            default -> throw new NotTaken("the type " + name);
        };
    }

    private String name() {
        String word = reader.identifier().toLowerCase(Locale.ROOT);
        if (reader.seesSymbol(".")) {
            throw new NotTaken("a type of the user's own");
        }
        boolean national = word.equals("national");
        String first = national ? reader.identifier().toLowerCase(Locale.ROOT) : word;
        if (first.equals("double") && reader.accept("PRECISION")) {
            return "float";
        }
        String base = first.equals("character") ? "char" : first;
        boolean varying = (base.equals("char") || base.equals("binary")) && reader.accept("VARYING");
        return (national ? "n" : "") + (varying ? "var" : "") + base;
    }

    private TsqlType decimal(String name) {
        List<String> sizes = sizes();
        String precision = sizes.isEmpty() ? "18" : sizes.get(0);
        String scale = sizes.size() < 2 ? "0" : sizes.get(1);
        return new TsqlType(name + "(" + precision + "," + scale + ")", "NUMERIC(" + precision + ", " + scale + ")");
    }

    private TsqlType floating() {
        List<String> sizes = sizes();
        boolean single = !sizes.isEmpty() && Integer.parseInt(sizes.get(0)) <= 24;
        return single ? new TsqlType("real", "REAL") : new TsqlType("float", "DOUBLE PRECISION");
    }

    private TsqlType time(String name, String h2, String suffix) {
        List<String> sizes = sizes();
        String scale = sizes.isEmpty() ? "7" : sizes.get(0);
        return new TsqlType(name + "(" + scale + ")", h2 + "(" + scale + ")" + suffix);
    }

    private TsqlType sized(String name, String h2) {
        List<String> sizes = sizes();
        String length = sizes.isEmpty() ? defaultLength : sizes.get(0).toLowerCase(Locale.ROOT);
        return new TsqlType(name + "(" + length + ")", h2 + "(" + (length.equals("max") ? LONGEST : length) + ")");
    }

    private List<String> sizes() {
        List<String> sizes = new ArrayList<>();
        if (reader.acceptSymbol("(")) {
            do {
                Token size = reader.next();
                if (size.kind() != Token.Kind.NUMBER && !size.is("MAX")) {
                    throw NotTaken.at(size);
                }
                sizes.add(size.text());
            } while (reader.acceptSymbol(","));
            reader.expectSymbol(")");
        }
        return sizes;
    }
}
