package dev.palindrome.tsql.flow;

import dev.palindrome.tsql.FlowStep.Kind;
import dev.palindrome.tsql.FlowVariable;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.change.RowLimit;
import dev.palindrome.tsql.rule.ExpressionSyntax;
import dev.palindrome.tsql.statement.UnnamedConstraintMatch;
import java.util.ArrayList;
import java.util.List;

/** The statements of a batch that are no control flow. */
final class FlowLeaves {

    private final FlowTranslation translation;
    private final FlowSteps steps;
    private final FlowScope scope;
    private final Assignments assignments;

    FlowLeaves(FlowTranslation translation, FlowSteps steps) {
        this.translation = translation;
        this.steps = steps;
        this.scope = translation.scope();
        this.assignments = new Assignments(translation, steps);
    }

    void add(List<Token> written) {
        List<Token> tokens = scope.rowLimit() > 0 ? RowLimit.in(written, scope.rowLimit()) : written;
        Token first = tokens.get(0);
        TokenReader reader = new TokenReader(tokens);
        switch (first.upper()) {
            case "DECLARE" -> declare(tokens);
            case "SET" -> set(reader, tokens);
            case "SELECT", "WITH" -> select(tokens);
            case "EXEC", "EXECUTE" -> new ExecuteStatement(translation, steps).add(tokens);
            case "INSERT" -> {
                int execute = InsertedRows.place(tokens);
                if (execute < 0) {
                    statement(tokens);
                } else {
                    new InsertedRows(translation, steps).add(tokens, execute);
                }
            }
            case "PRINT" -> {
                reader.next();
                List<Token> value = ExpressionSyntax.value(reader);
                reader.expectEndOfSyntax();
                steps.add(Kind.PRINT, first.line(), text(value, first.line()).texts());
            }
            case "RAISERROR", "THROW" -> new ErrorStatement(translation, steps).add(reader);
            case "BEGIN", "COMMIT", "ROLLBACK", "SAVE" -> transaction(reader);
            case "OPEN", "FETCH", "CLOSE", "DEALLOCATE" -> new CursorStatement(translation, steps).add(reader);
            case "WAITFOR" -> waitFor(reader);
            case "DBCC" -> {
                if (tokens.stream().anyMatch(token -> token.kind() == Token.Kind.VARIABLE)) {
                    new ExecuteStatement(translation, steps).console(tokens);
                } else {
                    statement(tokens);
                }
            }
            default -> statement(tokens);
        }
    }

    private FlowQuery text(List<Token> value, int line) {
        scope.requireAll(value);
        return translation.query(
                new Made(line).add("SELECT").cast(value, "nvarchar(max)").tokens());
    }

    private void statement(List<Token> tokens) {
        if (!FlowNeed.isModule(tokens)) {
            scope.requireAll(tokens);
        }
        if (tokens.get(0).is("UPDATE") && VariableUpdate.is(tokens)) {
            new VariableUpdate(assignments, scope).plain(tokens).ifPresent(this::change);
        } else {
            change(tokens);
        }
    }

    private void change(List<Token> tokens) {
        List<String> h2 = translation.statement(scope.collected() ? InsertedRows.collecting(tokens) : tokens);
        steps.add(Kind.DO, tokens.get(0).line(), h2);
    }

    private void declare(List<Token> tokens) {
        boolean unnamed = UnnamedConstraintMatch.at(tokens, 0)
                .filter(match -> match.end() >= tokens.size())
                .isPresent();
        if (unnamed) {
            steps.add(Kind.DO, tokens.get(0).line(), translation.statement(tokens));
            return;
        }
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i).is("DECLARE")) { // nothing need stand between two of them
                declare(tokens.subList(0, i));
                declare(tokens.subList(i, tokens.size()));
                return;
            }
        }
        if (tokens.size() > 1 && tokens.get(1).isName()) {
            new CursorStatement(translation, steps).declare(tokens);
            return;
        }
        for (Declaration declaration : Declaration.all(tokens, scope)) {
            scope.requireAll(declaration.value());
            scope.declare(declaration.name(), declaration.variable());
            if (declaration.type().isPresent()) {
                ObjectName type = declaration.type().get();
                steps.add(
                        Kind.TABLE,
                        declaration.name().line(),
                        List.of(
                                declaration.variable().h2(),
                                "",
                                type.schema() == null ? "" : type.schema(),
                                type.name()));
            } else if (!declaration.table().isEmpty()) {
                table(declaration);
            } else if (!declaration.value().isEmpty()) {
                assignments.give(
                        declaration.variable(),
                        "=",
                        declaration.value(),
                        declaration.name().line());
            }
        }
    }

    private void table(Declaration declaration) {
        List<Token> create = new Made(declaration.name().line())
                .add("CREATE TABLE")
                .add(List.of(declaration.name()))
                .add(declaration.table())
                .tokens();
        steps.add(
                Kind.TABLE,
                declaration.name().line(),
                List.of(
                        declaration.variable().h2(),
                        translation.statement(create).get(0)));
    }

    private void set(TokenReader reader, List<Token> tokens) {
        reader.next();
        Token name = reader.peek();
        if (name.kind() != Token.Kind.VARIABLE) {
            option(reader, tokens);
            return;
        }
        reader.next();
        FlowVariable variable = scope.require(name);
        if (reader.seesSymbol(".")) {
            throw new UntranslatableException("methods of variables");
        }
        String operator = reader.next().text();
        if (variable.type().equals(FlowVariable.CURSOR)) {
            new CursorStatement(translation, steps).set(variable, reader);
            return;
        }
        List<Token> value = ExpressionSyntax.value(reader);
        reader.expectEndOfSyntax();
        scope.requireAll(value);
        assignments.give(variable, operator, value, name.line());
    }

    private void option(TokenReader reader, List<Token> tokens) {
        if (reader.peek().is("NOEXEC") && reader.peek(1).is("ON", "OFF") && tokens.size() == 3) {
            steps.add(
                    Kind.OPTION,
                    tokens.get(0).line(),
                    List.of("NOEXEC", reader.peek(1).upper()));
            return;
        }
        if (reader.peek().is("ROWCOUNT") && tokens.size() == 3) {
            limit(tokens);
            return;
        }
        List<String> h2 = translation.statement(tokens);
        int line = tokens.get(0).line();
        if (!h2.isEmpty()) {
            steps.add(Kind.DO, line, h2);
        }
        if (reader.peek().is("XACT_ABORT", "DATEFORMAT") && tokens.size() == 3) {
            steps.add(
                    Kind.OPTION,
                    line,
                    List.of(reader.peek().upper(), reader.peek(1).value().toUpperCase(java.util.Locale.ROOT)));
        }
    }

    /** What holds from there on must be seen without running it. */
    private void limit(List<Token> statement) {
        int rows = RowLimit.rows(statement.get(2))
                .orElseThrow(() -> new UntranslatableException("SET ROWCOUNT of what is no number"));
        if (rows != scope.rowLimit() && (steps.isNested() || scope.jumps())) {
            throw new UntranslatableException("SET ROWCOUNT in a branch, a loop or TRY, or beside GOTO and RETURN");
        }
        scope.limitRows(rows, statement);
    }

    private void select(List<Token> tokens) {
        if (assignments.isOne(tokens)) {
            scope.requireAll(tokens);
            assignments.select(tokens);
        } else {
            statement(tokens);
        }
    }

    /** Nobody waits in a test; what is waited for has to be right all the same. */
    private void waitFor(TokenReader reader) {
        Token wait = reader.next();
        if (!reader.peek().is("DELAY", "TIME")) {
            throw new UntranslatableException("WAITFOR " + reader.peek().upper());
        }
        reader.next();
        Token time = reader.next();
        if (time.kind() == Token.Kind.VARIABLE) {
            scope.require(time);
        } else if (time.kind() != Token.Kind.STRING) {
            throw UntranslatableException.syntax(time);
        }
        reader.expectEndOfSyntax();
        steps.add(Kind.DO, wait.line(), List.of());
    }

    private void transaction(TokenReader reader) {
        Token verb = reader.next();
        boolean named = reader.accept("TRANSACTION") || reader.accept("TRAN");
        if (verb.is("BEGIN", "SAVE") && !named) {
            throw new UntranslatableException(verb.upper() + " " + reader.peek().upper());
        }
        if (!named) {
            reader.accept("WORK");
        }
        List<String> texts = new ArrayList<>(List.of(verb.upper()));
        boolean variable = reader.peek().kind() == Token.Kind.VARIABLE;
        if (variable) {
            throw new UntranslatableException("a transaction that a variable names");
        }
        if (named && reader.peek().isName() && !reader.sees("WITH")) {
            texts.add(reader.identifier());
        }
        if (reader.accept("WITH")) {
            if (verb.is("BEGIN") && reader.accept("MARK")) {
                if (!reader.atEnd()) {
                    reader.next();
                }
            } else {
                reader.parenthesised();
            }
        }
        reader.expectEndOfSyntax();
        steps.add(Kind.TRANSACTION, verb.line(), texts);
    }
}
