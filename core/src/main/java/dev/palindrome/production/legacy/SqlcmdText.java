package dev.palindrome.production.legacy;

import dev.palindrome.error.PalindromeException;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script without what is meant for sqlcmd: its commands have gone, each line stands where it stood, and the variables are
 * filled in (Microsoft: sqlcmd-utility, sqlcmd-use-scripting-variables). sqlpackage writes such scripts.
 *
 * @param tsql what is left
 * @param isForSqlcmd whether it sets variables; in any other script {@code $(…)} is a text like any other
 */
public record SqlcmdText(String tsql, boolean isForSqlcmd) {

    /** What says how sqlcmd works, and nothing about what runs. */
    private static final Set<String> OF_THE_CLIENT =
            Set.of("on", "out", "error", "perftrace", "list", "listvar", "reset", "help", "ed", "serverlist", "xml");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\(([\\w-]++)\\)");

    /** Of {@code :setvar name "value"}; the quotes may be missing. */
    private static final Pattern SETTING =
            Pattern.compile("([\\w-]++)(?:\\s++(?:\"((?:[^\"]|\"\")*+)\"|(\\S++)))?+\\s*+");

    public static SqlcmdText of(String script, String text) {
        Reader reader = new Reader(script, text);
        return new SqlcmdText(reader.read(), reader.hasSet);
    }

    /** Goes through it once: a variable has the value that was set last. */
    private static final class Reader {

        private final String script;
        private final String text;
        private final Map<String, String> variables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        private final StringBuilder result;
        private int line = 1;
        private boolean hasSet;

        Reader(String script, String text) {
            this.script = script;
            this.text = text;
            this.result = new StringBuilder(text.length());
        }

        String read() {
            int from = 0;
            int command = nextCommand(from);
            while (command >= 0) {
                append(text.substring(from, command));
                from = endOfLine(command);
                run(text.substring(command, from).strip());
                command = nextCommand(from);
            }
            append(text.substring(from));
            return result.toString();
        }

        /** The first at the beginning of a line, outside of comments and strings; -1 where there is none. */
        private int nextCommand(int from) {
            Lexer lexer = Lexer.withComments(text.substring(from), 1);
            Token token = lexer.next();
            boolean beginsLine = isBlankBefore(from + token.start());
            while (token.kind() != Token.Kind.END) {
                if (beginsLine && isCommand(from + token.start(), token)) {
                    return from + token.start();
                }
                token = lexer.next();
                beginsLine = token.newlines() > 0;
            }
            return -1;
        }

        private boolean isBlankBefore(int at) {
            return text.substring(text.lastIndexOf('\n', at - 1) + 1, at).isBlank();
        }

        private boolean isCommand(int at, Token token) {
            return token.isSymbol(":") && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1))
                    || text.startsWith("!!", at);
        }

        private int endOfLine(int at) {
            int end = text.indexOf('\n', at);
            return end < 0 ? text.length() : end;
        }

        private void run(String command) {
            String name = command.substring(1).split("[^A-Za-z]", 2)[0].toLowerCase(Locale.ROOT);
            if (name.equals("setvar")) {
                set(command.substring(":setvar".length()).strip());
            } else if (!OF_THE_CLIENT.contains(name)) {
                throw new PalindromeException(
                        "The schema script %s, line %d: the sqlcmd command %s is not followed here. Put what it does into the script, or leave it out."
                                .formatted(script, line, command));
            }
        }

        private void set(String setting) {
            hasSet = true;
            Matcher matcher = SETTING.matcher(setting);
            if (!matcher.matches()) {
                throw new PalindromeException(
                        "The schema script %s, line %d: :setvar %s sets no variable. Write :setvar name \"value\"."
                                .formatted(script, line, setting));
            }
            String quoted = matcher.group(2);
            String bare = matcher.group(3);
            if (quoted == null && bare == null) {
                variables.remove(matcher.group(1));
            } else {
                variables.put(matcher.group(1), quoted == null ? bare : quoted.replace("\"\"", "\""));
            }
        }

        /** One that nobody has set stays as it is: it may stand where nothing runs. */
        private void append(String part) {
            result.append(VARIABLE.matcher(part)
                    .replaceAll(
                            found -> Matcher.quoteReplacement(variables.getOrDefault(found.group(1), found.group()))));
            line += (int) part.chars().filter(c -> c == '\n').count();
        }
    }

    /** The first variable in a piece of it that nobody has set. */
    Optional<String> unset(String piece) {
        return isForSqlcmd
                ? VARIABLE.matcher(piece).results().map(found -> found.group(1)).findFirst()
                : Optional.empty();
    }
}
