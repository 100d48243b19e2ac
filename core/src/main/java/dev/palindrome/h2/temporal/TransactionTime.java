package dev.palindrome.h2.temporal;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.sql.SqlRunner;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * When the transaction began to write temporal tables: all rows of one transaction have the same time (Microsoft:
 * temporal-tables). The session remembers it with H2's number of the transaction, which there is only after a write.
 */
final class TransactionTime {

    /** Asked along with the number of a table. */
    static final String QUESTION = "SELECT TRANSACTION_ID(), @PALINDROME_TRANSACTION, DB_OBJECT_ID('TABLE', ?, ?)";

    /** For a transaction that has no number yet. */
    private static final String NO_NUMBER = "?";

    private static final int NANOSECONDS = 100;

    private TransactionTime() {}

    static LocalDateTime now() {
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        return now.withNano(now.getNano() / NANOSECONDS * NANOSECONDS);
    }

    /** @param answer to {@link #QUESTION} */
    static LocalDateTime read(Connection connection, ResultSet answer) throws SQLException {
        @Nullable String number = answer.getString(1);
        @Nullable String remembered = answer.getString(2);
        if (number != null && remembered != null && remembered.startsWith(number + "|")) {
            return LocalDateTime.parse(remembered.substring(number.length() + 1));
        }
        LocalDateTime now = now();
        remember(connection, (number == null ? NO_NUMBER : number) + "|" + now);
        return now;
    }

    /** The first row is in, and the transaction has its number. */
    static void written(Connection connection) throws SQLException {
        SqlRunner.on(connection)
                .query("SELECT TRANSACTION_ID(), @PALINDROME_TRANSACTION")
                .forEach(row -> {
                    @Nullable String number = row.getString(1);
                    @Nullable String remembered = row.getString(2);
                    if (number != null && remembered != null && remembered.startsWith(NO_NUMBER)) {
                        remember(connection, number + remembered.substring(NO_NUMBER.length()));
                    }
                });
    }

    private static void remember(Connection connection, String text) throws SQLException {
        SqlRunner.on(connection).run("SET @PALINDROME_TRANSACTION = " + SqlLiteral.h2(text));
    }
}
