package dev.palindrome.tsql.flow;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.FlowVariable;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A call of {@code sp_MSforeachtable}, which Microsoft documents nowhere and many scripts have: up to three commands for
 * each table of the database, with its name in the place of a question mark, and one before and one behind them all.
 */
final class TableLoop {

    static final String NAME = "sp_msforeachtable";

    private static final String COMMAND = "@command1";

    private static final String MARK = "@replacechar";

    /** In the procedure's order. */
    static final List<FlowVariable> PARAMETERS = List.of(
            FlowVariable.of(COMMAND, "nvarchar(max)"),
            FlowVariable.of(MARK, "nvarchar(1)"),
            FlowVariable.of("@command2", "nvarchar(max)"),
            FlowVariable.of("@command3", "nvarchar(max)"),
            FlowVariable.of("@whereand", "nvarchar(max)"),
            FlowVariable.of("@precommand", "nvarchar(max)"),
            FlowVariable.of("@postcommand", "nvarchar(max)"));

    /** The procedure. */
    static final String TSQL = """
            DECLARE @palindrome_table nvarchar(517), @palindrome_text nvarchar(max)
            EXEC (@precommand)
            SET @palindrome_text = N'DECLARE palindrome_tables CURSOR GLOBAL STATIC FOR
                SELECT QUOTENAME(SCHEMA_NAME(o.schema_id)) + ''.'' + QUOTENAME(o.name) FROM sys.objects o WHERE o.type = ''U'' '
                + ISNULL(@whereand, N'')
            EXEC (@palindrome_text)
            OPEN palindrome_tables
            FETCH NEXT FROM palindrome_tables INTO @palindrome_table
            WHILE @@FETCH_STATUS = 0
            BEGIN
                SET @palindrome_text = REPLACE(@command1, @replacechar, @palindrome_table)
                EXEC (@palindrome_text)
                SET @palindrome_text = REPLACE(@command2, @replacechar, @palindrome_table)
                EXEC (@palindrome_text)
                SET @palindrome_text = REPLACE(@command3, @replacechar, @palindrome_table)
                EXEC (@palindrome_text)
                FETCH NEXT FROM palindrome_tables INTO @palindrome_table
            END
            CLOSE palindrome_tables
            DEALLOCATE palindrome_tables
            EXEC (@postcommand)
            """;

    private final Map<String, List<Token>> arguments = new LinkedHashMap<>();

    /**
     * Reads a call.
     *
     * @param reader behind the procedure's name
     */
    TableLoop(TokenReader reader, int line) {
        PARAMETERS.forEach(parameter -> arguments.put(
                parameter.name(),
                new Made(line)
                        .add(parameter.name().equals(MARK) ? "N'?'" : "NULL")
                        .tokens()));
        int place = 0;
        boolean given = false;
        do {
            boolean named = reader.peek().kind() == Token.Kind.VARIABLE
                    && reader.peek(1).isSymbol("=");
            if (!named && place >= PARAMETERS.size()) {
                throw UntranslatableException.refused(8144, reader.peek(), NAME + " is given too many arguments");
            }
            String name =
                    PARAMETERS.get(Math.min(place++, PARAMETERS.size() - 1)).name();
            if (named) {
                name = reader.next().text().toLowerCase(Locale.ROOT);
                reader.next();
            }
            if (!arguments.containsKey(name)) {
                throw UntranslatableException.refused(8145, reader.peek(), NAME + " has no parameter " + name);
            }
            given |= name.equals(COMMAND);
            arguments.put(name, List.of(value(reader.next())));
        } while (reader.acceptSymbol(","));
        reader.expectEndOfSyntax();
        if (!given) {
            throw UntranslatableException.refused(201, NAME + " expects " + COMMAND + ", which it is not given");
        }
    }

    /** A name is a text here. */
    private static Token value(Token token) {
        return switch (token.kind()) {
            case VARIABLE, STRING -> token;
            case NAME -> text(token);
            case WORD -> token.is("NULL") ? token : text(token);
            default -> throw UntranslatableException.syntax(token);
        };
    }

    private static Token text(Token name) {
        return new Made(name.line()).add(SqlLiteral.of(name.value())).tokens().get(0);
    }

    List<Token> argument(FlowVariable parameter) {
        return arguments.getOrDefault(parameter.name(), List.of());
    }

    /** What it runs for a table, where that is known before it runs. */
    Optional<String> sample() {
        Token command = argument(PARAMETERS.get(0)).get(0);
        Token mark = argument(PARAMETERS.get(1)).get(0);
        boolean known = command.kind() == Token.Kind.STRING && mark.kind() == Token.Kind.STRING;
        return known ? Optional.of(command.value().replace(mark.value(), "[dbo].[each]")) : Optional.empty();
    }

    /** The procedure's text. */
    static List<Token> text(int line) {
        return List.of(
                text(Lexer.tokens("[" + TSQL.replace("]", "]]") + "]", line).get(0)));
    }
}
