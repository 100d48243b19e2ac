package dev.palindrome.tsql.generated;

/** Makes values, conditions and queries. */
final class Expressions {

    private static final int DEEPEST = 3;

    private final Choice any;
    private int depth;

    Expressions(Choice any) {
        this.any = any;
    }

    String table() {
        return any.of("dbo.parent", "dbo.child", "dbo.heap", "dbo.v1", "parent", "[dbo].[child]", "\"dbo\".\"heap\"");
    }

    String column() {
        return any.of(
                "id",
                "name",
                "code",
                "extra",
                "parent_id",
                "second_id",
                "a",
                "b",
                "[id]",
                "\"name\"",
                "t.id",
                "dbo.parent.id");
    }

    String plainColumn() {
        return any.of("id", "name", "code", "extra", "parent_id", "second_id", "a", "b", "[id]", "\"name\"");
    }

    String name() {
        return any.of("x1", "x2", "[x 3]", "\"x4\"", "Ä5", "_x6", "x7$", "x8#", "[order]", "[it]]s]");
    }

    String type() {
        return any.of(
                "INT",
                "BIGINT",
                "SMALLINT",
                "TINYINT",
                "BIT",
                "DECIMAL(10, 2)",
                "NUMERIC(5)",
                "DECIMAL",
                "MONEY",
                "SMALLMONEY",
                "FLOAT",
                "FLOAT(24)",
                "REAL",
                "DATE",
                "DATETIME",
                "DATETIME2(3)",
                "SMALLDATETIME",
                "TIME",
                "DATETIMEOFFSET(7)",
                "CHAR(3)",
                "VARCHAR(20)",
                "VARCHAR(MAX)",
                "NCHAR(2)",
                "NVARCHAR(50)",
                "NVARCHAR(max)",
                "TEXT",
                "NTEXT",
                "BINARY(4)",
                "VARBINARY(8)",
                "VARBINARY(MAX)",
                "IMAGE",
                "UNIQUEIDENTIFIER",
                "XML",
                "SQL_VARIANT",
                "SYSNAME",
                "[int]",
                "[nvarchar](20)",
                "[decimal](18, 0)",
                "DOUBLE PRECISION",
                "CHARACTER VARYING(10)",
                "NATIONAL CHAR(3)");
    }

    String literal() {
        return any.of(
                "1",
                "0",
                "42",
                "-1",
                "1.5",
                ".5",
                "1.",
                "1e3",
                "1.5E-2",
                "0x1F",
                "0x",
                "$1.50",
                "'a'",
                "N'ä'",
                "'it''s'",
                "''",
                "NULL",
                "'2024-01-31'",
                "'20240131 12:30:00'",
                "N''",
                "12345678901",
                "+3",
                "{d '2024-01-31'}",
                "N'a' + N'b'");
    }

    String variable() {
        return any.of("@v", "@w", "@@ROWCOUNT", "@@ERROR", "@@TRANCOUNT", "@@VERSION", "@@FETCH_STATUS", "@@IDENTITY");
    }

    String value() {
        if (depth >= DEEPEST) {
            return any.from(this::literal, this::column);
        }
        depth++;
        try {
            return any.from(
                    this::literal,
                    this::literal,
                    this::column,
                    this::column,
                    this::column,
                    this::arithmetic,
                    this::function,
                    this::function,
                    this::cast,
                    this::choice,
                    () -> "(" + value() + ")",
                    () -> "-" + column(),
                    () -> "~" + column(),
                    () -> "(" + query(1) + ")",
                    () -> column() + " COLLATE "
                            + any.of("Latin1_General_CI_AS", "DATABASE_DEFAULT", "Latin1_General_100_BIN2"),
                    this::window,
                    () -> any.chance(20) ? variable() : literal());
        } finally {
            depth--;
        }
    }

    private String arithmetic() {
        return value() + any.of(" + ", " - ", " * ", " / ", " % ", " & ", " | ", " ^ ", "+") + value();
    }

    private String function() {
        return any.from(
                () -> any.of(
                        "GETDATE()",
                        "SYSUTCDATETIME()",
                        "NEWID()",
                        "CURRENT_TIMESTAMP",
                        "SCOPE_IDENTITY()",
                        "PI()",
                        "USER_NAME()",
                        "SUSER_SNAME()",
                        "CURRENT_USER",
                        "SYSTEM_USER",
                        "DB_NAME()",
                        "RAND()"),
                () -> any.of(
                                "LEN",
                                "UPPER",
                                "LTRIM",
                                "RTRIM",
                                "REVERSE",
                                "ABS",
                                "FLOOR",
                                "YEAR",
                                "ASCII",
                                "TRIM",
                                "SQUARE",
                                "DATALENGTH",
                                "ISNUMERIC",
                                "CHECKSUM")
                        + "(" + value() + ")",
                () -> any.of(
                                "ISNULL",
                                "NULLIF",
                                "LEFT",
                                "RIGHT",
                                "REPLICATE",
                                "CHARINDEX",
                                "POWER",
                                "ROUND",
                                "QUOTENAME",
                                "PATINDEX",
                                "ATN2")
                        + "(" + value() + ", " + value() + ")",
                () -> any.of("SUBSTRING", "REPLACE", "IIF") + "(" + (any.chance(30) ? condition() : value()) + ", "
                        + value() + ", " + value() + ")",
                () -> any.of("COALESCE", "CONCAT", "CONCAT_WS", "CHOOSE") + "(" + value() + ", "
                        + any.list(3, this::value) + ")",
                () -> any.of("DATEADD", "DATEDIFF", "DATEDIFF_BIG") + "(" + any.of("DAY", "MONTH", "yy", "HOUR", "ms")
                        + ", " + value() + ", " + value() + ")",
                () -> any.of("DATEPART", "DATENAME") + "(" + any.of("YEAR", "WEEKDAY", "dw", "QUARTER") + ", " + value()
                        + ")",
                () -> any.of("SUM", "MIN", "MAX", "AVG", "COUNT", "COUNT_BIG", "STDEV") + "("
                        + any.of("", "", "DISTINCT ", "ALL ") + value() + ")",
                () -> "COUNT(*)",
                () -> "STRING_AGG(" + value() + ", ',')"
                        + any.maybe(40, "WITHIN GROUP (ORDER BY " + column() + " DESC)"),
                () -> any.of("OBJECT_ID", "COL_LENGTH", "TYPE_ID", "SCHEMA_ID", "DATALENGTH", "UNICODE")
                        + "(N'dbo.parent')",
                () -> "NEXT VALUE FOR dbo.existing",
                () -> "TRIM(" + value() + any.maybe(50, () -> "FROM " + value()) + ")",
                () -> "dbo.f(" + any.list(2, this::value) + ")",
                () -> "FORMAT(" + value() + ", 'N2'" + any.maybe(30, ", 'en-US'") + ")",
                () -> "PARSENAME(" + value() + ", 1)",
                () -> "STUFF(" + value() + ", 1, 1, " + value() + ")");
    }

    private String cast() {
        return any.from(
                () -> any.of("CAST", "TRY_CAST") + "(" + value() + " AS " + type() + ")",
                () -> any.of("CONVERT", "TRY_CONVERT") + "(" + type() + ", " + value() + any.maybe(30, ", 120") + ")",
                () -> any.of("PARSE", "TRY_PARSE") + "(" + value() + " AS DATE" + any.maybe(50, "USING 'en-US'") + ")");
    }

    private String choice() {
        StringBuilder text = new StringBuilder("CASE");
        boolean simple = any.chance(40);
        text.append(simple ? " " + value() : "");
        int whens = 1 + any.below(2);
        for (int n = 0; n < whens; n++) {
            text.append(" WHEN ")
                    .append(simple ? value() : condition())
                    .append(" THEN ")
                    .append(value());
        }
        return text.append(any.maybe(60, () -> "ELSE " + value()))
                .append(" END")
                .toString();
    }

    private String window() {
        return any.from(
                        () -> any.of("ROW_NUMBER()", "RANK()", "DENSE_RANK()", "NTILE(4)"),
                        () -> any.of("SUM", "COUNT", "MAX") + "(" + column() + ")",
                        () -> any.of("LAG", "LEAD", "FIRST_VALUE") + "(" + column() + ")")
                + " OVER (" + any.maybe(50, () -> "PARTITION BY " + any.list(2, this::column)) + " ORDER BY "
                + orderItems()
                + any.maybe(
                        15,
                        any.of(
                                "ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW",
                                "ROWS 2 PRECEDING",
                                "RANGE UNBOUNDED PRECEDING"))
                + ")";
    }

    String condition() {
        if (depth >= DEEPEST) {
            return column() + " = " + literal();
        }
        depth++;
        try {
            return any.from(
                    this::comparison,
                    this::comparison,
                    this::comparison,
                    () -> condition() + any.of(" AND ", " OR ") + condition(),
                    () -> "NOT " + condition(),
                    () -> "(" + condition() + ")",
                    () -> value() + " IS" + any.maybe(50, "NOT") + " NULL",
                    () -> value() + any.maybe(30, "NOT") + " IN (" + any.list(3, this::value) + ")",
                    () -> column() + any.maybe(30, "NOT") + " IN (" + query(1) + ")",
                    () -> value() + any.maybe(30, "NOT") + " BETWEEN " + value() + " AND " + value(),
                    () -> value() + any.maybe(30, "NOT") + " LIKE " + value() + any.maybe(20, "ESCAPE '!'"),
                    () -> "EXISTS (" + query(2) + ")",
                    () -> value() + " = " + any.of("ANY", "ALL", "SOME") + " (" + query(1) + ")",
                    () -> any.of(
                            "CONTAINS(name, 'a')",
                            "FREETEXT(*, 'a')",
                            "a IS DISTINCT FROM b",
                            "CONTAINS((name, code), N'\"a*\"')"));
        } finally {
            depth--;
        }
    }

    private String comparison() {
        return value() + any.of(" = ", " <> ", " < ", " >= ", " != ", "=", " !< ", " > ", " <= ") + value();
    }

    String top() {
        return any.of("TOP 5", "TOP (5)", "TOP (10) PERCENT", "TOP 1 WITH TIES", "TOP (@v)", "TOP (1 + 2)");
    }

    String orderItems() {
        return any.list(2, () -> any.from(this::column, this::value) + any.of("", "", " ASC", " DESC"));
    }

    String source() {
        return any.from(
                () -> table(),
                () -> table() + any.of(" t", " AS t", " AS [t]"),
                () -> table() + " AS t"
                        + any.of(
                                " WITH (NOLOCK)",
                                " WITH (UPDLOCK, HOLDLOCK)",
                                " (NOLOCK)",
                                " WITH (INDEX(ix_child_parent))",
                                " WITH (FORCESEEK)"),
                () -> "(" + query(2) + ") AS " + any.of("q", "q (c1)", "q (c1, c2)"),
                () -> "(VALUES (" + any.list(2, this::literal) + ")"
                        + any.maybe(30, () -> ", (" + any.list(2, this::literal) + ")") + ") AS v (c1, c2)",
                () -> any.of(
                        "@t",
                        "#t",
                        "STRING_SPLIT('a,b', ',') AS s",
                        "dbo.fn(1) AS f",
                        "OPENJSON(N'[1]') AS j",
                        "sys.tables",
                        "INFORMATION_SCHEMA.COLUMNS AS c",
                        "inserted"),
                () -> table() + " FOR SYSTEM_TIME "
                        + any.of(
                                "ALL",
                                "AS OF '2024-01-01'",
                                "BETWEEN '2024-01-01' AND '2024-02-01'",
                                "FROM '2024-01-01' TO '2024-02-01'")
                        + " AS t",
                () -> table() + " TABLESAMPLE (10 PERCENT)");
    }

    String sources() {
        StringBuilder text = new StringBuilder(source());
        while (any.chance(35)) {
            text.append(any.from(
                    () -> any.of(
                                    " JOIN ",
                                    " INNER JOIN ",
                                    " LEFT JOIN ",
                                    " RIGHT OUTER JOIN ",
                                    " FULL JOIN ",
                                    " LEFT OUTER JOIN ",
                                    " INNER HASH JOIN ")
                            + source() + " ON " + condition(),
                    () -> any.of(" CROSS JOIN ", ", ", " CROSS APPLY ", " OUTER APPLY ") + source(),
                    () -> " PIVOT (SUM(a) FOR b IN ([1], [2])) AS p",
                    () -> " UNPIVOT (val FOR col IN (a, b)) AS u"));
        }
        return text.toString();
    }

    String query(int columns) {
        if (depth > DEEPEST) {
            return "SELECT " + literal();
        }
        depth++;
        try {
            StringBuilder text = new StringBuilder(specification(columns));
            while (any.chance(8)) {
                text.append(any.of(" UNION ", " UNION ALL ", " EXCEPT ", " INTERSECT "))
                        .append(specification(columns));
            }
            return text.toString();
        } finally {
            depth--;
        }
    }

    private String specification(int columns) {
        return "SELECT" + any.maybe(12, any.of("DISTINCT", "ALL")) + any.maybe(12, this::top) + " "
                + (columns == 0 ? any.list(4, this::item) : any.list(columns, this::value))
                + any.maybe(
                        85,
                        () -> "FROM " + sources() + any.maybe(45, () -> "WHERE " + condition())
                                + any.maybe(15, this::grouping));
    }

    private String grouping() {
        return "GROUP BY "
                + any.from(
                        () -> any.list(2, this::value),
                        () -> any.list(2, this::column),
                        () -> any.of(
                                "ROLLUP (a, b)",
                                "CUBE (a, b)",
                                "GROUPING SETS ((a), (b), ())",
                                "a, ROLLUP (b)",
                                "a WITH ROLLUP",
                                "()"))
                + any.maybe(40, () -> "HAVING " + condition());
    }

    private String item() {
        return any.from(
                () -> "*",
                () -> "t.*",
                this::column,
                this::value,
                () -> value() + any.of(" AS ", " ") + name(),
                () -> name() + " = " + value(),
                () -> value() + " AS 'said'",
                () -> any.of("$IDENTITY", "$ROWGUID", "IDENTITYCOL"));
    }

    /** With all that stands around it. */
    String select() {
        String query = any.maybe(15, this::common) + " " + query(0);
        if (any.chance(8)) {
            query = query.replaceFirst(" FROM ", " INTO " + any.of("#t2", "dbo.made") + " FROM ");
        }
        return query.strip()
                + any.maybe(
                        30,
                        () -> "ORDER BY " + orderItems()
                                + any.maybe(
                                        25,
                                        any.of(
                                                "OFFSET 1 ROWS",
                                                "OFFSET 2 ROW FETCH NEXT 3 ROWS ONLY",
                                                "OFFSET (1) ROWS FETCH FIRST (@v) ROW ONLY")))
                + any.maybe(
                        6,
                        any.of(
                                "FOR XML PATH('a'), ROOT('r')",
                                "FOR JSON PATH",
                                "FOR JSON AUTO, INCLUDE_NULL_VALUES",
                                "FOR XML RAW, ELEMENTS",
                                "FOR BROWSE"))
                + any.maybe(
                        6,
                        any.of(
                                "OPTION (RECOMPILE)",
                                "OPTION (MAXDOP 1, MAXRECURSION 100)",
                                "OPTION (OPTIMIZE FOR UNKNOWN)",
                                "OPTION (HASH JOIN)"));
    }

    String common() {
        return "WITH "
                + any.list(
                        2,
                        () -> any.of("c1", "c2", "[c 3]") + any.of("", " (x)", " (x, y)") + " AS (" + query(2)
                                + any.maybe(15, () -> "UNION ALL " + query(1)) + ")");
    }
}
