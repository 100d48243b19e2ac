package dev.palindrome.tsql.generated;

/** Makes statements, most of which T-SQL's grammar takes. */
final class Statements {

    private static final int DEEPEST = 3;

    private final Choice any;
    private final Expressions expressions;
    private final Definitions definitions;
    private int depth;

    Statements(Choice any) {
        this.any = any;
        this.expressions = new Expressions(any);
        this.definitions = new Definitions(any, expressions);
    }

    String statement() {
        return any.from(
                definitions::createTable,
                definitions::createTable,
                definitions::alterTable,
                definitions::alterTable,
                definitions::alterTable,
                definitions::index,
                definitions::index,
                definitions::drop,
                definitions::sequence,
                definitions::view,
                () -> definitions.module(any.from(this::inside, () -> inside() + "; " + inside())),
                definitions::other,
                definitions::other,
                this::change,
                this::change,
                this::change,
                expressions::select,
                expressions::select,
                expressions::select,
                this::flow,
                this::flow,
                this::flow,
                this::execution,
                this::setting);
    }

    private String target() {
        return any.of("dbo.parent", "dbo.child", "heap", "[dbo].[child]", "@t", "#t", "dbo.v1");
    }

    private String columns() {
        return "(" + any.list(3, expressions::plainColumn) + ")";
    }

    private String assignment() {
        return any.from(
                () -> expressions.column()
                        + any.of(" = ", " = ", " += ", "=")
                        + any.from(expressions::value, expressions::value, () -> "DEFAULT"),
                () -> "@v = " + expressions.column() + " = " + expressions.value(),
                () -> "@v = " + expressions.value(),
                () -> "extra.WRITE(N'a', 0, NULL)");
    }

    private String output() {
        return "OUTPUT "
                + any.of(
                        "inserted.id",
                        "deleted.*",
                        "inserted.*, $action",
                        "inserted.id AS x",
                        "deleted.id, inserted.name")
                + any.maybe(50, any.of("INTO @t", "INTO #t (id)", "INTO dbo.heap (a)"));
    }

    String change() {
        return any.maybe(8, expressions::common).strip() + " "
                + any.from(this::insert, this::insert, this::update, this::delete, this::merge);
    }

    private String insert() {
        return "INSERT" + any.maybe(3, expressions::top) + any.maybe(75, "INTO") + " " + target()
                + any.maybe(6, "WITH (TABLOCK)") + any.maybe(70, this::columns) + any.maybe(8, this::output) + " "
                + any.from(
                        () -> "VALUES "
                                + any.list(
                                        3,
                                        () -> "(" + any.list(3, () -> any.chance(8) ? "DEFAULT" : expressions.value())
                                                + ")"),
                        () -> "VALUES (" + any.list(3, expressions::literal) + ")",
                        expressions::select,
                        () -> "(" + expressions.query(2) + ")",
                        () -> "DEFAULT VALUES",
                        () -> "EXEC dbo.p1 1");
    }

    private String where() {
        return any.maybe(
                        70,
                        () -> "WHERE "
                                + any.from(
                                        expressions::condition,
                                        expressions::condition,
                                        expressions::condition,
                                        () -> "CURRENT OF cur"))
                + any.maybe(4, "OPTION (RECOMPILE)");
    }

    private String update() {
        return "UPDATE" + any.maybe(8, any.of("TOP (3)", "TOP (10) PERCENT")) + " " + any.of(target(), "t")
                + any.maybe(5, "WITH (ROWLOCK)") + " SET " + any.list(3, this::assignment) + any.maybe(8, this::output)
                + any.maybe(25, () -> "FROM " + expressions.sources()) + where();
    }

    private String delete() {
        return "DELETE" + any.maybe(8, "TOP (3)") + any.maybe(75, "FROM") + " " + any.of(target(), "t")
                + any.maybe(8, this::output) + any.maybe(20, () -> "FROM " + expressions.sources()) + where();
    }

    private String merge() {
        StringBuilder text = new StringBuilder("MERGE" + any.maybe(5, "TOP (5)") + any.maybe(60, "INTO") + " "
                + target() + any.maybe(10, "WITH (HOLDLOCK)") + any.of(" AS t", " t") + " USING "
                + any.of("dbo.child", "(SELECT 1 AS id, N'a' AS name)", "(VALUES (1, N'a'))")
                + any.of(" AS s", " AS s (id, name)") + " ON " + any.of("t.id = s.id", "(t.id = s.id AND s.id > 1)"));
        text.append(any.maybe(
                60,
                () -> "WHEN MATCHED" + any.maybe(30, () -> "AND " + expressions.condition()) + " THEN "
                        + any.from(() -> "DELETE", () -> "UPDATE SET " + any.list(2, this::assignment))));
        text.append(any.maybe(
                70,
                () -> "WHEN NOT MATCHED" + any.of("", " BY TARGET") + " THEN INSERT" + any.of(" (id, name)", "")
                        + any.of(" VALUES (s.id, N'a')", " VALUES (1, s.name)", " DEFAULT VALUES")));
        text.append(any.maybe(20, "WHEN NOT MATCHED BY SOURCE THEN " + any.of("DELETE", "UPDATE SET extra = NULL")));
        return text.append(any.maybe(15, this::output))
                .append(any.of(";", ";", ";", ""))
                .toString();
    }

    private String inside() {
        return any.from(
                this::change,
                expressions::select,
                this::flow,
                this::setting,
                () -> any.of("PRINT 'a'", "RETURN", "SET @v = 1"));
    }

    private String declaration() {
        return "DECLARE "
                + any.list(
                        2,
                        () -> any.of("@v", "@w", "@x", "@y")
                                + any.of(" ", " AS ")
                                + expressions.type()
                                + any.maybe(50, () -> "= " + expressions.value()));
    }

    private String raising() {
        return any.of(
                "RAISERROR('a', 16, 1)",
                "RAISERROR(N'a %d %s', 10, 1, 5, 'x') WITH NOWAIT",
                "RAISERROR(@v, 16, 1)",
                "RAISERROR(50001, 16, 1) WITH LOG, NOWAIT",
                "THROW 50000, 'a', 1;",
                "THROW 50001, @v, 1",
                "THROW",
                "; THROW");
    }

    String flow() {
        if (depth >= DEEPEST) {
            return "PRINT " + expressions.literal();
        }
        depth++;
        try {
            return any.from(
                    this::declaration,
                    () -> declaration() + any.of("; ", " ", "\n") + inside(),
                    () -> "DECLARE @t TABLE (" + any.list(3, definitions::column) + "); " + inside(),
                    () -> "DECLARE @v INT; SET @v " + any.of("=", "+=", "|=", "=") + " " + expressions.value(),
                    () -> "DECLARE @v INT; SELECT "
                            + any.list(2, () -> any.of("@v", "@w") + " = " + expressions.value())
                            + any.maybe(50, () -> "FROM " + expressions.sources()),
                    () -> "IF " + expressions.condition() + " " + inside() + any.maybe(35, () -> "ELSE " + inside()),
                    () -> "IF " + expressions.condition() + " BEGIN " + inside() + any.of("; ", " ", "\n") + inside()
                            + any.of("; END", " END") + any.maybe(35, () -> "ELSE BEGIN " + inside() + " END"),
                    () -> "WHILE " + expressions.condition() + " "
                            + any.from(
                                    this::inside,
                                    () -> "BEGIN " + inside() + any.of("; BREAK; END", " CONTINUE END", " END")),
                    () -> "BEGIN TRY " + inside() + any.of("; ", " ") + "END TRY BEGIN CATCH "
                            + any.from(this::inside, this::raising, () -> "SELECT ERROR_MESSAGE(), ERROR_NUMBER()")
                            + " END CATCH",
                    this::raising,
                    () -> any.of("PRINT ", "PRINT(").replace("(", " ") + expressions.value(),
                    () -> "DECLARE cur CURSOR"
                            + any.maybe(
                                    40,
                                    any.of(
                                            "LOCAL FAST_FORWARD",
                                            "LOCAL STATIC READ_ONLY",
                                            "FORWARD_ONLY",
                                            "GLOBAL SCROLL"))
                            + " FOR " + expressions.query(2)
                            + any.maybe(10, any.of("FOR UPDATE", "FOR UPDATE OF name", "FOR READ ONLY"))
                            + "; OPEN cur; FETCH "
                            + any.of("NEXT FROM cur", "cur", "ABSOLUTE 1 FROM cur", "FIRST FROM cur")
                            + any.maybe(80, "INTO @v, @w") + "; CLOSE cur; DEALLOCATE cur",
                    () -> "GOTO there; " + inside() + any.of("; ", "\n") + "there: " + inside(),
                    () -> any.of(
                            "WAITFOR DELAY '00:00:00'",
                            "WAITFOR TIME '23:00'",
                            "RETURN",
                            "RETURN 1",
                            "BREAK",
                            "SAVE TRANSACTION s",
                            "BEGIN TRAN",
                            "COMMIT",
                            "ROLLBACK TRAN",
                            "BEGIN TRANSACTION t1 WITH MARK 'a'; COMMIT TRANSACTION t1",
                            "COMMIT WORK",
                            "ROLLBACK TRANSACTION s",
                            "BEGIN DISTRIBUTED TRAN",
                            "EXECUTE AS USER = 'dbo'",
                            "REVERT",
                            "KILL 55",
                            "RECONFIGURE WITH OVERRIDE"),
                    () -> "BEGIN " + inside() + any.of("; ", " ") + inside() + " END");
        } finally {
            depth--;
        }
    }

    private String argument() {
        return any.of("", "@a = ")
                + any.from(expressions::literal, () -> any.of("@v", "@w OUTPUT", "DEFAULT", "dbo", "[a b]"));
    }

    String execution() {
        return any.from(
                () -> any.of("EXEC", "EXECUTE", "exec") + any.maybe(10, "@v =") + " "
                        + any.of("dbo.p1", "p1", "[dbo].[p 2]", "master..xp_cmdshell", "@p")
                        + any.maybe(70, () -> any.list(3, this::argument)) + any.maybe(5, "WITH RECOMPILE"),
                () -> any.of("EXEC", "EXECUTE") + any.of(" (", "(")
                        + any.of("N'SELECT 1'", "'PRINT ''a'''", "@v", "N'DROP TABLE ' + @v", "'SELECT ' + 'a'") + ")"
                        + any.maybe(8, "AS USER = 'dbo'"),
                () -> "EXEC sp_rename "
                        + any.of(
                                "N'dbo.parent.extra', N'remark', N'COLUMN'",
                                "'dbo.parent', 'parents'",
                                "@objname = 'dbo.parent', @newname = 'parents'",
                                "'pk_parent', 'pk', 'OBJECT'",
                                "'dbo.child.ix_child_parent', 'ix', 'INDEX'"),
                () -> "EXEC " + any.of("", "sys.")
                        + any.of(
                                "sp_executesql N'SELECT @a', N'@a INT', @a = 1",
                                "sp_executesql N'SELECT 1'",
                                "sp_executesql @v",
                                "sp_addextendedproperty N'MS_Description', N'x', N'SCHEMA', N'dbo', N'TABLE', N'parent'",
                                "sp_addextendedproperty @name = N'MS_Description', @value = 'y', @level0type = N'SCHEMA', @level0name = dbo",
                                "sp_addrolemember 'db_owner', 'u1'",
                                "sp_refreshview 'dbo.v1'",
                                "sp_settriggerorder 'tr1', 'First', 'INSERT'",
                                "sp_getapplock 'a', 'Exclusive'"),
                () -> "DECLARE @v NVARCHAR(100) = N'a'; EXEC dbo.p1 @v" + any.of("", " OUTPUT", ", @b = @v OUT"));
    }

    String setting() {
        return any.from(
                () -> "SET "
                        + any.of(
                                "NOCOUNT",
                                "XACT_ABORT",
                                "ANSI_NULLS",
                                "QUOTED_IDENTIFIER",
                                "ANSI_PADDING",
                                "ARITHABORT",
                                "NUMERIC_ROUNDABORT",
                                "ANSI_NULLS, QUOTED_IDENTIFIER",
                                "CONCAT_NULL_YIELDS_NULL",
                                "NOEXEC",
                                "IMPLICIT_TRANSACTIONS")
                        + any.of(" ON", " OFF", " ON"),
                () -> "SET IDENTITY_INSERT " + any.of("dbo.parent", "child", "[dbo].[heap]") + any.of(" ON", " OFF"),
                () -> any.of(
                        "SET TRANSACTION ISOLATION LEVEL SNAPSHOT",
                        "SET TRANSACTION ISOLATION LEVEL READ UNCOMMITTED",
                        "SET LOCK_TIMEOUT 1000",
                        "SET DATEFORMAT dmy",
                        "SET DATEFIRST 1",
                        "SET LANGUAGE us_english",
                        "SET ROWCOUNT 0",
                        "SET TEXTSIZE 2147483647",
                        "SET STATISTICS IO ON",
                        "SET DEADLOCK_PRIORITY LOW",
                        "SET CONTEXT_INFO 0x01"));
    }

    /** One statement, seldom several, with or without a separator. */
    String script() {
        StringBuilder text = new StringBuilder(statement());
        while (any.chance(8)) {
            text.append(any.of("; ", "\n", ";\n", " ", "\nGO\n")).append(statement());
        }
        return text.append(any.of("", "", "", ";", "\n")).toString();
    }
}
