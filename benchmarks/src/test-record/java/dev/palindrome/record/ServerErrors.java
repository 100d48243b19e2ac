package dev.palindrome.record;

import dev.palindrome.DriverLog;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The errors of the server, each with the statement that it refused. */
final class ServerErrors {

    /** Only the last ones can be the reason for a failure that has just come. */
    private static final int REMEMBERED = 500;

    private record Refusal(String error, String statement) {}

    private static final ThreadLocal<String> LAST = ThreadLocal.withInitial(() -> "");
    private static final Deque<Refusal> REFUSALS = new ArrayDeque<>();
    private static boolean listening;

    private ServerErrors() {}

    static synchronized void listen() {
        if (!listening) {
            listening = true;
            DriverLog.onStatement(LAST::set);
            DriverLog.onError(ServerErrors::remember);
        }
    }

    private static synchronized void remember(String error) {
        REFUSALS.addFirst(new Refusal(error, LAST.get()));
        if (REFUSALS.size() > REMEMBERED) {
            REFUSALS.removeLast();
        }
    }

    /** What the server refused with this error. */
    static synchronized Optional<String> statementOf(SQLException error) {
        return REFUSALS.stream()
                .filter(refusal -> error.getMessage() != null && refusal.error().contains(error.getMessage()))
                .map(Refusal::statement)
                .filter(statement -> !statement.isEmpty())
                .findFirst();
    }

    /** The errors of the server among the reasons of a failure, each once, the nearest first. */
    static List<SQLException> in(Throwable failure) {
        List<SQLException> errors = new ArrayList<>();
        collect(failure, errors, Collections.newSetFromMap(new IdentityHashMap<>()));
        return errors;
    }

    private static void collect(Throwable failure, List<SQLException> errors, Set<Throwable> seen) {
        if (!seen.add(failure)) {
            return;
        }
        if (failure instanceof SQLException error) {
            errors.add(error);
            Optional.ofNullable(error.getNextException()).ifPresent(next -> collect(next, errors, seen));
        }
        Optional.ofNullable(failure.getCause()).ifPresent(cause -> collect(cause, errors, seen));
        for (Throwable suppressed : failure.getSuppressed()) {
            collect(suppressed, errors, seen);
        }
    }
}
