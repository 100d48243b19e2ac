package dev.palindrome.database.sqlserver;

import dev.palindrome.sql.AzureRefusal;
import dev.palindrome.sql.ErrorText;
import dev.palindrome.sql.SqlServerError;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What to do next, by the number of the error (Microsoft docs: "Database Engine events and errors"); what is said of a
 * missing permission would only mislead where the server is gone.
 */
final class SqlServerAdvice {

    private static final String SERVER_IS_GONE =
            "The connection was lost: see whether the server is still running, and what its log says.";

    private SqlServerAdvice() {}

    static String onMaking(SQLException failure, String login) {
        if (ErrorText.isConnectionLost(failure)) {
            return SERVER_IS_GONE;
        }
        return first(failure, number -> onMaking(number, login))
                .orElse("See the server's log where this does not say enough.");
    }

    private static @Nullable String onMaking(int number, String login) {
        return switch (number) {
            case 262 -> "The login %s needs the permission CREATE ANY DATABASE.".formatted(login);
            case 448, 2737 -> "The collation has to be one that the server knows: see sys.fn_helpcollations().";
            case 1101, 1105, 5149, 9002 -> "The server may have no room left on its disk.";
            case 5123, 5133, 5170 ->
                "The server has to be able to make files in its folders for data and log: see SERVERPROPERTY('InstanceDefaultDataPath').";
            case 913, 922, 927, 1807 ->
                "The server's database model was in use all the time: make fewer databases at once.";
            case 5011 -> "The login %s needs the permission ALTER on the database.".formatted(login);
            case 153, 155, 195, 5058, 5069 -> "An option has to be one that this server and its edition know.";
            default -> null;
        };
    }

    /** What is the matter comes before the number that says that the statement has failed, and both before nothing. */
    private static Optional<String> first(SQLException failure, IntFunction<@Nullable String> advice) {
        return SqlServerError.all(failure).stream()
                .map(each -> Optional.ofNullable(advice.apply(each.getErrorCode())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** @param byHand the statement that drops it */
    static String onDropping(SQLException failure, String byHand) {
        if (ErrorText.isConnectionLost(failure)) {
            return SERVER_IS_GONE + " If it is, drop the database by hand: " + byHand;
        }
        return first(failure, number -> switch (number) {
                    case 3702, 924, 5061, 5064 -> "Close what is still connected to it, and drop it by hand: " + byHand;
                    case 3709 -> "Drop its database snapshots first, and then the database: " + byHand;
                    default -> null;
                })
                .orElse("Drop it by hand: " + byHand);
    }

    /** Any refusal of Azure SQL Database's on the way to a backup means that there is none to be had. */
    static boolean isWithoutBackups(SQLException failure) {
        return Arrays.stream(AzureRefusal.values()).anyMatch(refusal -> refusal.is(failure));
    }

    static String onKeeping(SQLException failure) {
        return isWithoutBackups(failure)
                ? "This server makes no backups: let the container stay with palindrome.reuse=true, and the database"
                        + " stays in it."
                : "See the server's log where this does not say enough.";
    }
}
