package dev.palindrome.tsql;

/** Words what the embedded engine cannot take. */
final class Refusal {

    private static final int LONGEST = 80;

    private Refusal() {}

    static NeedsSqlServerException of(String script, Statement statement, String reason) {
        int line = statement.line();
        String message = "%s, line %d: \"%s\" needs SQL Server (%s). Run with palindrome.engine=sqlserver."
                .formatted(script, line, beginning(statement), reason);
        return new NeedsSqlServerException(script, line, message);
    }

    private static String beginning(Statement statement) {
        String text = TokensText.of(statement.tokens()).replaceAll("\\s+", " ");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1).stripTrailing() + "…";
    }
}
