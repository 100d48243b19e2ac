package dev.palindrome.tsql;

/**
 * Which {@code GO} ends a batch. Flyway's parser decides it, because it is Flyway that sends migrations to SQL Server: the
 * word {@code GO} with white space or the end of the script behind it, wherever it stands on its line, outside quotes,
 * comments, parentheses and {@code BEGIN … END}. {@code GO;} and {@code GO--x} are words like others; what else stands
 * behind {@code GO} on its line belongs to the next batch (org.flywaydb.database.sqlserver.SQLServerParser, 10 to 13).
 */
final class GoSeparators {

    private final String script;
    private int parentheses;
    private int blocks;
    private String before = "";
    private String beforeThat = "";

    GoSeparators(String script) {
        this.script = script;
    }

    /** Whether a token ends the batch. Every token has to be asked about, in turn; comments do not matter. */
    boolean endsBatch(Token token) {
        if (token.kind() == Token.Kind.COMMENT) {
            return false;
        }
        String word = word(token);
        boolean go = word.equalsIgnoreCase("GO") && (token.end() == script.length() || isBlank(token.end()));
        if (parentheses == 0 && !go) {
            countBlocks(word);
        }
        parentheses += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
        beforeThat = before;
        before = word;
        return go && parentheses == 0 && blocks == 0;
    }

    private boolean isBlank(int at) {
        return Character.isWhitespace(script.charAt(at));
    }

    /** What Flyway takes for a keyword in a token: it knows neither {@code @} nor {@code #}, but dotted names. */
    private String word(Token token) {
        if (token.kind() != Token.Kind.WORD && token.kind() != Token.Kind.VARIABLE) {
            return "";
        }
        String text = token.text();
        int mark = Math.max(text.lastIndexOf('@'), text.lastIndexOf('#'));
        boolean named = token.end() < script.length() && script.charAt(token.end()) == '.'
                || mark < 0 && isBehindDot(token.start());
        return named ? "" : text.substring(mark + 1);
    }

    private boolean isBehindDot(int at) {
        return at > 1 && script.charAt(at - 1) == '.' && script.charAt(at - 2) != ']';
    }

    private void countBlocks(String word) {
        if (word.equalsIgnoreCase("BEGIN")) {
            blocks++;
        } else if (blocks > 0 && (word.equalsIgnoreCase("END") || beginsNoBlock(word))) {
            blocks--;
        }
    }

    private boolean beginsNoBlock(String word) {
        return before.equalsIgnoreCase("BEGIN") && isOneOf(word, "TRAN", "TRANSACTION", "CONVERSATION", "DIALOG")
                || before.equalsIgnoreCase("DISTRIBUTED")
                        && beforeThat.equalsIgnoreCase("BEGIN")
                        && isOneOf(word, "TRAN", "TRANSACTION");
    }

    private static boolean isOneOf(String word, String... words) {
        for (String one : words) {
            if (word.equalsIgnoreCase(one)) {
                return true;
            }
        }
        return false;
    }
}
