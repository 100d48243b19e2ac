package dev.palindrome.database.sqlserver;

import dev.palindrome.sql.ErrorText;
import java.sql.SQLException;
import java.util.Set;

/**
 * What to do next, by the number of the error (Microsoft docs: "Database Engine events and errors"); what is said of a
 * missing permission would only mislead where the server is gone.
 */
final class SqlServerAdvice {

    private static final String SERVER_IS_GONE =
            "The connection was lost: see whether the server is still running, and what its log says.";

    /** That BACKUP, USE, or the name of another database is not supported, as Azure SQL Database says. */
    private static final Set<Integer> NO_BACKUPS = Set.of(40508, 40510, 40515);

    private SqlServerAdvice() {}

    static String onMaking(SQLException failure, String login) {
        if (ErrorText.isConnectionLost(failure)) {
            return SERVER_IS_GONE;
        }
        return switch (failure.getErrorCode()) {
            case 262 -> "The login %s needs the permission CREATE ANY DATABASE.".formatted(login);
            case 448, 2737 -> "The collation has to be one that the server knows: see sys.fn_helpcollations().";
            case 1101, 1105, 1802, 5149, 9002 -> "The server may have no room left on its disk.";
            case 913, 922, 927, 1807 ->
                "The server's database model was in use all the time: make fewer databases at once.";
            case 5011 -> "The login %s needs the permission ALTER on the database.".formatted(login);
            case 153, 155, 195, 5058, 5069 -> "An option has to be one that this server and its edition know.";
            default -> "See the server's log where this does not say enough.";
        };
    }

    /** @param byHand the statement that drops it */
    static String onDropping(SQLException failure, String byHand) {
        if (ErrorText.isConnectionLost(failure)) {
            return SERVER_IS_GONE + " If it is, drop the database by hand: " + byHand;
        }
        return switch (failure.getErrorCode()) {
            case 3702, 924, 5061, 5064 -> "Close what is still connected to it, and drop it by hand: " + byHand;
            case 3709 -> "Drop its database snapshots first, and then the database: " + byHand;
            default -> "Drop it by hand: " + byHand;
        };
    }

    static boolean isWithoutBackups(SQLException failure) {
        return NO_BACKUPS.contains(failure.getErrorCode());
    }

    static String onKeeping(SQLException failure) {
        return isWithoutBackups(failure)
                ? "This server makes no backups: let the container stay with palindrome.reuse=true, and the database"
                        + " stays in it."
                : "See the server's log where this does not say enough.";
    }
}
