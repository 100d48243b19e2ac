package dev.palindrome.tsql.flow;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.FlowStep.Kind;
import dev.palindrome.tsql.FlowVariable;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.NeedsSqlServerException;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.call.ProcedureName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** EXEC of strings, and of what takes variables as arguments. */
final class ExecuteStatement {

    private final FlowTranslation translation;
    private final FlowSteps steps;
    private final FlowScope scope;
    private boolean collected;

    ExecuteStatement(FlowTranslation translation, FlowSteps steps) {
        this.translation = translation;
        this.steps = steps;
        this.scope = translation.scope();
        this.collected = scope.collected();
    }

    /** Of which somebody takes the rows: what is run must be known where it runs. */
    void addCollected(List<Token> tokens) {
        collected = true;
        add(tokens);
    }

    void add(List<Token> tokens) {
        TokenReader reader = new TokenReader(tokens);
        int line = reader.next().line();
        scope.requireAll(tokens);
        if (reader.seesSymbol("(")) {
            List<Token> text = reader.parenthesised();
            if (!reader.atEnd()) {
                throw new UntranslatableException("EXEC … AT another server");
            }
            run(asTexts(text, line), List.of(), List.of(), line, tokens);
            return;
        }
        Optional<FlowVariable> result = Optional.empty();
        if (reader.peek().kind() == Token.Kind.VARIABLE) {
            if (!reader.peek(1).isSymbol("=")) {
                throw new UntranslatableException("a procedure that a variable names");
            }
            result = Optional.of(scope.require(reader.next()));
            reader.next();
        }
        int name = reader.position();
        String procedure = ProcedureName.read(reader);
        if (procedure.equals("sp_executesql")) {
            statement(reader, line, tokens);
        } else if (procedure.equals(TableLoop.NAME)) {
            loop(new TableLoop(reader, line), line, tokens);
        } else if (ProcedureName.isOwn(procedure)) {
            reader.back(name);
            String into = result.map(FlowVariable::name).orElse("");
            steps.add(Kind.CALL, line, CallStatement.texts(reader, into, scope));
            return;
        } else {
            reader.back(name);
            procedure(reader.rest(), line, tokens, result.isPresent());
        }
        result.ifPresent(variable -> new Assignments(translation, steps)
                .give(variable, "=", new Made(line).add("0").tokens(), line));
    }

    /** What is put together here is no expression: variables of other types are written into it. */
    private static List<Token> asTexts(List<Token> text, int line) {
        Made made = new Made(line);
        for (Token token : text) {
            if (token.kind() == Token.Kind.VARIABLE) {
                made.cast(List.of(token), "nvarchar(max)");
            } else {
                made.add(List.of(token));
            }
        }
        return made.tokens();
    }

    private void run(
            List<Token> text, List<FlowVariable> parameters, List<String> arguments, int line, List<Token> statement) {
        Optional<String> literal = literal(text);
        // A CATCH takes of a text also what is not found in it.
        boolean plain = !collected && !steps.isInTry();
        if (literal.isPresent() && parameters.isEmpty() && plain && !needsSteps(literal.get())) {
            steps.add(Kind.DO, line, translation.statement(statement));
            return;
        }
        literal.ifPresent(sql -> check(sql, line, parameters));
        List<String> texts = new ArrayList<>(translation
                .query(new Made(line).add("SELECT").cast(text, "nvarchar(max)").tokens())
                .texts());
        texts.add(FlowVariable.text(parameters));
        texts.addAll(arguments);
        steps.add(Kind.EXECUTE, line, texts);
    }

    /** A CATCH sees what SQL Server refuses in a text. */
    private void check(String sql, int line, List<FlowVariable> parameters) {
        try {
            translation.check(sql, line, parameters);
        } catch (NeedsSqlServerException e) {
            if (!steps.isInTry() || e.sqlServerError() == 0) {
                throw e;
            }
        }
    }

    /** What it puts in has an identity in a scope of its own, and temporary tables end with it. */
    private static boolean needsSteps(String sql) {
        List<Token> tokens = Lexer.tokens(sql, 1);
        return FlowNeed.of(tokens, false)
                || FlowNeed.ofRows(tokens)
                || !TemporaryTable.names(tokens).isEmpty();
    }

    /** What stands there, if it is known before anything runs. */
    private static Optional<String> literal(List<Token> text) {
        StringBuilder all = new StringBuilder();
        TokenReader reader = new TokenReader(text);
        do {
            if (reader.peek().kind() != Token.Kind.STRING) {
                return Optional.empty();
            }
            all.append(reader.next().value());
        } while (reader.acceptSymbol("+"));
        return reader.atEnd() ? Optional.of(all.toString()) : Optional.empty();
    }

    /** From behind {@code sp_executesql}. */
    private void statement(TokenReader reader, int line, List<Token> whole) {
        skipName(reader);
        List<Token> text = argument(reader);
        List<FlowVariable> parameters = List.of();
        List<String> arguments = new ArrayList<>();
        if (reader.acceptSymbol(",")) {
            skipName(reader);
            Token declared = reader.next();
            if (declared.kind() != Token.Kind.STRING) {
                throw new UntranslatableException("sp_executesql with parameters that are not declared in a string");
            }
            parameters = parameters(declared);
            arguments.addAll(given(reader, parameters, line));
        }
        reader.expectEndOfSyntax();
        run(text, parameters, arguments, line, whole);
    }

    private void loop(TableLoop loop, int line, List<Token> whole) {
        loop.sample().ifPresent(sql -> translation.check(sql, line, List.of()));
        List<String> arguments = new ArrayList<>();
        for (FlowVariable parameter : TableLoop.PARAMETERS) {
            arguments.add(parameter.name());
            arguments.addAll(translation
                    .query(new Made(line)
                            .add("SELECT")
                            .cast(loop.argument(parameter), parameter.type())
                            .tokens())
                    .texts());
            arguments.add("");
        }
        run(TableLoop.text(line), TableLoop.PARAMETERS, arguments, line, whole);
    }

    /** {@code @stmt =} and {@code @params =}. */
    private static void skipName(TokenReader reader) {
        if (reader.peek().kind() == Token.Kind.VARIABLE && reader.peek(1).isSymbol("=")) {
            reader.next();
            reader.next();
        }
    }

    /** SQL Server takes no expression here. */
    private static List<Token> argument(TokenReader reader) {
        List<Token> argument = reader.until(",", "OUTPUT", "OUT");
        if (argument.isEmpty()) {
            throw reader.syntax();
        }
        if (argument.size() > 1 && !(argument.size() == 2 && argument.get(0).isSymbol("-"))) {
            throw UntranslatableException.syntax(argument.get(1));
        }
        return argument;
    }

    private static List<FlowVariable> parameters(Token declared) {
        List<FlowVariable> parameters = new ArrayList<>();
        TokenReader reader = new TokenReader(Lexer.tokens(declared.value(), declared.line()));
        while (!reader.atEnd()) {
            Token name = reader.next();
            if (name.kind() != Token.Kind.VARIABLE) {
                throw UntranslatableException.syntax(name);
            }
            reader.accept("AS");
            parameters.add(FlowVariable.of(name.text(), Declaration.type(reader)));
            if (reader.acceptSymbol("=")) {
                throw new UntranslatableException("sp_executesql with defaults of parameters");
            }
            if (!reader.accept("OUTPUT")) {
                reader.accept("OUT");
            }
            if (!reader.atEnd()) {
                reader.requireSymbol(",");
            }
        }
        return parameters;
    }

    /** Of each: its name, a query for the value, and the variable that has it afterwards, if one has. */
    private List<String> given(TokenReader reader, List<FlowVariable> parameters, int line) {
        List<String> texts = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        while (reader.acceptSymbol(",")) {
            int place = seen.size();
            boolean named = reader.peek().kind() == Token.Kind.VARIABLE
                    && reader.peek(1).isSymbol("=");
            String wanted = named ? reader.peek().text().toLowerCase(Locale.ROOT) : "";
            Token at = reader.peek();
            skipName(reader);
            FlowVariable parameter = parameters.stream()
                    .filter(one -> named
                            ? one.name().equals(wanted)
                            : place < parameters.size() && one == parameters.get(place))
                    .findFirst()
                    .orElseThrow(() ->
                            UntranslatableException.refused(8144, at, "sp_executesql is given more than it declares"));
            List<Token> value = argument(reader);
            boolean output = reader.accept("OUTPUT") || reader.accept("OUT");
            texts.add(parameter.name());
            texts.addAll(translation
                    .query(new Made(line)
                            .add("SELECT")
                            .cast(value, parameter.type())
                            .tokens())
                    .texts());
            texts.add(output ? scope.require(value.get(0)).name() : "");
            seen.add(parameter.name());
        }
        for (FlowVariable parameter : parameters) {
            if (!seen.contains(parameter.name())) {
                throw UntranslatableException.refused(
                        8178, "sp_executesql declares " + parameter.name() + ", which it is not given");
            }
        }
        return texts;
    }

    /** A DBCC that takes variables. */
    void console(List<Token> tokens) {
        scope.requireAll(tokens);
        written("", tokens, tokens.get(0).line());
    }

    /** Variables among the arguments are written into the call where it runs. */
    private void procedure(List<Token> call, int line, List<Token> statement, boolean wantsResult) {
        if (collected) {
            throw new UntranslatableException("INSERT … EXEC of a procedure of SQL Server's own");
        }
        boolean variables = false;
        for (int i = 0; i < call.size(); i++) {
            variables |= isArgument(call, i);
        }
        if (!variables) {
            List<Token> whole =
                    wantsResult ? new Made(line).add("EXEC").add(call).tokens() : statement;
            steps.add(Kind.DO, line, translation.statement(whole));
            return;
        }
        written("EXEC ", call, line);
    }

    private void written(String beginning, List<Token> call, int line) {
        Made made = new Made(line);
        String before = beginning;
        for (int i = 0; i < call.size(); i++) {
            Token token = call.get(i);
            if (isArgument(call, i)) {
                String text = "CAST(" + token.text() + " AS nvarchar(max))";
                String value = isNumber(token) ? text : "'N''' + REPLACE(" + text + ", '''', '''''') + ''''";
                made.add(SqlLiteral.of(before + " ") + " + ISNULL(" + value + ", 'NULL') +");
                before = " ";
            } else {
                before += (token.spaced() ? " " : "") + token.text();
            }
        }
        made.add(SqlLiteral.of(before));
        translation.check(beginning + withoutVariables(call), line, List.of());
        List<String> texts = new ArrayList<>(translation
                .query(new Made(line)
                        .add("SELECT")
                        .cast(made.tokens(), "nvarchar(max)")
                        .tokens())
                .texts());
        texts.add("");
        steps.add(Kind.EXECUTE, line, texts);
    }

    private boolean isNumber(Token variable) {
        String type = scope.require(variable).type();
        return type.endsWith("int") || type.startsWith("numeric") || type.startsWith("decimal");
    }

    private String withoutVariables(List<Token> call) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < call.size(); i++) {
            text.append(
                            isArgument(call, i)
                                    ? isNumber(call.get(i)) ? "1" : "N'x'"
                                    : call.get(i).text())
                    .append(' ');
        }
        return text.toString();
    }

    private static boolean isArgument(List<Token> call, int i) {
        return call.get(i).kind() == Token.Kind.VARIABLE
                && !(i + 1 < call.size() && call.get(i + 1).isSymbol("="));
    }
}
