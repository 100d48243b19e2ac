package dev.palindrome.production.mask.run;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Property;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.SqlTypeFamily;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The statements about one column's map in tempdb: a temporary table of the session with each of its values once, real ones,
 * and what stands in for it. Microsoft: create-table-transact-sql (temporary tables, COLLATE), collation-precedence,
 * table-value-constructor-transact-sql. Documents, of which members are replaced, are told apart letter by letter, by a hash of
 * what they are as texts in Unicode (Microsoft: hashbytes-transact-sql, without a limit from 2016 on).
 *
 * @param name of the temporary table
 * @param target whose rows change
 * @param column the column
 */
record SqlServerMap(String name, Target target, TargetColumn column) {

    /** The greatest number of parameters is 2,100 (docs: maximum-capacity-specifications-for-sql-server). */
    static final int ROWS_TOGETHER = 1000;

    /** Documents may be long, and so many are held at once. */
    private static final int DOCUMENTS_TOGETHER = 50;

    /** By which only the same letters are the same. */
    static final String BINARY = "Latin1_General_BIN2";

    /** Of two NCHARs of this length a row holds 8,000 bytes. */
    private static final int LONGEST_FIXED = 2000;

    private static final String TEXT_OF_ANY_TYPE = "NVARCHAR(4000)";

    /** A column of tempdb would otherwise have tempdb's collation. */
    String create() {
        String type = isOfDocuments() ? "NVARCHAR(MAX) COLLATE " + BINARY : type() + collation();
        return "CREATE TABLE %s ([id] INT IDENTITY(1,1) NOT NULL PRIMARY KEY, [p] NVARCHAR(1700) COLLATE %s NULL,%s [o] %s NOT NULL, [n] %s NULL)"
                .formatted(name, BINARY, isOfDocuments() ? " [h] BINARY(32) NOT NULL," : "", type, type);
    }

    private boolean isOfDocuments() {
        return column.document().isPresent();
    }

    int rowsTogether() {
        return isOfDocuments() ? DOCUMENTS_TOGETHER : ROWS_TOGETHER;
    }

    /** Nobody else changes rows until the transaction ends (docs: hints-transact-sql-table). */
    String insert() {
        String owner = column.person().map(person -> owner(person, "")).orElse("NULL");
        String hint = target.table().isMemoryOptimized() ? target.table().rowHint() : " WITH (TABLOCKX, HOLDLOCK)";
        String columns = isOfDocuments() ? "[p], [h], [o]" : "[p], [o]";
        String values = isOfDocuments() ? hash("") + ", " + document("") + " COLLATE " + BINARY : compared("");
        return "INSERT INTO %s (%s) SELECT DISTINCT %s, %s FROM %s%s WHERE %s IS NOT NULL"
                .formatted(name, columns, owner, values, sqlTable(), hint, sqlColumn());
    }

    String last() {
        return "SELECT MAX([id]) FROM " + name;
    }

    String page() {
        return "SELECT [id], [p], [o] FROM %s WHERE [id] > ? AND [id] <= ? ORDER BY [id]".formatted(name);
    }

    /** A text that is too long is an error; CAST would cut it off. */
    String fill(int rows) {
        String value = column.family().isText() || isOfDocuments() ? "?" : "CAST(? AS " + type() + ")";
        return "UPDATE m SET [n] = v.[n] FROM %s AS m JOIN (VALUES %s) AS v([id], [n]) ON v.[id] = m.[id]"
                .formatted(name, String.join(", ", Collections.nCopies(rows, "(?, " + value + ")")));
    }

    /** Puts the map beside the rows {@code t}. */
    String join(String alias) {
        String owner = column.person()
                .map(person -> alias + ".[p] = " + owner(person, "t.") + " AND ")
                .orElse("");
        return isOfDocuments()
                ? "LEFT JOIN %s AS %s ON %s%s.[h] = %s".formatted(name, alias, owner, alias, hash("t."))
                : "LEFT JOIN %s AS %s ON %s%s.[o] = %s".formatted(name, alias, owner, alias, compared("t."));
    }

    private String hash(String prefix) {
        return "HASHBYTES('SHA2_256', " + document(prefix) + ")";
    }

    /** Nothing of TEXT becomes a text in Unicode in one step. */
    private String document(String prefix) {
        String plain = prefix + sqlColumn();
        return "CAST(%s AS NVARCHAR(MAX))"
                .formatted(column.type().is(SqlType.TEXT) ? "CAST(" + plain + " AS VARCHAR(MAX))" : plain);
    }

    String drop() {
        return "DROP TABLE " + name;
    }

    private String sqlTable() {
        return BracketedName.of(target.name().parts());
    }

    private String sqlColumn() {
        return BracketedName.of(column.name());
    }

    /** Old types of large values are not compared as they are (docs: ntext-text-and-image-transact-sql). */
    private String compared(String prefix) {
        String plain = prefix + sqlColumn();
        boolean isPlain =
                column.type().toString().equals(type()) || column.type().is(SqlType.SYSNAME);
        return isPlain ? plain : "CAST(" + plain + " AS " + type() + ")" + collation();
    }

    private String type() {
        Optional<SqlType> type = column.type().sqlType();
        if (type.isEmpty()) {
            return TEXT_OF_ANY_TYPE;
        }
        return switch (type.get()) {
            case TEXT -> "VARCHAR(MAX)";
            case NTEXT, XML, JSON -> "NVARCHAR(MAX)";
            case IMAGE -> "VARBINARY(MAX)";
            case SYSNAME -> "NVARCHAR(128)";
            default ->
                isWide()
                        ? column.type().toString().replaceFirst("(?=CHAR|BINARY)", "VAR")
                        : column.type().toString();
        };
    }

    /** A row of two values of fixed length may be too long (docs: maximum-capacity-specifications-for-sql-server, bytes per row). */
    private boolean isWide() {
        boolean isFixed = column.type().is(SqlType.CHAR)
                || column.type().is(SqlType.NCHAR)
                || column.type().is(SqlType.BINARY);
        return isFixed && column.type().length().orElse(1) > LONGEST_FIXED;
    }

    private String collation() {
        if (!column.family().isText()
                && column.family() != SqlTypeFamily.XML
                && column.family() != SqlTypeFamily.JSON) {
            return "";
        }
        return " COLLATE "
                + target.table().columns().stream()
                        .filter(each -> each.name().equals(column.name()))
                        .findFirst()
                        .flatMap(each -> each.object().get(Property.COLLATION))
                        .orElse("DATABASE_DEFAULT");
    }

    /** Keys of several columns, and of tables that describe others, must not meet. */
    private String owner(TargetColumn.Person person, String prefix) {
        return "(CONCAT("
                + SqlLiteral.of(person.table())
                + person.columns().stream()
                        .map(key -> ", N'|', " + part(prefix + BracketedName.of(key), key))
                        .collect(Collectors.joining())
                + ") COLLATE Latin1_General_BIN2)";
    }

    /** CONCAT would round some types, so that two persons were one (docs: cast-and-convert-transact-sql, styles). */
    private String part(String expression, String key) {
        Optional<DeclaredType> type = target.table().columns().stream()
                .filter(each -> each.name().equalsIgnoreCase(key))
                .findFirst()
                .flatMap(Column::type);
        if (type.flatMap(DeclaredType::family).filter(SqlTypeFamily::isText).isPresent()) {
            return expression + " COLLATE DATABASE_DEFAULT";
        }
        return type.flatMap(DeclaredType::sqlType)
                .map(SqlServerMap::exactStyle)
                .filter(style -> style != 0)
                .map(style -> "CONVERT(NVARCHAR(40), %s, %d)".formatted(expression, style))
                .orElse(expression);
    }

    /** 0 for types of which nothing is lost without one. */
    private static int exactStyle(SqlType type) {
        return switch (type) {
            case FLOAT, REAL -> 3;
            case MONEY, SMALLMONEY -> 2;
            case DATETIME, SMALLDATETIME -> 121;
            default -> 0;
        };
    }
}
