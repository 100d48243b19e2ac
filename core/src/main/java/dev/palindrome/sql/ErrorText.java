package dev.palindrome.sql;

import dev.palindrome.text.FirstLine;
import dev.palindrome.text.HiddenValues;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** What a database or its driver says about an error, to be quoted in a sentence. */
public final class ErrorText {

    /** Microsoft's driver adds by which number the server's own log calls a connection. */
    private static final Pattern CONNECTION_ID = Pattern.compile("ClientConnectionId:\\s*+[0-9a-fA-F-]++\\s*+$");

    /** H2's driver writes the whole statement behind its message, on a line of its own. */
    private static final String H2_STATEMENT = "; SQL statement:";

    private static final Pattern H2_COPY = Pattern.compile("_COPY_\\d{1,10}_\\d{1,10}(?=:)");

    /** Behind a text, which H2 writes as {@code CAST('x' AS VARCHAR(1))}. */
    private static final Pattern H2_TYPE = Pattern.compile("' AS VARCHAR(?:_IGNORECASE)?+\\(\\d{1,10}\\)\\)");

    /** What the front has recorded. */
    private static final String RECORD = " COMMENT 'palindrome ";

    private ErrorText() {}

    /**
     * Says what the error says.
     *
     * @param error of a database
     * @return its first line without a full stop at the end and without the number of a connection; where a statement failed
     *     with several errors, that of the one that says what is the matter
     */
    public static String of(SQLException error) {
        SQLException telling = SqlServerError.telling(error);
        return FirstLine.of(new SQLException(CONNECTION_ID
                .matcher(HiddenValues.bare(telling, String.valueOf(telling.getMessage())))
                .replaceFirst("")
                .stripTrailing()));
    }

    /**
     * Cuts off the statement, which may hold values, and which people know as they wrote it, and what only H2 and the front
     * need.
     *
     * @param message of a database
     * @return the message alone
     */
    public static String withoutStatement(String message) {
        int statement = message.indexOf(H2_STATEMENT);
        return statement < 0 ? message : plain(message.substring(0, statement));
    }

    private static String plain(String h2) {
        String text = H2_TYPE.matcher(withoutRecords(h2)).replaceAll("'").replace("CAST('", "'");
        return H2_COPY.matcher(text).replaceAll("").replace("VARCHAR_IGNORECASE", "VARCHAR");
    }

    private static String withoutRecords(String h2) {
        StringBuilder text = new StringBuilder(h2);
        for (int start = text.indexOf(RECORD); start >= 0; start = text.indexOf(RECORD, start)) {
            int end = start + RECORD.length();
            while (end < text.length()
                    && (text.charAt(end) != '\'' || end + 1 < text.length() && text.charAt(end + 1) == '\'')) {
                end += text.charAt(end) == '\'' ? 2 : 1;
            }
            text.delete(start, Math.min(text.length(), end + 1));
        }
        return text.toString();
    }

    /**
     * Tells whether the connection is lost, so that what the statement said was not the reason.
     *
     * @param error of a database
     * @return whether its SQL state is of class 08, "connection exception" (ISO/IEC 9075-2)
     */
    public static boolean isConnectionLost(SQLException error) {
        String state = error.getSQLState();
        return state != null && state.startsWith("08");
    }
}
