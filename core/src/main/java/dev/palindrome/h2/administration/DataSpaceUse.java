package dev.palindrome.h2.administration;

import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** Whether anything is kept in a file group, or parted by a partition scheme. */
record DataSpaceUse(Connection connection) {

    private static final String USED = """
            SELECT 1 FROM (
                SELECT REMARKS FROM INFORMATION_SCHEMA.TABLES
                UNION ALL SELECT REMARKS FROM INFORMATION_SCHEMA.INDEXES
                UNION ALL SELECT REMARKS FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS
                UNION ALL SELECT VALUE_DEFINITION FROM INFORMATION_SCHEMA.CONSTANTS)
            WHERE LOCATE(?, LOWER(REMARKS)) > 0
            """;

    /** Whether a fact is recorded of something. */
    boolean is(Fact fact, String value) throws SQLException {
        return isRecorded(text(fact, value));
    }

    /** Whether a fact is recorded that begins so. */
    boolean begins(Fact fact, String start) throws SQLException {
        String text = text(fact, start);
        return isRecorded(text.substring(0, text.length() - 1));
    }

    private static String text(Fact fact, String value) {
        return Recorded.nothing()
                .with(fact, value)
                .text()
                .substring(Recorded.nothing().text().length());
    }

    private boolean isRecorded(String recorded) throws SQLException {
        return SqlRunner.on(connection)
                .query(USED, recorded.toLowerCase(Locale.ROOT))
                .hasRows();
    }
}
