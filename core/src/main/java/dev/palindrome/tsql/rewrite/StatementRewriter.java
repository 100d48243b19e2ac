package dev.palindrome.tsql.rewrite;

import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.ChoiceStep;
import dev.palindrome.tsql.ColumnTypes;
import dev.palindrome.tsql.DateOrder;
import dev.palindrome.tsql.FlowProgram;
import dev.palindrome.tsql.FlowVariable;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UnnamedConstraint;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.administration.ConsoleCommand;
import dev.palindrome.tsql.administration.DatabaseStatement;
import dev.palindrome.tsql.administration.OwnDatabase;
import dev.palindrome.tsql.administration.PermissionStatement;
import dev.palindrome.tsql.administration.PrincipalStatement;
import dev.palindrome.tsql.call.ProcedureCall;
import dev.palindrome.tsql.call.UndoableSteps;
import dev.palindrome.tsql.change.CompoundAssignment;
import dev.palindrome.tsql.change.InsertTop;
import dev.palindrome.tsql.change.OutputClause;
import dev.palindrome.tsql.change.SelectInto;
import dev.palindrome.tsql.change.SourceRows;
import dev.palindrome.tsql.declaration.UserTypeException;
import dev.palindrome.tsql.flow.FlowQuery;
import dev.palindrome.tsql.flow.FlowScope;
import dev.palindrome.tsql.flow.VariableTokens;
import dev.palindrome.tsql.fulltext.FullTextStatement;
import dev.palindrome.tsql.index.IndexMaintenance;
import dev.palindrome.tsql.index.StatisticsText;
import dev.palindrome.tsql.module.BatchText;
import dev.palindrome.tsql.module.MadeFunctions;
import dev.palindrome.tsql.module.ModuleDefinition;
import dev.palindrome.tsql.module.SynonymDefinition;
import dev.palindrome.tsql.module.TriggerSwitch;
import dev.palindrome.tsql.partition.PartitionStatement;
import dev.palindrome.tsql.query.Made;
import dev.palindrome.tsql.query.QueryForms;
import dev.palindrome.tsql.rewrite.expression.ExpressionRewriter;
import dev.palindrome.tsql.rewrite.table.AlterTable;
import dev.palindrome.tsql.rewrite.table.CreateIndex;
import dev.palindrome.tsql.rewrite.table.CreateTable;
import dev.palindrome.tsql.rewrite.table.ModuleSettings;
import dev.palindrome.tsql.rewrite.table.SystemName;
import dev.palindrome.tsql.rule.DataSyntax;
import dev.palindrome.tsql.rule.ExpressionSyntax;
import dev.palindrome.tsql.rule.OpenTransactions;
import dev.palindrome.tsql.statement.SingleLineSql;
import dev.palindrome.tsql.statement.StatementEnd;
import dev.palindrome.tsql.statement.StatementParser;
import dev.palindrome.tsql.statement.StatementTokens;
import dev.palindrome.tsql.statement.TokensText;
import dev.palindrome.tsql.statement.TooDeepException;
import dev.palindrome.tsql.statement.UnnamedConstraintMatch;
import dev.palindrome.tsql.value.StatementValues;
import dev.palindrome.tsql.value.type.Question;
import dev.palindrome.tsql.xml.SpecialIndexText;
import dev.palindrome.tsql.xml.XmlSchemaCollections;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rewrites one statement after the other; knows what those before it have switched on. */
final class StatementRewriter {

    /** With what else a statement begins, if it stands at the head of a batch or behind a semicolon. */
    private static final String[] OTHER_STATEMENTS = {
        "CLOSE",
        "DEALLOCATE",
        "FETCH",
        "KILL",
        "LINENO",
        "OPEN",
        "READTEXT",
        "REVERT",
        "SETUSER",
        "SHUTDOWN",
        "UPDATETEXT",
        "WRITETEXT"
    };

    /** Objects of SQL Server's own that are made and dropped, and that nobody here takes. */
    private static final String[] OTHER_KINDS = {
        "AGGREGATE",
        "ASYMMETRIC",
        "AVAILABILITY",
        "BROKER",
        "COLUMN",
        "CONTRACT",
        "CREDENTIAL",
        "CRYPTOGRAPHIC",
        "ENDPOINT",
        "EVENT",
        "EXTERNAL",
        "MASTER",
        "MESSAGE",
        "QUEUE",
        "REMOTE",
        "RESOURCE",
        "ROUTE",
        "SEARCH",
        "SECURITY",
        "SERVER",
        "SERVICE",
        "SYMMETRIC",
        "WORKLOAD"
    };

    private final String script;
    private final IdentityInserts identityInserts = new IdentityInserts();
    private final OpenTransactions transactions;
    private final OwnDatabase database;
    private final ModuleSettings settings = new ModuleSettings();
    private final UserTypes types;
    private final FlowScope columns;
    private final MadeFunctions made;
    private final DateOrder first;
    private DateOrder order;
    private StatementValues values;

    /**
     * Begins to rewrite a script.
     *
     * @param transactions how the script is run
     * @param order in which the numbers of dates stand
     * @param columns what is known of them
     */
    StatementRewriter(String script, OpenTransactions transactions, DateOrder order, ColumnTypes columns) {
        this.script = script;
        this.columns = new FlowScope(columns);
        this.order = order;
        this.first = order;
        this.values = new StatementValues(this.columns, order);
        this.database = new OwnDatabase(script);
        this.types = new UserTypes(script);
        this.transactions = transactions;
        this.made = new MadeFunctions(columns.areKnown(), (body, parameters) -> check(body, 1, parameters));
    }

    /** One of ours has question marks for its values, which T-SQL has not. */
    private boolean isPrepared(List<Token> statement) {
        return columns.areKnown() && statement.stream().anyMatch(token -> token.isSymbol("?"));
    }

    /** H2's statements for one of T-SQL's; none if it says nothing that lasts. */
    List<String> rewrite(StatementTokens statement, BatchText batch) {
        try {
            if (statement instanceof StatementTokens.Block block) {
                List<String> all = new ArrayList<>();
                block.body().forEach(inner -> all.addAll(rewrite(inner, batch)));
                return all;
            }
            if (statement instanceof StatementTokens.Simple) {
                return rewriteOpen(statement, batch);
            }
            List<String> h2 = new ArrayList<>(movesBefore(statement));
            if (statement instanceof StatementTokens.If conditional) {
                transactions.conditional();
                h2.addAll(isAfterAnError(conditional) ? List.of() : List.of(choice(conditional, batch)));
            } else {
                h2.addAll(simple(statement, batch));
            }
            return h2;
        } catch (UntranslatableException reason) {
            throw Refusal.of(script, statement, reason);
        }
    }

    /**
     * The same of a statement without control flow.
     *
     * @throws UntranslatableException if it is refused
     */
    List<String> rewriteOpen(StatementTokens statement, BatchText batch) {
        List<String> h2 = new ArrayList<>(movesBefore(statement));
        h2.addAll(simple(statement, batch));
        return h2;
    }

    /** A batch that is run step by step. */
    FlowProgram flow(List<Token> batch, List<FlowVariable> parameters) {
        transactions.conditional();
        return new FlowBatch(script, this, columns).compile(batch, parameters, order);
    }

    /** Whether SET ROWCOUNT has said so in a batch before. */
    boolean limitsRows() {
        return columns.rowLimit() > 0;
    }

    /** In which the numbers of dates stand now. */
    DateOrder order() {
        return order;
    }

    /** What is left to be done with identities. */
    List<String> moves() {
        return identityInserts.move();
    }

    /** A query whose values somebody takes. */
    FlowQuery query(List<Token> tokens, String text) {
        database.requireAskedHere(tokens);
        settings.requireCondition(tokens);
        made.require(tokens);
        StatementValues asked = new StatementValues(columns, order);
        List<Token> valued = asked.of(VariableTokens.of(tokens, columns));
        String h2 =
                SingleLineSql.of(new DataChange(identityInserts).rewrite(valued).get(0));
        return new FlowQuery(h2, asked.question() == Question.NONE ? "" : text);
    }

    /** A query with a row where a condition holds. */
    FlowQuery question(List<Token> condition, String text) {
        database.requireAskedHere(condition);
        settings.requireCondition(condition);
        made.require(condition);
        StatementValues asked = new StatementValues(columns, order);
        String h2 = ExpressionRewriter.condition(asked.query(VariableTokens.of(condition, columns)))
                .strip();
        String ask = "SELECT 1 WHERE ";
        return new FlowQuery(ask + h2, asked.question() == Question.NONE ? "" : ask + text);
    }

    /** What a script runs out of a literal has variables of its own. */
    void check(String sql, int line, List<FlowVariable> parameters) {
        new StatementRewriter(script, OpenTransactions.unknown(), order, columns.columns())
                .flow(Lexer.tokens(sql, line), parameters);
    }

    /** The same tokens in which variables that are known have H2's words. */
    List<Token> withVariables(List<Token> tokens) {
        return VariableTokens.of(tokens, columns);
    }

    /** What else than another INSERT could see that an identity has not been moved. */
    private List<String> movesBefore(StatementTokens statement) {
        return statement.tokens().get(0).is("INSERT", "PRINT") ? List.of() : identityInserts.move();
    }

    /** {@code IF @@ERROR <> 0 SET NOEXEC ON}, as Redgate writes it: here the first error ends the script anyway. */
    private static boolean isAfterAnError(StatementTokens.If conditional) {
        return conditional.tokens().size() < 10
                && TokensText.of(conditional.tokens())
                        .replaceAll("\\s+", " ")
                        .replace("!=", "<>")
                        .equalsIgnoreCase("IF @@ERROR <> 0 SET NOEXEC ON");
    }

    private String choice(StatementTokens.If conditional, BatchText batch) {
        List<String> steps = new ArrayList<>();
        choose(conditional, batch, steps);
        return ProcedureCall.of("if_else", steps.stream().map(SqlLiteral::h2).toArray(String[]::new));
    }

    /** One step behind the other, however deeply they are nested: in a text within a text, quotes would double each time. */
    private void choose(StatementTokens.If conditional, BatchText batch, List<String> steps) {
        steps.add(ChoiceStep.IF + "SELECT 1 WHERE " + condition(conditional, batch));
        branch(conditional.then(), batch, steps);
        conditional.otherwise().ifPresent(inner -> {
            steps.add(String.valueOf(ChoiceStep.ELSE));
            branch(inner, batch, steps);
        });
        steps.add(String.valueOf(ChoiceStep.END));
    }

    private String condition(StatementTokens.If conditional, BatchText batch) {
        List<Token> tokens = conditional.condition();
        try {
            database.requireAskedHere(tokens);
            settings.requireCondition(tokens);
            made.require(tokens);
            StatementValues asked = new StatementValues(columns, order);
            String h2 = ExpressionRewriter.condition(asked.query(tokens)).strip();
            int line = tokens.get(0).line();
            return new LateStatement(script, order, asked.question(), Optional.empty(), Optional.empty())
                    .condition(h2, line, batch.ofWhatIsLeft(tokens));
        } catch (UntranslatableException reason) {
            throw Refusal.of(script, conditional, reason);
        }
    }

    /** The condition of an IF where it is asked. */
    String condition(List<Token> tokens) {
        try {
            return ExpressionRewriter.condition(values.query(tokens)).strip();
        } catch (UntranslatableException reason) {
            throw Refusal.of(script, new StatementTokens.Simple(tokens), reason);
        }
    }

    /** What is given in a branch is moved there: nobody knows whether it is taken. */
    private void branch(StatementTokens statement, BatchText batch, List<String> steps) {
        step(statement, batch, steps);
        steps.addAll(asSteps(identityInserts.move()));
    }

    private static List<String> asSteps(List<String> h2) {
        return h2.stream().map(sql -> ChoiceStep.DO + SingleLineSql.of(sql)).toList();
    }

    private void step(StatementTokens statement, BatchText batch, List<String> steps) {
        if (statement instanceof StatementTokens.Block block) {
            block.body().forEach(inner -> step(inner, batch, steps));
        } else if (statement instanceof StatementTokens.If conditional && !isAfterAnError(conditional)) {
            steps.addAll(asSteps(movesBefore(conditional)));
            choose(conditional, batch, steps);
        } else {
            steps.addAll(asSteps(rewrite(statement, batch)));
        }
    }

    private List<String> simple(StatementTokens statement, BatchText batch) {
        try {
            transactions.before(
                    statement.tokens().get(0),
                    statement.tokens().get(Math.min(1, statement.tokens().size() - 1)));
            return withValues(statement, batch);
        } catch (UserTypeException use) {
            if (!statement.tokens().get(0).is("CREATE", "ALTER")
                    || !statement.tokens().get(1).is("TABLE", "TYPE")) {
                throw use.untranslatable("");
            }
            settings.requirePadding();
            MadeFunctions.requireNoCall(statement.tokens());
            return types.use(
                    statement.tokens(),
                    statement.line(),
                    batch.script(),
                    tokens -> known(new StatementTokens.Simple(tokens), batch));
        }
    }

    /** A statement in a statement has values of its own. */
    private List<String> withValues(StatementTokens statement, BatchText batch) {
        StatementValues around = values;
        values = new StatementValues(columns, order);
        try {
            List<String> h2 = known(statement, batch);
            return new LateStatement(script, order, values.question(), values.doubts(), variables(statement))
                    .of(h2, statement, batch);
        } finally {
            values = around;
        }
    }

    /** Those that are there, if the statement names one. */
    private Optional<String> variables(StatementTokens statement) {
        boolean named = statement.tokens().stream()
                .anyMatch(token -> token.kind() == Token.Kind.VARIABLE
                        || token.text().startsWith("@")
                        || token.kind() == Token.Kind.STRING && token.value().contains("sql:variable"));
        return named ? Optional.of(columns.variables()) : Optional.empty();
    }

    /** What has no types of the user's own in it. */
    private List<String> known(StatementTokens statement, BatchText batch) {
        made.require(statement.tokens());
        TokenReader reader = new TokenReader(statement.tokens());
        database.requireHere(reader.peek(), reader.peek(1));
        settings.require(statement.tokens());
        return switch (reader.peek().upper()) {
            case "CREATE" -> create(reader, statement, batch);
            case "ALTER" -> alter(reader, statement, batch);
            case "DROP" -> {
                reader.next();
                if (reader.accept("DATABASE")) {
                    yield new DatabaseStatement(database).drop(reader);
                }
                if (PrincipalStatement.isNext(reader)) {
                    yield PrincipalStatement.drop(reader);
                }
                if (reader.accept("TYPE")) {
                    yield UserTypes.drop(reader);
                }
                if (reader.accept("PARTITION")) {
                    yield PartitionStatement.drop(reader);
                }
                if (XmlSchemaCollections.isNext(reader)) {
                    yield XmlSchemaCollections.drop(reader);
                }
                if (reader.accept("FULLTEXT")) {
                    transactions.requireNone(statement);
                    yield FullTextStatement.drop(reader);
                }
                yield new DropObject().rewrite(reader);
            }
            case "INSERT", "UPDATE", "DELETE", "MERGE", "SELECT", "WITH" -> {
                if (!isPrepared(statement.tokens())) {
                    DataSyntax.require(statement.tokens());
                }
                refuseCursor(statement.tokens());
                Optional<SelectInto> into = SelectInto.of(statement.tokens());
                yield into.isPresent() ? selectInto(into.get(), statement.line()) : changeOrQuery(statement.tokens());
            }
            case "TRUNCATE" -> truncate(reader);
            case "DBCC" -> ConsoleCommand.rewrite(reader);
            case "GRANT", "DENY", "REVOKE" -> PermissionStatement.rewrite(reader);
            case "USE" -> new DatabaseStatement(database).use(reader);
            case "CHECKPOINT" -> DatabaseStatement.checkpoint(reader);
            case "RECONFIGURE" -> DatabaseStatement.reconfigure(reader);
            case "SET" -> {
                reader.next();
                DateOrder before = order;
                List<String> set = new SetOption(identityInserts, settings, other -> order = other).rewrite(reader);
                yield order == before ? set : List.of(said(order));
            }
            case "EXEC", "EXECUTE" -> {
                reader.next();
                yield execute(reader, statement);
            }
            case "ENABLE", "DISABLE" -> TriggerSwitch.rewrite(reader);
            case "PRINT" -> print(reader);
            case "DECLARE" -> declare(reader, statement);
            case "BEGIN", "COMMIT" -> transaction(reader);
            default -> procedureWithoutExec(reader, statement);
        };
    }

    private static void refuseCursor(List<Token> statement) {
        for (int i = 1; i + 1 < statement.size(); i++) {
            if (statement.get(i - 1).is("WHERE")
                    && statement.get(i).is("CURRENT")
                    && statement.get(i + 1).is("OF")) {
                throw new UntranslatableException("WHERE CURRENT OF a cursor");
            }
        }
    }

    /** Where it runs: a table, its rows, and what an identity needs. */
    private List<String> selectInto(SelectInto into, int line) {
        if (!columns.areKnown()) {
            List<String> query = new DataChange(identityInserts).rewrite(values.of(into.without()));
            values.dependOnTypes();
            return query;
        }
        List<SelectInto.Column> made = values.created(into.without());
        List<String> all = new ArrayList<>(inner(into.create(made), line));
        String table = into.table().arguments();
        boolean identity = made.stream().anyMatch(column -> !column.identity().isEmpty());
        if (identity) {
            all.add(ProcedureCall.of("identity_insert", table, "TRUE"));
        }
        String insert = into.insert(made);
        all.add(LateStatement.call(
                script,
                line,
                order,
                insert,
                insert.contains("@") ? Optional.of(columns.variables()) : Optional.empty()));
        if (identity) {
            all.add(ProcedureCall.of("move_identity", table));
            all.add(ProcedureCall.of("identity_insert", table, "FALSE"));
        }
        return all;
    }

    /** With what has to be done before, in statements of its own. */
    private List<String> changeOrQuery(List<Token> tokens) {
        DataChange change = new DataChange(identityInserts);
        OutputClause output = OutputClause.of(CompoundAssignment.plain(QueryForms.unread(tokens)));
        List<List<Token>> before = new ArrayList<>(output.into());
        List<Token> main = output.statement();
        if (main.get(0).is("INSERT") && main.get(1).is("TOP")) {
            main = InsertTop.inQuery(main);
        }
        if (main.get(0).is("MERGE") && main.get(1).is("TOP")) {
            throw new UntranslatableException("TOP in MERGE");
        }
        if (main.get(0).is("MERGE")) {
            SourceRows rows = SourceRows.of(main);
            before.addAll(rows.before());
            main = rows.merge().isEmpty() ? before.remove(before.size() - 1) : rows.merge();
        }
        List<String> first = new ArrayList<>();
        for (List<Token> statement : before) {
            first.addAll(change.rewrite(values.of(statement)));
            values.dependOnTypes();
        }
        if (output.given().isEmpty()) {
            return ProcedureCall.behind(first, change.rewrite(values.of(main)));
        }
        values.dependOnTypes();
        List<Token> given = values.of(output.given());
        return ProcedureCall.behind(first, change.rewrite(values.of(withColumns(main)), given, output.rows()));
    }

    /** An INSERT whose rows H2 is to give names its columns, as soon as these are known. */
    private List<Token> withColumns(List<Token> insert) {
        TokenReader reader = new TokenReader(insert);
        if (!reader.accept("INSERT")) {
            return insert;
        }
        reader.accept("INTO");
        ObjectName table = reader.objectName();
        List<Token> head = new ArrayList<>(insert.subList(0, reader.position()));
        if (reader.sees("DEFAULT") || reader.seesSymbol("(") && !reader.peek(1).is("SELECT")) {
            return insert;
        }
        String names = columns.of(table).stream()
                .filter(ColumnTypes.Column::written)
                .map(column -> BracketedName.of(column.name()))
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? insert
                : new Made(insert.get(0))
                        .add(head)
                        .add("(" + names + ")")
                        .add(reader.rest())
                        .tokens();
    }

    private List<String> create(TokenReader reader, StatementTokens statement, BatchText batch) {
        reader.expect("CREATE");
        SystemName systemName = new SystemName(script, statement.line());
        if (reader.accept("TABLE")) {
            return new CreateTable(systemName, values, settings).rewrite(reader);
        }
        if (reader.accept("OR", "ALTER", "VIEW")) {
            return CreateView.rewrite(reader, "CREATE OR ALTER", batch.of(statement.tokens()), values);
        }
        if (reader.accept("VIEW")) {
            return CreateView.rewrite(reader, "CREATE", batch.of(statement.tokens()), values);
        }
        if (reader.accept("SEQUENCE")) {
            return CreateSequence.rewrite(reader);
        }
        if (reader.accept("SYNONYM")) {
            return SynonymDefinition.rewrite(reader);
        }
        if (reader.accept("SCHEMA")) {
            return schema(reader);
        }
        if (reader.accept("DATABASE")) {
            return new DatabaseStatement(database).create(reader);
        }
        if (reader.accept("STATISTICS")) {
            return StatisticsText.create(reader);
        }
        if (reader.accept("PARTITION")) {
            return PartitionStatement.create(reader);
        }
        if (XmlSchemaCollections.isNext(reader)) {
            return XmlSchemaCollections.create(reader);
        }
        if (reader.accept("FULLTEXT")) {
            transactions.requireNone(statement);
            return FullTextStatement.create(reader);
        }
        if (SpecialIndexText.isNext(reader)) {
            return SpecialIndexText.create(reader);
        }
        if (PrincipalStatement.isNext(reader)) {
            return PrincipalStatement.create(reader);
        }
        if (reader.accept("TYPE")) {
            return types.create(reader, systemName, values, settings);
        }
        if (reader.peek().is("INDEX", "UNIQUE", "CLUSTERED", "NONCLUSTERED", "COLUMNSTORE")) {
            return CreateIndex.rewrite(reader);
        }
        if (reader.peek().is("OR") || reader.peek().is(ModuleDefinition.KINDS)) {
            made.add(statement.tokens(), batch.whole());
            return ModuleDefinition.create(reader, batch, settings.recorded());
        }
        throw unknown("CREATE", reader);
    }

    /** A kind of object that nobody here takes, or that nobody knows. */
    static UntranslatableException unknown(String verb, TokenReader reader) {
        return reader.peek().is(StatementEnd.KINDS) || reader.peek().is(OTHER_KINDS)
                ? new UntranslatableException(verb + " " + reader.peek().upper())
                : reader.unexpected();
    }

    private static List<String> schema(TokenReader reader) {
        if (reader.sees("AUTHORIZATION")) {
            throw new UntranslatableException("a schema with the name of its owner");
        }
        String name = reader.identifier();
        String owner = reader.accept("AUTHORIZATION") ? reader.word() : "dbo";
        reader.expectEnd();
        String create = "CREATE SCHEMA " + QuotedName.of(name);
        return owner.equalsIgnoreCase("dbo")
                ? List.of(create)
                : new UndoableSteps(List.of())
                        .add(create, "DROP SCHEMA " + QuotedName.of(name))
                        .add(
                                ProcedureCall.of(
                                        "owner", "'SCHEMA'", "NULL", SqlLiteral.h2(name), SqlLiteral.h2(owner)),
                                "")
                        .asOne();
    }

    private List<String> alter(TokenReader reader, StatementTokens statement, BatchText batch) {
        reader.expect("ALTER");
        if (reader.accept("TABLE")) {
            return new AlterTable(new SystemName(script, statement.line()), values, settings).rewrite(reader);
        }
        if (reader.accept("VIEW")) {
            return CreateView.rewrite(reader, "ALTER", batch.of(statement.tokens()), values);
        }
        if (reader.accept("SEQUENCE")) {
            return AlterSequence.rewrite(reader);
        }
        if (reader.accept("SCHEMA")) {
            return transfer(reader);
        }
        if (reader.accept("INDEX")) {
            return IndexMaintenance.alterIndex(reader);
        }
        if (reader.peek().is(ModuleDefinition.KINDS)) {
            made.add(statement.tokens(), batch.whole());
            return ModuleDefinition.alter(reader, batch, settings.recorded());
        }
        if (reader.accept("DATABASE")) {
            return new DatabaseStatement(database).alter(reader);
        }
        if (PrincipalStatement.isNext(reader)) {
            return PrincipalStatement.alter(reader);
        }
        if (reader.accept("PARTITION")) {
            return PartitionStatement.alter(reader);
        }
        if (XmlSchemaCollections.isNext(reader)) {
            return XmlSchemaCollections.alter(reader);
        }
        if (reader.accept("FULLTEXT")) {
            transactions.requireNone(statement);
            return FullTextStatement.alter(reader);
        }
        if (reader.accept("AUTHORIZATION")) {
            return PrincipalStatement.owner(reader);
        }
        throw unknown("ALTER", reader);
    }

    private static List<String> transfer(TokenReader reader) {
        String schema = reader.identifier();
        reader.require("TRANSFER");
        if (reader.peek().is("TYPE", "XML") && !reader.peek(1).isSymbol(".")) {
            throw new UntranslatableException("ALTER SCHEMA … TRANSFER of a type or a collection of XML schemas");
        }
        if (reader.peek().is("OBJECT") && reader.peek(1).isSymbol("::")) {
            reader.next();
            reader.next();
        }
        ObjectName object = reader.objectName();
        reader.expectEndOfSyntax();
        return List.of(ProcedureCall.of("transfer", SqlLiteral.h2(schema), object.arguments()));
    }

    private static List<String> print(TokenReader reader) {
        reader.expect("PRINT");
        ExpressionSyntax.value(reader);
        reader.expectEndOfSyntax();
        return List.of();
    }

    private static List<String> truncate(TokenReader reader) {
        reader.expect("TRUNCATE", "TABLE");
        ObjectName table = reader.objectName();
        if (reader.sees("WITH")) {
            throw new UntranslatableException("TRUNCATE of partitions");
        }
        reader.expectEnd();
        return List.of(ProcedureCall.of("truncate_table", table.arguments()));
    }

    /** H2 commits at every definition; only a rollback would show. */
    private List<String> transaction(TokenReader reader) {
        Token first = reader.peek();
        String verb = reader.next().upper();
        boolean transaction = reader.accept("TRANSACTION") || reader.accept("TRAN");
        if (verb.equals("BEGIN") && !transaction) {
            throw new UntranslatableException("BEGIN " + reader.peek().upper());
        }
        if (!transaction) {
            reader.accept("WORK");
        } else if (reader.peek().isName() && !reader.sees("WITH")) {
            reader.identifier();
        }
        if (reader.sees("WITH")) {
            throw new UntranslatableException("a transaction WITH options");
        }
        reader.expectEndOfSyntax();
        if (verb.equals("BEGIN")) {
            transactions.begin();
        } else {
            transactions.commit(first);
        }
        return List.of();
    }

    /** The same batch, as it would be written without the name of this database before those of objects. */
    List<Token> withoutDatabase(List<Token> batch) {
        return database.withoutItsName(batch);
    }

    /** What is to be asked before the script begins. */
    List<String> beginning() {
        return Stream.of(database.question(), types.question())
                .flatMap(Optional::stream)
                .toList();
    }

    /** Switches off what the script left on. */
    List<String> end() {
        try {
            transactions.end();
        } catch (UntranslatableException reason) {
            throw Refusal.of(script, transactions.outsider().orElseThrow(), reason);
        }
        if (limitsRows()) {
            throw Refusal.of(
                    script,
                    new StatementTokens.Simple(columns.limiting()),
                    new UntranslatableException("SET ROWCOUNT that is not set back to 0 at the end of the script"));
        }
        List<String> calls = new ArrayList<>(identityInserts.move());
        identityInserts
                .tables()
                .forEach(table -> calls.add(ProcedureCall.of("identity_insert", table.arguments(), "FALSE")));
        if (order != first) {
            calls.add(said(first));
        }
        return calls;
    }

    /** For functions, which read dates as the session does that calls them. */
    private static String said(DateOrder order) {
        return "SET " + FlowVariable.place(FlowVariable.DATE_ORDER) + " = " + SqlLiteral.h2(order.name());
    }

    private List<String> declare(TokenReader reader, StatementTokens statement) {
        return UnnamedConstraintMatch.at(statement.tokens(), 0)
                .map(match -> List.of(dropUnnamed(match.constraint())))
                .orElseGet(() -> procedureWithoutExec(reader, statement));
    }

    private static String dropUnnamed(UnnamedConstraint constraint) {
        ObjectName table = TokenReader.ofName(constraint.table()).objectName();
        return ProcedureCall.of(
                "drop_unnamed",
                table.arguments(),
                SqlLiteral.h2(constraint.kind().name()),
                SqlLiteral.h2(constraint.what()));
    }

    /** The first statement of a batch may leave EXEC out. */
    private List<String> procedureWithoutExec(TokenReader reader, StatementTokens statement) {
        Token first = reader.peek();
        if (first.is(StatementEnd.STARTS) || first.is(OTHER_STATEMENTS)) {
            throw new UntranslatableException(first.upper());
        }
        if (first.is("ADD") && reader.peek(1).is("SIGNATURE", "COUNTER", "SENSITIVITY")) {
            throw new UntranslatableException("ADD " + reader.peek(1).upper());
        }
        if (!ProcedureExecution.isKnown(reader) && !UserTypes.isCall(reader)) {
            throw UntranslatableException.at(first);
        }
        return execute(reader, statement);
    }

    private List<String> execute(TokenReader reader, StatementTokens statement) {
        if (reader.sees("AS")) {
            throw new UntranslatableException("EXECUTE AS");
        }
        if (UserTypes.isCall(reader)) {
            return types.call(reader);
        }
        return ProcedureExecution.literalSql(reader)
                .map(sql -> inner(sql, statement.line()))
                .orElseGet(() -> ProcedureExecution.call(reader));
    }

    private List<String> inner(String sql, int line) {
        List<Token> tokens = Lexer.tokens(sql, line);
        Token last = tokens.get(Math.max(0, tokens.size() - 2));
        if (last.kind() == Token.Kind.UNCLOSED) {
            throw new UntranslatableException("a " + Refusal.what(last) + " in it that never ends");
        }
        if (Refusal.isTooDeep(Nesting.of(tokens))) {
            throw new UntranslatableException("what is nested too deeply in it");
        }
        DataSyntax.requireBatch(tokens);
        List<String> all = new ArrayList<>();
        List<StatementTokens> batch = statements(database.withoutItsName(tokens));
        BatchRules.requirePlaces(script, batch);
        DateOrder before = order;
        List<ObjectName> identities = identityInserts.tables();
        for (StatementTokens statement : batch) {
            rewrite(statement, BatchText.of(sql)).forEach(text -> all.add(SingleLineSql.of(text)));
        }
        all.addAll(identityInserts.back(identities));
        if (order != before) { // what a text sets ends with it (Microsoft: set-statements-transact-sql)
            order = before;
            all.add(said(order));
        }
        return all;
    }

    private static List<StatementTokens> statements(List<Token> tokens) {
        try {
            return StatementParser.statements(tokens);
        } catch (TooDeepException e) {
            throw new UntranslatableException("what is nested too deeply in it");
        }
    }
}
