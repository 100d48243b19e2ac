package dev.palindrome.tsql.rule;

import dev.palindrome.tsql.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What only sqlcmd reads, and Management Studio in its SQLCMD mode: commands, and the names of its variables.
 *
 * @see <a href="https://learn.microsoft.com/sql/tools/sqlcmd/sqlcmd-commands">Commands of sqlcmd</a>
 */
public final class SqlcmdText {

    private static final Set<String> COMMANDS = Set.of(
            "CONNECT",
            "ED",
            "ERROR",
            "EXIT",
            "HELP",
            "LIST",
            "LISTVAR",
            "ON",
            "OUT",
            "PERFTRACE",
            "QUIT",
            "R",
            "RESET",
            "SERVERLIST",
            "SETVAR",
            "XML");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\([A-Za-z_][\\w-]{0,99}+\\)");

    private SqlcmdText() {}

    /**
     * Something of sqlcmd's.
     *
     * @param token where it begins
     * @param text a command without what it is told, or a variable
     * @param command whether it is a command
     */
    public record Found(Token token, String text, boolean command) {}

    /**
     * Looks through a batch. A text in quotes may have anything in it.
     *
     * @param tokens of the batch
     * @return the first that is found
     */
    public static Optional<Found> find(List<Token> tokens) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token token = tokens.get(i);
            Token next = tokens.get(i + 1);
            boolean begins = i == 0 || token.newlines() > 0;
            if (begins && token.isSymbol(":") && next.newlines() == 0 && COMMANDS.contains(next.upper())) {
                return Optional.of(new Found(token, ":" + next.text(), true));
            }
            if (begins && token.isSymbol("!") && next.isSymbol("!")) {
                return Optional.of(new Found(token, "!!", true));
            }
            if (token.isSymbol("$") && next.isSymbol("(") && i + 3 < tokens.size()) {
                return Optional.of(new Found(token, "$(" + tokens.get(i + 2).text() + ")", false));
            }
            Matcher variable = VARIABLE.matcher(token.text());
            if (token.kind() == Token.Kind.NAME && variable.find()) {
                return Optional.of(new Found(token, variable.group(), false));
            }
        }
        return Optional.empty();
    }
}
