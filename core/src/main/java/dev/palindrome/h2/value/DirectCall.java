package dev.palindrome.h2.value;

import dev.palindrome.h2.procedures.H2Procedures;
import dev.palindrome.h2.session.GivenIdentity;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call of the front's own procedures that puts rows in: behind a call, H2 forgets which identity they were given, which
 * SCOPE_IDENTITY() asks for. So these are not called through H2.
 *
 * @param procedure without its schema
 * @param arguments literals; null for NULL
 */
public record DirectCall(String procedure, List<@Nullable String> arguments) {

    private static final String BEGINNING = "CALL \"palindrome\".\"";

    private static final String[] PUTS = {"INSERT", "MERGE", "WITH"};

    /** The argument that is the statement of the script. */
    private static final int TSQL = 4;

    private static final List<String> KNOWN =
            List.of("insert_in_order", "with_column_types", "with_variables", "with_literals");

    /**
     * Runs a statement, and directly where it is such a call.
     *
     * @param connection H2's
     * @param h2 the statement
     * @return the number of rows
     * @throws SQLException if it fails
     */
    public static long affected(Connection connection, String h2) throws SQLException {
        Optional<DirectCall> direct = of(h2);
        return direct.isPresent() ? direct.get().run(connection) : GivenIdentity.affected(connection, h2);
    }

    /**
     * Whether a statement puts rows in.
     *
     * @param h2 a statement for H2, or such a call
     * @return true for an INSERT
     */
    public static boolean puts(String h2) {
        return begins(h2, "INSERT");
    }

    /**
     * Whether a statement may put rows in.
     *
     * @param h2 a statement for H2, or such a call
     * @return false for whatever has nothing to do with identities
     */
    public static boolean mayPut(String h2) {
        return begins(h2, PUTS);
    }

    private static boolean begins(String h2, String... words) {
        String statement = of(h2).map(DirectCall::tsql).orElse(h2).stripLeading();
        for (String word : words) {
            if (statement.regionMatches(true, 0, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    /**
     * What is run.
     *
     * @param h2 a statement for H2, or such a call
     * @return the statement, of a call that of the script
     */
    public static String statement(String h2) {
        return of(h2).map(call -> call.procedure.equals("insert_in_order")
                        ? "INSERT INTO " + QuotedName.of(call.argument(1)) + " " + call.argument(2)
                        : call.tsql())
                .orElse(h2);
    }

    /** The statement of the script that is run. */
    private String tsql() {
        return procedure.equals("insert_in_order") ? "INSERT" : argument(TSQL);
    }

    private static Optional<DirectCall> of(String h2) {
        return KNOWN.stream()
                .filter(name -> h2.startsWith(BEGINNING + name + "\"("))
                .findFirst()
                .map(name -> new DirectCall(name, arguments(h2.substring((BEGINNING + name + "\"(").length()))));
    }

    private static List<@Nullable String> arguments(String h2) {
        List<@Nullable String> arguments = new ArrayList<>();
        boolean escaped = false;
        for (Token token : Lexer.tokens(h2, 1)) {
            if (token.is("U")) {
                escaped = true;
                continue;
            }
            switch (token.kind()) {
                case STRING -> {
                    arguments.add(escaped ? unescaped(token.value()) : token.value());
                    escaped = false;
                }
                case NUMBER -> arguments.add(token.text());
                case WORD -> arguments.add(token.is("NULL") ? null : token.text());
                default -> {}
            }
        }
        return arguments;
    }

    /** See {@code SqlLiteral.h2}. */
    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                plain.append(c);
            } else if (text.charAt(i + 1) == '\\') {
                plain.append(text.charAt(++i));
            } else {
                plain.append((char) Integer.parseInt(text.substring(i + 1, i + 5), 16));
                i += 4;
            }
        }
        return plain.toString();
    }

    private String argument(int at) {
        return String.valueOf(arguments.get(at));
    }

    private long run(Connection connection) throws SQLException {
        return switch (procedure) {
            case "insert_in_order" ->
                H2Procedures.insertInOrder(connection, arguments.get(0), argument(1), argument(2));
            case "with_column_types" ->
                LateTranslation.run(
                        connection,
                        argument(0),
                        Integer.parseInt(argument(1)),
                        argument(2),
                        arguments.get(3),
                        argument(4));
            case "with_variables" ->
                LateTranslation.withVariables(
                        connection,
                        argument(0),
                        Integer.parseInt(argument(1)),
                        argument(2),
                        arguments.get(3),
                        argument(4),
                        argument(5));
            default ->
                LateTranslation.withLiterals(
                        connection,
                        argument(0),
                        Integer.parseInt(argument(1)),
                        argument(2),
                        argument(3),
                        argument(4),
                        arguments.get(5),
                        argument(6),
                        arguments.subList(7, arguments.size()).toArray(String[]::new));
        };
    }
}
